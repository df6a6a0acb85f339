"""Where the parts of the dock stand."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from ...core.model import Place
from ..cbm_service.menu import ServiceMenu
from ..widgets.downward_scroll import DownwardScroll, ShrinkingContent
from ..widgets.icon_button import button_of
from .menu import places_menu
from .parts import DockParts
from .toolbar import Toolbar

LEAST_WIDTH_PX, SCROLL_BAR_PX = 300, 16


def lay_out(parts: DockParts) -> None:
    """Every part in its place: above and below the dates, beside them, and in the dock's menu."""
    picker = parts.picker
    tools = [one for one in picker.actions if one is not picker.selectedAction]
    strip = Toolbar(parts.form.source, parts.form.source_message, tools)
    _fill(strip.menu, parts)
    shown_too = (parts.preview.action, parts.neighbours.action, parts.plot.action)
    own = (parts.judging.switch, parts.inspection.actions.switch)
    switches = map(button_of, (*shown_too, *own))
    parts.panel.controls.put_first([*parts.looks.buttons, *switches])
    above = (strip, parts.service.box, parts.form, parts.place_line, parts.queue.bar)
    below = (parts.judging.panel, parts.inspection.bar, parts.offer_line, parts.status_bar)
    parts.setWidget(_stacked(above, parts.panel, parts.plot_place, below))
    parts.plot.show_as_left()


def _fill(menu: QMenu, parts: DockParts) -> None:
    def go_to(place: Place) -> None:
        parts.session.start(place)
        parts.panel.pages.take_focus()  # the keys are for its dates

    places_menu(menu, parts.session.runs.places.all, go_to)
    parts.keys.fill(menu)
    parts.layers.fill(menu, swap=parts.keys.swap)
    parts.client_folders.fill(menu)
    parts.compare.fill(menu)
    parts.series.fill(menu)
    parts.judging.fill(menu)
    parts.inspection.fill(menu)
    ServiceMenu(parts.session, parts.service, parts).fill(menu)
    parts.other_source.fill(menu)
    parts.empty_states.fill(menu)


def _stacked(
    above: Sequence[QWidget], dates: QWidget, plot: QWidget, below: Sequence[QWidget]
) -> QWidget:
    """The dates take what room there is, and share it with the plot once that is shown.

    All of it scrolls: a large font never makes QGIS's window higher.
    """
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.addWidget(dates)
    splitter.addWidget(plot)
    splitter.setStretchFactor(0, 1)
    plot.hide()
    content = ShrinkingContent()
    content.setMinimumWidth(LEAST_WIDTH_PX - SCROLL_BAR_PX)
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    for widget in above:
        rows.addWidget(widget)
    rows.addWidget(splitter, 1)
    for widget in below:
        rows.addWidget(widget)
    return DownwardScroll(content)
