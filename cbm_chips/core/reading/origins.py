"""Host and origin of a URL (RFC 6454), the same for all HTTP clients."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_LABEL = 63
"""Of a host's name (RFC 1035, section 2.3.4)."""
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5

Origin = tuple[str, str, int]
"""Scheme, host in ASCII and lower case, port (RFC 6454, section 4)."""

_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_UNSOUND = re.compile(r"[\x00-\x20\x7f%@/\\]")


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
    """True if a login for one URL may be sent to the other; never for malformed ones."""
    origin = origin_of(url)
    return origin is not None and origin == origin_of(other)


def is_downgrade(url: str, target: str) -> bool:
    """From https to anything else."""
    return url.lower().startswith("https:") and not target.lower().startswith("https:")


def ascii_host(parts: SplitResult) -> str:
    """The host in ASCII (IDNA), without brackets; empty for none.

    Raises:
        ValueError: for an impossible name.
    """
    host = (parts.hostname or "").lower()
    if "\\" in parts.netloc:  # some parsers take it for the end of the host
        raise ValueError("no host has such a name")
    if not host or ":" in host:
        return host
    labels = host[: -1 if host.endswith(".") else None].split(".")
    try:
        named = [label.encode("idna").decode() for label in labels]
    except UnicodeError:
        raise ValueError("no host has such a name") from None
    if not all(label and len(label) <= LONGEST_LABEL for label in named):
        raise ValueError("no host has such a name")
    if any(_UNSOUND.search(label) for label in named):
        raise ValueError("no host has such a name")
    return ".".join(named) + ("." if host.endswith(".") else "")


def is_remote(url: str) -> bool:
    """True if opening `url` goes over the network."""
    return bool(_REMOTE.match(url)) and not url.lower().startswith("file://")


def host_of(url: str) -> str:
    """Host and port as written, without a login; empty for an address without a host."""
    try:
        told = urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""
    host, colon, port = told.rpartition(":")
    # What is no port may be the password of a truncated login.
    is_port = port.isdecimal() or told.endswith("]")
    return told if is_port or not colon else host


def joined(base: str, href: str) -> str:
    """`href` resolved against `base`; a malformed one is returned as it is, and refused later."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def without_login(url: str) -> str:
    """A URL without user name and password; a malformed one as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    _, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=host).geturl() if at else url
