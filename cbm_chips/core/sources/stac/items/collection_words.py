"""Satellite and level in the names that a catalogue uses, matched as whole words.

`sentinel-2a` is a satellite and `l2a` a level: no match within a longer word counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_RUN = re.compile(r"[^\W_]+")
_SATELLITE = r"(?:sentinel2|sen2|s2)[a-d]?"
_LEVEL = r"(?:msi(?:l|level)?|l|level)(?P<level>[0-4][a-z])p?"

_OF_SENTINEL_2 = re.compile(rf"{_SATELLITE}(?:m|msi|cor)?(?:{_LEVEL})?")
_NUMBER_2 = re.compile(rf"2[a-d]?(?:msi)?(?:{_LEVEL})?")
_WITH_LEVEL = re.compile(rf"(?:{_SATELLITE})?{_LEVEL}")
_NUMBER_WITH_LEVEL = re.compile(rf"2[a-d]?{_LEVEL}")
_AFTER_LEVEL = re.compile(r"(?P<level>[0-4][a-z])p?")
_WHOLE = re.compile(r"(?:l|level)?[-_ ]*(?P<level>[0-4][a-z]?)p?")
_OF_MANY = re.compile(
    r"mosaics?|composites?|[0-9]{2}d|monthly|quarterly|yearly|annual|hls[a-z0-9]*"
)
_MAKER = "sen2cor"
_BARE = ("l1", "l2")
"""Count next to the satellite's name only: Landsat's levels have these names as well."""

_LEVELS = {"2a": "LEVEL2A", "2": "LEVEL2A", "1c": "LEVEL1C", "1": "LEVEL1C"}
OTHER = "other"
"""Any other level, such as L3A, or composites of many dates."""


def names_sentinel_2(word: str) -> bool:
    """True for `S2A_MSIL2A_...`, `sentinel-2a`, `l2a-sentinel2`; False for `landsat-c2l2-sr`."""
    return _are_of_sentinel_2(_runs(word))


def _are_of_sentinel_2(runs: tuple[str, ...]) -> bool:
    after = zip(runs, runs[1:])
    return any(_OF_SENTINEL_2.fullmatch(run) for run in runs) or any(
        first == "sentinel" and _NUMBER_2.fullmatch(second) is not None for first, second in after
    )


def level_in(words: Iterable[str]) -> str:
    """LEVEL2A, LEVEL1C or `OTHER`, by the first word that names one; empty if none does.

    A word that names two, such as `s2-l1c-l2a`, names none.
    """
    named = (levels for word in words if len(levels := levels_in(word)) == 1)
    return next((level for levels in named for level in levels), "")


@lru_cache(maxsize=4096)
def levels_in(word: str) -> frozenset[str]:
    """All levels a word names."""
    runs = _runs(word)
    if any(_OF_MANY.fullmatch(run) for run in runs):
        return frozenset((OTHER,))
    whole = _WHOLE.fullmatch(word.strip().lower())
    codes = {whole.group("level")} if whole else set(_codes(runs))
    return frozenset(_LEVELS.get(code, OTHER) for code in codes)


def _codes(runs: tuple[str, ...]) -> Iterator[str]:
    """`2a` of `l2a`, `s2msi2a`, `level` + `2a`, `sentinel` + `2l2a`."""
    if _MAKER in runs:
        yield "2a"
    yield from (run[1] for run in runs if run in _BARE and _are_of_sentinel_2(runs))
    for before, run in zip(("", *runs), runs):
        match = _WITH_LEVEL.fullmatch(run)
        if before in ("l", "level"):
            match = match or _AFTER_LEVEL.fullmatch(run)
        if before == "sentinel":
            match = match or _NUMBER_WITH_LEVEL.fullmatch(run)
        if match:
            yield match.group("level")


def _runs(word: str) -> tuple[str, ...]:
    return tuple(_RUN.findall(word.lower()))
