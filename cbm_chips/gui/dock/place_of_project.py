"""The place on show is kept with the project, and comes back with it."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.qt_alive import disconnect
from ...core.model import Place
from ..map.picker import MapPicker
from ..session.places.project_place import ProjectPlace, from_text, to_text
from ..session.project_texts import SCOPE
from ..session.session import Session
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.place_label import PlaceLabel

KEY = "/place"


class PlaceOfProject(QObject):
    """Belongs to one dock, which it asks whether anybody sees it.

    Make it after the form hears of projects: a place is read as its project's form says.

    A project that is opened while the dock is open is read as its layers are; a closed dock, or one
    behind another, asks nobody for anything before it is seen. Where a login is needed, which may
    ask for a password, reading waits for the user.
    """

    waits = pyqtSignal()
    """The place came back, and is not read before the user says so, or looks."""

    def __init__(
        self,
        session: Session,
        panel: ThumbnailPanel,
        line: PlaceLabel,
        *,
        picker: MapPicker,
        dock: QgsDockWidget,
    ) -> None:
        """`recall` looks into the project that is open; `line` shows the place's name."""
        super().__init__(dock)
        self._session, self._panel, self._dock = session, panel, dock
        self._line, self._picker = line, picker
        self._waiting: Place | None = None
        """Came back, and is read as soon as the dock is seen."""
        session.runs.began.connect(self._on_began)
        panel.controls.filter_chosen.connect(self._remember)
        panel.currentChanged.connect(self._remember)
        dock.visibilityChanged.connect(self._read)
        self._project = QgsProject.instance()
        self._project.readProject.connect(self.recall)

    def recall(self) -> None:
        """Show what the project that is open knows; without a place, nothing changes.

        The map has the project's own extent, and keeps it.
        """
        text, _ = self._project.readEntry(SCOPE, KEY, "")
        state = from_text(text)
        if state is None:
            return
        self._panel.controls.choose_filter(state.filter)
        self._panel.lookout.look_for(state.acquired)
        self._session.place = self._waiting = state.place
        self._line.show_place(state.place)
        self._picker.stay_at(state.place)
        self._read()

    def unload(self) -> None:
        """Hear of no project and of the dock no more."""
        disconnect(self._project, "readProject", self.recall)
        disconnect(self._dock, "visibilityChanged", self._read)

    def _read(self) -> None:
        if self._waiting is None:
            return
        if self._session.source.authcfg or not self._dock.isUserVisible():
            self.waits.emit()
            return
        place, self._waiting = self._waiting, None
        self._session.start(place)

    def _on_began(self) -> None:
        self._waiting = None
        self._remember()

    def _remember(self) -> None:
        if self._session.shown is not None:
            self._session.project_texts.put(KEY, self._text)

    def _text(self) -> str:
        """When the project is saved."""
        shown = self._session.shown
        if shown is None:
            return ""
        chosen, wanted = self._panel.controls.filter, self._panel.lookout.wanted
        return to_text(ProjectPlace(shown.request.place, chosen, wanted))
