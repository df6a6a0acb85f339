"""The fields of the dialog that opens a queue, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.parcels.parcel_fields import id_field_of
from ....bridge.texts.translation import tr
from ....core.inspection.queue.sample_columns import SampleColumns
from ...session.inspection import settings
from ...widgets.message_line import MessageLine
from ...widgets.wrapped_label import wrapped_label
from .bucket_table import BucketTable
from .opening import QueueLayer
from .question_source import QuestionSource

NO_COLUMN = ""


class QueueFields:
    """What is asked for, and its content as values."""

    def __init__(self, layers: Sequence[QgsVectorLayer], record: str) -> None:
        """The first layer is chosen; `record` is where answers go."""
        self.layer, self.id_field = QgsMapLayerComboBox(), QgsFieldComboBox()
        self.layer.setAccessibleName(tr("Layer of parcels"))
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True)
        self.id_field.setAccessibleName(tr("Field with their ids"))
        for box in (self.layer, self.id_field):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        first = next(iter(layers), None)
        self.layer.setLayer(first)
        self.source = QuestionSource(
            is_selected=first is not None and first.selectedFeatureCount() > 0
        )
        self.id_column, self.bucket_column = QComboBox(), QComboBox()
        self.id_column.setAccessibleName(tr("Column with the ids"))
        self.bucket_column.setAccessibleName(tr("Column with the buckets"))
        self.buckets, self.message = BucketTable(), MessageLine()
        self.similar, self.list_button = QCheckBox(), QPushButton(tr("What does not join …"))
        self.similar.hide()
        self.list_button.hide()
        self.list_button.setAutoDefault(False)
        self.record, self.inspector = _record_field(record), QLineEdit(settings.inspector())
        self.inspector.setAccessibleName(tr("Inspector"))
        self.columns_row = _columns_row(self.id_column, self.bucket_column)
        self.follow_layer(self.layer.currentLayer())

    def parcels(self) -> QueueLayer | None:
        """None while no layer with ids is chosen."""
        layer, name = self.layer.currentLayer(), self.id_field.currentField()
        return QueueLayer(layer, name) if layer is not None and name else None

    def follow_layer(self, layer: QgsVectorLayer | None) -> None:
        """Its fields, with the one that probably holds the ids."""
        self.id_field.blockSignals(True)
        self.id_field.setLayer(layer)
        if layer is not None:
            guess = id_field_of(layer)
            self.id_field.setField(guess or next(iter(layer.fields().names()), ""))
        self.id_field.blockSignals(False)

    def show_table(
        self, columns: SampleColumns | None, *, is_table: bool, names: Sequence[str] = ()
    ) -> None:
        """The columns of another table, with what they probably say."""
        self.columns_row.setVisible(is_table)
        self.similar.hide()
        self.similar.setChecked(False)
        for box in (self.id_column, self.bucket_column):
            box.clear()
        self.id_column.addItems(list(names))
        self.bucket_column.addItem(tr("none"), NO_COLUMN)
        for name in names:
            self.bucket_column.addItem(name, name)
        if columns is not None:
            self.id_column.setCurrentText(columns.parcel)
            place = self.bucket_column.findData(columns.question)
            self.bucket_column.setCurrentIndex(max(place, 0))

    def columns(self, guess: SampleColumns) -> SampleColumns:
        """As chosen; what was not asked for is as guessed."""
        question = str(self.bucket_column.currentData() or NO_COLUMN)
        is_as_guessed = question == guess.question
        return replace(
            guess,
            parcel=str(self.id_column.currentText()),
            question=question,
            is_list=guess.is_list and is_as_guessed,
            title=guess.title if is_as_guessed else "",
        )


def lay_out(dialog: QDialog, fields: QueueFields, buttons: QDialogButtonBox) -> None:
    """All of them, from top to bottom."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.addRow(tr("Questions"), fields.source)
    form.addRow("", fields.columns_row)
    form.addRow(tr("Layer of parcels"), fields.layer)
    form.addRow(tr("Field with their ids"), fields.id_field)
    answers = QFormLayout()
    answers.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    answers.addRow(tr("Answers go to"), fields.record)
    answers.addRow(tr("Inspector"), fields.inspector)
    line = QHBoxLayout()
    line.addWidget(fields.message, 1)
    line.addWidget(fields.list_button)
    rows = QVBoxLayout(dialog)
    rows.addLayout(form)
    rows.addWidget(
        wrapped_label(
            tr(
                "Buckets: enter the number of parcels of a whole group to inspect as many as the "
                "rule wants, or a number of your own. The rest of the sample is the reserve."
            )
        )
    )
    rows.addWidget(fields.buckets, 1)
    rows.addWidget(fields.similar)
    rows.addLayout(line)
    rows.addLayout(answers)
    rows.addWidget(buttons)


def _columns_row(id_column: QWidget, bucket_column: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for text, box in ((tr("Ids"), id_column), (tr("Buckets"), bucket_column)):
        line.addWidget(QLabel(text))
        line.addWidget(box, 1)
    return row


def _record_field(path: str) -> QgsFileWidget:
    field, name = QgsFileWidget(), tr("Record of the answers")
    field.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
    field.setConfirmOverwrite(False)  # a record that is there is gone on with
    field.setFilter(tr("Records ({0})").format("*.gpkg"))
    field.setDialogTitle(name)
    field.setFilePath(path)
    field.lineEdit().setAccessibleName(name)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Choose: {name}").format(name=name))
    return field
