"""The plugin's settings: typed and frozen here, text in QgsSettings below one prefix."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication, QgsSettings

from ..core.errors import RequestError
from ..core.reading.contract import THREADS
from ..core.reasons import Reason
from ..core.sentinel2.cloud_rules import OWN, name_of
from ..core.sentinel2.scl import CloudRule

PREFIX = "cbm_chips/"
CACHE_FOLDER = "cbm_chips_cache"


@dataclass(frozen=True)
class Settings:
    """What the user set once for all runs.

    Attributes:
        chips_folder: where the GeoTIFFs of layers go; empty is beside the project.
        cache_folder: empty is in the profile.
        cache_size_mb: the most the cache may take.
        bad_classes, tolerance_pct: see `CloudRule`.
        own_classes: the bad classes that were chosen one by one last, to come back to.
        threads: files read at once.
        package_index: where missing packages are fetched from; empty is the public index.
    """

    chips_folder: str = ""
    cache_folder: str = ""
    cache_size_mb: int = 2048
    bad_classes: frozenset[int] = field(default=CloudRule().bad_classes)
    tolerance_pct: float = 0.0
    own_classes: frozenset[int] = frozenset()
    threads: int = THREADS
    package_index: str = ""

    @property
    def cache_path(self) -> Path:
        """The cache's folder: `CBM_CHIPS_CACHE`, else as set, else in the profile."""
        named = os.environ.get("CBM_CHIPS_CACHE") or self.cache_folder
        return Path(named) if named else Path(QgsApplication.qgisSettingsDirPath()) / CACHE_FOLDER

    @property
    def rule(self) -> CloudRule:
        """What counts as clear."""
        return CloudRule(self.bad_classes, self.tolerance_pct)


def load() -> Settings:
    """The settings as stored; what is unreadable falls back to its default.

    Bad classes of no named rule are the user's own, also where an earlier version stored them.
    """
    stored = QgsSettings()
    values = {}
    for row in fields(Settings):
        text = stored.value(PREFIX + row.name)
        if text is not None:
            values[row.name] = _readable(row.name, text)
    known = Settings(**{name: value for name, value in values.items() if value is not None})
    is_own = name_of(known.bad_classes) == OWN
    return replace(known, own_classes=known.bad_classes) if is_own else known


def save(settings: Settings) -> None:
    """Store every setting."""
    store = QgsSettings()
    for row in fields(Settings):
        value = getattr(settings, row.name)
        store.setValue(PREFIX + row.name, join_codes(value) if row.name in _CODES else str(value))


def parse_codes(text: str) -> frozenset[int]:
    """SCL codes as typed, `1,3,8,9,10`.

    Raises:
        RequestError: field `bad_classes`, for anything but such numbers.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise RequestError("bad_classes", text, Reason("SCL codes 1 to 11, separated by commas"))
    return CloudRule(frozenset(map(int, parts))).bad_classes


def join_codes(codes: frozenset[int]) -> str:
    """SCL codes as `parse_codes` reads them."""
    return ",".join(map(str, sorted(codes)))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _tolerance(text: str) -> float:
    return CloudRule(tolerance_pct=float(text)).tolerance_pct


_CODES = ("bad_classes", "own_classes")
_READERS: dict[str, Callable[[str], Any]] = {
    "chips_folder": str,
    "cache_folder": str,
    "cache_size_mb": _positive,
    "bad_classes": parse_codes,
    "own_classes": parse_codes,
    "tolerance_pct": _tolerance,
    "threads": _positive,
    "package_index": str,
}


def _readable(name: str, stored: Any) -> Any:
    # An INI file turns text with commas into a list.
    text = ",".join(map(str, stored)) if isinstance(stored, (list, tuple)) else str(stored)
    try:
        return _READERS[name](text)
    except (ValueError, RequestError):
        return None
