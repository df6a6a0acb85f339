"""The plot in the dock: shown and hidden, filled by a run, as it was left."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.gui.plot.plotted import choose, read_and_plot, values_there
from tests.desktop.window import click, read, set_form, settle, slow_files, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


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
