"""Neighbours of the same crop, out of the user's layer, as a band with the parcel's rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tests.desktop.sample import declared_parcels
from tests.desktop.window import FakeInterface, set_form, settle, show_once, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock

JUNE = {"start": "2022-06-01", "end": "2022-06-30", "index": "NDVI", "size_m": 640}


@pytest.fixture
def layer(iface: FakeInterface, servers: Served, clean_project: Any) -> Any:
    """All parcels of the sample."""
    from qgis.core import QgsVectorLayer

    path = f"{servers.archive / 'parcels.gpkg'}|layername=parcels"
    layer = QgsVectorLayer(path, "parcels", "ogr")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


@pytest.fixture
def told(dock: Any, layer: Any) -> Iterator[list[str]]:
    """What is said of the neighbours; the middle parcel's June is on show."""
    said: list[str] = []
    dock.judging.band.told.connect(said.append)
    show(dock)
    yield said
    from qgis.core import QgsProject

    QgsProject.instance().setDirty(False)


def the_parcel() -> Any:
    return declared_parcels()[0]


def show(dock: Any, *, outline: bool = True) -> None:
    from cbm_chips.core.model import Place

    parcel = the_parcel()
    place = Place.of_parcel(parcel.outline, parcel.id)
    if not outline:
        place = Place(place.lon, place.lat)
    set_form(dock, source=dock.form.state().source, **JUNE)
    show_once(dock, place)


def switch_on(dock: Any) -> None:
    dock.judging.band.action.trigger()
    wait_for(lambda: not dock.judging.band.is_reading)
    settle()


def band_of(dock: Any) -> Any:
    (band,) = dock.plot.panel.view.content.overlays.bands
    return band


class TestTheBand:
    def test_is_that_of_the_nearest_parcels_of_the_crop(
        self, dock: Any, servers: Served, told: list[str]
    ) -> None:
        switch_on(dock)
        own, band = the_parcel(), band_of(dock)
        assert f"neighbours of “{own.crop_name}”" in told[-1]
        assert band.name == "NDVI"
        expected = expected_quartiles(servers)
        assert expected
        for day, low, high in zip(band.days, band.low, band.high):
            if day in expected:
                assert (low, high) == pytest.approx(expected[day], abs=1e-6)

    def test_tells_the_rank_at_the_current_date(self, dock: Any, told: list[str]) -> None:
        switch_on(dock)
        clear = [one for one in dock.session.entries() if one.flag == "clear"]
        dock.session.current.go_to(clear[-1].scene.id)
        assert "NDVI on" in told[-1]
        assert ": rank " in told[-1]

    def test_goes_with_the_switch(self, dock: Any, told: list[str]) -> None:
        switch_on(dock)
        dock.judging.band.action.trigger()
        assert dock.plot.panel.view.content.overlays.bands == ()
        assert told[-1] == ""

    def test_follows_the_field_that_is_chosen_and_the_project_keeps_it(
        self, dock: Any, layer: Any, told: list[str]
    ) -> None:
        from cbm_chips.bridge.parcels.parcel_fields import crop_field_of

        switch_on(dock)
        dock.judging.band.choose_field(layer, "crop_code")
        wait_for(lambda: not dock.judging.band.is_reading)
        assert f"neighbours of “{the_parcel().crop_code}”" in told[-1]
        assert crop_field_of(layer.clone()) == "crop_code"

    def test_reads_nothing_while_it_is_off(self, dock: Any, told: list[str]) -> None:
        assert not dock.judging.band.is_reading
        assert dock.plot.panel.view.content.overlays.bands == ()


class TestWithoutNeighbours:
    def test_a_point_says_so(self, dock: Any, layer: Any) -> None:
        said: list[str] = []
        dock.judging.band.told.connect(said.append)
        show(dock, outline=False)
        switch_on(dock)
        assert said[-1] == "A point has no neighbours: pick a parcel."

    def test_a_layer_without_crops_says_so(
        self, dock: Any, layer: Any, clean_project: Any, told: list[str]
    ) -> None:
        clean_project.removeMapLayer(layer.id())
        switch_on(dock)
        assert "No layer on the map says what grows" in told[-1]

    def test_a_crop_that_nobody_else_grows_says_so(
        self, dock: Any, layer: Any, told: list[str]
    ) -> None:
        layer.setSubsetString(f"\"id\" = '{the_parcel().id}'")
        switch_on(dock)
        assert "No neighbour within 1 km grows" in told[-1]
        assert dock.plot.panel.view.content.overlays.bands == ()


def expected_quartiles(servers: Served) -> dict[Any, tuple[float, float]]:
    """The same by the plain calls of the core, over the same parcels."""
    from datetime import date

    from cbm_chips.core import open_source
    from cbm_chips.core.many_parcels import plan_parcels, run_plan
    from cbm_chips.core.projection import to_grid_crs

    own = the_parcel()
    near = to_grid_crs(own.outline, 32631)
    others = [
        (near.distance(to_grid_crs(one.outline, 32631)), one.id, one.outline)
        for one in declared_parcels()[1:]
        if one.crop_name == own.crop_name
    ]
    chosen = sorted(one for one in others if one[0] <= 1000)[:10]
    asked = {"start": JUNE["start"], "end": JUNE["end"], "indices": ("NDVI",)}
    source = open_source(str(servers.archive / "catalog.json"))
    try:
        plan = plan_parcels([one[1:] for one in chosen], asked, source, cache=None)
        rows = [row for table in run_plan(plan, source, cache=None) for row in table.records()]
    finally:
        source.close()
    means: dict[Any, list[float]] = {}
    for row in rows:
        if row["flag"] == "clear" and row["NDVI_mean"] is not None:
            means.setdefault(date.fromisoformat(row["date"]), []).append(row["NDVI_mean"])
    return {
        day: tuple(np.percentile(values, (25, 75)))
        for day, values in means.items()
        if len(values) >= 3
    }
