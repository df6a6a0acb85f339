"""The row above the thumbnails: filter with counts, order, size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QSlider, QToolButton, QWidget

from ...bridge.translation import tr
from ...core.pipeline.series import FILTERS, ORDERS
from ..widgets.wrapping_layout import WrappingLayout, flowing
from .layout import DEFAULT_PX, LARGEST_PX, SMALLEST_PX
from .view import ThumbnailView

MARGIN_PX = 4
_LEAST_SLIDER_PX, _MOST_SLIDER_PX = 56, 168


class ControlRow(QWidget):
    """Emits what the user chooses; the panel applies it."""

    filter_chosen = pyqtSignal(str)
    """Name out of `FILTERS`."""
    order_chosen = pyqtSignal(str)
    """Name out of `ORDERS`."""
    size_chosen = pyqtSignal(int)
    fit_chosen = pyqtSignal(bool)
    """Whether pictures are as large as all of them fit."""

    def __init__(self, parent: Any = None) -> None:
        """All dates, oldest first."""
        super().__init__(parent)
        self._filter = _combo(tr("Which dates are shown"))
        for name in FILTERS:
            self._filter.addItem(filter_title(name), name)
        self._order = _combo(tr("Order of the dates"))
        for name in ORDERS:
            self._order.addItem(order_title(name), name)
        self._size, self._fit = _slider(), _fit_button()
        self._rows = WrappingLayout(flowing, parent=self, margin_px=MARGIN_PX)
        self.put_first(())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._filter.currentIndexChanged.connect(self._on_filter)
        self._order.currentIndexChanged.connect(self._on_order)
        self._size.valueChanged.connect(self.size_chosen)
        self._fit.toggled.connect(self.fit_chosen)

    def put_first(self, widgets: Iterable[QWidget]) -> None:
        """Other people's controls, before those of the grid."""
        for widget in (*widgets, self._filter, self._order, self._fit, self._size):
            self._rows.removeWidget(widget)
            self._rows.addWidget(widget)

    def follow(self, view: ThumbnailView) -> None:
        """Both have the same size of pictures, wherever it is changed."""
        self.size_chosen.connect(view.set_thumbnail_size)
        self.fit_chosen.connect(view.set_fit)
        view.thumbnail_size_changed.connect(self.show_size)
        view.fit_changed.connect(self.show_fit)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many dates each filter leaves."""
        for row in range(self._filter.count()):
            name = self._filter.itemData(row)
            text = tr("{0} ({1})").format(filter_title(name), counts.get(name, 0))
            if self._filter.itemText(row) != text:
                self._filter.setItemText(row, text)

    @property
    def filter(self) -> str:
        """Name out of `FILTERS`."""
        return str(self._filter.currentData())

    def choose_filter(self, name: str) -> None:
        """As if the user had."""
        self._filter.setCurrentIndex(self._filter.findData(name))

    def choose_order(self, name: str) -> None:
        """As if the user had."""
        self._order.setCurrentIndex(self._order.findData(name))

    def show_size(self, size_px: int) -> None:
        """Where the slider stands."""
        self._size.setValue(size_px)

    def show_fit(self, fits: bool) -> None:
        """Whether the button is down."""
        self._fit.setChecked(fits)

    def _on_filter(self) -> None:
        self.filter_chosen.emit(self._filter.currentData())

    def _on_order(self) -> None:
        self.order_chosen.emit(self._order.currentData())


def filter_title(name: str) -> str:
    """A filter's name for people."""
    return {
        "all": tr("All"),
        "clear": tr("Clear"),
        "partly": tr("Partly"),
        "cloudy": tr("Cloudy"),
        "failed": tr("Failed"),
        "left out": tr("Left out"),
    }.get(name, name)


def order_title(name: str) -> str:
    """An order's name for people."""
    return {
        "oldest first": tr("Oldest first"),
        "newest first": tr("Newest first"),
        "clearest first": tr("Clearest first"),
    }.get(name, name)


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMinimumContentsLength(4)
    combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    return combo


def _fit_button() -> QToolButton:
    button = QToolButton()
    button.setText(tr("Fit"))
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setToolTip(tr("Pictures as large as all dates fit into the list"))
    button.setAccessibleName(button.toolTip())
    return button


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(SMALLEST_PX, LARGEST_PX)
    slider.setSingleStep(8)
    slider.setPageStep(32)
    slider.setValue(DEFAULT_PX)
    slider.setMinimumSize(_LEAST_SLIDER_PX, 24)
    slider.setMaximumWidth(_MOST_SLIDER_PX)
    slider.setAccessibleName(tr("Size of the pictures"))
    slider.setToolTip(tr("Size of the pictures (Ctrl + mouse wheel)"))
    return slider
