"""The dates as one layer of outlines with a time each; and whether the place can be judged."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.pipeline.series import State
from tests.desktop.running import parcels_of
from tests.desktop.window import click_parcel, read, set_form, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock

CENTRE = (5.664, 52.694)


@pytest.fixture
def parcel(iface: Any, dock: Any, servers: Served, clean_project: Any) -> Any:
    """The dock with the dates of a June of a parcel of a layer."""
    from qgis.core import QgsGeometry

    layer = parcels_of(servers, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    set_form(dock)
    feature = next(layer.getFeatures())
    inside = QgsGeometry(feature.geometry()).pointOnSurface().asPoint()
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    to_map = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), clean_project
    )
    point = to_map.transform(inside)
    click_parcel(iface, dock, (point.x(), point.y()))
    wait_for(lambda: dock.panel.entries() and not dock.session.runs.is_running)
    wait_for(dock.panel.is_idle)
    return dock


def the_layer() -> Any:
    from cbm_chips.bridge.layers.footprints import footprint_layers

    (layer,) = footprint_layers()
    return layer


def test_each_date_has_its_outline_time_and_state(parcel: Any, clean_project: Any) -> None:
    parcel.layers.footprints.action.trigger()

    layer = the_layer()
    told = {feature["date"]: feature["state"] for feature in layer.getFeatures()}
    entries = parcel.panel.entries()
    assert told == {f"{one.scene.acquired:%Y-%m-%d}": one.flag.value for one in entries}
    outline = parcel.session.place.outline
    for feature in layer.getFeatures():
        assert feature.geometry().area() == pytest.approx(outline.area)
    titles = [category.value() for category in layer.renderer().categories()]
    assert titles == ["clear", "doubtful", "partly", "cloudy", "other"]


def test_it_follows_the_temporal_controller(parcel: Any) -> None:
    from qgis.core import QgsDateTimeRange, QgsVectorLayerTemporalContext
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

    parcel.layers.footprints.action.trigger()
    layer = the_layer()
    times = layer.temporalProperties()
    assert times.isActive()

    def on(day: int) -> list[str]:
        first = QDateTime(QDate(2022, 6, day), QTime(0, 0), Qt.TimeSpec.UTC)
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        span = QgsDateTimeRange(first, first.addDays(1), True, False)
        words = times.createFilterString(context, span)
        return [feature["date"] for feature in layer.getFeatures(words)]

    assert on(19) == ["2022-06-19"]
    assert on(4) == []


def test_a_feature_that_is_selected_makes_its_date_the_current_one(parcel: Any) -> None:
    parcel.layers.footprints.action.trigger()
    layer = the_layer()
    wanted = parcel.panel.entries()[2]
    (feature,) = (one for one in layer.getFeatures() if one["scene_id"] == wanted.scene.id)

    layer.selectByIds([feature.id()])

    assert parcel.session.current.entry is wanted
    assert parcel.panel.current() is wanted


def test_a_date_that_was_stopped_is_read_then(parcel: Any) -> None:
    from dataclasses import replace

    parcel.layers.footprints.action.trigger()
    layer, series = the_layer(), parcel.panel.model.series
    series.entries[1] = replace(series.entries[1], state=State.STOPPED, chip=None)
    (feature,) = (
        one for one in layer.getFeatures() if one["scene_id"] == series.entries[1].scene.id
    )

    layer.selectByIds([feature.id()])

    wait_for(lambda: parcel.panel.entries()[1].state is State.CHIP)


def test_without_a_parcel_it_is_the_square_of_the_chips(
    iface: Any, dock: Any, servers: Served, clean_project: Any
) -> None:
    set_form(dock)
    read(iface, dock)
    dock.layers.footprints.action.trigger()
    areas = {round(one.geometry().area(), 9) for one in the_layer().getFeatures()}
    assert len(areas) == 1
    assert dock.place_line.badge == ""


def test_a_layer_that_goes_is_followed_no_more(parcel: Any, clean_project: Any) -> None:
    parcel.layers.footprints.action.trigger()
    clean_project.removeMapLayer(the_layer().id())
    settle()
    assert not parcel.layers.footprints._followed


def test_the_place_line_says_whether_the_parcel_can_be_judged(parcel: Any) -> None:
    wait_for(lambda: parcel.place_line.badge)
    assert "usable" in parcel.place_line.badge
    assert "full pixels" in parcel.place_line.badge
    assert "Vajsova" in parcel.place_line._badge.toolTip()


def test_and_its_longest_gap_follows_the_cloud_rule(parcel: Any) -> None:
    from dataclasses import replace

    from cbm_chips.bridge import settings

    wait_for(lambda: parcel.place_line.badge)
    before = parcel.place_line.badge
    settings.save(replace(settings.load(), bad_classes=frozenset(range(1, 12))))
    parcel.session.rule.refresh()
    wait_for(lambda: parcel.place_line.badge != before)
    assert "29 days" in parcel.place_line.badge
