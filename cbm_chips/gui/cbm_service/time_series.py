"""The time series a CbM server has of a parcel, as a table to sort, to copy and to save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QTableView

from ...bridge.tables import series_table, time_series
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ..widgets.message_line import BAD, DOUBTFUL
from ..widgets.wrapping_layout import button_row
from .dialog import ServiceDialog
from .series_model import TimeSeriesModel

if TYPE_CHECKING:
    from datetime import date

    from qgis.PyQt.QtWidgets import QWidget

    from ...bridge.sources.providers import ProviderRow
    from ...bridge.tasks.cbm_service import ServiceQuery
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset, TimeSeries

SCL_KIND = "scl"
ALL_COLUMNS = "all columns"

_TITLES: dict[str, Callable[[], str]] = {
    "count": lambda: tr("Pixels"),
    "mean": lambda: tr("Mean"),
    "std": lambda: tr("Standard deviation"),
    "min": lambda: tr("Minimum"),
    "p25": lambda: tr("25th percentile"),
    "p50": lambda: tr("Median"),
    "p75": lambda: tr("75th percentile"),
    "max": lambda: tr("Maximum"),
}
"""What the server calls its statistics; others go by its names."""


@dataclass(frozen=True)
class TimeSeriesRequest:
    """Which parcel.

    Attributes:
        dataset: where the parcel is.
        pid: its id.
        kinds: what the server says it has; empty where it said nothing.
        days: the form's first and last, None where they are none.
    """

    dataset: Dataset
    pid: str
    kinds: tuple[str, ...] = ()
    days: tuple[date, date] | None = None

    def query(self, kind: str) -> ServiceQuery:
        """For the server."""
        from ...core.sources.cbm_rest.parcel_data.parcels import time_series as asked

        return lambda service: asked(service, self.dataset, self.pid, kind=kind)


class TimeSeriesDialog(ServiceDialog):
    """Of the first kind, and of any other that is chosen; a row a date, a column a band.

    Copied and saved is what the server has of the dates on show.
    """

    def __init__(self, request: TimeSeriesRequest, source: ProviderRow, parent: QWidget) -> None:
        """Empty until `begin`."""
        super().__init__(tr("Time series of {parcel}").format(parcel=request.pid), source, parent)
        self._request = request
        self.series: TimeSeries | None = None
        self.kinds, self.statistics = _kinds(request.kinds), _statistics()
        self.all_dates, self.table = QCheckBox(tr("All dates of the server")), _empty_table()
        self.all_dates.setVisible(request.days is not None)
        self._model, self._sorted = TimeSeriesModel(self), QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.table.setModel(self._sorted)
        self.kinds.activated.connect(self._on_kind)
        self.save.setText(tr("Save as CSV…"))
        self.statistics.activated.connect(self._fill)
        self.all_dates.toggled.connect(self._fill)
        self._lay_out(button_row(self.kinds, self.statistics, self.all_dates), self.table)
        edge = self.fontMetrics().height()
        self.resize(50 * edge, 30 * edge)

    @property
    def kind(self) -> str:
        """As the service calls it."""
        return str(self.kinds.currentData())

    def _on_kind(self) -> None:
        self.series = None
        self._model.show_table(None)
        self._offer(False)
        try:
            self.begin()
        except RequestError as error:
            self.message.say(worded(error), BAD)

    def _query(self) -> ServiceQuery:
        return self._request.query(self.kind)

    def _show(self, value: Any) -> None:
        self.series = value
        if not value.rows:
            told = [tr("The server has no such series of this parcel."), *map(worded, value.notes)]
            self.message.say(" ".join(told), DOUBTFUL)
            return
        self._offer_statistics(value)
        self._fill()
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._offer(True)

    def _offer_statistics(self, series: TimeSeries) -> None:
        """Those of this kind; the one that was chosen stays, if it is among them."""
        chosen, found = self.statistics.currentData(), series_table.statistics_in(series)
        self.statistics.clear()
        for name in found:
            self.statistics.addItem(_TITLES[name]() if name in _TITLES else name, name)
        self.statistics.addItem(tr("All columns"), ALL_COLUMNS)
        self.statistics.setCurrentIndex(max(self.statistics.findData(chosen), 0))
        self.statistics.setVisible(bool(found))

    def _fill(self) -> None:
        """The table as it is chosen, and what it shows of how much."""
        series, shown = self.series, self._shown()
        if series is None or shown is None:
            return
        statistic = str(self.statistics.currentData())
        is_whole = statistic == ALL_COLUMNS and bool(series_table.statistics_in(series))
        table = series_table.as_it_is(shown) if is_whole else series_table.by_date(shown, statistic)
        self._model.show_table(table)
        self.table.resizeColumnsToContents()
        count, total = series_table.dates_in(shown), series_table.dates_in(series)
        told = [tr("{count} of the server's {total} dates.").format(count=count, total=total)]
        self.message.say(" ".join([*told, *map(worded, series.notes)]), DOUBTFUL)

    def _shown(self) -> TimeSeries | None:
        """The series, of the form's days unless all are wanted."""
        if self.series is None or self._request.days is None or self.all_dates.isChecked():
            return self.series
        return series_table.within(self.series, *self._request.days)

    def _file(self) -> tuple[str, str]:
        name = f"{self._request.pid}_{self.kind}.csv"
        return name, tr("Tables ({0})").format("*.csv")

    def _writing(self, path: Path) -> Callable[[], str] | None:
        shown = self._shown()
        return None if shown is None else lambda: str(time_series.write_csv(shown, path))

    def _copy(self) -> None:
        shown = self._shown()
        if shown is not None:
            QGuiApplication.clipboard().setText(time_series.as_text(shown))


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


def _statistics() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(tr("Statistic"))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
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
