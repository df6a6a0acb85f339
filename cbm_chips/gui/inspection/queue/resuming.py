"""Going on with the queue of a record: its parcels are looked for again, in a worker thread."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.parcels.queue_rows import JoinOrder, LayerRows
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr, tr_count
from ....core.inspection.queue.progress import QueueStanding
from ....core.inspection.queue.sample import ParcelSample
from ....core.inspection.queue.sample_queue import SampleQueue
from ...session.inspection.answer_book import AnswerBook
from ...session.session import Session
from .keeper import KeptInspection
from .opening import MadeQueue, QueueLayer


class QueueResuming(QObject):
    """Belongs to one dock."""

    made = pyqtSignal(object)
    """A `MadeQueue` with all questions of the record."""

    def __init__(self, session: Session, answers: AnswerBook, parent: QObject) -> None:
        """Nothing is on its way."""
        super().__init__(parent)
        self._session, self._answers = session, answers
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)

    def begin(self, kept: KeptInspection) -> None:
        """`made` follows, or a sentence says why not."""
        layer = kept.layer.find()
        if layer is None:
            words = tr(
                "The parcels of this queue are in the layer “{layer}” with the field “{field}”: "
                "add it to the project, then open the record again."
            )
            self._session.remark(
                words.format(layer=kept.layer.name, field=kept.layer.id_field), until=()
            )
            return
        parcels = QueueLayer(layer, kept.layer.id_field)
        order = _order(kept.queue, LayerRows.of(layer), parcels)

        def work() -> MadeQueue:
            joined, features = order.join()
            own = kept.queue
            queue = SampleQueue(
                own.items, own.questions, own.name, joined.left_out, joined.features
            )
            return MadeQueue(queue, QueueStanding(own.items, own.questions), parcels, features)

        self._call.start(BackgroundCall(tr("CbM Chips: queue"), work))

    def stop(self) -> None:
        """Hear no more of it."""
        self._call.stop()

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self._session.remark(result.problem)
            return
        made: MadeQueue = result.value
        lost = len(made.queue.left_out)
        self.made.emit(made)
        if lost:
            words = tr_count("{count} parcels of the queue are not in the layer any more.", lost)
            self._session.remark(words, until=())


def _order(queue: SampleQueue, rows: LayerRows, parcels: QueueLayer) -> JoinOrder:
    """Each row of the queue counts from 1."""
    numbers = tuple(range(1, len(queue.items) + 1))
    sample = ParcelSample(queue.name, "", tuple(queue.items), numbers)
    return JoinOrder(sample, rows, parcels.id_field, parcels.names)
