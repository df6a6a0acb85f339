"""What a CbM server paints and counts itself: the chip sheet and the time series, in windows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import PARCEL, choose, set_dataset, stored_login
from tests.desktop.window import (
    CENTRE,
    SLOW_S,
    click,
    set_form,
    settle,
    wait_for,
    wait_for_tasks,
)
from tests.servers.process import ServerProcess

EXTRACTED = ["B02", "B03", "B04", "B05", "B08", "B11"]


@pytest.fixture
def dock(loaded: Any, iface: Any, server: ServerProcess) -> Any:
    iface.menu[0].trigger()
    choose(loaded.dock, server.url, stored_login(), start="2022-05-01", end="2022-08-31")
    wait_for(loaded.dock.service.box.aoi.count)
    set_dataset(loaded.dock)
    return loaded.dock


def choose_row(box: Any, row: int) -> None:
    """As a click does."""
    box.setCurrentIndex(row)
    box.activated.emit(row)


def entry(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QAction

    from cbm_chips.gui.cbm_service.menu import ServiceMenu

    return dock.findChild(ServiceMenu).findChild(QAction, name)


def opened(dock: Any, name: str) -> Any:
    """The window an entry opens."""
    from cbm_chips.gui.cbm_service.dialog import ServiceDialog

    entry(dock, name).trigger()
    dialogs = dock.findChildren(ServiceDialog)
    return dialogs[-1] if dialogs else None


def pick_a_place(iface: Any, dock: Any) -> None:
    """Of which a few days are read; afterwards the form says the whole summer again."""
    set_form(dock, start="2022-06-01", end="2022-06-05")
    click(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running)
    set_form(dock, start="2022-05-01", end="2022-08-31")


@pytest.fixture
def sheet(iface: Any, dock: Any) -> Iterator[Any]:
    pick_a_place(iface, dock)
    dialog = opened(dock, "CbmChipsServerSheet")
    wait_for(lambda: not dialog.pending.is_asking)
    yield dialog
    dialog.close()
    settle()


@pytest.fixture
def series(dock: Any) -> Iterator[Any]:
    dock.service.box.pid.setText(PARCEL)
    dialog = opened(dock, "CbmChipsServerSeries")
    wait_for(lambda: not dialog.pending.is_asking)
    yield dialog
    dialog.close()
    settle()


class TestTheMenu:
    def test_has_them_for_a_cbm_server_only(self, dock: Any) -> None:
        names = ("CbmChipsServerSheet", "CbmChipsServerSeries")
        assert all(entry(dock, name).isVisible() for name in names)
        dock.form.source.set_source("sample")
        assert not any(entry(dock, name).isVisible() for name in names)

    def test_says_what_is_missing(self, dock: Any) -> None:
        assert opened(dock, "CbmChipsServerSheet") is None
        assert "Pick a place" in dock.status_bar.said
        assert opened(dock, "CbmChipsServerSeries") is None
        assert "give its id" in dock.status_bar.said

    def test_says_that_a_login_cannot_be_opened(self, dock: Any, server: ServerProcess) -> None:
        choose(dock, server.url, "gone123")
        dock.service.box.pid.setText(PARCEL)
        entry(dock, "CbmChipsServerSeries").trigger()
        assert "Login: 'gone123'" in dock.status_bar.said


class TestTheSheet:
    def test_shows_the_pictures_oldest_first(self, sheet: Any) -> None:
        labels = [picture.label for picture in sheet.model.pictures]
        assert len(labels) == 16
        assert labels == sorted(labels)
        assert "without georeference" in sheet._title.text()
        assert not any("georeference" in one.tip for one in sheet.model.pictures)
        assert sheet.model.pictures[0].kind == "S2B T31UFU"

    @pytest.mark.usefixtures("empty_cache")
    def test_is_asked_with_bands_and_stretch_of_the_form(
        self, sheet: Any, server: ServerProcess
    ) -> None:
        asked = [one for one in server.stats()["asked"] if "chipsByLocation" in one]
        assert asked
        assert "bands=B08_B04_B03" in asked[0]
        assert "lut=5_95" in asked[0]

    def test_has_eight_columns_at_most(self, sheet: Any) -> None:
        for width in (400, 900, 3000):
            sheet.resize(width, 600)
            settle()
            assert 1 <= sheet.view.columns <= 8
            tops = {
                sheet.view.visualRect(sheet.model.index(row)).top()
                for row in range(len(sheet.model.pictures))
            }
            assert len(tops) >= 16 / sheet.view.columns

    def test_a_picture_can_be_saved_and_copied(self, sheet: Any, tmp_path: Path) -> None:
        from qgis.PyQt.QtGui import QGuiApplication, QImage

        sheet.save_to(str(tmp_path / "one.png"))
        assert sheet.saving.is_running, "not in the main thread"
        wait_for(lambda: not sheet.saving.is_running)
        assert QImage(str(tmp_path / "one.png")).width() == sheet.current().image.width() > 100
        sheet.copy.click()
        assert QGuiApplication.clipboard().image().size() == sheet.current().image.size()
        sheet.save_to(str(tmp_path / "nowhere" / "one.png"))
        wait_for(lambda: not sheet.saving.is_running)
        assert "could not be written" in sheet.message.text

    @pytest.mark.usefixtures("empty_cache")
    def test_a_picture_that_is_lost_is_named_and_the_others_come(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        pick_a_place(iface, dock)
        server.switch(cut_after=50, cut_times=2)  # the first one, and once more
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: not dialog.pending.is_asking)
        assert len(dialog.model.pictures) == 15
        assert dialog.message.text.startswith("15 pictures, the oldest first. ")
        assert "broke off" in dialog.message.text
        dialog.close()
        settle()

    def test_that_is_empty_says_so(self, iface: Any, dock: Any) -> None:
        choose(dock, "http://127.0.0.1:9", "")
        click(iface, dock, CENTRE)
        wait_for(lambda: not dock.session.runs.is_running)
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: not dialog.pending.is_asking)
        assert "can't be reached" in dialog.message.text
        assert not dialog.save.isEnabled()
        dialog.close()
        settle()

    @pytest.mark.usefixtures("empty_cache")
    def test_closing_it_gives_the_question_up(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        pick_a_place(iface, dock)
        wait_for_tasks()
        server.reset()
        server.switch(latency=SLOW_S)
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: server.stats()["queries"])
        dialog.close()
        wait_for_tasks()


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
        series.save_to(str(tmp_path / "series.csv"))
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
