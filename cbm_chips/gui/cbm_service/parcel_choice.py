"""Which one, where several parcels of a server lie at one point."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...bridge.texts.plain_text import plain_entry
from ...bridge.texts.translation import tr

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import Parcel


class ParcelChoice(QMenu):
    """A menu at the pointer: id, crop and area of each; nothing waits for it."""

    def __init__(
        self, parcels: Iterable[Parcel], choose: Callable[[Parcel], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.addSection(tr("Several parcels lie here"))
        for parcel in parcels:
            action = self.addAction(words_of(parcel))
            action.triggered.connect(lambda checked=False, parcel=parcel: choose(parcel))
        self.aboutToHide.connect(self.deleteLater)

    def show_here(self) -> None:
        """Where the click was."""
        self.popup(QCursor.pos())


def words_of(parcel: Parcel) -> str:
    """`315141 · Grassland, 7.48 ha`."""
    return plain_entry(" · ".join(part for part in (parcel.pid, parcel.place.details) if part))
