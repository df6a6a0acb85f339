"""Host, origin (RFC 6454), login and redirects of web addresses, the same for all HTTP clients."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from ..reasons import Reason

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_LABEL = 63
"""Of a host's name (RFC 1035, section 2.3.4)."""
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5

Origin = tuple[str, str, int]
"""Scheme, host in ASCII and lower case, port (RFC 6454, section 4)."""

_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\[\]]*\](:[0-9]*)?")
_UNSOUND = re.compile(r"[\x00-\x20\x7f%@/\\]")


class UnsafeRedirect(Exception):
    """A redirect that is not followed; its text says why."""


def is_web(url: str) -> bool:
    """True for an http or https URL, False for a path."""
    return url.lower().startswith(("http://", "https://"))


@lru_cache(maxsize=1024)
def origin_of(url: str) -> Origin | None:
    """The origin of an http(s) URL; None for any other, or a malformed one."""
    try:
        parts = urlsplit(url)
        host, port = ascii_host(parts), parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not host or port == 0:
        return None
    return parts.scheme, host, port or DEFAULT_PORTS[parts.scheme]


def is_same_origin(url: str, other: str) -> bool:
    """True for two URLs of one origin; never for malformed ones."""
    origin = origin_of(url)
    return origin is not None and origin == origin_of(other)


def may_have_login(url: str, home: str) -> bool:
    """True if a login for `home` may be sent to `url`.

    That is the same origin, or the same host by https in place of http, on the default ports.
    """
    is_upgrade = home.lower().startswith("http:") and url.lower().startswith("https:")
    return is_same_origin(url, home) or (is_upgrade and is_same_server(url, home))


def is_same_server(url: str, other: str) -> bool:
    """True for two URLs of one origin; https in place of http is the same server."""
    one, two = origin_of(url), origin_of(other)
    if one is None or two is None:
        return False
    has_default_ports = {one[2], two[2]} <= set(DEFAULT_PORTS.values())
    return one == two or (one[0] != two[0] and one[1] == two[1] and has_default_ports)


def redirect_target(url: str, location: str) -> str:
    """Where a redirect leads.

    A server behind a proxy may take itself for an http one and redirect https to http at its own
    address: that is requested by https.

    Raises:
        UnsafeRedirect: when it leads from https to http, or to no web address.
    """
    there = joined(url, location)
    if not location or not is_web(there):
        raise UnsafeRedirect(Reason("{host} sends us to what is not on the web", host=host_of(url)))
    if url.lower().startswith("http:") or there.lower().startswith("https:"):
        return there
    if not is_same_server(url, there):
        raise UnsafeRedirect(
            Reason("{host} sends us from https to http, which is not followed", host=host_of(url))
        )
    return urlunsplit((*urlsplit(url)[:2], *urlsplit(there)[2:]))


def ascii_host(parts: SplitResult) -> str:
    """The host in ASCII (IDNA), without brackets; empty for none.

    Raises:
        ValueError: for an impossible name.
    """
    host = (parts.hostname or "").lower()
    if "\\" in parts.netloc:  # some parsers take it for the end of the host
        raise ValueError(Reason("no host has such a name"))
    if "[" in parts.netloc or "]" in parts.netloc:
        return _address_in_brackets(host, parts.netloc.rpartition("@")[2])
    return _ascii_name(host) if host else ""


def _address_in_brackets(host: str, place: str) -> str:
    """An IPv6 address (RFC 3986, section 3.2.2): before 3.11.4 Python takes anything for one."""
    try:
        IPv6Address(host)
    except ValueError:
        raise ValueError(Reason("no host has such a name")) from None
    if not host.isascii() or not _BRACKETED.fullmatch(place):
        raise ValueError(Reason("no host has such a name"))
    return host


@lru_cache(maxsize=256)
def _ascii_name(host: str) -> str:
    labels = host[: -1 if host.endswith(".") else None].split(".")
    try:
        named = [label.encode("idna").decode() for label in labels]
    except UnicodeError:
        raise ValueError(Reason("no host has such a name")) from None
    if not all(label and len(label) <= LONGEST_LABEL for label in named):
        raise ValueError(Reason("no host has such a name"))
    if any(_UNSOUND.search(label) for label in named):
        raise ValueError(Reason("no host has such a name"))
    return ".".join(named) + ("." if host.endswith(".") else "")


def is_remote(url: str) -> bool:
    """True if opening `url` goes over the network."""
    return bool(_REMOTE.match(url)) and not url.lower().startswith("file://")


def host_of(url: str) -> str:
    """Host and port for messages, without a login and the default port; empty if there is none."""
    origin = origin_of(url)
    if origin is None:
        return "" if is_web(url) else _written_host(url)
    scheme, host, port = origin
    name = f"[{host}]" if ":" in host else host
    return name if port == DEFAULT_PORTS[scheme] else f"{name}:{port}"


def _written_host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def joined(base: str, href: str) -> str:
    """`href` resolved against `base`; a malformed one is returned as it is, and refused later."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def login_apart(url: str) -> tuple[str, dict[str, str]]:
    """A URL without the login in it, and the header with that login (RFC 7617)."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    login, at, host = host.rpartition("@")
    if not at or not is_web(url):
        return url, {}
    from base64 import b64encode

    code = b64encode(unquote(login).encode("utf-8", "replace")).decode()
    return f"{scheme}{separator}{host}{slash}{path}", {"Authorization": f"Basic {code}"}
