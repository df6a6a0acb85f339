"""Entries of the menu that give answers away: as tables, as a copy of the record, on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMenu, QWidget

from ....bridge.qt_alive import is_alive
from ....bridge.tasks.background_call import BackgroundCall
from ....bridge.tasks.call_outcome import CallResult, log_problem
from ....bridge.texts.translation import tr
from ....core.inspection.values import FIRST_LOOK
from ...session.inspection.answer_book import AnswerBook
from ...widgets.file_question import ask_where_to_save
from ...widgets.menu import action
from .answers_on_map import AnswersOnMap, Parcels

if TYPE_CHECKING:
    from ....core.inspection.record.record import Record

Files = tuple[Path, ...]
ResultWork = Callable[["Record", Path], Callable[[], Files]]
"""Reads in the record's thread, where answers wait for it; what it returns takes its time."""


class InspectionResults(QObject):
    """Belongs to one dock; files are written in worker threads."""

    def __init__(
        self,
        answers: AnswerBook,
        parcels: Parcels,
        remark: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """`remark` says something small; `window` has the dialogs."""
        super().__init__(window)
        self._answers, self._remark, self._window = answers, remark, window
        self.on_map = AnswersOnMap(answers, parcels, remark, self)
        self.export = action(
            self, "CbmChipsExportAnswers", tr("Export the answers …"), self.ask_for_table
        )
        self.copy = action(
            self, "CbmChipsCopyRecord", tr("Save a copy of the record …"), self.ask_for_copy
        )

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {"Shift+M": self.on_map.action, "Shift+X": self.export}

    @property
    def unkeyed(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts, besides `letters`."""
        return [self.copy]

    @property
    def actions(self) -> list[QAction]:
        """In the order of the menu."""
        return [self.on_map.action, self.export, self.copy]

    def fill(self, menu: QMenu) -> None:
        """The dock's entries."""
        menu.addActions(self.actions)

    def ask_for_table(self) -> QFileDialog | None:
        """Which file; a second look is no time for it, as it shows the first answers."""
        if self._answers.queue.look != FIRST_LOOK:
            self._remark(tr("The answers can be exported when the second look is over."))
            return None
        kinds = [tr("Tables ({0})").format("*.csv"), tr("Spreadsheets ({0})").format("*.xlsx")]
        return self._ask(tr("Export the answers"), "_answers.csv", kinds, _export)

    def ask_for_copy(self) -> QFileDialog | None:
        """Which file."""
        kinds = [tr("Records ({0})").format("*.gpkg")]
        return self._ask(tr("Save a copy of the record"), "_copy.gpkg", kinds, _copy)

    def write(self, path: Path, work: ResultWork) -> None:
        """In a worker thread, after all that is still to be written."""
        if not self._answers.record.do(lambda record: work(record, path), self._on_read):
            self._remark(_none_open())

    def _ask(
        self, title: str, ending: str, kinds: list[str], work: ResultWork
    ) -> QFileDialog | None:
        record = self._answers.record
        if not record.is_open:
            self._remark(_none_open())
            return None
        own = Path(record.path)
        suggested = str(own.with_name(own.stem + ending))
        then = partial(self.write, work=work)
        return ask_where_to_save(self._window, title, suggested, filters=kinds, then=then)

    def _on_read(self, result: CallResult) -> None:
        if result.problem:
            self._tell(result)
            return
        call = BackgroundCall(_task_name(), result.value)
        call.done.connect(partial(self._hear_end, result.remarks))
        call.start()

    def _hear_end(self, remarks: Sequence[str], result: CallResult) -> None:
        if is_alive(self):  # Qt does not end what leads to a partial when its objects go
            self._tell(result, *remarks)
        elif result.problem:
            log_problem(_task_name(), result)

    def _tell(self, result: CallResult, *remarks: str) -> None:
        if result.problem:
            self._remark(result.problem)
        else:
            files = ", ".join(path.name for path in result.value)
            folder = result.value[0].parent
            saved = tr("Saved in {folder}: {files}").format(folder=folder, files=files)
            self._remark(" ".join((result.with_remarks(saved), *remarks)))


def _task_name() -> str:
    return tr("CbM Chips: answers")


def _none_open() -> str:
    return tr("No record of answers is open.")


def _export(record: Record, path: Path) -> Callable[[], Files]:
    from ....core.inspection.export_files import export_answers
    from ....core.inspection.exports import InspectionStanding, answers_tables

    standing = InspectionStanding.of(record)
    return lambda: export_answers(path, answers_tables(standing))


def _copy(record: Record, path: Path) -> Callable[[], Files]:
    written = record.save_as(path)
    return lambda: (written,)
