"""Events of a run: what the pipeline yields besides `Chip` and `FailedChip`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

from ..model import Chip, FailedChip, Grid, Scene, Unusable
from ..scenes.acquisitions import Dropped
from ..sentinel2.scl import CloudRule, Verdict


@dataclass(frozen=True)
class Found:
    """The search is done: the dates that follow, and those that do not, with the reasons.

    `is_offline`: the source did not answer, and this is what was kept of former searches.
    """

    grid: Grid
    scenes: tuple[Scene, ...]
    unusable: tuple[Unusable, ...]
    dropped: tuple[Dropped, ...]
    notes: tuple[str, ...]
    is_offline: bool = False


@dataclass(frozen=True)
class Flagged:
    """One date judged by its SCL; its bands follow, unless the request leaves it out."""

    scene: Scene
    verdict: Verdict
    histogram: Mapping[int, int] | None
    parcel_in_chip_pct: float | None = None
    rule: CloudRule | None = None


@dataclass(frozen=True)
class Waiting:
    """Nothing has arrived for `HEARTBEAT_S`: a moment to cancel."""


Event = Union[Found, Flagged, Chip, FailedChip, Waiting]
WAITING = Waiting()
