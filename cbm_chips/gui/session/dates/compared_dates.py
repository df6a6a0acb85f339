"""The two dates that are compared: a first and a second one, of the place on show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.compare.dates import why_not_compared

if TYPE_CHECKING:
    from ....core.model import Chip, Place
    from ....core.pipeline.series import Entry

FIRST, SECOND = 1, 2


class ComparedDates(QObject):
    """Marks belong to scenes, however these are filtered or sorted, and go with the place."""

    changed = pyqtSignal()
    """A mark came or went."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QObject) -> None:
        """`entries` gives the dates on show."""
        super().__init__(parent)
        self._entries = entries
        self._place: Place | None = None
        self._marks: dict[str, int] = {}

    @property
    def marks(self) -> Mapping[str, int]:
        """`FIRST` or `SECOND` by the id of the scene."""
        return self._marks

    @property
    def pair(self) -> tuple[Entry, Entry] | None:
        """The first and the second date, once both are marked and have their pixels."""
        first, second = self.entry(FIRST), self.entry(SECOND)
        if first is None or second is None or first.chip is None or second.chip is None:
            return None
        return first, second

    @property
    def chips(self) -> tuple[Chip, Chip] | None:
        """Those of `pair`."""
        chips = [entry.chip for entry in self.pair or () if entry.chip is not None]
        return (chips[0], chips[1]) if len(chips) == 2 else None

    def entry(self, number: int) -> Entry | None:
        """The date with this mark, as it is now."""
        marked = (one for one in self._entries() if self._marks.get(one.scene.id) == number)
        return next(marked, None)

    def begin(self, place: Place | None) -> None:
        """A place is read; another one than before has no marks."""
        if place != self._place:
            self._place = place
            self.clear()

    def clear(self) -> None:
        """No date is marked."""
        if self._marks:
            self._marks = {}
            self.changed.emit()

    def toggle(self, entry: Entry, number: int) -> str:
        """Mark a date, in place of the one with this mark, or take its mark back.

        Returns:
            Why it can't be marked, as half a sentence; empty where it could be.
        """
        scene = entry.scene.id
        if self._marks.get(scene) != number:
            why = why_not_compared(entry)
            if why:
                return why
            others = {s: n for s, n in self._marks.items() if n != number and s != scene}
            self._marks = {**others, scene: number}
        else:
            self._marks = {s: n for s, n in self._marks.items() if s != scene}
        self.changed.emit()
        return ""
