"""The one date that grid, large view and map agree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

if TYPE_CHECKING:
    from ....core.pipeline.series import Entry


class CurrentDate(QObject):
    """Whoever shows dates says here where the user went, and follows `changed`.

    What is current already is no change, so that nothing echoes.
    """

    changed = pyqtSignal(object)
    """Entry | None: another date, or news of the same one."""
    pointed = pyqtSignal(str)
    """The id of the scene that the mouse is over, wherever that is; empty for none."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QObject) -> None:
        """`entries` gives the dates on show."""
        super().__init__(parent)
        self._entries = entries
        self._entry: Entry | None = None
        self._pointed = ""
        self.acquired: datetime | None = None
        """When the date that was current last was acquired; it outlives the run, so that the
        nearest date of the next place can be found."""

    @property
    def entry(self) -> Entry | None:
        """None while no date is current."""
        return self._entry

    def set(self, entry: Entry | None) -> None:
        """The user is at this date now, or this is what became of it."""
        if entry is self._entry:
            return
        self._entry = entry
        if entry is not None and entry.scene.is_dated:
            self.acquired = entry.scene.acquired
        self.changed.emit(entry)

    def go_to(self, scene_id: str) -> None:
        """Make the date of this scene the current one, if it is on show."""
        for entry in self._entries():
            if entry.scene.id == scene_id:
                self.set(entry)
                return

    def point_at(self, scene_id: str) -> None:
        """The mouse is over this date now; empty for none."""
        if scene_id != self._pointed:
            self._pointed = scene_id
            self.pointed.emit(scene_id)
