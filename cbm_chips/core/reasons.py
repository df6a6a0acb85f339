"""Sentences for people: a code with values. As texts they are English; the GUI translates them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from numbers import Number
from typing import Any, Union

Packed = Union[str, list[Any]]
"""A sentence as JSON: plain text, or a reason's code and its values."""
COUNT = "count"
"""Name of the value that chooses the plural form."""
_DAY = "day"


class Reason(str):
    """A sentence that a person may see: why a date failed, what is odd about a file.

    For whom a text is enough it is the text, in English. Its code is the English template, a
    literal written once where the reason is known; i18n has its translations. Values may be
    reasons, too, or errors, whose words they stand for; what a server or the system said is a
    plain text among them. A value named `count` chooses the plural form.

    >>> Reason("{host} did not answer in {limit_s:g} s", host="example.org", limit_s=2.5)
    'example.org did not answer in 2.5 s'

    Attributes:
        code: the template.
        values: what fills its placeholders.
    """

    code: str
    values: Mapping[str, object]

    def __new__(cls, code: str, /, **values: object) -> Reason:
        """The sentence with its placeholders filled."""
        return _made(code, values)

    def __str__(self) -> str:
        """Itself, so that the words of an error, `str(error)`, stay translatable."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """For other processes."""
        return _made, (self.code, dict(self.values))


def _made(code: str, values: Mapping[str, object]) -> Reason:
    kept = {name: _plain(value) for name, value in values.items()}
    reason = str.__new__(Reason, code.format(**kept))
    reason.code, reason.values = code, kept
    return reason


def _plain(value: object) -> object:
    if isinstance(value, (str, Number, date)):
        return value
    system = value.strerror if isinstance(value, OSError) else None
    return system or str(value)


def joined(sentences: Iterable[object], between: str = ", ") -> str:
    """Sentences in a row, such as `404, file missing; not read`; each can still be translated."""
    parts = {f"part{number}": _plain(one) for number, one in enumerate(sentences)}
    if all(type(one) is str for one in parts.values()):
        return between.join(map(str, parts.values()))
    return _made(between.join(f"{{{name}}}" for name in parts), parts)


def cleaned(sentence: str, clean: Callable[[str], str]) -> str:
    """A sentence whose plain texts, such as addresses, `clean` was applied to."""
    if not isinstance(sentence, Reason):
        return clean(sentence)
    values = {n: cleaned(v, clean) if isinstance(v, str) else v for n, v in sentence.values.items()}
    return _made(sentence.code, values)


def packed(sentence: str) -> Packed:
    """A sentence for JSON; `unpacked` gives it back."""
    if not isinstance(sentence, Reason):
        return sentence
    return [sentence.code, {name: _packed_value(one) for name, one in sentence.values.items()}]


def _packed_value(value: object) -> object:
    if isinstance(value, str):
        return packed(value)
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    return value if isinstance(value, (int, float)) else str(value)


def unpacked(told: object) -> str:
    """The sentence of `packed`; plain text, or what is none of ours, as it is written."""
    if isinstance(told, list):
        try:
            code, values = told
            return _made(code, {name: _unpacked_value(one) for name, one in values.items()})
        except (ValueError, TypeError, LookupError, AttributeError):
            pass
    return str(told)


def _unpacked_value(told: object) -> object:
    if isinstance(told, dict):
        return date.fromisoformat(told[_DAY])
    return unpacked(told) if isinstance(told, list) else told
