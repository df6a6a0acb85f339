"""A run as words of `qgis_process`, whose parameters are those of Processing's algorithms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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


def process_words(algorithm: str, parameters: Iterable[Parameter]) -> tuple[str, ...]:
    """The command, word by word; `parameters` in the order in which they are to stand."""
    given = (f"{name}={value}" for name, value in parameters)
    return (COMMAND, "run", f"{PROVIDER}:{algorithm}", "--", *given)


def raw_chips_parameters(run: RepeatableRun) -> list[Parameter]:
    """Of `rawchips`, for all bands of the run; what is usual there is left out."""
    request = run.request
    usual = {
        "SIZE": "1280",
        "LEVEL": "LEVEL2A",
        "MAX_SCENE_CLOUD": "100",
        "CLEAR_ONLY": "false",
        "ONE_PER_DATE": "true",
        "SECOND_OPINION": "false",
        "AUTH": "",
        "CLOUD_RULE": "",
    }
    limits = {
        "SIZE": str(request.size_m),
        "LEVEL": request.level,
        "MAX_SCENE_CLOUD": number_text(request.max_scene_cloud_pct),
        "CLEAR_ONLY": switch_text(request.clear_only),
        "ONE_PER_DATE": switch_text(request.one_per_date),
        "SECOND_OPINION": switch_text(request.second_opinion),
        "AUTH": run.login,
        "CLOUD_RULE": rule_name(run.rule),
    }
    return [
        ("SOURCE", run.source),
        *place_parameters(request.place),
        ("START", request.first_day.isoformat()),
        ("END", request.last_day.isoformat()),
        ("BANDS", ",".join(request.bands)),
        *((name, value) for name, value in limits.items() if value != usual[name]),
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


def number_text(value: float) -> str:
    """To the last digit, whole numbers without a point."""
    return str(int(value)) if value == int(value) else repr(value)


def switch_text(is_on: bool) -> str:
    """As Processing takes it."""
    return "true" if is_on else "false"
