"""Name and area of the place shown, and a button to read it anew where the form has changed."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ...bridge.geometry import area_words
from ...bridge.translation import tr
from ...core.model import Place


class PlaceLabel(QWidget):
    """Hidden until there is a place."""

    updateClicked = pyqtSignal()

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
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 2, 6, 2)
        line.addWidget(self._words, 1)
        line.addWidget(self._update)
        self.hide()

    def show_place(self, place: Place) -> None:
        """Its name and details, else its area."""
        known = place.details
        if not known and place.outline is not None:
            known = area_words(place.outline)
        parts = [f"<b>{escape(name_of(place))}</b>", escape(known)]
        self._words.setText(" · ".join(part for part in parts if part))
        self._words.setToolTip(f"{place.lat:.5f}, {place.lon:.5f}")
        self.offer_update(False)
        self.show()

    def offer_update(self, is_outdated: bool) -> None:
        """Show the button where the form differs from what is shown."""
        self._update.setVisible(is_outdated)


def name_of(place: Place) -> str:
    """The label, else latitude and longitude as maps give them."""
    return place.label or f"{place.lat:.5f}, {place.lon:.5f}"
