"""A box of choices whose list is as wide as its titles, however narrow the box is."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox


class WidePopupBox(QComboBox):
    """Otherwise like any other."""

    def showPopup(self) -> None:
        view = self.view()
        margin = view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth()
        view.setMinimumWidth(view.sizeHintForColumn(0) + margin)
        super().showPopup()
