"""The row above the thumbnails: filter with counts, order, size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSlider, QToolButton, QWidget

from ....bridge.texts.translation import tr
from ....core.pipeline.date_lists import FILTERS
from ...widgets.icon_button import icon_button
from ...widgets.wide_popup import WidePopupBox
from ...widgets.wrapping_layout import GAP_PX, WrappingLayout, flowing
from ..grid.view import ThumbnailView
from ..pictures.layout import DEFAULT_PX, LARGEST_PX, SMALLEST_PX
from .order_button import OrderButton
from .view_button import ViewButton

MARGIN_PX = 4
_FILTER_LETTERS = 8
_RARE = ("doubtful",)
"""Filters that are only offered where they leave something."""
_LEAST_SLIDER_PX, _MOST_SLIDER_PX = 56, 168


class ControlRow(QWidget):
    """Emits what the user chooses; the panel applies it."""

    filter_chosen = pyqtSignal(str)
    """Name out of `FILTERS`."""
    size_chosen = pyqtSignal(int)
    fit_chosen = pyqtSignal(bool)
    """Whether pictures are as large as all of them fit."""

    def __init__(self, parent: Any = None) -> None:
        """All dates, oldest first."""
        super().__init__(parent)
        self._filter = _combo(tr("Which dates are shown"))
        for name in FILTERS:
            self._filter.addItem(filter_title(name), name)
        self._order, self._fit, self._size = OrderButton(), _fit_button(), _slider()
        self.order_chosen = self._order.order_chosen
        self._layout = ViewButton()
        self.view_chosen, self.choose_next_view = self._layout.view_chosen, self._layout.choose_next
        self._whole = icon_button("mActionZoomOut", tr("See whole chips again (0)"))
        self._whole.hide()
        self._together = _side_by_side(
            self._layout, self._order, self._whole, self._fit, self._size
        )
        self._rows = WrappingLayout(flowing, parent=self, margin_px=MARGIN_PX)
        self.put_first(())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._filter.currentIndexChanged.connect(self._on_filter)
        self._size.valueChanged.connect(self.size_chosen)
        self._fit.toggled.connect(self.fit_chosen)

    def minimumSizeHint(self) -> QSize:
        """All rows: none is taken from the pictures below."""
        return QSize(self._rows.minimumSize().width(), self._rows.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # other rows, another height

    def put_first(self, widgets: Iterable[QWidget]) -> None:
        """Other people's controls, before those of the grid."""
        for widget in (*widgets, self._filter, self._together):
            self._rows.removeWidget(widget)
            self._rows.addWidget(widget)

    def follow(self, view: ThumbnailView) -> None:
        """Both have the same size of pictures, wherever it is changed."""
        self.size_chosen.connect(view.set_thumbnail_size)
        self.fit_chosen.connect(view.set_fit)
        view.thumbnail_size_changed.connect(self.show_size)
        view.fit_changed.connect(self.show_fit)
        self._whole.clicked.connect(view.section.fit)
        view.section.changed.connect(lambda: self._whole.setVisible(not view.section.is_whole))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many dates each filter leaves."""
        for row in range(self._filter.count()):
            name = self._filter.itemData(row)
            text = tr("{0} ({1})").format(filter_title(name), counts.get(name, 0))
            if self._filter.itemText(row) != text:
                self._filter.setItemText(row, text)
            if name in _RARE:
                is_idle = not counts.get(name) and name != self.filter
                self._filter.view().setRowHidden(row, is_idle)

    @property
    def filter(self) -> str:
        """Name out of `FILTERS`."""
        return str(self._filter.currentData())

    def choose_filter(self, name: str) -> None:
        """As if the user had."""
        self._filter.setCurrentIndex(self._filter.findData(name))

    @property
    def layout_chosen(self) -> str:
        """Name out of `LAYOUTS`."""
        return self._layout.chosen

    def choose_view(self, name: str) -> None:
        """As if the user had."""
        self._layout.choose(name)

    def choose_order(self, name: str) -> None:
        """As if the user had."""
        self._order.choose(name)

    def show_size(self, size_px: int) -> None:
        """Where the slider stands."""
        self._size.setValue(size_px)

    def show_fit(self, fits: bool) -> None:
        """Whether the button is down."""
        self._fit.setChecked(fits)

    def _on_filter(self) -> None:
        self.filter_chosen.emit(self._filter.currentData())


def filter_title(name: str) -> str:
    """A filter's name for people."""
    return {
        "all": tr("All"),
        "clear": tr("Clear"),
        "doubtful": tr("Doubtful"),
        "partly": tr("Partly"),
        "cloudy": tr("Cloudy"),
        "failed": tr("Failed"),
        "left out": tr("Left out"),
    }.get(name, name)


def _combo(name: str) -> WidePopupBox:
    combo = WidePopupBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_FILTER_LETTERS)
    combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    return combo


def _fit_button() -> QToolButton:
    name = tr("Fit: pictures as large as all dates fit into the list")
    button = icon_button("mActionZoomFullExtent", name)
    button.setCheckable(True)
    return button


def _side_by_side(*widgets: QWidget) -> QWidget:
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_PX)
    for widget in widgets:
        row.addWidget(widget)
    return together


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
