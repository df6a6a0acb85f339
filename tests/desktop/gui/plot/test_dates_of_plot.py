"""One date for plot, grid, map and temporal controller: the current one and the one pointed at."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.gui.plot.hands import hover
from tests.desktop.gui.plot.plotted import click_on, read_and_plot, values_there
from tests.desktop.window import wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


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
