"""Evidence of the parcel on show, of the selected ones or of all: asked for, written in a task."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ....bridge.evidence.bundles import EvidenceRun, EvidenceWish
from ....bridge.evidence.evidence_task import EvidenceTask, WrittenEvidence
from ....bridge.qt_alive import end_task, is_alive
from ....bridge.texts.translation import tr, tr_count
from ...widgets.menu import action
from ...widgets.open_message import OpenMessage
from ..answering.selected_ids import selected_ids
from .evidence_dialog import EvidenceChoice, EvidenceDialog

if TYPE_CHECKING:
    from ....bridge.plot.export import PlotExport
    from ....bridge.tasks.background_call import CallResult
    from ...session.inspection.answer_book import AnswerBook
    from ...session.session import Session

FOLDER = "evidence"


class EvidenceExport(QObject):
    """Belongs to one dock; one export runs at a time."""

    def __init__(
        self,
        session: Session,
        answers: AnswerBook,
        iface: Any,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        plot: Callable[[], PlotExport],
        window: QWidget,
    ) -> None:
        """`plot` is of the parcel on show; `iface` has the message bar, `window` the dialog."""
        super().__init__(window)
        self._session, self._answers = session, answers
        self._message = OpenMessage(iface, session.remark, self)
        self._layers, self._plot, self._window = layers, plot, window
        self._task: EvidenceTask | None = None
        self.dialog: EvidenceDialog | None = None
        self.of_parcel = self._made("Parcel", tr("Of this parcel …"), self.ask_for_parcel)
        self.of_selected = self._made(
            "Selected", tr("Of the selected parcels …"), self.ask_for_selected
        )
        self.of_all = self._made("Queue", tr("Of the whole queue …"), self.ask_for_all)

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {"Shift+V": self.of_parcel}

    @property
    def unkeyed(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts, besides `letters`."""
        return [self.of_selected, self.of_all]

    def fill(self, menu: QMenu) -> None:
        """The dock's entries."""
        within = menu.addMenu(tr("Evidence to hand on"))
        within.setObjectName("CbmChipsEvidenceMenu")
        within.addActions([self.of_parcel, *self.unkeyed])

    def ask_for_parcel(self) -> None:
        """The one whose question is on show."""
        item = self._answers.item
        if item is None:
            self._session.remark(tr("There is no parcel on show."))
            return
        which = tr("Evidence of parcel {parcel}.").format(parcel=item.parcel)
        self._ask(which, {item.parcel})

    def ask_for_selected(self) -> None:
        """Those that are selected in layers of parcels."""
        ids = set(selected_ids(self._layers()))
        if not ids:
            self._session.remark(tr("No parcel is selected."))
            return
        self._ask(tr_count("Evidence of {count} selected parcels.", len(ids)), ids)

    def ask_for_all(self) -> None:
        """All that have answers; the open ones stand in the index."""
        self._ask(tr("Evidence of all parcels that have answers."), None)

    def write(self, wish: EvidenceWish) -> None:
        """In a task; ends with a message that opens the folder."""
        self._task = task = EvidenceTask(EvidenceRun(), wish)
        task.told.connect(self._tell_progress)
        task.stopped.connect(self._tell_stopped)
        task.done.connect(self._tell)
        self._session.remark(tr("Writing the evidence …"), until=())
        task.start()

    def unload(self) -> None:
        """Hear no more of what is being written."""
        if self._task is not None:
            end_task(self._task)
            self._task = None

    def _made(self, name: str, text: str, do: Callable[[], None]) -> QAction:
        return action(self, f"CbmChipsEvidence{name}", text, do)

    def _ask(self, which: str, parcels: Collection[str] | None) -> None:
        """For the folder, without blocking the window."""
        record = self._answers.record.path
        if not record:
            self._session.remark(tr("There is no record of answers yet: open one first."))
            return
        if is_alive(self._task):
            self._session.remark(tr("Evidence is being written already; cancel that first."))
            return
        suggested = Path(record).parent / FOLDER
        dialog = self.dialog = EvidenceDialog(which, suggested, self._window)
        dialog.chosen.connect(partial(self._write_chosen, Path(record), parcels))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self, *_: object) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _write_chosen(
        self, record: Path, parcels: Collection[str] | None, choice: EvidenceChoice
    ) -> None:
        self.write(
            EvidenceWish(
                record,
                choice.folder,
                parcels,
                is_zip=choice.is_zip,
                has_geotiffs=choice.has_geotiffs,
                has_pdf=choice.has_pdf,
                plots=self._plots(),
            )
        )

    def _plots(self) -> dict[str, PlotExport]:
        """Of the parcel on show, if its plot has anything."""
        item, order = self._answers.item, self._plot()
        is_of_it = item is not None and order.title == item.parcel
        return {item.parcel: order} if item is not None and is_of_it and order.series else {}

    def _tell_progress(self, done: int, count: int) -> None:
        words = tr("Evidence: {done} of {count} parcels").format(done=done, count=count)
        self._session.remark(words, until=())

    def _tell_stopped(self, count: int) -> None:
        self._task = None
        self._session.remark(tr_count("Cancelled: {count} bundles are in the folder.", count))

    def _tell(self, result: CallResult) -> None:
        self._task = None
        if result.problem:
            self._session.remark(result.problem)
            return
        told: WrittenEvidence = result.value
        if not told.bundles:
            words = tr("None of these parcels has an answer in the record.")
            self._session.remark(words)
            return
        words = result.with_remarks(_summary(told))
        self._session.remark(words)
        short = words if told.others else _written_words(told)
        self._message.show(short, told.index, is_good=told.is_proved)


def _written_words(told: WrittenEvidence) -> str:
    return tr_count("Evidence of {count} parcels is written.", told.bundles)


def _summary(told: WrittenEvidence) -> str:
    words = [_written_words(told)]
    if told.proved:
        words.append(tr_count("{count} pictures are proved.", told.proved))
    if told.others:
        words.append(tr_count("{count} are not; the sheets say why.", told.others))
    return " ".join(words)
