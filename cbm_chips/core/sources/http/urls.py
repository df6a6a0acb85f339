"""Addresses of catalogues and what they link to: taken apart, put together, made sound."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ...errors import SourceError
from ...reading.origins import DEFAULT_PORTS, is_downgrade, joined, origin_of

_QUOTED = re.compile(r"[A-Za-z0-9!#$&'()*+,/:;=?@\[\]~._-]*")
_HOST_AND_PATH = re.compile(r"(https?://[^/?#]*|)(.*)", re.IGNORECASE | re.DOTALL)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def is_web(url: str) -> bool:
    """True for an http or https URL, False for a path."""
    return url.lower().startswith(("http://", "https://"))


def address_fault(url: str) -> str:
    """What is wrong with an http or https address, empty if it may lead somewhere."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError as error:  # UnicodeError too
        return str(error)
    labels = host.rstrip(".").split(".")
    if not host or any(not 0 < len(label) < 64 for label in labels):
        return "its host has no sound name"
    return "it holds a blank or control sign" if re.search(r"[\x00-\x20\x7f]", host) else ""


def quoted(url: str) -> str:
    """A web address with what must be quoted in it quoted, and what is quoted left alone."""
    if _QUOTED.fullmatch(url):
        return url
    host, path = _HOST_AND_PATH.match(url).groups()  # type: ignore[union-attr]  # any text fits
    return host + quote(_LONE_PERCENT.sub("%25", path), safe="!#$%&'()*+,/:;=?@[]~")


def as_asked(url: str) -> str:
    """The address as requests asks for it, which decides whose login goes with it.

    Of odd signs in a host (a backslash, letters beyond ASCII) it makes something else than
    Python's `urlsplit` does.

    Raises:
        ValueError: when it makes nothing of it; of requests.
    """
    import requests

    prepared = requests.PreparedRequest()
    prepared.prepare_url(url, None)
    return prepared.url or url


def with_query(url: str, query: str) -> str:
    """The address with those fields of `query` that it does not have."""
    parts = urlsplit(url)
    fields = [field for field in parts.query.split("&") if field]
    known = {field.partition("=")[0] for field in fields}
    more = [one for one in query.split("&") if one and one.partition("=")[0] not in known]
    return urlunsplit(parts._replace(query="&".join([*fields, *more]))) if more else url


def is_same_server(url: str, other: str) -> bool:
    """True for two addresses of one server; https in place of http is the same server."""
    one, two = origin_of(url), origin_of(other)
    if one is None or two is None:
        return False
    is_upgrade = one[1] == two[1] and {one[2], two[2]} <= set(DEFAULT_PORTS.values())
    return one == two or (one[0] != two[0] and is_upgrade)


def host_of(url: str) -> str:
    """Host and port of a URL: enough to say who, and no secret."""
    scheme, host, port = origin_of(url) or ("", "", 0)
    return f"{host}:{port}" if port != DEFAULT_PORTS.get(scheme, 0) else host


def login_apart(url: str) -> tuple[str, dict[str, str]]:
    """A URL without the login in it, and the header that stands for that login."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    login, at, host = host.rpartition("@")
    if not is_web(url) or not at:
        return url, {}
    code = base64.b64encode(unquote(login).encode("utf-8", "replace")).decode()
    return f"{scheme}{separator}{host}{slash}{path}", {"Authorization": f"Basic {code}"}


def redirected(url: str, target: str) -> str:
    """Where a redirection leads.

    Behind a proxy a server may think that it is asked by http: it is asked by https as before.

    Raises:
        SourceError: when that is not on the web, or another server without TLS.
    """
    there, host = joined(url, target), host_of(url)
    if not is_web(there):
        raise SourceError(f"{host} sends us to what is not on the web")
    if not is_downgrade(url, there):
        return there
    if not is_same_server(url, there):
        raise SourceError(f"{host} sends us from https to http, which is not followed")
    return urlunsplit((*urlsplit(url)[:2], *urlsplit(there)[2:]))
