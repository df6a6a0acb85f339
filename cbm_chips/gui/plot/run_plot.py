"""The plot of the run on show: when it is shown, and which date is current in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...bridge.texts.translation import tr
from ..session import store
from ..session.session import Session
from ..widgets.menu import action
from .options import PlotOptions, recall_options, remember_options
from .panel import SeriesPanel

if TYPE_CHECKING:
    from ...core.pipeline.series import Entry

NAME, ON, OFF = "plot", "on", "off"


class RunPlot(QObject):
    """Belongs to one dock; `panel` takes what others lay over the plot."""

    def __init__(self, session: Session, place: QWidget, parent: QObject) -> None:
        """`place` is where the plot stands; it is hidden with it."""
        super().__init__(parent)
        self._session, self._place = session, place
        self.panel = SeriesPanel(recall_options())
        rows = QVBoxLayout(place)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.panel)
        text = tr("Series plot")
        self.action = action(self, "CbmChipsPlot", text, self._on_switched, icon="mActionHistory")
        self.action.setCheckable(True)
        self.action.setChecked(store.recall_grid(NAME, OFF) == ON)
        self.panel.changed.connect(self._on_options)
        view = self.panel.view
        view.say(tr("Pick a place: its dates come here with their values."))
        view.chosen.connect(session.current.go_to)
        session.current.changed.connect(self._on_current)

    def show_as_left(self) -> None:
        """Once the place stands where it belongs."""
        self._place.setVisible(self.action.isChecked())

    def _on_switched(self) -> None:
        is_on = self.action.isChecked()
        store.remember_grid(NAME, ON if is_on else OFF)
        self._place.setVisible(is_on)

    def _on_options(self, options: PlotOptions) -> None:
        remember_options(options)

    def _on_current(self, entry: Entry | None) -> None:
        self.panel.view.show_current(entry.scene.id if entry is not None else "")
