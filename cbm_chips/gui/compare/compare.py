"""Two dates against one another: what the dock's keys and menus offer of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.pipeline.series import Entry
from ..session.dates.compared_dates import FIRST, SECOND
from ..session.session import Session
from ..session.topics import Topic
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.menu import action
from .change_layer import ChangeLayer
from .compare_view import CompareView
from .modes import Mode
from .swipe import Swipe
from .words import how_to_mark, marked, refused


class Compare(QObject):
    """Belongs to one dock."""

    layer_shown = pyqtSignal(object)
    """The layer of a difference that the map shows now."""

    def __init__(
        self, session: Session, canvas: QgsMapCanvas, panel: ThumbnailPanel, parent: QWidget
    ) -> None:
        """`panel` shows the dates."""
        super().__init__(parent)
        self._session, self._panel = session, panel
        self.swipe = Swipe(session, canvas, self)
        self.view = CompareView(session, panel)
        self._layer = ChangeLayer(self)
        first, second = tr("Mark as the first date"), tr("Mark as the second date")
        both, difference = tr("Compare both dates"), tr("Load the difference as a layer")
        self.letters: Mapping[str, QAction] = {
            "Q": action(self, "CbmChipsFirst", first, lambda: self._mark_current(FIRST)),
            "W": action(self, "CbmChipsSecond", second, lambda: self._mark_current(SECOND)),
            "X": action(self, "CbmChipsCompare", both, self.show_both),
            "L": self.swipe.action,
            "D": action(self, "CbmChipsDifference", difference, self.load_difference),
        }
        self._connect()

    @property
    def actions(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts."""
        return list(self.letters.values())

    def fill(self, menu: QMenu) -> None:
        """A menu within the dock's."""
        child = menu.addMenu(tr("Compare two dates"))
        child.addActions(self.actions)

    def hear_keys(self, escape: Callable[[], object], key: Callable[[QKeyEvent], object]) -> None:
        """What the map does with Esc and with other keys while dates are swiped there."""
        self.swipe.escape, self.swipe.key = escape, key

    def show_both(self) -> None:
        """Both dates large; once they are, the next way to see them."""
        if self.view.isVisible():
            self.view.next_mode()
        elif self._has_both():
            self._open()

    def load_difference(self) -> None:
        """Write it, load it, and show how it spreads over the parcel."""
        order = self.view.order if self._has_both() else None
        if order is not None:
            self._session.remark(tr("Writing layers …"), until=(Topic.PROJECT,))
            self._layer.load(order)
            self.view.set_mode(Mode.CHANGE)
            self._open()

    def close(self) -> bool:
        """What lies over the rest, the last first; False if nothing of this does."""
        return self.swipe.stop() or self._close_view()

    def stop(self) -> bool:
        """Load no difference that is being written; False if none was. No swipe begins, either."""
        self.swipe.forget()
        return self._layer.stop()

    def unload(self) -> None:
        """Leave nothing on the map, and no task behind."""
        self._layer.unload()
        self.view.stop()
        self.swipe.unload()

    def _connect(self) -> None:
        self._session.compared.changed.connect(self._on_marks)
        self._panel.menu.filled.connect(self._fill_menu)
        self.view.close_asked.connect(self._close_view)
        self.view.layer_asked.connect(self.load_difference)
        self.view.has_own_colours.connect(self._panel.info.legend.setHidden)
        self._layer.loaded.connect(self._on_loaded)
        self._layer.failed.connect(self._session.remark)

    def _open(self) -> None:
        self._panel.pages.put_over(self.view)
        self._panel.pages.take_focus()

    def _close_view(self) -> bool:
        was_open = self._panel.pages.over is self.view
        if was_open:
            self._panel.pages.put_over(None)
        return was_open

    def _has_both(self) -> bool:
        """False with a sentence that says what to do first."""
        if self._session.compared.pair is None:
            self._session.remark(how_to_mark())
            return False
        return True

    def _mark_current(self, number: int) -> None:
        entry = self._panel.current()
        if entry is not None:
            self._mark(entry, number)

    def _mark(self, entry: Entry, number: int) -> None:
        why = self._session.compared.toggle(entry, number)
        is_marked = self._session.compared.marks.get(entry.scene.id) == number
        if why:
            self._session.remark(refused(entry, worded(why, brief=True)))
        else:
            self._session.remark(marked(entry, number) if is_marked else "")

    def _on_marks(self) -> None:
        """Without two dates there is nothing to see."""
        marks = self._session.compared.marks
        self._panel.model.show_marks(marks)
        if len(marks) < SECOND:
            self._close_view()

    def _on_loaded(self, layer: QgsRasterLayer, remarks: str) -> None:
        self.layer_shown.emit(layer)
        words = tr("Layer on top: {shown}.").format(shown=layer.name())
        self._session.remark(f"{words} {remarks}".strip())

    def _fill_menu(self, menu: QMenu, entry: Entry) -> None:
        """Of one date: its marks, then what is done with both."""
        menu.addSeparator()
        for key, number in (("Q", FIRST), ("W", SECOND)):
            one = menu.addAction(self.letters[key].text())
            one.setCheckable(True)
            one.setChecked(self._session.compared.marks.get(entry.scene.id) == number)
            one.triggered.connect(lambda checked=False, number=number: self._mark(entry, number))
        for its_action in (self.letters[key] for key in "XLD"):
            copy = menu.addAction(its_action.text())
            copy.setEnabled(self._session.compared.pair is not None)
            copy.triggered.connect(its_action.trigger)
