"""Where an address leads: one idea of host and origin for whoever asks over HTTP."""

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

_UNSOUND = re.compile(r"[\x00-\x20\x7f%@/\\]")


@lru_cache(maxsize=1024)
def origin_of(url: str) -> Origin | None:
    """Where a web address leads to; None where it is none, or malformed."""
    try:
        parts = urlsplit(url)
        host, port = ascii_host(parts), parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not host or port == 0:
        return None
    return parts.scheme, host, port or DEFAULT_PORTS[parts.scheme]


def is_same_origin(url: str, other: str) -> bool:
    """A login for the one is for the other as well; never for what is malformed."""
    origin = origin_of(url)
    return origin is not None and origin == origin_of(other)


def is_downgrade(url: str, target: str) -> bool:
    """From https to anything else."""
    return url.lower().startswith("https:") and not target.lower().startswith("https:")


def ascii_host(parts: SplitResult) -> str:
    """The host as it is looked up, without brackets; empty for none.

    Raises:
        ValueError: when there can be no such host.
    """
    host = (parts.hostname or "").lower()
    if "\\" in parts.netloc:  # which others take for the end of the host
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


def host_of(url: str) -> str:
    """Host and port as they are written, without a login; empty for what has none."""
    try:
        told = urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""
    host, colon, port = told.rpartition(":")
    # What is no port may be the word of a login that is cut short.
    is_port = port.isdecimal() or told.endswith("]")
    return told if is_port or not colon else host


def joined(base: str, href: str) -> str:
    """`href` as it is meant at `base`; a malformed one stays as it is and is refused later."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def without_login(url: str) -> str:
    """A web address without a user's name and word in it; a malformed one as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    _, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=host).geturl() if at else url
