"""The parameter SOURCE in Processing's dialogs: the list of sources, as the dock has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.sources.providers import ProviderRow, all_providers, source_called
from ...core.periods import Period, usual_period
from ..form.source_box import SourceBox

DAYS = ("START", "END")
"""Parameters whose usual values depend on the source."""


class SourceWidget:
    """What the dialogs find under the path that the parameter's metadata give.

    A model's editor gets QGIS's own widget for text, which also takes inputs of the model and
    results of other steps.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        *,
        only_cbm: bool = False,
    ) -> Any:
        """Called like a class by QGIS, as it calls older wrappers."""
        if hasattr(dialog, "childId"):
            return QgsGui.processingGuiRegistry().createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
        return SourceWrapper(parameter, dialog, row, column, only_cbm=only_cbm)


class SourceWrapper(WidgetWrapper):
    """Sources by title; the value is a row's id, or an address or path as typed."""

    def createWidget(self, *, only_cbm: bool = False) -> QWidget:
        """QGIS calls it, with what the metadata give, before anything else."""
        self._usual, self._days = Period("", ""), list[Any]()
        box = SourceBox(lambda: _rows(only_cbm=only_cbm))
        box.shown.connect(self._on_shown)
        return box

    def setValue(self, value: Any) -> None:
        self.widget.set_source(source_called("" if value is None else str(value)).id)

    def value(self) -> str:
        return str(self.widget.source())

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """The days follow the source as long as they are its usual ones."""
        by_name = {wrapper.parameterDefinition().name(): wrapper for wrapper in wrappers}
        self._days = [by_name[name] for name in DAYS if name in by_name]
        self._usual = usual_period(self.value())

    def _on_shown(self) -> None:
        self.widgetValueHasChanged.emit(self)
        before, self._usual = self._usual, usual_period(self.value())
        if len(self._days) == len(DAYS) and self._shown_days() == before != self._usual:
            self._show_days(self._usual)

    def _shown_days(self) -> Period:
        first, last = (_as_text(wrapper.parameterValue()) for wrapper in self._days)
        return Period(first, last)

    def _show_days(self, days: Period) -> None:
        context = QgsProcessingContext()
        for wrapper, day in zip(self._days, (days.start, days.end)):
            date = QDate.fromString(day, Qt.DateFormat.ISODate)
            wrapper.setParameterValue(date, context)


def _rows(*, only_cbm: bool) -> list[ProviderRow]:
    return [row for row in all_providers() if row.is_cbm or not only_cbm]


def _as_text(value: Any) -> str:
    """A day as ISO text; anything else is no usual day."""
    return str(value.toString(Qt.DateFormat.ISODate)) if isinstance(value, QDate) else ""
