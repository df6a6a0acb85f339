"""All that a person says of a parcel, put together for the dock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ...bridge.texts.translation import tr
from ..plot.panel import SeriesPanel
from ..session.books.event_book import EventBook
from ..session.books.marker_book import MarkerBook
from ..session.form_values import store
from ..session.session import Session
from ..widgets.menu import action
from .actions import JudgingActions
from .agreement_dialog import AgreementDialog, AgreementOrder
from .crop_band import CropBand
from .marker_files import MarkerFiles
from .overlays import event_overlays, marker_overlays
from .panel import JudgingPanel
from .windows_dialog import WindowsDialog

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset

NAME, ON, OFF = "events", "on", "off"


class Judging(QObject):
    """Belongs to one dock, in which `panel` stands below the plot."""

    def __init__(
        self,
        session: Session,
        plot: SeriesPanel,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        dataset: Callable[[], Dataset],
        window: QWidget,
    ) -> None:
        """`layers` gives those with parcels, `dataset` a CbM server's; `window` has dialogs."""
        super().__init__(window)
        self._session, self._window = session, window
        self._put = plot.put_overlays
        self.events = EventBook(session, self)
        self.markers = MarkerBook(session, self.events, self)
        self.actions = JudgingActions(session, self.events, self.markers, self)
        self.panel = JudgingPanel(self.events, self.markers, self.actions)
        self.files = MarkerFiles(session, self.markers, layers=layers, window=window)
        self.band = CropBand(session, plot, layers=layers, dataset=dataset, parent=self)
        text = tr("Events and markers")
        self.switch = action(self, "CbmChipsEvents", text, self._on_switched, icon="mTaskComplete")
        self.switch.setCheckable(True)
        self.switch.setChecked(store.recall_grid(NAME, OFF) == ON)
        self.panel.setVisible(self.switch.isChecked())
        self._connect()
        self._show_overlays()

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {"E": self.switch, "J": self.band.action, **self.actions.letters}

    @property
    def all_actions(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts, but for those that have a key."""
        keyed = self.letters.values()
        return [one for one in (*self.actions.all, self.files.action) if one not in keyed]

    def fill(self, menu: QMenu) -> None:
        """The dock's entries."""
        menu.addSeparator()
        menu.addActions([self.actions.copy, self.files.action])
        self.band.fill(menu)

    def unload(self) -> None:
        """Leave no task and no connection."""
        self.files.stop()
        self.band.stop()
        self.events.unload()
        self.markers.unload()

    def ask_for_windows(self) -> None:
        """The dialog of legal windows."""
        dialog = WindowsDialog(self.events.windows, self._window)
        dialog.kept.connect(self.events.set_windows)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def show_agreement(self) -> None:
        """The dialog with the table; it stays open while work goes on."""
        order = AgreementOrder(self.markers.joined, dict(self.markers.answers))
        AgreementDialog(order, self._window).show()

    def _connect(self) -> None:
        self.events.changed.connect(self._show_overlays)
        self.markers.changed.connect(self._show_overlays)
        self.panel.windows_wanted.connect(self.ask_for_windows)
        self.panel.agreement_wanted.connect(self.show_agreement)
        self.panel.date_wanted.connect(self._go_to)
        self.band.told.connect(self.panel.say_band)
        self.band.action.triggered.connect(self._open)
        for of_action in (self.actions.before, self.actions.after):
            of_action.triggered.connect(self._open)
        self._session.runs.ended.connect(self.panel.refresh)
        self._session.runs.ended.connect(self._show_overlays)

    def _on_switched(self) -> None:
        is_on = self.switch.isChecked()
        store.remember_grid(NAME, ON if is_on else OFF)
        self.panel.setVisible(is_on)

    def _open(self, *_: object) -> None:
        """Whoever marks an event, or wants to see neighbours, looks here for what is said."""
        if not self.switch.isChecked():
            self.switch.trigger()

    def _show_overlays(self, *_: object) -> None:
        self._put("events", event_overlays(self.events))
        self._put("machine", marker_overlays(self.markers))

    def _go_to(self, day: date | None) -> None:
        """The date that is nearest to a day."""
        dated = [entry for entry in self._session.entries() if entry.scene.is_dated]
        if day is None or not dated:
            return
        nearest = min(dated, key=lambda one: abs((one.scene.acquired.date() - day).days))
        self._session.current.go_to(nearest.scene.id)
