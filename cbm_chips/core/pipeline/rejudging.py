"""Dates judged anew by another cloud rule: from what is there, without a read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..reasons import Reason
from ..sentinel2.scl import CloudFlag, CloudRule, bad_pixels, judge
from .exclusions import why_not_clear
from .series import Entry, State

if TYPE_CHECKING:
    from ..model import Chip
    from ..sentinel2.scl import Verdict
    from .series import Series

CLEAR_NOW = Reason("clear by this cloud rule, but not read yet")
_LEFT_OUT = (State.EXCLUDED, State.STOPPED)


@dataclass(frozen=True)
class Judge:
    """Judges the dates of a run.

    Attributes:
        rule: by which.
        clear_only: the run reads clear dates only: those that become clear can be read, and those
            that were not read are left out where they are not clear any more.
    """

    rule: CloudRule
    clear_only: bool = False

    def judge_all(self, series: Series) -> list[int]:
        """The rows that changed."""
        return self.judge_rows(series, range(len(series.entries)))

    def judge_rows(self, series: Series, rows: Iterable[int]) -> list[int]:
        """Those of these rows that changed."""
        changed = []
        for row in rows:
            entry = self.judged(series.entries[row])
            if entry is not series.entries[row]:
                series.entries[row] = entry
                changed.append(row)
        return changed

    def judged(self, entry: Entry) -> Entry:
        """The date by this rule; itself where it is judged so already, or nothing is known."""
        if entry.histogram is None or entry.rule == self.rule:
            return entry
        verdict = judge(entry.histogram, self.rule)
        anew = replace(
            entry,
            flag=verdict.flag,
            cloud_fraction=verdict.cloud_fraction,
            chip=entry.chip and chip_judged(entry.chip, self.rule, verdict),
            rule=self.rule,
        )
        is_to_decide = self.clear_only and entry.state in _LEFT_OUT and entry.chip is None
        return _decided(anew, entry, verdict) if is_to_decide else anew


def chip_judged(chip: Chip, rule: CloudRule, verdict: Verdict | None = None) -> Chip:
    """The chip by another rule; itself where there is nothing to judge it by.

    Args:
        chip: with its pixels.
        rule: by which.
        verdict: of the chip's histogram, if it is known already.
    """
    if chip.histogram is None or chip.rule == rule:
        return chip
    verdict = verdict or judge(chip.histogram, rule)
    return replace(
        chip,
        flag=verdict.flag,
        cloud_fraction=verdict.cloud_fraction,
        bad_pixels=chip.bad_pixels if chip.scl is None else bad_pixels(chip.scl, rule),
        rule=rule,
    )


def _decided(anew: Entry, before: Entry, verdict: Verdict) -> Entry:
    """A date whose bands were not read, where only those of clear dates are wanted."""
    is_other = before.state is State.EXCLUDED and before.flag is CloudFlag.CLEAR
    if is_other or verdict.flag is CloudFlag.NO_DATA:
        return anew  # left out for another reason, whatever the rule
    if verdict.flag is CloudFlag.CLEAR:
        return replace(anew, state=State.STOPPED, reason=CLEAR_NOW)
    return replace(anew, state=State.EXCLUDED, reason=why_not_clear(verdict))
