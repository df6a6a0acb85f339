"""The parcels on the map in the colours of their newest answers; only if somebody wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAction

from ....bridge.layers.answers_layer import (
    answers_tables_of,
    hide_answers,
    refresh_answers,
    show_answers,
)
from ....bridge.parcels.parcel_fields import id_field_of
from ....bridge.qt_alive import is_alive
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.errors import RequestError
from ....core.inspection.queue.sample_columns import columns_of
from ....core.inspection.scheme import InspectionScheme
from ....core.inspection.values import FIRST_LOOK, Outcome
from ...session.inspection.answer_book import AnswerBook
from ...widgets.menu import action

REFRESH_MS = 400
"""So long after the last answer: whoever answers quickly is not held up."""
Parcels = Callable[[], "tuple[QgsVectorLayer, str] | None"]


def likely_parcels(layers: Iterable[QgsVectorLayer]) -> tuple[QgsVectorLayer, str] | None:
    """The first that has a field that looks like the parcels' ids, with that field."""
    having = ((layer, id_field_of(layer) or _sample_id_of(layer)) for layer in layers)
    return next((one for one in having if one[1]), None)


def _sample_id_of(layer: QgsVectorLayer) -> str:
    """A field that is called like the ids of samples."""
    return columns_of(layer.fields().names()).parcel


class AnswersOnMap(QObject):
    """Belongs to one dock; during a blind second look nothing is coloured."""

    def __init__(
        self, answers: AnswerBook, parcels: Parcels, remark: Callable[[str], None], parent: QObject
    ) -> None:
        """`parcels` gives the layer and its field with ids, None where there is none."""
        super().__init__(parent)
        self._answers, self._parcels, self._remark = answers, parcels, remark
        self._shown: QgsVectorLayer | None = None
        text = tr("Colour the parcels by their answers")
        self.action: QAction = action(self, "CbmChipsAnswersOnMap", text, lambda: None)
        self.action.setCheckable(True)
        self.action.toggled.connect(self._switch)
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        answers.kept.changed.connect(self._on_answers)
        answers.queue.opened.connect(self._on_queue)
        answers.queue.changed.connect(self._on_look)
        answers.record.closed.connect(self._leave)

    def _switch(self, is_on: bool) -> None:
        if is_on:
            self._show()
        else:
            self._hide()

    def _show(self) -> None:
        parcels, record = self._parcels(), self._answers.record
        if parcels is None or not record.is_open:
            self._refuse(
                tr("Open a record first, and a layer of parcels, which is what is coloured.")
            )
            return
        if self._answers.queue.look != FIRST_LOOK:
            return  # when the first look is back
        layer, id_field = parcels
        try:
            show_answers(layer, id_field, Path(record.path), colours_of(self._answers.scheme))
            self._shown = layer
        except RequestError as error:
            self._refuse(worded(error))

    def _hide(self) -> None:
        layer, self._shown = self._shown, None
        if layer is not None and is_alive(layer):
            hide_answers(layer)

    def _refuse(self, words: str) -> None:
        self._remark(words)
        self.action.setChecked(False)

    def _leave(self) -> None:
        self.action.setChecked(False)

    def _on_answers(self) -> None:
        if self._shown is not None:
            self._timer.start()

    def _refresh(self) -> None:
        if self._shown is not None and is_alive(self._shown):
            refresh_answers(self._shown)

    def _on_queue(self) -> None:
        """Another queue; its layer may be coloured already, in a project that was saved so."""
        self._hide()
        parcels = self._parcels()
        was_coloured = parcels is not None and bool(answers_tables_of(parcels[0]))
        if self.action.isChecked() or was_coloured:
            self.action.setChecked(False)
            self.action.setChecked(parcels is not None)

    def _on_look(self) -> None:
        """The first answers are hidden from whoever looks a second time."""
        if not self.action.isChecked():
            return
        is_first = self._answers.queue.look == FIRST_LOOK
        if is_first and self._shown is None:
            self._show()
        elif not is_first:
            self._hide()


def colours_of(scheme: InspectionScheme) -> dict[Outcome, str]:
    """Of each outcome that of its first button."""
    return {button.outcome: button.colour for button in reversed(scheme.buttons)}
