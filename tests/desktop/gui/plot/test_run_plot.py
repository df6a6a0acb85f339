"""The plot in the dock: shown and hidden, filled by a run, one current date for all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.plot.test_view import hover
from tests.desktop.window import click, read, set_form, settle, slow_files, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def plotted(dock: Any) -> Any:
    """The dock with its plot shown."""
    dock.plot.action.trigger()
    return dock


def values_there(dock: Any) -> bool:
    return bool(dock.panel.is_idle() and dock.plot.is_idle())


def read_and_plot(iface: Any, dock: Any) -> Any:
    """A run and all its values; the points of the first series."""
    read(iface, dock)
    wait_for(lambda: values_there(dock))
    return dock.plot.panel.series[0].points


def click_on(dock: Any, key: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    view = dock.plot.panel.view
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, left, none, view.place_of(key).toPoint())


class TestShown:
    def test_a_key_shows_and_hides_it_and_the_next_dock_knows(self, dock: Any) -> None:
        from cbm_chips.gui.session.form_values import store

        assert dock.plot_place.isHidden()

        dock.plot.action.trigger()
        assert not dock.plot_place.isHidden()
        assert store.recall_grid("plot", "off") == "on"

        dock.plot.action.trigger()
        assert dock.plot_place.isHidden()

    def test_its_key_is_one_of_the_docks_and_works_in_the_plot_too(self, dock: Any) -> None:
        assert dock.plot.action.shortcut().toString() == "G"
        assert dock.plot.action in dock.keys.actions
        assert dock.plot.action in dock.plot.panel.view.actions()

    def test_hidden_it_costs_nothing(self, iface: Any, dock: Any) -> None:
        read(iface, dock)
        wait_for(dock.panel.is_idle)

        assert dock.plot.is_idle()
        assert dock.plot.panel.series == ()

    @pytest.mark.usefixtures("empty_cache")
    def test_shown_later_it_has_the_dates_on_show(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        read(iface, dock)
        wait_for(dock.panel.is_idle)
        servers.reset()

        dock.plot.action.trigger()
        wait_for(lambda: dock.plot.panel.series)

        assert len(dock.plot.panel.series[0].points) == len(dock.panel.entries())
        assert servers.pixel_requests() == 0

    def test_the_dates_keep_room_in_a_low_narrow_dock(self, plotted: Any) -> None:
        plotted.setFloating(True)
        plotted.resize(320, 640)
        settle()

        assert plotted.panel.height() > plotted.plot_place.height() > 80
        assert plotted.plot.panel.width() <= 320


class TestARun:
    def test_has_a_point_for_each_date_with_the_numbers_of_its_pixels(
        self, iface: Any, plotted: Any
    ) -> None:
        points = read_and_plot(iface, plotted)
        entries = plotted.panel.entries()

        assert [point.key for point in points] == [entry.scene.id for entry in entries]
        for point, entry in zip(points, entries):
            assert point.mean == pytest.approx(mean_ndvi(entry.chip), abs=1e-6)

    @pytest.mark.usefixtures("empty_cache")
    def test_grows_while_it_is_read_and_reads_nothing_more(
        self, iface: Any, plotted: Any, servers: Served
    ) -> None:
        with slow_files(servers, 300):
            click(iface, plotted, (5.664, 52.694))
            wait_for(lambda: plotted.plot.panel.series)
            first = plotted.plot.panel.series[0].points
            wait_for(lambda: not plotted.session.runs.is_running)
        wait_for(lambda: values_there(plotted))
        last = plotted.plot.panel.series[0].points

        assert len(first) <= len(last) == len(plotted.panel.entries())
        assert all(point.mean is not None for point in last)

    def test_of_another_place_replaces_it(self, iface: Any, plotted: Any) -> None:
        before = read_and_plot(iface, plotted)

        click(iface, plotted, (5.67, 52.69))
        assert plotted.plot.panel.series == ()
        wait_for(lambda: not plotted.session.runs.is_running)
        wait_for(lambda: values_there(plotted))

        after = plotted.plot.panel.series[0].points
        assert len(after) == len(before)
        assert [point.mean for point in after] != [point.mean for point in before]

    @pytest.mark.usefixtures("empty_cache")
    def test_another_index_is_computed_of_the_same_pixels(
        self, iface: Any, plotted: Any, servers: Served
    ) -> None:
        read_and_plot(iface, plotted)
        servers.reset()

        choose(plotted, "NDWI")
        wait_for(lambda: len(plotted.plot.panel.series) == 2)

        assert [one.name for one in plotted.plot.panel.series] == ["NDVI", "NDWI"]
        assert servers.pixel_requests() == 0

    def test_an_index_whose_bands_were_not_read_is_read_for(self, iface: Any, plotted: Any) -> None:
        read_and_plot(iface, plotted)

        choose(plotted, "NDMI")
        wait_for(lambda: not plotted.session.runs.is_running)
        wait_for(lambda: values_there(plotted))

        assert all(point.mean is not None for point in plotted.plot.panel.series[1].points)
        assert "B11" in plotted.session.shown.request.bands

    def test_a_look_without_the_bands_of_the_plot_gets_them_after_its_pictures(
        self, iface: Any, plotted: Any
    ) -> None:
        set_form(plotted, composite="B04_B03_B02")

        read_and_plot(iface, plotted)
        wait_for(lambda: not plotted.session.runs.is_running)
        wait_for(lambda: values_there(plotted))

        assert all(point.mean is not None for point in plotted.plot.panel.series[0].points)


class TestTheCurrentDate:
    def test_of_the_plot_is_that_of_the_grid_and_the_map(self, iface: Any, plotted: Any) -> None:
        points = read_and_plot(iface, plotted)
        told: list[Any] = []
        plotted.session.current.changed.connect(told.append)

        click_on(plotted, points[2].key)

        assert plotted.panel.current().scene.id == points[2].key
        assert [entry.scene.id for entry in told] == [points[2].key]
        assert plotted.plot.panel.view.current == points[2].key

    def test_of_the_grid_is_that_of_the_plot(self, iface: Any, plotted: Any) -> None:
        points = read_and_plot(iface, plotted)

        for row in (1, 3):
            plotted.panel.go_to(points[row].key)
            assert plotted.plot.panel.view.current == points[row].key

    def test_is_gone_to_by_arrows_in_the_plot(self, iface: Any, plotted: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        points = read_and_plot(iface, plotted)
        plotted.panel.go_to(points[1].key)

        QTest.keyClick(plotted.plot.panel.view, Qt.Key.Key_Right)

        assert plotted.panel.current().scene.id == points[2].key

    @pytest.mark.usefixtures("empty_cache")
    def test_by_another_cloud_rule_has_its_values_of_other_pixels(
        self, iface: Any, plotted: Any, servers: Served
    ) -> None:
        before = read_and_plot(iface, plotted)
        servers.reset()

        plotted.session.rule.choose("strict")
        wait_for(lambda: plotted.plot.panel.series[0].points != before)
        wait_for(lambda: values_there(plotted))

        after = plotted.plot.panel.series[0].points
        assert sum(point.count for point in after) < sum(point.count for point in before)
        assert servers.pixel_requests() == 0


class TestTheDateUnderTheMouse:
    def test_of_the_plot_has_a_frame_in_the_grid(self, iface: Any, plotted: Any) -> None:
        from qgis.PyQt.QtCore import QPoint

        points = read_and_plot(iface, plotted)
        view, frame = plotted.plot.panel.view, plotted.pointed.frame

        hover(view, view.place_of(points[2].key).toPoint())
        rect = plotted.panel.view.visualRect(plotted.panel.view.model().index(2, 0))
        assert not frame.isHidden()
        assert frame.geometry() == rect

        hover(view, QPoint(2, 2))
        assert frame.isHidden()

    def test_of_the_grid_has_a_ring_in_the_plot(self, iface: Any, plotted: Any) -> None:
        points = read_and_plot(iface, plotted)
        grid = plotted.panel.view

        grid.hovered.emit(grid.model().index(1, 0), None)

        assert plotted.plot.panel.view._cursor.pointed == points[1].key
        assert plotted.panel.current() is None or plotted.panel.current().scene.id == points[0].key


@pytest.fixture
def controller(iface: Any) -> Any:
    from qgis.core import QgsDateTimeRange, QgsInterval, QgsTemporalNavigationObject, QgsUnitTypes
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

    made = QgsTemporalNavigationObject()
    ends = [QDateTime(QDate(2022, 6, day), QTime(0, 0), Qt.TimeSpec.UTC) for day in (1, 30)]
    made.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    made.setTemporalExtents(QgsDateTimeRange(*ends))
    made.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalUnit.TemporalDays))
    iface.canvas.setTemporalController(made)
    yield made
    iface.canvas.setTemporalController(None)


class TestTheTemporalController:
    def test_goes_to_the_current_date_and_takes_the_dock_along(
        self, iface: Any, controller: Any, plotted: Any
    ) -> None:
        points = read_and_plot(iface, plotted)
        days = [point.acquired.day for point in points]
        told: list[Any] = []
        plotted.session.current.changed.connect(told.append)

        click_on(plotted, points[2].key)
        assert controller.currentFrameNumber() == days[2] - 1
        assert len(told) == 1

        controller.setCurrentFrameNumber(days[1] - 1)
        assert plotted.session.current.entry.scene.id == points[1].key
        assert plotted.plot.panel.view.current == points[1].key
        assert controller.currentFrameNumber() == days[1] - 1
        assert len(told) == 2

    def test_at_a_time_without_a_date_leaves_the_dock_where_it_is(
        self, iface: Any, controller: Any, plotted: Any
    ) -> None:
        points = read_and_plot(iface, plotted)
        days = {point.acquired.day for point in points}
        click_on(plotted, points[2].key)

        controller.setCurrentFrameNumber(next(day - 1 for day in range(1, 30) if day not in days))

        assert plotted.session.current.entry.scene.id == points[2].key

    def test_switched_off_is_left_alone(self, iface: Any, controller: Any, plotted: Any) -> None:
        from qgis.core import QgsTemporalNavigationObject

        points = read_and_plot(iface, plotted)
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
        frame = controller.currentFrameNumber()

        click_on(plotted, points[3].key)

        assert controller.currentFrameNumber() == frame


def choose(dock: Any, name: str) -> None:
    """In the menu of names."""
    controls = dock.plot.panel.controls
    (found,) = [one for one in controls.names.menu().actions() if one.text().startswith(name)]
    found.trigger()


def mean_ndvi(chip: Any) -> float:
    """Over the clear pixels of the chip: the place has no outline."""
    import numpy as np

    red, near = (
        chip.bands[band].astype(float) * chip.scales[band][0] + chip.scales[band][1]
        for band in ("B04", "B08")
    )
    red, near = np.maximum(red, 0), np.maximum(near, 0)
    used = (chip.bands["B04"] > 0) & (chip.bands["B08"] > 0)
    used &= ~np.kron(chip.bad_pixels, np.ones((2, 2), bool))
    return float(((near - red) / (near + red))[used].mean())


class TestWhatIsLeft:
    def test_its_height_is_that_of_the_last_time(self, iface: Any, plotted: Any) -> None:
        splitter = plotted.plot_place.parentWidget()
        plotted.window().resize(plotted.window().width(), 1200)
        settle()
        whole = splitter.height()
        wanted = plotted.plot_place.minimumSizeHint().height() + 40
        splitter.setSizes([whole - wanted, wanted])
        splitter.splitterMoved.emit(whole - wanted, 1)

        plotted.plot.action.trigger()
        splitter.setSizes([whole, 0])
        plotted.plot.action.trigger()
        settle()

        assert abs(plotted.plot_place.height() - wanted) < 12

    def test_its_options_are_those_of_the_last_time(self, iface: Any, plotted: Any) -> None:
        from cbm_chips.gui.plot.options import recall_options

        choose(plotted, "NDMI")
        plotted.plot.panel.controls.choose_strength(100.0)

        kept = recall_options()
        assert (kept.names, kept.strength) == (("NDVI", "NDMI"), 100.0)

    @pytest.mark.parametrize("text", ["", "[]", "{", '{"names": [], "strength": "x", "odd": 1}'])
    def test_what_is_no_option_is_the_usual_one(self, text: str) -> None:
        from cbm_chips.gui.plot.options import PlotOptions, options_of

        assert options_of(text) == PlotOptions()

    def test_an_index_that_is_gone_is_left_out(self) -> None:
        from cbm_chips.gui.plot.options import options_of

        assert options_of('{"names": ["GONE", "EVI"], "is_by_year": true}').names == ("EVI",)


class TestSmoothing:
    def test_is_off_at_first_and_leaves_all_points(self, iface: Any, plotted: Any) -> None:
        pytest.importorskip("scipy")
        set_form(plotted, start="2022-03-01", end="2022-06-30")
        points = read_and_plot(iface, plotted)
        assert plotted.plot.panel.view.content.curves == ()

        plotted.plot.panel.controls.choose_strength(100.0)
        wait_for(lambda: plotted.plot.panel.view.content.curves)

        (curve,) = plotted.plot.panel.view.content.curves
        assert curve.strength == 100.0
        assert plotted.plot.panel.series[0].points == points

    def test_without_scipy_is_greyed_and_says_why(
        self, qgis_app: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.gui.plot import controls
        from cbm_chips.gui.plot.options import PlotOptions

        monkeypatch.setattr(controls, "can_smooth", lambda: False)
        made = controls.PlotControls(PlotOptions())

        entries = [one for one in made.menu.actions() if one.menu()]
        assert [one.isEnabled() for one in entries] == [False]
        assert "SciPy" in entries[0].text()


class TestExport:
    def test_copies_a_picture_and_the_numbers(self, iface: Any, plotted: Any) -> None:
        from qgis.PyQt.QtGui import QGuiApplication

        points = read_and_plot(iface, plotted)

        plotted.plot.panel.saver.copy()

        copied = QGuiApplication.clipboard().mimeData()
        lines = copied.text().splitlines()
        assert copied.hasImage()
        assert lines[0].split("\t")[:6] == ["series", "origin", "date", "acquired", "state", "mean"]
        assert len(lines) == 1 + len(points)
        assert lines[1].split("\t")[-2] == points[0].key

    @pytest.mark.parametrize("kind", ["png", "svg", "csv"])
    def test_saves_what_the_name_says(
        self, iface: Any, plotted: Any, tmp_path: Path, kind: str
    ) -> None:
        read_and_plot(iface, plotted)
        path = tmp_path / f"plot.{kind}"

        save(plotted, path)

        assert path.stat().st_size > 200
        assert "plot." + kind in plotted.status_bar.said

    def test_without_qtsvg_it_says_so_and_leaves_no_file(
        self, iface: Any, plotted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read_and_plot(iface, plotted)
        monkeypatch.setitem(sys.modules, "qgis.PyQt.QtSvg", None)

        save(plotted, tmp_path / "plot.svg")

        assert "QtSvg" in plotted.status_bar.said
        assert list(tmp_path.iterdir()) == []


def save(dock: Any, path: Path) -> None:
    saver, told = dock.plot.panel.saver, []
    saver.saved.connect(told.append)
    saver.save(saver._order(), path)
    wait_for(lambda: told)
