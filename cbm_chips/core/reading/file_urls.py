"""Local files that are named by a path or a `file:` URL (RFC 8089, its drives and hosts too)."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

IS_WINDOWS = os.name == "nt"
"""There a URL's host names another computer's share: `//host/share/file`."""
_SLASH_BEFORE_DRIVE = re.compile(r"/[a-z]:", re.IGNORECASE)


def local_path(url: str) -> str:
    """The path of a `file:` URL; a path as it is.

    Some write names into URLs without quoting them: where no file has the unquoted name, but one
    has the name as written, that is meant.
    """
    if not url.lower().startswith("file:"):
        return url
    rest = url[len("file:") :]
    path = _of_share(rest[2:]) if rest.startswith("//") else rest
    return first_existing(*(_without_drive_slash(one) for one in (unquote(path), path)))


def _of_share(rest: str) -> str:
    """The path behind `file://`; elsewhere than on Windows a host says nothing."""
    host, _, path = rest.partition("/")
    if IS_WINDOWS and host and host.lower() != "localhost":
        return f"//{host}/{path}"
    return f"/{path}"


def first_existing(first: str, *others: str) -> str:
    """The first of the paths that exists; `first` if none does."""
    if not others:
        return first
    return next((path for path in (first, *others) if _exists(path)), first)


def _exists(path: str) -> bool:
    try:
        return os.path.exists(path)
    except ValueError:  # a zero byte
        return False


def _without_drive_slash(path: str) -> str:
    return path[1:] if _SLASH_BEFORE_DRIVE.match(path) else path
