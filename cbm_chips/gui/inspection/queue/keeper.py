"""The queue, the place in it and the second look are kept in the record, and come back with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.tasks.background_call import CallResult
from ....core.inspection.queue.progress import QueueAnswer, QueueProgress, QueueStanding
from ....core.inspection.queue.sample_queue import SampleQueue
from ....core.inspection.queue.second_look import (
    SecondLook,
    second_look_of_text,
    second_look_text,
)
from ....core.inspection.values import FIRST_LOOK, SECOND_LOOK, InspectionEntry, Outcome
from ...session.inspection.answer_book import AnswerBook
from ...session.inspection.queue_book import QueueBook
from .opening import QueueLayer

if TYPE_CHECKING:
    from ....core.inspection.queue.reserve import Key
    from ....core.inspection.record.record import Record

LAYER, SECOND = "parcel_layer", "second_look"
"""Names of the record's settings."""


@dataclass(frozen=True)
class KeptLayer:
    """Where a queue's parcels are.

    Attributes:
        id, name: of the layer in its project.
        address: of a layer in a file of this computer; empty for any other.
        id_field: with the ids of the queue.
    """

    id: str = ""
    name: str = ""
    address: str = ""
    id_field: str = ""

    @classmethod
    def of(cls, parcels: QueueLayer) -> KeptLayer:
        """Without the address of a server, which may hold a login."""
        layer = parcels.layer
        address = str(layer.source()) if layer.providerType() == "ogr" else ""
        return cls(str(layer.id()), str(layer.name()), address, parcels.id_field)

    def find(self) -> QgsVectorLayer | None:
        """The layer of the project, else that of the file, which is added; None without either."""
        project = QgsProject.instance()
        layers = [one for one in project.mapLayers().values() if isinstance(one, QgsVectorLayer)]
        same = [one for one in layers if one.id() == self.id]
        file = [one for one in layers if self.address and one.source() == self.address]
        named = [one for one in layers if one.name() == self.name]
        having = (one for one in (*same, *file, *named) if self.id_field in one.fields().names())
        found = next(having, None)
        return found or self._added()

    def _added(self) -> QgsVectorLayer | None:
        if not self.address or not _file_of(self.address):
            return None
        layer = QgsVectorLayer(self.address, self.name, "ogr")
        if not layer.isValid() or self.id_field not in layer.fields().names():
            return None
        QgsProject.instance().addMapLayer(layer)
        return layer


@dataclass(frozen=True)
class KeptInspection:
    """What a record has of a queue.

    Attributes:
        queue: without features.
        at: the question that was on show; None for none.
        layer: where its parcels are.
        second: the second look; None while there was none.
        progress: where it stands.
    """

    queue: SampleQueue = field(repr=False)
    at: Key | None
    layer: KeptLayer
    second: SecondLook | None
    progress: QueueProgress


class QueueKeeper(QObject):
    """Belongs to one dock; writes in tasks, whatever the disk does."""

    found = pyqtSignal(object)
    """A `KeptInspection`, of the record that was opened."""

    def __init__(self, book: QueueBook, answers: AnswerBook, parent: QObject) -> None:
        """The place is kept from now on."""
        super().__init__(parent)
        self._book, self._answers = book, answers
        self._is_writing = False
        self._waiting: Key | None = None
        book.moved.connect(self.keep_place)

    def look(self) -> None:
        """What the open record has; `found` follows if that is a queue."""
        self._answers.record.do(_kept, self._on_kept)

    def keep_queue(self, queue: SampleQueue, parcels: QueueLayer) -> None:
        """In place of the one before, without a second look."""
        layer = json.dumps(vars(KeptLayer.of(parcels)), ensure_ascii=False)

        def work(record: Record) -> None:
            record.put_queue(queue.items, queue.questions, queue.name)
            record.put_setting(LAYER, layer)
            record.put_setting(SECOND, "")

        self._answers.record.do(work, self._tell)

    def keep_layer(self, parcels: QueueLayer) -> None:
        """The queue's parcels are in another layer now."""
        layer = json.dumps(vars(KeptLayer.of(parcels)), ensure_ascii=False)
        self._answers.record.do(lambda record: record.put_setting(LAYER, layer), self._tell)

    def keep_second(self, second: SecondLook | None) -> None:
        """So that the same questions come up after a restart; None for none."""
        text = "" if second is None else second_look_text(second)
        self._answers.record.do(lambda record: record.put_setting(SECOND, text), self._tell)

    def keep_place(self) -> None:
        """The newest only, while one is being written."""
        item = self._book.item
        if item is None or self._book.look == SECOND_LOOK:
            return
        self._waiting = item.key
        if not self._is_writing:
            self._write_place()

    def _write_place(self) -> None:
        key, self._waiting = self._waiting, None
        if key is not None:
            put = self._answers.record.do(lambda record: record.put_place(key), self._on_written)
            self._is_writing = put

    def _on_written(self, result: CallResult) -> None:
        self._is_writing = False
        self._write_place()

    def _tell(self, result: CallResult) -> None:
        if result.problem:
            self._answers.failed.emit(result.problem)

    def _on_kept(self, result: CallResult) -> None:
        if result.value is not None:
            self.found.emit(result.value)


def answers_known(entries: Mapping[Key, InspectionEntry]) -> dict[Key, QueueAnswer]:
    """As the standing of a queue takes them."""
    barred = Outcome.CANNOT_BE_INSPECTED
    return {key: QueueAnswer(one.answer.outcome is not barred) for key, one in entries.items()}


def _kept(record: Record) -> KeptInspection | None:
    """In a worker thread; None for a record without a queue."""
    kept = record.queue()
    if not kept.items:
        return None
    at, second = record.place(), second_look_of_text(record.setting(SECOND))
    known = answers_known(record.newest(FIRST_LOOK))
    standing = QueueStanding(kept.items, kept.questions, known)
    row = None if at is None else standing.row_of(at)
    progress = standing.progress(row or 0)
    queue = SampleQueue(kept.items, kept.questions, kept.name)
    return KeptInspection(queue, at, _layer_of(record.setting(LAYER)), second, progress)


def _layer_of(text: str) -> KeptLayer:
    try:
        return KeptLayer(**json.loads(text))
    except (ValueError, TypeError):
        return KeptLayer()


def _file_of(address: str) -> bool:
    """The file is there."""
    from pathlib import Path

    parts = QgsProviderRegistry.instance().decodeUri("ogr", address)
    return bool(parts.get("path")) and Path(parts["path"]).is_file()
