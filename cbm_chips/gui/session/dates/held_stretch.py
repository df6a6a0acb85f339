"""One stretch for many parcels: the limits of one of them are kept for those that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ....core.model import Chip
from ....core.pipeline.rejudging import chip_judged

if TYPE_CHECKING:
    from ....core.pipeline.series import Entry
    from ....core.rendering.look import Look
    from ....core.sentinel2.scl import CloudRule


@dataclass(frozen=True)
class _Donor:
    """Chips of a parcel, and its name."""

    name: str
    chips: tuple[Chip, ...] = field(repr=False)

    def has(self, bands: Iterable[str]) -> bool:
        """A chip has all of these."""
        return any(set(bands) <= set(chip.bands) for chip in self.chips)


class HeldStretch(QObject):
    """Off until it is switched on; then the first parcel whose dates have limits gives them.

    Each look has its own limits. Of a look whose bands that parcel was not read with, those of the
    parcel on show are taken.
    """

    changed = pyqtSignal()
    """Other limits are in use, or none, or those of another look; or it was switched."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QObject) -> None:
        """`entries` gives the dates on show."""
        super().__init__(parent)
        self._entries = entries
        self.is_on = False
        self._donor: _Donor | None = None
        self._held: dict[Look, tuple[Look, str]] = {}
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)

    def switch(self, *, is_on: bool) -> None:
        """On or off; off forgets the limits."""
        if is_on == self.is_on:
            return
        self.is_on = is_on
        self._donor, self._held = None, {}
        self._call.stop()
        self.changed.emit()

    def apply(self, look: Look) -> Look:
        """The look with the limits that are held for it; itself where there are none."""
        return self._held.get(look, (look, ""))[0]

    def giver(self, look: Look) -> str:
        """The name of the parcel that gave the limits of this look; empty for none."""
        return self._held.get(look, (look, ""))[1]

    def take(self, look: Look, name: str) -> None:
        """Take limits for a look that has none yet, from the parcel on show unless one gave them.

        Args:
            look: as the form says.
            name: of the parcel on show, all of whose dates are there.
        """
        if not self.is_on:
            return
        self.changed.emit()
        if look in self._held:
            return
        donor = self._donor
        if donor is None or not donor.has(look.bands):
            chips = (entry.chip for entry in self._entries())
            donor = _Donor(name, tuple(chip for chip in chips if chip is not None))
        text = tr("CbM Chips: stretch of {place}").format(place=donor.name)
        self._call.start(BackgroundCall(text, partial(_taken, look, donor)))

    def judge_by(self, rule: CloudRule) -> None:
        """Take limits anew, from the clear dates by this rule, of the parcel that gave them."""
        if self._donor is not None:
            chips = tuple(chip_judged(chip, rule) for chip in self._donor.chips)
            self._donor = replace(self._donor, chips=chips)
        if self._held:
            self._held = {}
            self.changed.emit()

    def close(self) -> None:
        """Leave no task behind that could call back."""
        self._call.stop()

    def _hear(self, result: CallResult) -> None:
        if result.value is not None:
            look, fixed, donor = result.value
            self._donor = self._donor or donor
            self._held[look] = (fixed, donor.name)
            self.changed.emit()


def _taken(look: Look, donor: _Donor) -> tuple[Look, Look, _Donor] | None:
    """In a worker thread: a look, the same with the limits of a parcel, and that; None without."""
    fixed = look.fixed_to(donor.chips)
    return None if fixed is None else (look, fixed, donor)
