"""The bad classes of the scene classification: twelve check boxes and named sets."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from ...bridge.texts.translation import tr
from ...core.sentinel2.cloud_rules import CLOUD_RULES, OWN, name_of
from ...core.sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from ..widgets.wrapping_layout import WrappingLayout, in_columns

_FEWEST_LETTERS = 18


class CloudClasses(QWidget):
    """The boxes in as many columns as fit, and a list of named choices above them."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Only the box for no data is ticked."""
        super().__init__(parent)
        self._sets = _set_list()
        self._boxes = {row.code: self._box(row.code) for row in SCL_CLASSES}
        self._grid = _ClassBoxes(list(self._boxes.values()))
        label = QLabel(tr("Cloud rule"))
        label.setBuddy(self._sets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self._sets, self._grid):
            layout.addWidget(widget)
        self._sets.activated.connect(self._take_set)

    def classes(self) -> frozenset[int]:
        """The ticked codes, without 0."""
        ticked = (code for code, box in self._boxes.items() if box.isChecked())
        return frozenset(ticked) - {NO_DATA_CODE}

    def set_classes(self, codes: Iterable[int]) -> None:
        """Tick these and no others."""
        wanted = frozenset(codes) | {NO_DATA_CODE}
        for code, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(code in wanted)
            box.blockSignals(False)
        self._told()

    def _box(self, code: int) -> QCheckBox:
        row = SCL_CLASSES[code]
        box = QCheckBox(f"{row.code} {tr(row.label)}")
        edge = box.fontMetrics().height()
        box.setIcon(_icon(row.color, edge, self))
        box.setIconSize(QSize(edge, edge))
        box.setMinimumHeight(24)
        if code == NO_DATA_CODE:
            box.setEnabled(False)
            box.setToolTip(tr("Pixels without data never count as clear."))
        box.toggled.connect(self._told)
        return box

    def _take_set(self) -> None:
        chosen = CLOUD_RULES.get(self._sets.currentData())
        if chosen is not None:
            self.set_classes(chosen.bad_classes)

    def _told(self) -> None:
        self._sets.setCurrentIndex(self._sets.findData(name_of(self.classes())))
        self.changed.emit()


class _ClassBoxes(QWidget):
    """The boxes in columns; their texts are broken into lines where one column is too wide."""

    def __init__(self, boxes: list[QCheckBox]) -> None:
        super().__init__()
        self._texts = {box: box.text() for box in boxes}
        layout = WrappingLayout(in_columns, parent=self)
        for box in boxes:
            layout.addWidget(box)

    def minimumSizeHint(self) -> QSize:
        narrow = self.fontMetrics().horizontalAdvance("n") * (_FEWEST_LETTERS + 6)
        return QSize(min(self._widest(), narrow), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for box, text in self._texts.items():
            box.setText(text)
        if self._widest() > event.size().width():
            self._break_lines(event.size().width())

    def _widest(self) -> int:
        return max(box.sizeHint().width() for box in self._texts)

    def _break_lines(self, width: int) -> None:
        """A check box does not wrap its text by itself."""
        for box, text in self._texts.items():
            spare = width - (box.sizeHint().width() - box.fontMetrics().horizontalAdvance(text))
            letters = max(_FEWEST_LETTERS, spare // box.fontMetrics().horizontalAdvance("n"))
            box.setText("\n".join(wrap(text, letters)))


def _set_list() -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(tr("Cloud rules"))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    for row in CLOUD_RULES.values():
        combo.addItem(tr(row.title), row.id)
        combo.setItemData(combo.count() - 1, tr(row.source), Qt.ItemDataRole.ToolTipRole)
    combo.addItem(tr("Own choice"), OWN)
    return combo


def _icon(color: str, edge: int, widget: QWidget) -> QIcon:
    """The swatch, not greyed in a disabled box, as its colour has a meaning."""
    swatch = _swatch(color, edge, widget)
    icon = QIcon(swatch)
    icon.addPixmap(swatch, QIcon.Mode.Disabled)
    return icon


def _swatch(color: str, edge: int, widget: QWidget) -> QPixmap:
    """A square of the class's official colour, framed so that black and white show anywhere."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(edge * ratio), round(edge * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(QRect(1, 1, edge - 2, edge - 2), QColor(color))
    painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
    painter.drawRect(QRect(1, 1, edge - 3, edge - 3))
    painter.end()
    return pixmap
