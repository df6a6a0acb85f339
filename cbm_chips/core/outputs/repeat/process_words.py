"""A run as words of `qgis_process`, whose parameters are those of Processing's algorithms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...sentinel2.cloud_rules import CLOUD_RULES, name_of
from ...sentinel2.scl import CloudRule
from .outline_text import wkt_of

if TYPE_CHECKING:
    from ...model import Place
    from .repeatable_run import RepeatableRun

COMMAND = "qgis_process"
PROVIDER = "cbmchips"
AGAIN = "repeated"
"""Where the chips go: beside what is there, never over it."""

Parameter = tuple[str, str]
"""Its name and its value as text."""


def number_text(value: float) -> str:
    """To the last digit, whole numbers without a point."""
    return str(int(value)) if value == int(value) else repr(value)


def switch_text(is_on: bool) -> str:
    """As Processing takes it."""
    return "true" if is_on else "false"


@dataclass(frozen=True)
class LimitWords:
    """A field of `ChipRequest` as a parameter of Processing, which has its own default."""

    parameter: str
    field: str
    default: object
    to_text: Callable[[Any], str]


LIMITS = (
    LimitWords("SIZE", "size_m", 1280, str),
    LimitWords("LEVEL", "level", "LEVEL2A", str),
    LimitWords("MAX_SCENE_CLOUD", "max_scene_cloud_pct", 100, number_text),
    LimitWords("CLEAR_ONLY", "clear_only", False, switch_text),
    LimitWords("ONE_PER_DATE", "one_per_date", True, switch_text),
    LimitWords("SECOND_OPINION", "second_opinion", False, switch_text),
)
"""All fields of a request but place, days and bands, in the order of the parameters."""


def process_words(algorithm: str, parameters: Iterable[Parameter]) -> tuple[str, ...]:
    """The command, word by word; `parameters` in the order in which they are to stand."""
    given = (f"{name}={value}" for name, value in parameters)
    return (COMMAND, "run", f"{PROVIDER}:{algorithm}", "--", *given)


def raw_chips_parameters(run: RepeatableRun) -> list[Parameter]:
    """Of `rawchips`, for all bands of the run; what is usual there is left out."""
    request = run.request
    limits = ((row, getattr(request, row.field)) for row in LIMITS)
    others = (("AUTH", run.login), ("CLOUD_RULE", rule_name(run.rule)))
    return [
        ("SOURCE", run.source),
        *place_parameters(request.place),
        ("START", request.first_day.isoformat()),
        ("END", request.last_day.isoformat()),
        ("BANDS", ",".join(request.bands)),
        *((row.parameter, row.to_text(value)) for row, value in limits if value != row.default),
        *(parameter for parameter in others if parameter[1]),
        ("OUTPUT", AGAIN),
    ]


def place_parameters(place: Place) -> list[Parameter]:
    """Its centre to the last digit, its outline and its name, as far as it has them."""
    given = [("POINT", f"{place.lon!r},{place.lat!r} [EPSG:4326]")]
    if place.outline is not None:
        given.append(("PLACE_OUTLINE", wkt_of(place.outline)))
    label = " ".join(place.label.split())
    return [*given, ("PLACE_NAME", label)] if label else given


def rule_name(rule: CloudRule) -> str:
    """The name by which the algorithms know the rule; empty for one of the user's own."""
    name = name_of(rule.bad_classes)
    return name if name in CLOUD_RULES and rule == CloudRule(rule.bad_classes) else ""
