"""The time series a CbM server has of a parcel, as a table to sort, to copy and to save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QTableView

from ...bridge import time_series
from ...bridge.translation import tr, tr_count
from ...bridge.words import worded
from ...core.errors import RequestError
from ..widgets.message_line import BAD, DOUBTFUL
from .dialog import ServiceDialog

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from ...bridge.cbm_service import ServiceQuery
    from ...bridge.providers import ProviderRow
    from ...core.sources.cbm_rest.parcels import Dataset, TimeSeries

SCL_KIND = "scl"


@dataclass(frozen=True)
class TimeSeriesRequest:
    """Which parcel.

    Attributes:
        dataset: where the parcel is.
        pid: its id.
        kinds: what the server says it has; empty where it said nothing.
    """

    dataset: Dataset
    pid: str
    kinds: tuple[str, ...] = ()

    def query(self, kind: str) -> ServiceQuery:
        """For the server."""
        from ...core.sources.cbm_rest.parcels import time_series as asked

        return lambda service: asked(service, self.dataset, self.pid, kind=kind)


class TimeSeriesDialog(ServiceDialog):
    """Of the first kind, and of any other that is chosen."""

    def __init__(self, request: TimeSeriesRequest, source: ProviderRow, parent: QWidget) -> None:
        """Empty until `begin`."""
        super().__init__(tr("Time series of {parcel}").format(parcel=request.pid), source, parent)
        self._request = request
        self.series: TimeSeries | None = None
        self.kinds, self.table = _kinds(request.kinds), _empty_table()
        self._model, self._sorted = TimeSeriesModel(self), QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.table.setModel(self._sorted)
        self.kinds.activated.connect(self._on_kind)
        self.save.setText(tr("Save as CSV…"))
        self._lay_out(self.kinds, self.table)
        edge = self.fontMetrics().height()
        self.resize(50 * edge, 30 * edge)

    @property
    def kind(self) -> str:
        """As the service calls it."""
        return str(self.kinds.currentData())

    def _on_kind(self) -> None:
        self.series = None
        self._model.show_series(None)
        self._offer(False)
        try:
            self.begin()
        except RequestError as error:
            self.message.say(worded(error), BAD)

    def _query(self) -> ServiceQuery:
        return self._request.query(self.kind)

    def _show(self, value: Any) -> None:
        self.series = value
        self._model.show_series(value)
        count = len(value.rows)
        if not count:
            told = [tr("The server has no such series of this parcel."), *map(worded, value.notes)]
            self.message.say(" ".join(told), DOUBTFUL)
            return
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.resizeColumnsToContents()
        told = [tr_count("{count} rows.", count), *map(worded, value.notes)]
        self.message.say(" ".join(told), DOUBTFUL)
        self._offer(True)

    def _file(self) -> tuple[str, str, str]:
        name = f"{self._request.pid}_{self.kind}.csv"
        return name, tr("Tables ({0})").format("*.csv"), "csv"

    def save_to(self, path: str) -> None:
        if self.series is None:
            return
        try:
            time_series.write_csv(self.series, path)
        except time_series.TableNotWritten as error:
            self.message.say(worded(error), BAD)
        else:
            self._saved(path)

    def _copy(self) -> None:
        if self.series is not None:
            QGuiApplication.clipboard().setText(time_series.as_text(self.series))


class TimeSeriesModel(QAbstractTableModel):
    """The service's own columns."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: list[tuple[time_series.Cell, ...]] = []

    def show_series(self, series: TimeSeries | None) -> None:
        """Another table; None for an empty one."""
        self.beginResetModel()
        self._columns = series.columns if series else ()
        self._rows = time_series.cells(series) if series else []
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        return super().headerData(section, orientation, role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, (int, float)):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole)
        return value if role in shown else None


def _kinds(offered: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(tr("Kind of time series"))
    titles = {
        "s2": tr("Sentinel-2 bands (s2)"),
        "bs": tr("Sentinel-1 backscatter (bs)"),
        "c6": tr("Sentinel-1 coherence (c6)"),
        SCL_KIND: tr("Scene classification (scl)"),
    }
    # the classes come with every s2 extraction, and no server lists them
    wanted = dict.fromkeys((*offered, SCL_KIND)) if offered else titles
    for kind in wanted:
        box.addItem(titles.get(kind, kind), kind)
    return box


def _empty_table() -> QTableView:
    table = QTableView()
    table.setAccessibleName(tr("Time series"))
    table.setSortingEnabled(True)
    table.setAlternatingRowColors(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
    return table
