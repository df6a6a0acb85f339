"""Name and area of the place shown, and a button to read it anew where the form has changed."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...bridge.parcels.geometry import area_words
from ...bridge.texts.translation import tr
from ...core.model import LARGEST_SIZE_M, Place, seen_in_part
from ...core.scenes.parcel_cover import ParcelCover
from .message_line import MessageLine


class PlaceLabel(QWidget):
    """Hidden until there is a place."""

    updateClicked = pyqtSignal()
    sizeWanted = pyqtSignal(int)
    """Edge in metres of the chip that shows all, or more, of the parcel."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setAccessibleName(tr("Place"))
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._update = QToolButton()
        self._update.setText(tr("Update"))
        self._update.setToolTip(tr("Read this place again, as the form says now"))
        self._update.clicked.connect(self.updateClicked)
        self._update.hide()
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._update)
        self._cover = _CoverRow()
        self._cover.sizeWanted.connect(self.sizeWanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(2)
        self._badge = QLabel()
        self._badge.setWordWrap(True)
        self._badge.setAccessibleName(tr("Observability"))
        self._badge.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._badge.hide()
        rows.addLayout(line)
        rows.addWidget(self._badge)
        rows.addWidget(self._cover)
        self.hide()

    def show_place(self, place: Place) -> None:
        """Its name and details, else its area."""
        known = place.details
        if not known and place.outline is not None:
            known = area_words(place.outline)
        parts = [f"<b>{escape(name_of(place))}</b>", escape(known)]
        self._words.setText(" · ".join(part for part in parts if part))
        self._words.setToolTip(f"{place.lat:.5f}, {place.lon:.5f}")
        self._cover.hide()
        self.show()

    @property
    def badge(self) -> str:
        """Whether the parcel can be judged, in words; empty while it is not known."""
        return str(self._badge.text())

    def show_badge(self, words: str, tip: str) -> None:
        """Whether the parcel can be judged, and by which rule; empty words hide it."""
        self._badge.setText(words)
        self._badge.setToolTip(tip)
        self._badge.setAccessibleDescription(tip)
        self._badge.setVisible(bool(words))

    def show_cover(self, cover: ParcelCover, size_m: int) -> None:
        """Say how much of the parcel the chips of this size show, unless it is all of it."""
        self._cover.show_cover(cover, size_m)

    def offer_update(self, is_outdated: bool, *, is_possible: bool) -> None:
        """Show the button where the form differs from what is shown; grey while it can't be."""
        self._update.setVisible(is_outdated)
        self._update.setEnabled(is_possible)


class _CoverRow(QWidget):
    """`62 % of the parcel is in the chip`, and what can be done about it."""

    sizeWanted = pyqtSignal(int)

    def __init__(self) -> None:
        super().__init__()
        self._size_m = 0
        self._line, self._read = MessageLine(), QToolButton()
        self._read.clicked.connect(lambda: self.sizeWanted.emit(self._size_m))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._read, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._line.text

    def show_cover(self, cover: ParcelCover, size_m: int) -> None:
        """Hidden where all of the parcel is there."""
        self._size_m = min(cover.needed_m, LARGEST_SIZE_M)
        part = seen_in_part(cover.inside_pct)
        words = [tr("{part} of the parcel is in the chip.").format(part=part)]
        if cover.needed_m > LARGEST_SIZE_M:
            most = tr("All of it would need {needed} m, and {most} m is the most.")
            words.append(most.format(needed=cover.needed_m, most=LARGEST_SIZE_M))
        self._line.say(" ".join(words))
        self._read.setText(tr("Read {metres} m").format(metres=self._size_m))
        self._read.setVisible(self._size_m > size_m)
        self.setVisible(not cover.is_whole)


def name_of(place: Place) -> str:
    """The label, else latitude and longitude as maps give them."""
    return place.label or f"{place.lat:.5f}, {place.lon:.5f}"
