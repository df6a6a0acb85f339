"""One scene per day: the clearest one over the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timezone
from typing import Any

from ..model import Scene
from ..reasons import Reason
from .acquisitions import Dropped
from .overpasses import grouped
from .scene_order import by_age


@dataclass(frozen=True)
class Judged:
    """A scene and how clear it is over the place.

    Attributes:
        scene: the scene.
        bad_fraction: bad pixels / valid pixels, 0..1; None where there was nothing to judge by.
        valid_fraction: valid pixels / all pixels of the parcel, 0..1.
    """

    scene: Scene
    bad_fraction: float | None
    valid_fraction: float

    @property
    def clear_fraction(self) -> float:
        """Clear pixels / all pixels; a scene that could not be judged counts as not clear."""
        if self.bad_fraction is None:
            return 0.0
        return round(self.valid_fraction * (1.0 - self.bad_fraction), 9)


def clearest_per_date(
    candidates: Iterable[Judged],
) -> tuple[tuple[Judged, ...], tuple[Dropped, ...]]:
    """Of each UTC day the clearest scene, oldest first, and the others.

    Clearest has the most clear pixels of all the parcel's pixels, so no data counts like
    cloud. Ties go to more valid pixels, then to the earlier acquisition.
    """
    days = grouped(candidates, key=lambda judged: _utc_day(judged.scene))
    kept: list[Judged] = []
    dropped: list[Dropped] = []
    for day in sorted(days):
        best, *others = sorted(days[day], key=_by_clearness)
        reason = Reason("another scene of {day} is clearer, or as clear and earlier", day=day)
        kept.append(best)
        dropped.extend(Dropped(other.scene, reason, best.scene.id) for other in others)
    return tuple(kept), tuple(dropped)


def sharing_a_day(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """The scenes that are not the only one of their UTC day, as they came."""
    everything = tuple(scenes)
    days = Counter(map(_utc_day, everything))
    return tuple(scene for scene in everything if days[_utc_day(scene)] > 1)


def _utc_day(scene: Scene) -> date:
    return scene.acquired.astimezone(timezone.utc).date()


def _by_clearness(judged: Judged) -> tuple[Any, ...]:
    return (-judged.clear_fraction, -judged.valid_fraction, *by_age(judged.scene))
