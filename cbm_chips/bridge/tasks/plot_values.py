"""Chips -> series in a QgsTask: the main thread computes no value and no curve.

Nothing is read: the pixels are those that the run has in memory. Another index needs only another
task for the same chips.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

from qgis.PyQt.QtCore import pyqtSignal

from ...core.model import Chip, Place
from ...core.pipeline.series import Entry
from ...core.series.curves import SmoothedCurve
from ...core.series.values import ValueSeries
from ...core.series.years import year_by_year
from ..log import LOG_TAG
from ..texts.translation import tr
from .call_outcome import CallResult, log_end, result_of
from .quiet_task import QuietTask

if TYPE_CHECKING:
    from ...core.series.making.chip_values import ParcelInChip, PointNumbers

BATCH_CHIPS = 48
"""So many chips' values are computed before the plot grows."""


@dataclass(frozen=True, eq=False)
class ChipNumbers:
    """The numbers of a chip, as long as it is the one that its date has."""

    chip: Chip
    numbers: Mapping[str, PointNumbers]


KnownNumbers = Mapping[str, ChipNumbers]
"""By the id of the scene."""


@dataclass(frozen=True)
class CurveOrder:
    """What curves are wanted.

    Attributes:
        strength: lambda; 0 for none.
        is_by_year: a curve for each year.
    """

    strength: float = 0.0
    is_by_year: bool = False


@dataclass(frozen=True)
class ValueOrder:
    """The work of one task.

    Attributes:
        job: number of the task.
        place: whose pixels count.
        entries: the dates of the run.
        names: of indices and bands.
        known: what was computed before.
        parcel: the pixels of the place, if they are known by now.
        others: series of others, for curves.
    """

    job: int
    place: Place
    entries: Sequence[Entry] = field(repr=False)
    names: tuple[str, ...]
    known: KnownNumbers = field(repr=False, default_factory=dict)
    parcel: Union[ParcelInChip, None] = None
    others: tuple[ValueSeries, ...] = ()
    curves: CurveOrder = field(default_factory=CurveOrder)


@dataclass(frozen=True)
class PlotValues:
    """What is known by now.

    Attributes:
        series: of the names, with all dates.
        known: the numbers of all chips that were looked at.
        is_whole: no chip is left.
    """

    job: int
    series: tuple[ValueSeries, ...]
    curves: tuple[SmoothedCurve, ...]
    known: KnownNumbers = field(repr=False)
    parcel: Union[ParcelInChip, None] = field(repr=False)
    is_whole: bool


class ValueTask(QuietTask):
    """Computes a batch of chips. Keep a reference until `ended` is emitted."""

    ended = pyqtSignal(int, object)
    """The number of the job, and `PlotValues`, or None; emitted once, in the main thread."""

    def __init__(self, order: ValueOrder) -> None:
        """Not started yet."""
        super().__init__(tr("{0}: values").format(LOG_TAG), is_hidden=True)
        self._order = order
        self._result = CallResult()

    def run(self) -> bool:
        """In a worker thread."""
        self._result = result_of(self._computed)
        return self._result.value is not None

    def finished(self, result: bool) -> None:
        """In the main thread."""
        log_end(self.description(), self._result)
        self.ended.emit(self._order.job, self._result.value)

    def _computed(self) -> PlotValues | None:
        from ...core.rendering.indices import USUAL
        from ...core.series.making.chip_values import ParcelInChip, numbers_of
        from ...core.series.making.from_run import series_of_run

        order = self._order
        names = tuple(dict.fromkeys((*order.names, USUAL)))
        left = [entry for entry in order.entries if entry.chip and not _is_known(order, entry)]
        known, parcel = dict(order.known), order.parcel
        for entry in left[:BATCH_CHIPS]:
            if self.isCanceled():
                return None
            chip = entry.chip
            if chip is not None:
                parcel = parcel or ParcelInChip.of(order.place, chip.grid)
                known[entry.scene.id] = ChipNumbers(chip, numbers_of(chip, parcel, names))
        numbers = {scene_id: one.numbers for scene_id, one in known.items()}
        series = series_of_run(order.entries, numbers, order.names)
        curves = curves_of((*series, *order.others), order.curves)
        return PlotValues(order.job, series, curves, known, parcel, len(left) <= BATCH_CHIPS)


def curves_of(series: Sequence[ValueSeries], order: CurveOrder) -> tuple[SmoothedCurve, ...]:
    """Smoothed, where that is wanted and possible; takes milliseconds, and SciPy's import once."""
    from ...core.series.smoothing import can_smooth, smoothed

    if not order.strength or not can_smooth():
        return ()
    each = year_by_year(series) if order.is_by_year else series
    curves = (smoothed(one, order.strength) for one in each)
    return tuple(curve for curve in curves if curve is not None)


def _is_known(order: ValueOrder, entry: Entry) -> bool:
    """Also of a chip whose bands do not suffice for all names: no task makes more of it."""
    known = order.known.get(entry.scene.id)
    if known is None or known.chip is not entry.chip:
        return False
    return all(name in known.numbers or not _can(entry.chip, name) for name in order.names)


def _can(chip: Chip, name: str) -> bool:
    from ...core.series.names import bands_of

    return set(bands_of(name)) <= set(chip.bands)
