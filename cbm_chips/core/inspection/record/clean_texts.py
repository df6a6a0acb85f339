"""Texts without what opens a door, as a record may be handed to anybody, and that a file takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from ...addresses import may_hold_secret, shown

_Value = TypeVar("_Value")
_IDENTITY = frozenset({"parcel", "question", "code"})
"""Ids stay as they are, but for half characters: what belongs together is found by them."""

_WORD = re.compile(r'[^\s"<>]+')
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*://")
_NAMES = r"token|passw|pwd|secret|api[_-]?key|subscription[_-]?key|signature|authorization"
_FIELD = re.compile(rf'("[^"\\]*(?:{_NAMES})[^"\\]*"\s*:\s*")(?:[^"\\]|\\.)*(?=")', re.IGNORECASE)
"""Of JSON. The id of a login's configuration has another name, and may stay."""
_VALUE = r"""(?:'[^'"]*'|(?:\\[^"\s]|[^\s"&;\\])+)"""
_SETTING = re.compile(rf"(\b[\w-]{{0,80}}(?:{_NAMES}|\bsig)[\w-]*=){_VALUE}", re.IGNORECASE)
_TOLD = re.compile(
    rf"(\b[\w-]{{0,80}}(?:passw|pwd|api[_-]?key)[\w-]*\s?:\s?){_VALUE}", re.IGNORECASE
)
"""As people write a password down."""
_BARE_LOGIN = re.compile(r'(?<![\w.+%:-])[\w.+%-]+:[^\s:@/"\\<>]+@(?=[\w.-]+[:/]\w)')
"""Before host and path of an address without its scheme; `mail:anna@example.org` is none."""
_CODED_LOGIN = re.compile(r'(%3A%2F%2F)(?:(?!%2F|%3F|%23|%40)[^\s"\\]){1,200}%40', re.IGNORECASE)
_CODED_SETTING = re.compile(
    rf'((?:%3F|%26|%3B|%23)[\w-]*(?:{_NAMES}|sig)[\w-]*%3D)(?:(?!%26)[^\s"\\&])+', re.IGNORECASE
)
"""Addresses within addresses."""
_BEARER = re.compile(r"\b(Bearer|Basic)\s+[\w~+/=.-]{8,}", re.IGNORECASE)
_JSON_WEB_TOKEN = re.compile(r"\beyJ[\w-]{8,}[\w.-]*")
_NEEDS_A_LOOK = re.compile(r'[?="@]|://|eyJ|bearer|basic|passw|pwd|key|%3', re.IGNORECASE)
"""Nothing that the others find is without one of these; most texts are."""
_LEFT_OUT = "..."


def without_secrets(text: str) -> str:
    """A text, or JSON, without logins, tokens and what of addresses may be a signature."""
    text = whole_characters(text)
    if not _NEEDS_A_LOOK.search(text):
        return text
    told = _WORD.sub(_cut, text)
    told = _FIELD.sub(rf"\1{_LEFT_OUT}", told)
    for setting in (_SETTING, _TOLD, _CODED_SETTING):
        told = setting.sub(rf"\1{_LEFT_OUT}", told)
    told = _CODED_LOGIN.sub(r"\1", _BARE_LOGIN.sub("", told))
    told = _BEARER.sub(rf"\1 {_LEFT_OUT}", told)
    return _JSON_WEB_TOKEN.sub(_LEFT_OUT, told)


def whole_characters(text: str) -> str:
    """Half characters, as a paste may end with, become a mark: no file takes them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _cut(found: re.Match[str]) -> str:
    word = found.group()
    if not may_hold_secret(word):
        return word
    bare = word.rstrip("\\")  # before a quote that is itself within a text of JSON
    end = word[len(bare) :]
    address = _ADDRESS.search(bare)
    if address:
        return bare[: address.start()] + _plain(bare[address.start() :]) + end
    before, mark, after = bare.partition("?")
    return (before if mark and "=" in after else bare) + end


def _plain(href: str) -> str:
    told = shown(href)
    if not may_hold_secret(told):
        return told
    scheme, _, rest = told.partition("://")
    return f"{scheme}://{re.split('[/?#;]', rest)[0].rpartition('@')[2]}"


def cleaned_value(value: _Value) -> _Value:
    """A value of `inspection.values` with all of its texts cleaned, at any depth."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    told = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
    clean = {
        name: whole_characters(own) if _is_id(name, own) else _clean(own)
        for name, own in told.items()
    }
    return value if clean == told else replace(value, **clean)


def _is_id(name: str, own: object) -> bool:
    return name in _IDENTITY and isinstance(own, str)


def cleaned_values(values: Iterable[_Value]) -> tuple[_Value, ...]:
    """Each of them cleaned."""
    return tuple(map(cleaned_value, values))


def _clean(own: Any) -> Any:  # noqa: ANN401
    if isinstance(own, str) and not isinstance(own, Enum):
        return without_secrets(own)
    if isinstance(own, tuple):
        return tuple(map(_clean, own))
    return cleaned_value(own)
