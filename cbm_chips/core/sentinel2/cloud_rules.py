"""Cloud rules by name: which classes spoil a pixel, and who judges so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..errors import RequestError
from .scl import CloudRule

OWN = "own"
"""The name of every rule whose classes are those of no row."""


@dataclass(frozen=True)
class NamedRule:
    """One row.

    Attributes:
        id: the word for settings, parameters and tables.
        title: for people, in English.
        bad_classes: codes that spoil a pixel; code 0 never counts as clear, whatever the rule.
        source: who judges so, in English.
    """

    id: str
    title: str
    bad_classes: frozenset[int]
    source: str


_DEFAULT = CloudRule()
_USUAL = _DEFAULT.bad_classes
_ROWS = (
    NamedRule(
        "default",
        "Default: shadow, clouds, cirrus",
        _USUAL,
        "CbM Chips, and the example client of JRC's CbM service",
    ),
    NamedRule(
        "strict",
        "Strict: only vegetation, soil and water",
        frozenset({1, 2, 3, 7, 8, 9, 10, 11}),
        "CbM Chips",
    ),
    NamedRule("tolerate_cirrus", "Tolerate thin cirrus", _USUAL - {10}, "CbM Chips"),
    NamedRule("with_snow", "Default and snow", _USUAL | {11}, "CbM Chips"),
    NamedRule(
        "jrc_markers",
        "JRC, marker chain: defective pixels count, snow is bad",
        frozenset({3, 8, 9, 10, 11}),
        "JRC's signal and marker processing (github.com/ec-jrc/cbm)",
    ),
    NamedRule(
        "jrc_viewer",
        "JRC, parcel viewer: cirrus counts, snow is bad",
        frozenset({1, 3, 8, 9, 11}),
        "JRC's parcel viewer of 2026 (github.com/ec-jrc/cbm)",
    ),
)
CLOUD_RULES: dict[str, NamedRule] = {row.id: row for row in _ROWS}
"""By id, in the order in which they are offered."""


def rule_called(name: str) -> CloudRule:
    """The rule of this id, with the usual limits.

    Raises:
        RequestError: field `cloud_rule`, for a name that is none.
    """
    if name not in CLOUD_RULES:
        raise RequestError("cloud_rule", name, " / ".join(CLOUD_RULES))
    return CloudRule(CLOUD_RULES[name].bad_classes)


@lru_cache(maxsize=64)
def name_of(bad_classes: frozenset[int]) -> str:
    """The id of the row with these classes, else `own`."""
    return next((row.id for row in _ROWS if row.bad_classes == bad_classes), OWN)


@lru_cache(maxsize=64)
def rule_words(rule: CloudRule) -> str:
    """`default: bad 1 3 8 9 10, tolerance 0 %`: by whose rule a table was judged."""
    codes = " ".join(map(str, sorted(rule.bad_classes))) or "none"
    words = f"{name_of(rule.bad_classes)}: bad {codes}, tolerance {rule.tolerance_pct:g} %"
    if rule.cloudy_from_pct != _DEFAULT.cloudy_from_pct:
        words += f", cloudy from {rule.cloudy_from_pct:g} %"
    return words


_NUMBER = r"\d+(?:\.\d+)?(?:e-?\d+)?"
_WORDS = re.compile(
    rf"(?:\w+: )?bad (?P<codes>none|\d+(?: \d+)*), tolerance (?P<tolerance>{_NUMBER}) %"
    rf"(?:, cloudy from (?P<cloudy>{_NUMBER}) %)?"
)


def rule_of_words(words: str) -> CloudRule | None:
    """The rule that `rule_words` wrote, None where the words are none of a rule."""
    told = _WORDS.fullmatch(words)
    if told is None:
        return None
    codes = () if told["codes"] == "none" else map(int, told["codes"].split())
    cloudy = float(told["cloudy"]) if told["cloudy"] else _DEFAULT.cloudy_from_pct
    try:
        return CloudRule(frozenset(codes), float(told["tolerance"]), cloudy)
    except RequestError:
        return None
