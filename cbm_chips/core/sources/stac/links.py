"""Links of an API to its own pages: with the wrong origin, or of another server."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from ...reading.origins import is_same_server, is_web, joined
from ..http.urls import address_fault, quoted

_CROOKED = re.compile(r"[^/?#]*[\s,][^?#]*:/|(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""`https, https://host/...`, as two proxies in a row make it, or what is no web address."""


def own_address(base: str, href: str) -> str:
    """Where `href` leads from `base`, on the origin of `base`; empty if it leads elsewhere.

    A server behind a proxy may write its links with http: the scheme of `base` is used.
    """
    target = web_address(base, href)
    if not target or not is_same_server(base, target):
        return ""
    scheme, host, *_ = urlsplit(base)
    return urlunsplit((scheme, host, *urlsplit(target)[2:]))


def web_address(base: str, href: str) -> str:
    """Where `href` leads from `base`, if that is an address at all; else empty."""
    if not href or _CROOKED.match(href):
        return ""
    target = quoted(joined(base, href))
    return target if is_web(target) and not address_fault(target) else ""


def host_in_link(href: str) -> str:
    """A link without query and fragment, shortened for messages."""
    return re.split("[?#]", href, maxsplit=1)[0][:120]
