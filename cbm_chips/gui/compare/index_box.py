"""The index of which a difference is taken."""

from __future__ import annotations

from collections.abc import Collection

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ...bridge.texts.translation import tr
from ...core.rendering.indices import INDICES, Index
from ..widgets.wide_popup import WidePopupBox

_DEFAULT = "NDVI"
_LETTERS = 5


class IndexBox(WidePopupBox):
    """Those whose bands were read; until the user chooses, it follows the pictures."""

    chosen = pyqtSignal()

    def __init__(self) -> None:
        """NDVI."""
        super().__init__()
        self._is_users = False
        for name, index in INDICES.items():
            self.addItem(name, index)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setAccessibleName(tr("Index of the difference"))
        self.setToolTip(tr("Index of the difference"))
        self._show(_DEFAULT)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> Index:
        """The chosen one."""
        return INDICES[self.currentText()]

    def follow(self, shows: object) -> None:
        """What the pictures show, if it is an index and the user has not chosen another one."""
        if isinstance(shows, Index) and not self._is_users:
            self._show(shows.name)

    def offer(self, bands: Collection[str]) -> None:
        """Only indices of these bands can be chosen; the others say what lacks."""
        for row in range(self.count()):
            index: Index = self.itemData(row)
            lacking = [band for band in index.bands if band not in bands]
            item = self.model().item(row)
            item.setEnabled(not lacking)
            text = tr("{bands} was not read").format(bands=", ".join(lacking))
            item.setToolTip(text if lacking else tr(index.title))

    def _show(self, name: str) -> None:
        self.setCurrentIndex(self.findText(name))

    def _on_activated(self) -> None:
        self._is_users = True
        self.chosen.emit()
