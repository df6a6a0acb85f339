"""The panel: controls, grid, and a sentence where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QModelIndex, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...bridge.tasks.chip_task import Batch
from ...bridge.tasks.pictures import PictureBatch
from ...bridge.texts.translation import tr
from ...core.model import Chip, Place
from ...core.pipeline.date_lists import counted
from ...core.pipeline.events import Event, Found, Waiting
from ...core.pipeline.rejudging import Judge
from ...core.pipeline.series import Counts, Entry
from ...core.rendering.look import Look
from .controls.control_row import ControlRow
from .controls.date_menu import DateMenu
from .controls.info_line import InfoLine
from .controls.menu import PictureExporter
from .controls.message import Choice
from .controls.view_button import CALENDAR, LIST
from .grid.chosen_dates import ChosenDates
from .grid.lookout import Lookout
from .grid.model import FilteredModel, SeriesModel
from .grid.section_gestures import SectionGestures
from .grid.view import ThumbnailView
from .pages import Pages
from .pictures.picture_scheduler import PictureScheduler


class ThumbnailPanel(QWidget):
    """A run's dates; fed with batches, asked for entries."""

    loadRequested = pyqtSignal(object)
    """list[Entry] with chips, to be loaded as layers."""
    retryRequested = pyqtSignal(object)
    """list[Entry] to be read again."""
    currentChanged = pyqtSignal(object)
    """Entry | None; again when news of the current date come."""
    pictureChanged = pyqtSignal()
    """The current date has a picture now, or another one."""
    picture_saved = pyqtSignal(object)
    """A `CallResult`: the path, or why there is no file."""

    def __init__(self, parent: Any = None) -> None:
        """Empty, saying nothing."""
        super().__init__(parent)
        self._run = 0
        self._place: Place | None = None
        self.model = SeriesModel(self)
        """The dates with their pictures, and what is drawn over these."""
        self._filtered_model = FilteredModel(self.model, self)
        self._scheduler = PictureScheduler(Look(), self)
        self.covered = self._scheduler.covered
        self._exporter = PictureExporter(self)
        self.controls = ControlRow()
        """Filter, order and size, whose state the dock keeps."""
        self.view = ThumbnailView()
        """The grid, for focus and shortcuts."""
        self.view.setModel(self._filtered_model)
        self._chosen = ChosenDates(self.view, self._filtered_model)
        SectionGestures(self.view)
        self.lookout = Lookout(self.view, self._filtered_model)
        """Which date is wanted, whatever the run."""
        self.pages = Pages(self.view, self.model)
        """The grid, or one date large."""
        self.pages.calendar.take_model()
        self._message = self.pages.message
        self.info = InfoLine(self.view, self.pages.large)
        """Legend and values."""
        self.menu = DateMenu(
            self.view,
            self._exporter,
            meant=self._chosen.meant,
            load=self._load,
            retry=self._retry,
            enlarge=self.pages.enlarge,
        )
        self._lay_out()
        self._connect()
        self._show_counts()

    def begin(self, run: int, place: Place, size_m: int) -> None:
        """A new run: empty; news of others are no longer taken."""
        self._run, self._place = run, place
        self.setAccessibleName(tr("Dates of {0}, {1} m").format(place.name, size_m))
        self._scheduler.clear()
        had_current = self.current() is not None
        self.lookout.keep_scroll()
        with self.lookout.held():
            self.model.begin(has_outline=place.outline is not None)
        self._show_counts()
        self._message.say("")
        self._choose_page()
        if had_current:  # a reset of the model emits no currentChanged
            self.currentChanged.emit(None)

    def take(self, batch: Batch) -> None:
        """News of the present run."""
        if batch.run != self._run:
            return
        self._change(lambda: [self._take(event) for event in batch.events])

    def judge_by(self, judge: Judge) -> int:
        """Judge the dates anew, and those that still come; how many of them changed."""
        return len(self._change(lambda: self._judge_all(judge)))

    @property
    def look(self) -> Look:
        """How chips are shown."""
        return self._scheduler.look

    def wait_for(self, scene_ids: Collection[str]) -> None:
        """Stopped dates of these scenes are read on."""
        with self.lookout.held():
            self.model.resume(scene_ids)

    def stop_waiting(self) -> None:
        """The run is over: dates that have not come say so."""
        with self.lookout.held():
            self.model.stop()
        self._scheduler.finish()
        self._show_counts()
        self._choose_page()

    def set_look(self, look: Look) -> None:
        """Show the same chips another way, without a read."""
        self._scheduler.set_look(look)
        self.info.show_look(look)

    def entries(self) -> list[Entry]:
        """All dates of the run, oldest first."""
        return list(self.model.series.entries)

    def selected(self) -> list[Entry]:
        """The ticked dates in the order shown; if none is, the current one."""
        return self._chosen.selected()

    def current(self) -> Entry | None:
        """The date with the frame."""
        return self._chosen.current()

    def go_to(self, scene_id: str) -> None:
        """Make the date of this scene the current one, if it is shown."""
        index = self._filtered_model.mapFromSource(self.model.index_of(scene_id))
        if index.isValid():
            self.view.setCurrentIndex(index)

    def follow(self, entry: Entry | None) -> None:
        """The date that is current elsewhere is current here, too."""
        if entry is not None and entry is not self.current():
            self.lookout.note(entry)
            self.go_to(entry.scene.id)

    def counts(self) -> Counts:
        """The numbers of the progress line."""
        return self.model.series.counts()

    def is_idle(self) -> bool:
        """No picture is being painted."""
        return self._scheduler.is_idle()

    def show_message(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """A sentence in place of the grid; an empty one brings the grid back."""
        self.pages.say(text, choices)
        self._choose_page()

    def stop(self) -> None:
        """Before unloading: no thread is left behind."""
        self._scheduler.stop()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.info)
        self.setFocusProxy(self.pages)

    def _connect(self) -> None:
        self._scheduler.ready.connect(self._show_pictures)
        self.controls.filter_chosen.connect(self._filter)
        self.controls.order_chosen.connect(self._filtered_model.set_order)
        self.controls.follow(self.view)
        self.view.current_moved.connect(self._on_current)
        self.view.load_asked.connect(self._on_load)
        self.view.retry_asked.connect(self._on_retry)
        self._exporter.saved.connect(self.picture_saved)
        self.controls.view_chosen.connect(self._show_layout)
        self.menu.serve(self.view)
        self.menu.serve(self.pages.calendar)
        self.pages.is_over.connect(self.info.hide_values)
        self.pages.show_all_asked.connect(lambda: self.controls.choose_filter("all"))
        self.currentChanged.connect(self.pages.large.refresh)
        self.currentChanged.connect(self.info.refresh)
        self._filtered_model.dataChanged.connect(self.pages.large.refresh)

    def _change(self, change: Callable[[], list[int | None]]) -> list[int | None]:
        """Do what changes dates, and show what follows from it."""
        before = self._chosen.current_row()
        with self.lookout.held():
            changed = change()
        self._show_counts()
        self._choose_page()
        if before is not None and before in changed:
            self.currentChanged.emit(self.current())
        return changed

    def _judge_all(self, judge: Judge) -> list[int | None]:
        changed = self.model.judge_by(judge)
        for row in changed:
            self._show_chip(row)
        return [*changed]

    def _show_chip(self, row: int) -> None:
        chip = self.model.entry(row).chip
        if chip is not None:
            self._scheduler.put(row, chip)

    def _take(self, event: Event) -> int | None:
        """The row an event is about."""
        if isinstance(event, Waiting):
            return None
        if isinstance(event, Found):
            self.model.reset_to(event)
            if self._place is not None:
                self._scheduler.begin(self._place, event.grid)
            return None
        row = self.model.take(event)
        if isinstance(event, Chip):
            self._show_chip(row)
        return row

    def _show_pictures(self, pictures: PictureBatch) -> None:
        if pictures.overlay is not None:
            self.model.show_overlay(pictures.overlay)
        self.model.show_pictures(pictures.pictures)
        if self._chosen.current_row() in {picture.key for picture in pictures.pictures}:
            self.pictureChanged.emit()

    def _show_counts(self) -> None:
        self.controls.show_counts(counted(self.model.series.entries))

    def _filter(self, name: str) -> None:
        with self.lookout.held():
            self._filtered_model.set_filter(name)
        self._choose_page()

    def _choose_page(self) -> None:
        self.pages.choose()
        has_dates = self.model.rowCount() > 0
        self.controls.setEnabled(has_dates)
        self.info.setVisible(has_dates)

    def _on_current(self, index: QModelIndex) -> None:
        self.currentChanged.emit(self._chosen.at(index) if index.isValid() else None)

    def _on_load(self, index: QModelIndex) -> None:
        meant = self._chosen.meant(index)
        if any(entry.chip is not None for entry in meant):
            self._load(meant)
        elif any(entry.is_retryable for entry in meant):
            self._retry(meant)

    def _on_retry(self, index: QModelIndex) -> None:
        self._retry([self._chosen.at(index)])

    def _load(self, entries: Iterable[Entry]) -> None:
        self.loadRequested.emit([entry for entry in entries if entry.chip is not None])

    def _retry(self, entries: Iterable[Entry]) -> None:
        self.retryRequested.emit([entry for entry in entries if entry.is_retryable])

    def _show_layout(self, name: str) -> None:
        self.view.set_list(name == LIST)
        self.pages.show_calendar(name == CALENDAR)
