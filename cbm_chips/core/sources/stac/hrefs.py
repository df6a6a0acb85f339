"""What an href means where it stands: one address, or several that are tried in turn.

STAC calls hrefs URLs (RFC 3986), and many that write them mean the names of files.
"""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

from ...reading.file_urls import first_existing, local_path
from ...reading.origins import is_web, joined
from ..http.urls import quoted

ALTERNATES = "cbm-chips:alternates"
"""Field of an asset, once its addresses are absolute: further ones of the same file."""

ASSETS_LEFT_OUT = "cbm-chips:assets-left-out"
"""Field of an item: how many assets it has beyond those that are looked at."""

NOT_ON_THE_WEB = "not-on-the-web:"
"""Prefix of hrefs of a server that name a local file; these are never opened."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE)


def addresses(base: str, href: str) -> tuple[str, ...]:
    """Where `href` may lead as it stands in the document `base`; the likeliest first.

    A file name in a document of a server is a file there, never one of this computer.
    """
    if not href:
        return (base,)
    return _on_the_web(base, href) if is_web(base) else _on_this_computer(base, href)


def addresses_in_copy(base: str, origin: str, href: str) -> tuple[str, ...]:
    """As `addresses`, for a document that says that it lies at `origin` on the web.

    In a copy of a catalogue absolute links lead to where it was copied from: what lies there
    below the document's folder is also expected in the copy, and tried after the original.
    """
    found = addresses(base, href)
    if not is_web(origin) or not is_web(found[0]):
        return found
    theirs, there = origin.rpartition("/")[0] + "/", found[0]
    if base.startswith(theirs) or not there.startswith(theirs):
        return found
    return tuple(dict.fromkeys((*found, *addresses(base, unquote(there[len(theirs) :])))))


def resolve(base: str, href: str) -> str:
    """The first of `addresses`."""
    return addresses(base, href)[0]


def _on_the_web(base: str, href: str) -> tuple[str, ...]:
    scheme = _SCHEME.match(href)
    if is_web(href):
        return (quoted(href),)
    if scheme and (scheme.group(1).lower() == "file" or len(scheme.group(1)) == 1):
        return (NOT_ON_THE_WEB + href,)
    if scheme:
        return (href,)
    name = href.replace("\\", "/")
    literally = name.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
    names = (name, name.replace("#", "%23"), literally) if re.search("[#?]", name) else (name,)
    return tuple(dict.fromkeys(_kept_on_the_web(joined(base, one)) for one in names))


def _kept_on_the_web(url: str) -> str:
    return quoted(url) if is_web(url) else NOT_ON_THE_WEB + url


def _on_this_computer(base: str, href: str) -> tuple[str, ...]:
    scheme = _SCHEME.match(href)
    if is_web(href):
        return (quoted(href),)
    if href.lower().startswith("file:"):
        return (local_path(href),)
    if scheme and not _DRIVE.fullmatch(scheme.group()):
        return (href,)
    bare = re.split("[?#]", href, maxsplit=1)[0] or href
    names = dict.fromkeys((href, unquote(href), bare, unquote(bare)))
    if os.sep == "/":
        names.update(dict.fromkeys(name.replace("\\", "/") for name in tuple(names)))
    folder = os.path.dirname(base)
    return (first_existing(*(os.path.normpath(os.path.join(folder, name)) for name in names)),)
