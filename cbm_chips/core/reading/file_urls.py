"""Local files that are named by a path or a `file:` URL (RFC 8089)."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

_SLASH_BEFORE_DRIVE = re.compile(r"/[a-z]:", re.IGNORECASE)


def local_path(url: str) -> str:
    """The path of a `file:` URL; a path as it is.

    Some write names into URLs without quoting them: where no file has the unquoted name, but one
    has the name as written, that is meant.
    """
    if not url.lower().startswith("file:"):
        return url
    rest = url[len("file:") :]
    path = "/" + rest[2:].partition("/")[2] if rest.startswith("//") else rest
    return first_existing(*(_without_drive_slash(one) for one in (unquote(path), path)))


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
