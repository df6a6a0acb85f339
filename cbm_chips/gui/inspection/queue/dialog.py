"""The dialog that opens a queue: which questions, of which parcels, how many of each bucket."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import worded
from ....core.errors import RequestError
from ....core.inspection.queue.sample_columns import SampleColumns
from ....core.inspection.queue.table import SampleTable
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.message_line import BAD, BUSY, DOUBTFUL, GOOD
from .dialog_layout import QueueFields, lay_out
from .left_out_dialog import LeftOutDialog, left_out_words
from .opening import MadeQueue, QueueDraft, QueueOpening, guessed_columns
from .question_source import FILE, SELECTED


class OpenQueueDialog(QDialog):
    """Reads and joins in the background, after every change."""

    chosen = pyqtSignal(object)
    """A `MadeQueue`."""

    def __init__(
        self, layers: Sequence[QgsVectorLayer], parent: QWidget | None = None, *, record: str = ""
    ) -> None:
        """`layers` are those with parcels, the likeliest first; `record` is where answers go."""
        super().__init__(parent)
        self.setObjectName("CbmChipsOpenQueue")
        self.setWindowTitle(tr("Open a queue of parcels to inspect"))
        self.fields = QueueFields(layers, record)
        self.opening = QueueOpening(self)
        self._table: SampleTable | None = None
        self.draft: QueueDraft | None = None
        """What the fields give; None while it is worked out."""
        self._buttons = dialog_buttons(self, "Ok", "Cancel")
        self._ok.setText(tr("Open the queue"))
        lay_out(self, self.fields, self._buttons)
        self._connect()
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.sizeHint().height())
        self._read()

    @property
    def record(self) -> str:
        """Path of the GeoPackage for the answers."""
        return str(self.fields.record.filePath()).strip()

    @property
    def inspector(self) -> str:
        """The name as it is entered."""
        return str(self.fields.inspector.text()).strip()

    def accept(self) -> None:
        """Make the queue of what is ticked; the dialog closes when it is there."""
        parcels = self.fields.parcels()
        if self.draft is None or parcels is None:
            return
        try:
            questions = self.fields.buckets.questions()
        except RequestError as error:
            self._refuse(": ".join(filter(None, (str(error.value), worded(error.allowed)))))
            return
        if not self.record:
            self._refuse(tr("Choose a file for the answers."))
            return
        self._ok.setEnabled(False)
        self.opening.make(self.draft, questions, parcels)

    def done(self, result: int) -> None:
        """Hear no more of what is on its way."""
        self.opening.stop()
        super().done(result)

    @property
    def _ok(self) -> QPushButton:
        return self._buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _connect(self) -> None:
        fields, opening = self.fields, self.opening
        fields.source.changed.connect(self._read)
        fields.layer.layerChanged.connect(self._on_layer)
        fields.id_field.fieldChanged.connect(self._join)
        for box in (fields.id_column, fields.bucket_column):
            box.activated.connect(self._join)
        fields.similar.clicked.connect(self._join)
        fields.list_button.clicked.connect(self._show_left_out)
        opening.read.connect(self._on_read)
        opening.drafted.connect(self._on_drafted)
        opening.made.connect(self._on_made)
        opening.failed.connect(self._refuse)

    def _on_layer(self, layer: QgsVectorLayer | None) -> None:
        self.fields.follow_layer(layer)
        if self.fields.source.is_table:
            self._join()
        else:
            self._read()

    def _read(self) -> None:
        """The source is another: what its rows are."""
        self._table = None
        self._wait()
        source = self.fields.source
        self.fields.show_table(None, is_table=source.is_table)
        if not source.is_table:
            self._join()
        elif source.kind == FILE:
            path = source.path
            if path:
                self.opening.read_file(Path(path))
            else:
                self._say(tr("Choose the sample's file, or any table with ids of parcels."))
        else:
            layer = QgsProject.instance().mapLayer(source.kind)
            if layer is not None:
                self.opening.read_layer(layer)

    def _on_read(self, table: SampleTable) -> None:
        self._table = table
        self.fields.show_table(guessed_columns(table), is_table=True, names=table.columns)
        self._join()

    def _join(self, *_: object) -> None:
        """Columns, layer or id field are others: which rows have a parcel."""
        parcels, source = self.fields.parcels(), self.fields.source
        self._wait()
        if parcels is None:
            self.opening.stop()
            self._say(tr("Choose the layer with the parcels, and the field with their ids."))
        elif not source.is_table:
            self.opening.take_layer(parcels, only_selected=source.kind == SELECTED)
        elif self._table is not None:
            similar = self.fields.similar.isChecked()
            columns = self._columns(self._table)
            self.opening.join(self._table, columns, parcels, takes_similar=similar)

    def _columns(self, table: SampleTable) -> SampleColumns:
        return self.fields.columns(guessed_columns(table))

    def _wait(self) -> None:
        self.draft = None
        self._ok.setEnabled(False)
        self.fields.list_button.hide()
        self.fields.message.say(tr("Looking for the parcels …"), BUSY)

    def _on_drafted(self, draft: QueueDraft) -> None:
        self.draft, joined = draft, draft.joined
        self.fields.buckets.show_buckets(draft.buckets)
        is_similar = bool(joined.similar)
        self.fields.similar.setVisible(is_similar)
        if is_similar:
            self.fields.similar.setText(
                tr_count(
                    "Take {count} ids that differ from the layer's in leading zeros only",
                    joined.similar,
                )
            )
        self.fields.list_button.setVisible(bool(joined.left_out))
        self._ok.setEnabled(bool(joined.items))
        kind = GOOD if joined.items and not joined.left_out else DOUBTFUL
        self.fields.message.say(_draft_words(draft), kind if joined.items else BAD)

    def _on_made(self, made: MadeQueue) -> None:
        self.chosen.emit(made)
        super().accept()

    def _say(self, text: str) -> None:
        self.fields.message.say(text, DOUBTFUL)

    def _refuse(self, text: str) -> None:
        self._ok.setEnabled(self.draft is not None and bool(self.draft.joined.items))
        self.fields.message.say(text, BAD)

    def _show_left_out(self) -> None:
        if self.draft is not None:
            LeftOutDialog(self.draft.joined.left_out, self).show()


def _draft_words(draft: QueueDraft) -> str:
    joined, buckets = draft.joined, [one for one in draft.buckets if one]
    count = tr_count("{count} questions", len(joined.items))
    parcels = tr_count("of {count} parcels", len(joined.features))
    parts = [f"{count} {parcels}"]
    if buckets:
        parts = [f"{parts[0]} {tr_count('in {count} buckets', len(buckets))}"]
    words = f"{worded(draft.title)}: {parts[0]}." if draft.title else f"{parts[0]}."
    return f"{words} {left_out_words(joined.left_out)}" if joined.left_out else words
