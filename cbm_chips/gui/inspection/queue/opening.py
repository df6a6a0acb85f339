"""From a file or a layer to a queue: read, joined and made in worker threads, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.parcels.parcel_fields import crop_field_of
from ....bridge.parcels.queue_rows import JoinOrder, LayerRows, joined_layer, table_of_layer
from ....bridge.parcels.sample_files import table_of_file
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ....core.inspection.queue.join import JoinedSample
from ....core.inspection.queue.progress import QueueStanding
from ....core.inspection.queue.sample import ParcelSample, sample_of
from ....core.inspection.queue.sample_columns import SampleColumns, columns_of
from ....core.inspection.queue.sample_queue import SampleQueue
from ....core.inspection.queue.table import SampleTable
from ....core.inspection.values import InspectionQuestion


@dataclass(frozen=True)
class QueueLayer:
    """A layer of parcels, and the field with their ids."""

    layer: QgsVectorLayer
    id_field: str

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that name a parcel."""
        return tuple(filter(None, (self.id_field, crop_field_of(self.layer))))


@dataclass(frozen=True)
class QueueDraft:
    """A sample that is joined to a layer, before buckets are chosen.

    Attributes:
        name: of the file or layer.
        title: of the kind of file; empty for any table.
        joined: its questions.
        kept: see `PickedPlaces`.
    """

    name: str
    title: str
    joined: JoinedSample
    kept: Mapping[int, QgsFeature] | None = field(default=None, repr=False)

    @property
    def buckets(self) -> dict[str, int]:
        """See `ParcelSample`."""
        return ParcelSample("", "", self.joined.items).buckets

    def queue(self, questions: Mapping[str, InspectionQuestion]) -> SampleQueue:
        """The questions of some buckets, in the same order."""
        items = [one for one in self.joined.items if one.question in questions]
        features = {one.parcel: self.joined.features[one.parcel] for one in items}
        return SampleQueue(
            items, tuple(questions.values()), self.name, self.joined.left_out, features
        )


@dataclass(frozen=True)
class MadeQueue:
    """A queue that can be opened at once, however long it is."""

    queue: SampleQueue
    standing: QueueStanding
    parcels: QueueLayer
    kept: Mapping[int, QgsFeature] | None = field(default=None, repr=False)


class QueueOpening(QObject):
    """What a dialog asks for; the newest wish replaces the one before."""

    read = pyqtSignal(object)
    """A `SampleTable`."""
    drafted = pyqtSignal(object)
    """A `QueueDraft`."""
    made = pyqtSignal(object)
    """A `MadeQueue`."""
    failed = pyqtSignal(str)
    """Why there is none, for people."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is read yet."""
        super().__init__(parent)
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        self._then: Callable[[object], None] = self.read.emit

    @property
    def is_busy(self) -> bool:
        """Something is on its way."""
        return self._call.is_running

    def read_file(self, path: Path) -> None:
        """Of any kind; `read` follows."""
        self._begin(lambda: table_of_file(path), self.read.emit)

    def read_layer(self, layer: QgsVectorLayer) -> None:
        """A table that the project has; `read` follows."""
        rows = LayerRows.of(layer)
        self._begin(lambda: table_of_layer(rows), self.read.emit)

    def join(
        self,
        table: SampleTable,
        columns: SampleColumns,
        parcels: QueueLayer,
        *,
        takes_similar: bool = False,
    ) -> None:
        """The rows of a table to parcels; `drafted` follows."""
        rows, names = LayerRows.of(parcels.layer), parcels.names

        def work() -> QueueDraft:
            sample = sample_of(table, columns)
            order = JoinOrder(sample, rows, parcels.id_field, names, takes_similar)
            return QueueDraft(sample.name, sample.title, *order.join())

        self._begin(work, self.drafted.emit)

    def take_layer(self, parcels: QueueLayer, *, only_selected: bool) -> None:
        """The parcels of a layer as they are; `drafted` follows."""
        rows = LayerRows.of(parcels.layer, only_selected=only_selected)
        names = parcels.names

        def work() -> QueueDraft:
            return QueueDraft(rows.name, "", *joined_layer(rows, parcels.id_field, names))

        self._begin(work, self.drafted.emit)

    def make(
        self, draft: QueueDraft, questions: Mapping[str, InspectionQuestion], parcels: QueueLayer
    ) -> None:
        """The queue of some buckets; `made` follows."""

        def work() -> MadeQueue:
            queue = draft.queue(questions)
            standing = QueueStanding(queue.items, queue.questions)
            return MadeQueue(queue, standing, parcels, draft.kept)

        self._begin(work, self.made.emit)

    def stop(self) -> None:
        """Hear no more of what is on its way."""
        self._call.stop()

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._then = then
        self._call.start(BackgroundCall(tr("CbM Chips: queue"), work))

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self.failed.emit(result.problem)
        else:
            self._then(result.value)


def guessed_columns(table: SampleTable) -> SampleColumns:
    """What its columns probably say; the first is the id where none looks like one."""
    found = columns_of(table.columns)
    return found if found.parcel else replace(found, parcel=table.columns[0])
