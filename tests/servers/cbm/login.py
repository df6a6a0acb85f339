"""Who may ask, and for which areas.

The user's name is lower-cased for the password only, so that a name typed in another letter case
passes the door and breaks the look-up of the areas behind it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Optional

from .replies import HTML, CrashError, Reply

EVERY_AREA = "admin"


@dataclass(frozen=True)
class User:
    """A login."""

    password: str
    areas: tuple[str, ...]


USERS = {
    "tester": User("secret", ("ms", "nl")),
    "admin": User("admin", (EVERY_AREA,)),
}

_WHO = Reply(
    b"Could not verify.",
    HTML,
    HTTPStatus.UNAUTHORIZED,
    {"WWW-Authenticate": 'Basic realm="Login Required"'},
)
_NOT_YOURS = Reply(
    b"Not authorized for this dataset.\nPlease contact the system administrator.",
    HTML,
    HTTPStatus.UNAUTHORIZED,
)


def areas_of(name: str) -> tuple[str, ...]:
    """The areas of a user, by the name as typed."""
    if name not in USERS:
        raise CrashError(f"no user {name}")
    return USERS[name].areas


def typed_name(authorization: str) -> Optional[str]:
    """The name of a valid login as it was typed; None for anything else."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, password = base64.b64decode(token, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    user = USERS.get(name.lower())
    return name if user is not None and user.password == password else None


def refusal(authorization: str, asked: Mapping[str, str]) -> Optional[Reply]:
    """Why a query is refused, or None; areas matter only when one is named."""
    name = typed_name(authorization)
    if name is None:
        return _WHO
    if "aoi" not in asked:
        return None
    granted = areas_of(name)
    allowed = EVERY_AREA in granted or asked["aoi"].lower() in granted
    return None if allowed else _NOT_YOURS
