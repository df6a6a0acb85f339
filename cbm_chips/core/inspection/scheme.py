"""The scheme of an inspection: buttons of answers, reason codes, questions with legal windows.

Every agency has its own; it is kept as JSON, which is also the file that an agency hands to its
staff. Labels and reason codes that are shipped here are translated where they are shown; the record
has them as they stand here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from ..errors import RequestError
from ..events.legal_window import NamedWindow
from ..reasons import Reason
from .values import InspectionQuestion, Outcome

FORMAT = "cbm-chips inspection scheme 1"
KEYS = tuple("123456789")
MOST_CHARACTERS = 1_000_000
"""No file of a scheme is longer."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_Row = TypeVar("_Row")


@dataclass(frozen=True)
class AnswerButton:
    """What one key or click answers.

    Attributes:
        key: `1` to `9`; empty for a button without a key.
        label: for people.
        outcome: of the answer.
        reason: reason code that it has by itself; empty for none.
        colour: `#rrggbb`, of the button's mark and of parcels with this outcome.
    """

    key: str
    label: str
    outcome: Outcome
    reason: str = ""
    colour: str = "#808080"

    def __post_init__(self) -> None:
        """Refuse what can't be a button, naming the field."""
        for name in ("key", "label", "reason", "colour"):
            object.__setattr__(self, name, str(getattr(self, name)).strip())
        object.__setattr__(self, "colour", self.colour.lower())
        if self.key and self.key not in KEYS:
            raise RequestError("answer_key", self.key, Reason("1 to 9, or none"))
        if not self.label:
            raise RequestError("answer_label", self.label, Reason("a label"))
        if not _COLOUR.fullmatch(self.colour):
            raise RequestError("answer_colour", self.colour, Reason("a colour such as #1b7837"))


DEFAULT_REASONS: tuple[str, ...] = (
    Reason("cloud gap"),
    Reason("too small"),
    Reason("mixed parcel"),
    Reason("boundary shift"),
    Reason("no data"),
    Reason("snow"),
    Reason("shadow or relief"),
    Reason("needs VHR"),
    Reason("needs photo"),
    Reason("wrong geometry"),
    Reason("duplicate"),
)

DEFAULT_BUTTONS: tuple[AnswerButton, ...] = (
    AnswerButton("1", "Confirmed", Outcome.CONFIRMED, colour="#1b7837"),
    AnswerButton("2", "Not confirmed", Outcome.NOT_CONFIRMED, colour="#c51b7d"),
    AnswerButton("3", "Inconclusive", Outcome.INCONCLUSIVE, colour="#e08214"),
    AnswerButton("4", "Cannot be inspected …", Outcome.CANNOT_BE_INSPECTED, colour="#6b6b6b"),
    AnswerButton("5", "Cloud gap", Outcome.INCONCLUSIVE, "cloud gap", "#e08214"),
    AnswerButton("6", "Mixed parcel", Outcome.INCONCLUSIVE, "mixed parcel", "#e08214"),
    AnswerButton("7", "Needs photo", Outcome.INCONCLUSIVE, "needs photo", "#e08214"),
    AnswerButton("8", "Too small", Outcome.CANNOT_BE_INSPECTED, "too small", "#6b6b6b"),
    AnswerButton("9", "Wrong geometry", Outcome.CANNOT_BE_INSPECTED, "wrong geometry", "#6b6b6b"),
)


@dataclass(frozen=True)
class InspectionScheme:
    """What an agency sets once for a campaign.

    Attributes:
        name, campaign: as they stand in the record.
        buttons: in the order shown; every key once.
        reasons: reason codes to choose from.
        questions: by code, every code once.
        windows: legal windows that the questions name.
    """

    name: str = ""
    campaign: str = ""
    buttons: tuple[AnswerButton, ...] = DEFAULT_BUTTONS
    reasons: tuple[str, ...] = DEFAULT_REASONS
    questions: tuple[InspectionQuestion, ...] = ()
    windows: tuple[NamedWindow, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse what is there twice, or lacks what it needs."""
        if not self.buttons:
            raise RequestError("answers", "", Reason("at least one button"))
        _each_once("answer_key", (one.key for one in self.buttons if one.key))
        _each_once("reasons", self.reasons)
        _each_once("question", (one.code for one in self.questions))
        _each_once("window_name", (one.name for one in self.windows))

    @property
    def all_reasons(self) -> tuple[str, ...]:
        """Reason codes to choose from, and those that only buttons have."""
        return tuple(dict.fromkeys((*self.reasons, *(b.reason for b in self.buttons if b.reason))))

    def question(self, code: str) -> InspectionQuestion:
        """The question of a group; one that the scheme does not know has only its code."""
        known = (one for one in self.questions if one.code == code)
        return next(known, InspectionQuestion(code))

    def colour_of(self, outcome: Outcome) -> str:
        """That of the outcome's first button, `#rrggbb`; grey where none has it."""
        colours = (one.colour for one in self.buttons if one.outcome is outcome)
        return next(colours, AnswerButton.colour)

    @property
    def sha256(self) -> str:
        """Hexadecimal; the same for the same scheme, whichever other windows are known."""
        named = {one.window for one in self.questions}
        own = replace(self, windows=tuple(one for one in self.windows if one.name in named))
        return hashlib.sha256(scheme_text(own).encode("utf-8", "surrogatepass")).hexdigest()


def outcome_of(told: object) -> Outcome:
    """An outcome by its text.

    Raises:
        RequestError: field `outcome`.
    """
    try:
        return Outcome(told)
    except ValueError:
        allowed = Reason("one of {known}", known=", ".join(one.value for one in Outcome))
        raise RequestError("outcome", told, allowed) from None


def scheme_text(scheme: InspectionScheme) -> str:
    """As `scheme_of_text` reads it, and as a file that people can edit."""
    told = {
        "format": FORMAT,
        "name": scheme.name,
        "campaign": scheme.campaign,
        "buttons": [{**asdict(one), "outcome": one.outcome.value} for one in scheme.buttons],
        "reasons": [str.__str__(one) for one in scheme.reasons],
        "questions": [asdict(one) for one in scheme.questions],
        "windows": [[one.name, one.start, one.end] for one in scheme.windows],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def scheme_of_text(text: str) -> InspectionScheme:
    """The scheme that a text holds; what it leaves out is as shipped.

    Raises:
        RequestError: field `scheme`, where it is none; else that of the row that is wrong.
    """
    told = _object_of(text)
    parts: dict[str, Any] = {name: _words(told, name) for name in ("name", "campaign")}
    for name, read in _ROWS.items():
        if name in told:
            parts[name] = _rows(told[name], name, read)
    return InspectionScheme(**parts)


def _object_of(text: str) -> dict[str, Any]:
    allowed = Reason("a scheme of an inspection as it was written by this plugin")
    try:
        told = json.loads(text) if len(text) <= MOST_CHARACTERS else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise RequestError("scheme", text[:40], allowed)
    return told


def _words(told: dict[str, Any], name: str) -> str:
    return str(told.get(name) or "").strip()


def _rows(told: object, name: str, read: Callable[[Any], _Row]) -> tuple[_Row, ...]:
    if not isinstance(told, list):
        raise RequestError("scheme", name, Reason("a list"))
    return tuple(_row(one, name, read) for one in told)


def _row(told: object, name: str, read: Callable[[Any], _Row]) -> _Row:
    try:
        return read(told)
    except (KeyError, TypeError, ValueError, AttributeError):
        allowed = Reason("rows as they were written by this plugin")
        raise RequestError("scheme", f"{name}: {told}", allowed) from None


def _button(told: dict[str, Any]) -> AnswerButton:
    return AnswerButton(
        str(told.get("key") or ""),
        str(told["label"]),
        outcome_of(told["outcome"]),
        str(told.get("reason") or ""),
        str(told.get("colour") or AnswerButton.colour),
    )


def _reason(told: object) -> str:
    if not isinstance(told, str) or not told.strip():
        raise TypeError(told)
    shipped = (one for one in DEFAULT_REASONS if one == told.strip())
    return next(shipped, told.strip())


def _question(told: dict[str, Any]) -> InspectionQuestion:
    wanted = told.get("wanted")
    if wanted is not None and (type(wanted) is not int or wanted < 0):
        raise RequestError("wanted", wanted, Reason("a whole number from 0, or none"))
    code, text, window = (_words(told, name) for name in ("code", "text", "window"))
    return InspectionQuestion(code, text, window, wanted)


_ROWS: dict[str, Callable[[Any], object]] = {
    "buttons": _button,
    "reasons": _reason,
    "questions": _question,
    "windows": lambda told: NamedWindow(*told),
}


def _each_once(name: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise RequestError(name, value, Reason("every one once"))
        seen.add(value)
