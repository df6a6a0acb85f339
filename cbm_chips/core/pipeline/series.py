"""The dates of one run and their state: what a grid of thumbnails shows, without widgets.

Matches dates with events and counts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from ..model import Absence, Chip, FailedChip, Scene
from ..reasons import Reason, joined
from ..sentinel2.scl import CloudFlag, CloudRule
from ..sentinel2.second_opinion import is_doubtful
from .events import Event, Flagged, Found, Waiting


class State(str, Enum):
    """How far a date is."""

    WAITING = "waiting"
    FLAGGED = "flagged"
    """Judged; its bands are still to come."""
    STOPPED = "stopped"
    """Not read: the run ended before. It may have a flag."""
    CHIP = "chip"
    FAILED = "failed"
    UNUSABLE = "unusable"
    EXCLUDED = "excluded"
    DUPLICATE = "duplicate"


AWAITED = frozenset({State.WAITING, State.FLAGGED})
ENDED = frozenset(State) - AWAITED - {State.STOPPED}
_STATE_OF_ABSENCE = {
    Absence.FAILED: State.FAILED,
    Absence.UNUSABLE: State.UNUSABLE,
    Absence.EXCLUDED: State.EXCLUDED,
}
_ABSENCE_OF_STATE = {state: absence for absence, state in _STATE_OF_ABSENCE.items()}


@dataclass(frozen=True)
class Entry:
    """One date.

    Attributes:
        scene: what is or was to be read.
        state: see `State`.
        flag: the verdict so far; None until there is one.
        cloud_fraction: bad / valid pixels, 0..1, None if unknown.
        histogram: SCL class -> pixels, None if unknown.
        reason: why there is no chip, or a band is missing, for people.
        failures: band -> why it could not be read.
        chip: the pixels, when they are there.
        parcel_in_chip_pct: share of the parcel within the chip, 0..100; None without outline.
        rule: by which it is judged; None before it is.
        likely_cloud_fraction: see `Chip`.
    """

    scene: Scene
    state: State = State.WAITING
    flag: CloudFlag | None = None
    cloud_fraction: float | None = None
    histogram: Mapping[int, int] | None = None
    reason: str = ""
    chip: Chip | None = None
    parcel_in_chip_pct: float | None = None
    failures: Mapping[str, str] = field(default_factory=dict)
    rule: CloudRule | None = None
    likely_cloud_fraction: float | None = None

    @property
    def is_doubtful(self) -> bool:
        """Clear by the SCL, and not by the second opinion."""
        return is_doubtful(self.flag, self.likely_cloud_fraction)

    @property
    def is_clear(self) -> bool:
        """Nobody doubts it."""
        return self.flag is CloudFlag.CLEAR and not self.is_doubtful

    @property
    def is_failed(self) -> bool:
        """It lacks something, be it one band; trying again may help."""
        return self.state is State.FAILED or bool(self.chip and self.chip.failures)

    @property
    def is_retryable(self) -> bool:
        """Reading it, or reading it again, may help."""
        return self.is_failed or self.state is State.STOPPED


@dataclass(frozen=True)
class Counts:
    """The numbers of the progress line.

    `dates` are those to be read, without duplicates and unusable ones; `failed` are those of them
    that lack something, be it one band; `stopped` were not read; `bytes_read` counts what the
    readers counted.
    """

    dates: int = 0
    done: int = 0
    clear: int = 0
    cloudy: int = 0
    failed: int = 0
    stopped: int = 0
    from_cache: int = 0
    bytes_read: int = 0
    partly: int = 0
    doubtful: int = 0


@dataclass
class Series:
    """The dates of a run, oldest first; fed with the run's events in any order."""

    entries: list[Entry] = field(default_factory=list)
    _rows: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Of each scene's id, of the first `_indexed` entries."""
    _indexed: int = field(default=0, init=False, repr=False, compare=False)
    _listed: int = field(default=0, init=False, repr=False, compare=False)
    """Entries of the search; the few that came later stand behind them."""

    def begin(self, found: Found) -> None:
        """Placeholders for everything the search gave, duplicates with their reason."""
        self.entries = [Entry(scene) for scene in found.scenes]
        self.entries += [
            Entry(drop.scene, State.DUPLICATE, reason=drop.because) for drop in found.dropped
        ]
        self.entries.sort(key=by_time)
        self._rows, self._indexed, self._listed = {}, 0, len(self.entries)

    def take(self, event: Event) -> int | None:
        """Put an event in its place; the row that changed, None if the event is of no row.

        A date that is not known yet (one the source listed but could not use) gets a new last
        row.
        """
        if isinstance(event, Waiting):
            return None
        if isinstance(event, Found):
            self.begin(event)
            return None
        row = self.row_of(event)
        if row is None:
            self.entries.append(Entry(event.scene))
            row = len(self.entries) - 1
        self.entries[row] = _after(self.entries[row], event)
        return row

    def is_oldest_first(self) -> bool:
        """True unless dates that nobody knew of came later than those they belong before."""
        key = by_time
        late = self.entries[max(self._listed - 1, 0) :]
        return all(key(one) <= key(next_one) for one, next_one in zip(late, late[1:]))

    def stop(self) -> list[int]:
        """Nothing more comes: dates that wait for it are stopped. The rows that changed."""
        rows = [row for row, entry in enumerate(self.entries) if entry.state in AWAITED]
        for row in rows:
            self.entries[row] = replace(self.entries[row], state=State.STOPPED)
        return rows

    def resume(self, ids: Collection[str]) -> list[int]:
        """Stopped dates of these scenes are awaited again. The rows that changed."""
        rows = [row for row, entry in enumerate(self.entries) if _is_to_resume(entry, ids)]
        for row in rows:
            is_judged = self.entries[row].flag is not None
            state = State.FLAGGED if is_judged else State.WAITING
            self.entries[row] = replace(self.entries[row], state=state)
        return rows

    def counts(self) -> Counts:
        """See `Counts`."""
        wanted = [
            entry for entry in self.entries if entry.state not in (State.DUPLICATE, State.UNUSABLE)
        ]
        chips = [entry.chip for entry in wanted if entry.chip is not None]
        return Counts(
            dates=len(wanted),
            done=sum(entry.state in ENDED for entry in wanted),
            clear=sum(entry.is_clear for entry in wanted),
            doubtful=sum(entry.is_doubtful for entry in wanted),
            partly=sum(entry.flag is CloudFlag.PARTLY for entry in wanted),
            cloudy=sum(entry.flag is CloudFlag.CLOUDY for entry in wanted),
            failed=sum(entry.is_failed for entry in wanted),
            stopped=sum(entry.state is State.STOPPED for entry in wanted),
            from_cache=sum(_is_from_cache(chip) for chip in chips),
            bytes_read=sum(chip.provenance.bytes_read or 0 for chip in chips),
        )

    def row_of(self, event: Event) -> int | None:
        """The row an event is about; None for a date that has none yet.

        Scenes of two collections may bear the same id: a duplicate is never what was read.
        """
        if isinstance(event, (Found, Waiting)):
            return None
        planned = _planned_id(event)
        rows = self._rows_of(planned)
        rows.sort(key=lambda row: self.entries[row].state is State.DUPLICATE)
        if not rows or (_is_unusable(event) and self.entries[rows[0]].scene != event.scene):
            return None
        return rows[0]

    def _rows_of(self, scene_id: str) -> list[int]:
        """Found at once however many dates there are; rows never move within a run."""
        for row in range(self._indexed, len(self.entries)):
            self._rows.setdefault(self.entries[row].scene.id, []).append(row)
        self._indexed = len(self.entries)
        return list(self._rows.get(scene_id, ()))


def by_time(entry: Entry) -> tuple[datetime, str]:
    """The sort key of dates, oldest first."""
    return entry.scene.acquired, entry.scene.id


def _after(entry: Entry, event: Flagged | Chip | FailedChip) -> Entry:
    if isinstance(event, Flagged):
        return replace(
            entry,
            state=State.CHIP if entry.chip else State.FLAGGED,
            flag=event.verdict.flag,
            cloud_fraction=event.verdict.cloud_fraction,
            histogram=event.histogram,
            parcel_in_chip_pct=event.parcel_in_chip_pct,
            rule=event.rule,
        )
    changed = replace(
        entry,
        flag=event.flag,
        cloud_fraction=event.cloud_fraction,
        histogram=event.histogram,
        parcel_in_chip_pct=event.parcel_in_chip_pct,
        failures=event.failures,
        rule=event.rule,
        likely_cloud_fraction=event.likely_cloud_fraction,
    )
    if isinstance(event, Chip):
        return replace(changed, state=State.CHIP, chip=event, reason=_lacking(event))
    state = _STATE_OF_ABSENCE[event.absence]
    return replace(changed, state=state, reason=event.reason, chip=None)


def _is_to_resume(entry: Entry, ids: Collection[str]) -> bool:
    return entry.state is State.STOPPED and entry.scene.id in ids


def _is_unusable(event: Flagged | Chip | FailedChip) -> bool:
    """Of no date that is to be read, so never news of one, even if it bears the same id."""
    return isinstance(event, FailedChip) and event.absence is Absence.UNUSABLE


def _planned_id(event: Flagged | Chip | FailedChip) -> str:
    if isinstance(event, Chip):
        return event.provenance.planned or event.scene.id
    return event.scene.id


def _lacking(chip: Chip) -> str:
    """`B04, B08: 404, file missing`: bands that share a reason share its mention."""
    bands: dict[str, list[str]] = {}
    for band, why in sorted(chip.failures.items()):
        bands.setdefault(why, []).append(band)
    return joined((joined((", ".join(some), why), ": ") for why, some in bands.items()), "; ")


def _is_from_cache(chip: Chip) -> bool:
    readers = chip.provenance.readers.values()
    return bool(readers) and all(reader == "cache" for reader in readers)


def results_of(entries: Iterable[Entry]) -> tuple[Chip | FailedChip, ...]:
    """The dates as results, for outputs; duplicates, which are no dates of their own, are none."""
    return tuple(
        entry.chip or _without_chip(entry)
        for entry in entries
        if entry.state is not State.DUPLICATE
    )


def _without_chip(entry: Entry) -> FailedChip:
    return FailedChip(
        entry.scene,
        entry.reason or Reason("not read yet"),
        _ABSENCE_OF_STATE.get(entry.state, Absence.FAILED),
        flag=entry.flag or CloudFlag.NO_SCL,
        histogram=entry.histogram,
        cloud_fraction=entry.cloud_fraction,
        parcel_in_chip_pct=entry.parcel_in_chip_pct,
        failures=entry.failures,
        rule=entry.rule,
        likely_cloud_fraction=entry.likely_cloud_fraction,
    )
