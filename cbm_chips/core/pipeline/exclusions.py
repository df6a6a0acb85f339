"""Dates without a chip: the reasons, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..model import Absence, FailedChip, Scene
from ..reasons import Reason, joined
from ..scenes.per_date import Judged, clearest_per_date
from ..sentinel2.scl import NOT_JUDGED, CloudFlag, Verdict
from .assembled import Assembled

SCL = "SCL"
NOTHING_THERE = Reason("the swath does not reach the chip: it holds no data")


@dataclass(frozen=True)
class Exclusion:
    """The reason why a date has no chip."""

    reason: str
    absence: Absence = Absence.EXCLUDED
    failures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Judgement:
    """A date with its SCL."""

    scl: Assembled
    verdict: Verdict
    histogram: Mapping[int, int] | None
    chip_is_empty: bool = False


def without_chip(scene: Scene, why: Exclusion, judgement: Judgement | None) -> FailedChip:
    """The date without pixels, with its flag where one is known."""
    verdict = judgement.verdict if judgement else NOT_JUDGED
    return FailedChip(
        scene,
        why.reason,
        why.absence,
        flag=verdict.flag,
        histogram=judgement.histogram if judgement else None,
        cloud_fraction=verdict.cloud_fraction,
        failures=why.failures,
    )


def not_clear(judgement: Judgement) -> Exclusion:
    """Why a date is left out where only clear ones are wanted."""
    if judgement.verdict.flag is CloudFlag.NO_SCL:
        why = judgement.scl.failures.get(SCL, "")
        return Exclusion(
            Reason("not known to be clear, SCL could not be read: {why}", why=why), Absence.FAILED
        )
    return Exclusion(why_not_clear(judgement.verdict))


def why_not_clear(verdict: Verdict) -> Reason:
    """What a verdict that is not clear says, in words."""
    if verdict.cloud_fraction is None:
        return Reason("not clear: no data in the parcel")
    share = 100 * verdict.cloud_fraction
    if not verdict.no_data_px:
        return Reason("not clear: {share:.0f} % of the valid pixels are bad", share=share)
    return Reason(
        "not clear: {share:.0f} % of the valid pixels are bad, {missing} of {total} have no data",
        share=share,
        missing=verdict.no_data_px,
        total=verdict.total_px,
    )


def less_clear_of_day(
    scenes: Iterable[Scene], judged: Mapping[Scene, Judgement]
) -> dict[Scene, Exclusion]:
    """All but the clearest of each day."""
    candidates = []
    for scene in scenes:
        verdict = judged[scene].verdict if scene in judged else NOT_JUDGED
        valid = verdict.valid_px / verdict.total_px if verdict.total_px else 0.0
        candidates.append(Judged(scene, verdict.cloud_fraction, valid))
    _, dropped = clearest_per_date(candidates)
    return {item.scene: Exclusion(item.because) for item in dropped}


def all_failed(failures: Mapping[str, str]) -> Exclusion:
    """Why no band could be read (band -> reason); once, where it is the same for all."""
    reason, *others = dict.fromkeys(failures.values())
    if others:
        reason = joined((joined(both, ": ") for both in failures.items()), "; ")
    return Exclusion(reason, Absence.FAILED, failures)
