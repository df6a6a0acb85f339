"""Two dates large in the dock: side by side, in turn, or what differs; one crosshair for both."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QPointF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...bridge.qt_alive import is_alive
from ...bridge.texts.translation import tr
from ..session.dates.compared_dates import FIRST, SECOND
from ..session.session import Session
from ..thumbnails.grid.section_gestures import zoom_by_key
from ..thumbnails.large.chip_canvas import CanvasContent
from ..thumbnails.panel import ThumbnailPanel
from ..thumbnails.pictures.painting import fill_like
from .change_bars import ChangeBars
from .change_call import Change, ChangeCall, ChangeOrder
from .chip_pane import ChipPane
from .compare_bar import CompareBar
from .compared import Compared
from .modes import Mode, next_mode
from .words import change_words

FLICKER_MS = 700
_GAP_PX = 4
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LARGE_STEP = 10
"""Pixels, with Shift."""
_LAST = 1.0 - 1e-9


class CompareView(QWidget):
    """Shows the marked dates as the session has them; the section is the one of all dates."""

    close_asked = pyqtSignal()
    layer_asked = pyqtSignal()
    """The difference is wanted as a layer."""
    has_own_colours = pyqtSignal(bool)
    """What is seen has other colours than the pictures of the dates, and has its own legend."""

    def __init__(self, session: Session, panel: ThumbnailPanel) -> None:
        """Both dates side by side."""
        super().__init__()
        self._session, self._panel = session, panel
        self._compared = Compared(session, panel)
        self._mode, self._spot = Mode.PAIR, QPointF()
        self._has_spot = self._shows_second = False
        self._change: Change | None = None
        self._problem = ""
        self._call = ChangeCall(self)
        like, section = panel.view, panel.view.section
        self.panes = [ChipPane(like, section, partial(self._content, row)) for row in (0, 1)]
        self.bar, self.bars = CompareBar(), ChangeBars(like)
        self._flicker = QTimer(self)
        self._flicker.setInterval(FLICKER_MS)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_mode(Mode.PAIR)

    @property
    def mode(self) -> Mode:
        """How both dates are seen."""
        return self._mode

    @property
    def change(self) -> Change | None:
        """What differs, once it is computed."""
        return self._change

    @property
    def order(self) -> ChangeOrder | None:
        """The difference that is chosen; None without two dates."""
        return self._compared.order(self.bar.index.value)

    def set_mode(self, mode: Mode) -> None:
        """See both dates otherwise."""
        self._mode = mode
        self.bar.show_mode(mode)
        self.panes[1].setVisible(mode is Mode.PAIR)
        self._parcel.setVisible(mode is Mode.CHANGE)
        self._shows_second = False
        self.has_own_colours.emit(mode is Mode.CHANGE and self.isVisible())
        self._run_flicker()
        self.refresh()

    def next_mode(self) -> None:
        """The next way to see them."""
        self.set_mode(next_mode(self._mode))

    def refresh(self) -> None:
        """Other dates, other pictures, or news of them."""
        if not self.isVisible():
            return
        self.bar.index.follow(self._panel.look.shows)
        self.bar.index.offer(self._compared.bands())
        if self._mode is Mode.CHANGE:
            self._ask()
        self._show_titles()
        self._show_spot()

    def stop(self) -> None:
        """Leave no task behind."""
        if is_alive(self._flicker):
            self._flicker.stop()
        self._call.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_like(self, self._panel.view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.has_own_colours.emit(self._mode is Mode.CHANGE)
        self._run_flicker()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._flicker.stop()
        self.has_own_colours.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the room is high rather than wide, one stands above the other."""
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= event.size().height()
        self._pair.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._pair.setStretchFactor(self._parcel, int(is_wide))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_large = held == Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ARROWS and (is_large or not held):
            self._step(*_ARROWS[event.key()], pixels=_LARGE_STEP if is_large else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mode is Mode.CHANGE:
            self.layer_asked.emit()
        elif not zoom_by_key(event, self._panel.view.section, self.panes[0].canvas.room):
            event.ignore()

    def _lay_out(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(_GAP_PX)
        for pane in self.panes:
            pane.canvas.setFocusProxy(self)
            self._pair.addWidget(pane, 1)
        self._parcel = QWidget()
        told = QVBoxLayout(self._parcel)
        told.setContentsMargins(0, 0, 0, 0)
        told.addStretch(1)
        told.addWidget(self.bars)
        told.addWidget(self.bar.words)
        told.addStretch(1)
        self._pair.addWidget(self._parcel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(self._pair, 1)

    def _connect(self) -> None:
        for pane in self.panes:
            pane.canvas.hovered.connect(self._point_at)
        self.bar.mode_chosen.connect(self._on_mode)
        self.bar.index.chosen.connect(self.refresh)
        self.bar.whole_asked.connect(self._panel.view.section.fit)
        self.bar.layer_asked.connect(self.layer_asked)
        self.bar.close_asked.connect(self.close_asked)
        self._flicker.timeout.connect(self._swap)
        self._call.made.connect(self._take)
        self._call.failed.connect(self._fail)
        self._session.compared.changed.connect(self.refresh)
        self._panel.model.dataChanged.connect(self.refresh)
        self._panel.model.modelReset.connect(self.refresh)

    def _on_mode(self, mode: Mode) -> None:
        self.set_mode(mode)
        self.setFocus()

    def _number(self, row: int) -> int:
        return SECOND if row or self._shows_second else FIRST

    def _content(self, row: int) -> CanvasContent | None:
        if self._mode is Mode.CHANGE:
            return self._compared.change_picture(self._change, self._problem)
        return self._compared.picture(self._number(row))

    def _show_titles(self) -> None:
        if self._mode is Mode.CHANGE:
            self.panes[0].show_title(self._compared.change_title(self.bar.index.value))
        else:
            for row, pane in enumerate(self.panes):
                pane.show_title(self._compared.title(self._number(row)))
        titles = [pane.title for pane in self.panes if not pane.isHidden()]
        self.setAccessibleName(tr("Comparison, {dates}").format(dates=", ".join(titles)))

    def _point_at(self, spot: QPointF | None) -> None:
        """The crosshair stays where the mouse left the picture."""
        if spot is not None:
            self._spot, self._has_spot = spot, True
            self._show_spot()

    def _step(self, columns: int, rows: int, *, pixels: int) -> None:
        """By pixels of the chips; it begins in the middle, and the section follows."""
        step = self._compared.step()
        spot = self._spot if self._has_spot else QPointF(0.5 + step / 2, 0.5 + step / 2)
        x, y = (spot.x() + columns * pixels * step, spot.y() + rows * pixels * step)
        self._point_at(QPointF(*(max(step / 2, min(at, _LAST - step / 2)) for at in (x, y))))
        room, section = self.panes[0].canvas.room, self._panel.view.section
        seen = section.viewpoint.within(room)
        section.look_from(seen.shifted_to(self._spot, room))

    def _show_spot(self) -> None:
        spot = self._spot if self._has_spot else None
        words = self._compared.words(spot)
        if self._mode is Mode.CHANGE:
            words = (self._compared.change_words(self._change, spot), "")
        elif self._shows_second:
            words = (words[1], "")
        for pane, text in zip(self.panes, words):
            pane.canvas.point_at(spot)
            pane.values.say(text)

    def _run_flicker(self) -> None:
        if self._mode is Mode.FLICKER and self.isVisible():
            self._flicker.start()
        else:
            self._flicker.stop()

    def _swap(self) -> None:
        self._shows_second = not self._shows_second
        self._show_titles()
        self._show_spot()

    def _ask(self) -> None:
        order = self._compared.order(self.bar.index.value)
        if order is None:
            return
        if not order.is_same(self._change.order if self._change is not None else None):
            self._change = None
            self._call.ask(order)
        self._tell()

    def _take(self, change: Change) -> None:
        self._change, self._problem = change, ""
        self._tell()
        self._show_titles()
        self._show_spot()

    def _fail(self, problem: str) -> None:
        self._change, self._problem = None, problem
        self._tell()
        self._show_titles()

    def _tell(self) -> None:
        change, words = self._change, self._problem
        if change is not None:
            order = change.order
            has_outline = order.place.outline is not None
            words = change_words(
                change.comparison.parcel, index=order.index.name, has_outline=has_outline
            )
        self.bars.show_change(change.comparison.parcel if change is not None else None, words)
        self.bar.say(words if self._mode is Mode.CHANGE else "")
