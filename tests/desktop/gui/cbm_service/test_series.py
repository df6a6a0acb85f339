"""The time series that a CbM server counts itself: its window, and its place in the plot."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import PARCEL
from tests.desktop.gui.cbm_service.steps import in_summer, opened
from tests.desktop.window import (
    set_form,
    settle,
    wait_for,
    wait_for_tasks,
)

pytestmark = pytest.mark.kept_dock
EXTRACTED = ["B02", "B03", "B04", "B05", "B08", "B11"]


@pytest.fixture
def dock(dock: Any) -> Any:
    return in_summer(dock)


@pytest.fixture
def series(dock: Any) -> Iterator[Any]:
    dock.service.box.pid.setText(PARCEL)
    dialog = opened(dock, "CbmChipsServerSeries")
    wait_for(lambda: not dialog.pending.is_asking)
    yield dialog
    dialog.close()
    settle()


class TestTheSeries:
    def test_is_a_table_that_sorts_numbers_as_numbers(self, series: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        model = series.table.model()
        names = [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(model.columnCount())
        ]
        assert names == ["Date (UTC)", *EXTRACTED, "Pixels per class", "Product"]
        series.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
        means = [model.index(row, 3).data() for row in range(model.rowCount())]
        assert means == sorted(means)
        assert len(means) == 18

    def test_shows_the_days_of_the_form_or_all(self, series: Any) -> None:
        assert series.table.model().index(0, 0).data() == "2022-05-05 10:50"
        assert series.message.text == "18 of the server's 38 dates."

        series.all_dates.setChecked(True)

        assert series.table.model().rowCount() == 38
        assert series.message.text == "38 of the server's 38 dates."

    def test_shows_the_statistic_that_is_chosen(self, series: Any) -> None:
        def shown() -> float:
            return float(series.table.model().index(0, 1).data())

        means = shown()
        choose_row(series.statistics, series.statistics.findData("max"))
        assert shown() > means

        choose_row(series.statistics, series.statistics.count() - 1)
        assert series.table.model().rowCount() == 18 * len(EXTRACTED)
        assert series.table.model().columnCount() == len(series.series.columns)

    def test_offers_the_kinds_of_the_area(self, dock: Any, series: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        kinds = [series.kinds.itemData(row) for row in range(series.kinds.count())]
        assert kinds == ["s2", "bs", "c6", "scl"]

        series.kinds.setCurrentIndex(3)
        series.kinds.activated.emit(3)
        wait_for(lambda: not series.pending.is_asking)

        assert series.series.columns == ("acquired", "hist")
        model = series.table.model()
        assert model.headerData(1, Qt.Orientation.Horizontal) == "3 cloud shadow"
        assert [model.index(0, column).data() for column in range(2)] == ["2022-05-05 10:50", 1]
        assert series.statistics.isHidden()

    def test_is_saved_and_copied(self, series: Any, tmp_path: Path) -> None:
        from qgis.PyQt.QtGui import QGuiApplication

        series.all_dates.setChecked(True)
        series.save_to(tmp_path / "series.csv")
        assert series.saving.is_running, "not in the main thread"
        wait_for(lambda: not series.saving.is_running)
        with (tmp_path / "series.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 228
        assert rows[0]["acquired"] == "2021-11-08T10:40:41Z"
        assert rows[0]["hist"] == "4:187"
        series.copy.click()
        assert len(QGuiApplication.clipboard().text().splitlines()) == 229

        series.all_dates.setChecked(False)
        series.copy.click()
        assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + 18 * len(EXTRACTED)

    def test_is_asked_without_a_task_whose_end_qgis_announces(self, dock: Any) -> None:
        from qgis.core import QgsApplication

        dock.service.box.pid.setText(PARCEL)
        wait_for_tasks()
        told: list[int] = []
        QgsApplication.taskManager().taskAdded.connect(told.append)
        dialog = opened(dock, "CbmChipsServerSeries")
        wait_for(lambda: not dialog.pending.is_asking)
        QgsApplication.taskManager().taskAdded.disconnect(told.append)

        assert dialog.series.rows
        assert told == []
        dialog.close()
        settle()

    def test_of_an_unknown_parcel_says_so(self, dock: Any) -> None:
        dock.service.box.pid.setText("77")
        dialog = opened(dock, "CbmChipsServerSeries")
        wait_for(lambda: not dialog.pending.is_asking)
        assert "no such series" in dialog.message.text
        assert not dialog.save.isEnabled()
        dialog.close()
        settle()


class TestTheServersSeriesInThePlot:
    def test_comes_beside_those_of_the_run_for_a_parcel_of_the_server(
        self, dock: Any, iface: Any
    ) -> None:
        dock.plot.action.trigger()
        dock.service.box.pid.setText(PARCEL)
        dock.service.box.idGiven.emit(PARCEL)
        wait_for(lambda: dock.session.shown is not None)
        wait_for(lambda: not dock.session.runs.is_running)

        switch(dock, on=True)
        wait_for(lambda: len(dock.plot.panel.series) == 2)

        ours, theirs = dock.plot.panel.series
        assert (ours.origin, theirs.origin) == ("", "CbM service, all pixels")
        by_day = {point.acquired.date(): point for point in theirs.points}
        clear = [point for point in ours.points if point.state.value == "clear"]
        assert clear
        for point in clear:
            assert by_day[point.acquired.date()].mean == pytest.approx(point.mean, abs=0.05)

        switch(dock, on=False)
        assert len(dock.plot.panel.series) == 1

    def test_is_offered_for_a_cbm_server_only(self, dock: Any) -> None:
        switches = dock.plot.panel.controls._switches
        assert switches["has_service"].isVisible()
        set_form(dock, source="sample")
        assert not switches["has_service"].isVisible()


def switch(dock: Any, *, on: bool) -> None:
    action = dock.plot.panel.controls._switches["has_service"]
    if action.isChecked() != on:
        action.trigger()


def choose_row(box: Any, row: int) -> None:
    """As a click does."""
    box.setCurrentIndex(row)
    box.activated.emit(row)
