"""What is seen of the dates: all, one large, another view of some, or why there are none."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QModelIndex, QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QStackedWidget, QWidget

from ...bridge.texts.translation import tr
from ...core.pipeline.series import AWAITED
from .calendar.view import CalendarView
from .controls.message import Choice, MessagePage
from .grid.model import SeriesModel
from .grid.view import ThumbnailView
from .large.large_view import LargeView

LEAST_LINES = 10
"""Of text: a row of pictures can be seen, however much the form above asks for."""


class Pages(QStackedWidget):
    """One page at a time; the large view comes back after a message."""

    show_all_asked = pyqtSignal()
    """The filter leaves nothing, and the user wants all dates."""
    is_over = pyqtSignal(bool)
    """A view of another part is open now, or no more."""

    def __init__(self, view: ThumbnailView, dates: SeriesModel) -> None:
        """`dates` are all of the run; `view` has those that the filter leaves."""
        super().__init__()
        self._view, self._dates = view, dates
        self.large = LargeView(view)
        self._message, self._own_message = MessagePage(), MessagePage()
        self.calendar = CalendarView(view)
        self._is_large = self._is_calendar = False
        self._over: QWidget | None = None
        for page in (view, self.large, self.calendar, self._message, self._own_message):
            self.addWidget(page)
        self.setFocusProxy(view)
        self.large.close_asked.connect(self.close_large)

    def minimumSizeHint(self) -> QSize:
        least = QSize(0, LEAST_LINES * self.fontMetrics().lineSpacing())
        return super().minimumSizeHint().expandedTo(least)

    @property
    def message(self) -> MessagePage:
        """Where the dock says something in place of the dates."""
        return self._message

    @property
    def is_large(self) -> bool:
        """The large view is open, if only behind a message."""
        return self._is_large

    def toggle_large(self) -> None:
        """From the grid to the large view and back."""
        if not self.close_large():
            self.open_large()

    def enlarge(self, index: QModelIndex) -> None:
        """Show this date large."""
        self._view.setCurrentIndex(index)
        self.open_large()

    def open_large(self) -> None:
        """Show the current date large, the first one if there is no current one."""
        self._set_large(True)

    def close_large(self) -> bool:
        """Back to all dates; False if they are what is seen."""
        was_large = self._is_large
        self._set_large(False)
        return was_large

    def show_calendar(self, is_calendar: bool) -> None:
        """The dates by month and week, or as a grid or list."""
        had_focus = self._all_dates.hasFocus()
        self._is_calendar = is_calendar
        self.setFocusProxy(self._of_dates)
        self.choose()
        if had_focus:
            self.take_focus()
        self.calendar.scrollTo(self._view.currentIndex())

    @property
    def over(self) -> QWidget | None:
        """The view of another part that is open, if only behind a message."""
        return self._over

    def put_over(self, page: QWidget | None) -> None:
        """Another part's view of the dates, over grid and large view; None takes it away."""
        if page is not None and self.indexOf(page) < 0:
            self.addWidget(page)
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._over = page
        self.is_over.emit(page is not None)
        self.setFocusProxy(self._of_dates)
        self.choose()
        if has_focus:
            self.setFocus()

    def take_focus(self) -> None:
        """The keys are for the dates, as they are seen."""
        self._of_dates.setFocus()

    def say(self, text: str, choices: Sequence[Choice]) -> None:
        """A sentence in place of the dates; an empty one brings them back."""
        self._message.say(text, choices)
        self.choose()

    def choose(self) -> None:
        """The dock's message, else the dates, else why the filter leaves none."""
        page = self._of_dates
        if self._message.text:
            page = self._message
        elif page is self._over:
            pass
        elif self._is_narrowed_to_nothing():
            everything = (tr("Show all"), self.show_all_asked.emit)
            self._own_message.say(tr("No date passes this filter."), [everything])
            page = self._own_message
        elif self._is_large and not self._view.currentIndex().isValid():
            self._view.step(0)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)

    @property
    def _of_dates(self) -> QWidget:
        """The page that the keys are for."""
        return self._over or (self.large if self._is_large else self._all_dates)

    @property
    def _all_dates(self) -> QWidget:
        return self.calendar if self._is_calendar else self._view

    def _is_narrowed_to_nothing(self) -> bool:
        """Dates that are still to be judged may pass."""
        entries = self._dates.series.entries
        if not entries or self._view.model().rowCount():
            return False
        return not any(entry.state in AWAITED for entry in entries)

    def _set_large(self, is_large: bool) -> None:
        has_focus = self._view.hasFocus() or self.large.hasFocus()
        self._is_large = is_large
        self.setFocusProxy(self._of_dates)
        self.choose()
        if not is_large:
            self._view.scrollTo(self._view.currentIndex())
        if has_focus:
            self.setFocus()
