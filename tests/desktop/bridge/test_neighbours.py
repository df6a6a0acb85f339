"""Outlines around a place, in fractions of its chip's picture."""

from __future__ import annotations

from typing import Any

import pytest
from shapely.geometry import box

from cbm_chips.core.model import Grid, Place
from cbm_chips.core.projection import to_wgs84

GRID = Grid(32631, 679_000.0, 5_842_000.0, 10.0, 100, 100)


def square(left: float, top: float, size: float) -> Any:
    """By fractions of the picture, in the grid's CRS."""
    return box(
        GRID.left + 1000 * left,
        GRID.top - 1000 * (top + size),
        GRID.left + 1000 * (left + size),
        GRID.top - 1000 * top,
    )


def layer_of(
    shapes: dict[str, Any], *, authid: str = "EPSG:32631", field: str = "crop_name"
) -> Any:
    """A layer in any CRS; keys are crops."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    layer = QgsVectorLayer(f"MultiPolygon?crs={authid}&field={field}:string", "made", "memory")
    utm = QgsCoordinateReferenceSystem("EPSG:32631")
    moves = QgsCoordinateTransform(utm, layer.crs(), QgsProject.instance())
    for words, shape in shapes.items():
        feature = QgsFeature(layer.fields())
        feature[field] = words
        geometry = QgsGeometry()
        geometry.fromWkb(shape.wkb)
        geometry.transform(moves)
        feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    return layer


def around(*layers: Any, place: Place | None = None) -> Any:
    from cbm_chips.bridge.parcels.neighbours import NeighbourLayer, read_neighbours

    readable = [NeighbourLayer.of(layer, GRID) for layer in layers]
    return read_neighbours(readable, place or Place(5.66, 52.7), GRID)


def corners(outline: Any) -> set[tuple[float, float]]:
    return {(round(p.x(), 4), round(p.y(), 4)) for ring in outline.rings for p in ring}


@pytest.mark.parametrize("authid", ["EPSG:32631", "EPSG:4326", "EPSG:28992"])
def test_lie_where_their_ground_is_in_a_layer_of_any_crs(qgis_app: object, authid: str) -> None:
    (outline,) = around(layer_of({"Wheat": square(0.2, 0.5, 0.25)}, authid=authid)).outlines
    assert outline.words == "Wheat"
    wanted = {(0.2, 0.5), (0.45, 0.5), (0.45, 0.75), (0.2, 0.75)}
    assert corners(outline) == wanted
    assert outline.room.width() == pytest.approx(0.25, abs=0.01)
    assert outline.room.height() == pytest.approx(0.25, abs=0.01)
    assert outline.room.center().x() == pytest.approx(0.325, abs=0.01)


def test_are_the_same_with_and_without_a_spatial_index(qgis_app: object) -> None:
    layer = layer_of({"here": square(0.2, 0.5, 0.25), "far": square(30, 30, 0.2)})
    without = around(layer)
    assert layer.dataProvider().createSpatialIndex()
    assert [one.words for one in without.outlines] == ["here"]
    assert list(map(corners, around(layer).outlines)) == list(map(corners, without.outlines))


def test_without_what_lies_elsewhere_and_without_the_place_itself(qgis_app: object) -> None:
    own = square(0.4, 0.4, 0.2)
    layer = layer_of({"mine": own, "beside": square(0.6, 0.4, 0.2), "far": square(3, 3, 0.2)})
    place = Place.of_parcel(to_wgs84(own, GRID.epsg))
    assert [one.words for one in around(layer, place=place).outlines] == ["beside"]
    assert [one.words for one in around(layer).outlines] == ["mine", "beside"]


def test_a_place_larger_than_its_chip_is_no_neighbour_of_its_own(qgis_app: object) -> None:
    own = square(-0.5, -3, 4)
    place = Place.of_parcel(to_wgs84(own, GRID.epsg))
    assert not around(layer_of({"mine": own}, authid="EPSG:28992"), place=place).outlines


def test_with_holes_and_parts_and_room_for_words_within_the_picture(qgis_app: object) -> None:
    ring = square(0.1, 0.1, 0.6).difference(square(0.2, 0.2, 0.2))
    over_the_edge = square(0.9, 0.8, 0.6)
    found = around(layer_of({"ring": ring, "edge": over_the_edge})).outlines
    assert [len(one.rings) for one in found] == [2, 1]
    for one in found:
        assert 0 <= one.room.left() <= one.room.right() <= 1.0001
        assert 0 <= one.room.top() <= one.room.bottom() <= 1.0001
    assert found[1].room.width() == pytest.approx(0.1, abs=0.01)


def test_are_of_the_first_layer_that_has_some_there(qgis_app: object) -> None:
    empty = layer_of({"far": square(5, 5, 0.1)})
    first, second = layer_of({"1": square(0, 0, 0.1)}), layer_of({"2": square(0, 0, 0.1)})
    assert [one.words for one in around(empty, first, second).outlines] == ["1"]
    assert not around(empty).outlines


def test_of_very_many_are_some_and_it_is_said(qgis_app: object) -> None:
    from cbm_chips.bridge.parcels.neighbours import MOST

    shapes = {f"{n}": square(n % 20 / 20, n // 20 / 20, 0.04) for n in range(20 * 20)}
    found = around(layer_of(shapes))
    assert len(found.outlines) == MOST
    assert found.is_cut


def test_have_no_words_in_a_layer_without_crops(qgis_app: object) -> None:
    (outline,) = around(layer_of({"7": square(0, 0, 0.5)}, field="remark")).outlines
    assert outline.words == ""
    assert outline.rings


def test_broken_and_empty_shapes_do_no_harm(qgis_app: object) -> None:
    from shapely.geometry import Polygon

    bow_tie = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    bow_tie = Polygon(
        [(GRID.left + 500 * x, GRID.top - 500 * y) for x, y in bow_tie.exterior.coords]
    )
    found = around(layer_of({"bow": bow_tie, "none": Polygon(), "good": square(0.6, 0.6, 0.2)}))
    assert "good" in [one.words for one in found.outlines]
