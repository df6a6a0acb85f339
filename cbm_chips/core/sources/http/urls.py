"""URLs of catalogues and of their links: checked, quoted, completed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from ...reading.origins import ascii_host
from ...reasons import Reason

_QUOTED = re.compile(r"[A-Za-z0-9!#$&'()*+,/:;=?@\[\]~._-]*")
_HOST_AND_PATH = re.compile(r"(https?://[^/?#]*|)(.*)", re.IGNORECASE | re.DOTALL)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def address_fault(url: str) -> str:
    """What is wrong with an http or https address, empty if it may lead somewhere."""
    try:
        parts = urlsplit(url)
        host, _ = ascii_host(parts), parts.port
    except ValueError as error:
        return str(error)
    return "" if host else Reason("it names no host")


def quoted(url: str) -> str:
    """A web address with what must be quoted in it quoted, and what is quoted left alone."""
    if _QUOTED.fullmatch(url):
        return url
    host, path = _HOST_AND_PATH.match(url).groups()  # type: ignore[union-attr]  # any text fits
    return host + quote(_LONE_PERCENT.sub("%25", path), safe="!#$%&'()*+,/:;=?@[]~")


def as_asked(url: str) -> str:
    """The URL as the package requests sends it, which decides whether a login is sent with it.

    It reads some characters in a host (a backslash, letters beyond ASCII) otherwise than
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
