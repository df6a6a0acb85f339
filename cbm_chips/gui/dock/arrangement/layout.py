"""Where the parts of the dock stand."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAction, QMenu

from ....core.model import Place
from ...cbm_service.menu import ServiceMenu
from ...widgets.icon_button import button_of
from ..menu import places_menu
from ..parts import DockParts
from ..toolbar import Toolbar
from .desk import Desk


def lay_out(parts: DockParts, keys: QAction) -> None:
    """Every part in its place: above and below the dates, beside them, and in the dock's menu."""
    picker = parts.picker
    tools = [one for one in picker.actions if one is not picker.selectedAction]
    strip = Toolbar(parts.form.source, parts.form.source_message, tools)
    _fill(strip.menu, parts, keys)
    shown_too = (parts.preview.action, parts.neighbours.action, parts.plot.action)
    own = (parts.judging.switch, parts.inspection.actions.switch)
    switches = map(button_of, (*shown_too, *own))
    parts.panel.controls.put_first([*parts.looks.buttons, *switches])
    inspection = parts.inspection
    queues = (inspection.desk.line, inspection.desk.bar, parts.queue.bar)
    above = (strip, parts.service.box, parts.form, parts.place_line, *queues)
    below = (parts.judging.panel, parts.offer_line, parts.status_bar)
    foot = (parts.status_bar.remark, inspection.bar)
    desk = Desk(above, parts.panel, parts.plot_place, below, foot)
    parts.setWidget(desk)
    parts.plot.show_as_left()
    desk.turned.connect(parts.plot.restore_size)


def _fill(menu: QMenu, parts: DockParts, keys: QAction) -> None:
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
    parts.evidence.fill(menu)
    ServiceMenu(parts.session, parts.service, parts).fill(menu)
    parts.other_source.fill(menu)
    parts.empty_states.fill(menu)
    menu.addAction(keys)
