"""The plan and its run: parcels as they come, tiles, pieces, executors, cancelling."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import numpy as np
import pytest
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.errors import RequestError, SourceError
from cbm_chips.core.parcels.numbers.table import columns_of, joined
from cbm_chips.core.parcels.outlines.layer import Parcels
from cbm_chips.core.parcels.outlines.oddities import Oddity
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.planning.parcel_request import ParcelRequest
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.projection import to_other_crs
from cbm_chips.core.sample_archive import sample_parcels
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, ground_of, same

ASKED = {"start": "2022-03-01", "end": "2022-03-20", "bands": ("B04",), "indices": ("NDVI",)}


@pytest.fixture(scope="module")
def source(files_here):
    return files_here


def by_piece(table):
    return table.piece


def by_parcel(table):
    rows = {}
    for row in table.records():
        rows.setdefault(row["parcel"], []).append(row)
    return rows


def a_bow_tie():
    first, second, third, fourth, _ = a_square(x_m=1500).exterior.coords
    return Polygon([first, third, second, fourth])


ODD_PARCELS = [
    ("007", a_square(), ()),
    (None, a_square(x_m=1200), (Oddity.NO_ID,)),
    ("none", None, (Oddity.NO_GEOMETRY,)),
    ("empty", Polygon(), (Oddity.NO_GEOMETRY,)),
    ("line", LineString([(5.98, 52.7), (5.981, 52.7)]), (Oddity.NO_AREA,)),
    ("tie", a_bow_tie(), (Oddity.MENDED, Oddity.SEVERAL_PARTS)),
    ("twin", a_square(y_m=900), (Oddity.SAME_ID,)),
    ("twin", a_square(y_m=1200), (Oddity.SAME_ID,)),
    ("copy", a_square(), (Oddity.SAME_OUTLINE,)),
    (
        "hole",
        a_square(x_m=900).difference(a_square(x_m=930, y_m=530, side_m=30)),
        (Oddity.HOLES,),
    ),
    (
        "parts",
        MultiPolygon([a_square(x_m=100), a_square(x_m=300)]),
        (Oddity.SEVERAL_PARTS,),
    ),
    ("vast", box(0.0, 50.0, 8.0, 55.0), (Oddity.TOO_LARGE,)),
    ("afar", box(100.0, 10.0, 100.01, 10.01), (Oddity.NO_SCENES,)),
    ("endless", Polygon([(0, 0), (float("inf"), 0), (0, 1)]), (Oddity.NOWHERE,)),
    ("pole", box(5.98, 89.0, 5.981, 89.001), (Oddity.NOWHERE,)),
    ("antarctic", box(5.98, -85.0, 5.981, -84.999), (Oddity.NOWHERE,)),
    ("turned round", box(185.98, 52.7, 185.981, 52.701), (Oddity.NOWHERE,)),
    ("over the date line", box(179.9995, 52.7, 180.0005, 52.701), (Oddity.NOWHERE,)),
    ("text", "no geometry at all", (Oddity.NO_GEOMETRY,)),
]
"""Id, geometry, and what is told of it."""


def test_parcels_come_as_they_are_and_what_is_odd_is_told_of_each(source):
    rows = [(name, geometry) for name, geometry, _ in ODD_PARCELS]
    plan = plan_parcels(rows, ASKED, source)
    told = {(rows[remark.parcel][0], remark.oddity) for remark in plan.remarks}
    assert told == {(name, oddity) for name, _, odd in ODD_PARCELS for oddity in odd}
    table = joined(run_plan(plan, source))
    dates = {name: len(rows) for name, rows in by_parcel(table).items()}
    assert dates == {
        "007": 2, "": 2, "tie": 2, "twin": 4, "copy": 2, "hole": 2, "parts": 2
    }  # fmt: skip


def test_a_parcel_across_a_tiles_edge_gets_each_pixel_once(source):
    """Of the tile that holds it whole; else of both."""
    whole = a_square(WEST, x_m=2350, side_m=120)  # sticks out of the western tile
    between = a_square(WEST, x_m=1700, side_m=900)  # in neither as a whole
    plan = plan_parcels([("whole", whole), ("between", between)], ASKED, source)
    tiles = {piece.parcels.ids: piece.tile.name for piece in plan.pieces}
    assert tiles[("whole",)] == MIDDLE.name
    for name, rows in by_parcel(joined(run_plan(plan, source))).items():
        side = {"whole": 12, "between": 90}[name]
        assert {row["total_px"] for row in rows} == {(side // 2) ** 2}
        left, top = {"whole": (2350, 500), "between": (1700, 500)}[name]
        for number, row in enumerate(rows):
            dn = ground_of(WEST.epsg, number).bands["B04"]
            there = dn[top // 10 : top // 10 + side, left // 10 : left // 10 + side]
            assert row["B04_count"] <= np.count_nonzero(there)
            assert row["B04_count"] > 0.2 * there.size


def test_each_parcel_is_read_in_the_zone_it_lies_in(source):
    plan = plan_parcels([("w", a_square(WEST)), ("e", a_square(EAST, x_m=1500))], ASKED, source)
    assert {piece.grid.epsg for piece in plan.pieces} == {WEST.epsg, EAST.epsg}
    rows = by_parcel(joined(run_plan(plan, source)))
    assert {row["tile"] for row in rows["e"]} == {EAST.name}


def test_a_parcel_without_a_pixel_centre_is_judged_by_the_pixels_it_touches(source):
    thin = a_square(x_m=501, y_m=501, side_m=3)
    table = joined(run_plan(plan_parcels([("thin", thin)], ASKED, source), source))
    assert set(table.columns["pixels"]) == {"touched"}
    assert set(table.columns["total_px"]) == {1}


def numbers_of(source, shape, **crs):
    plan = plan_parcels(Parcels.of([("a", shape)], **crs), ASKED, source)
    return joined(run_plan(plan, source))


@pytest.fixture(scope="module")
def a_shape_and_its_numbers(source):
    shape = a_square(x_m=502, y_m=502, side_m=206)
    return shape, numbers_of(source, shape)


@pytest.mark.parametrize("crs", [4326, 28992, "EPSG:3035", 32631])
def test_any_crs_gives_the_same_numbers(source, a_shape_and_its_numbers, crs):
    shape, expected = a_shape_and_its_numbers
    points = np.array(shape.exterior.coords)
    to = f"EPSG:{crs}" if isinstance(crs, int) else crs
    moved = Polygon(list(zip(*to_other_crs("EPSG:4326", to, points[:, 0], points[:, 1]))))
    assert same(numbers_of(source, moved, crs=crs), expected)


def test_a_crs_that_makes_no_sense_is_refused():
    with pytest.raises(RequestError, match="crs"):
        Parcels.of([], "+proj=nonsense")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", "yesterday"),
        ("end", "2022-02-01"),
        ("bands", ("B99",)),
        ("bands", ("SCL",)),
        ("bands", "B04"),
        ("indices", ("XYZ",)),
        ("indices", ("NDVI", "ndvi")),
        ("level", "LEVEL9"),
        ("pixels", "some"),
        ("inner_buffer_m", -1),
        ("max_scene_cloud_pct", 101),
    ],
)
def test_a_request_that_is_not_possible_is_refused_by_the_name_of_its_field(name, value):
    with pytest.raises(RequestError) as refused:
        ParcelRequest(**{**ASKED, name: value})
    assert refused.value.field == name


def test_a_plan_says_what_it_takes_and_can_be_pickled_and_split(source):
    rows = [("w", a_square(WEST)), ("e", a_square(EAST, x_m=1500))]
    plan = plan_parcels(rows, ASKED, source)
    assert str(plan).startswith("2 parcels, 2 dates, 2 tiles: ")
    again = pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own
    assert [piece.key for piece in again.pieces] == [piece.key for piece in plan.pieces]
    parts = plan.split(5)
    assert sorted(piece.key for part in parts for piece in part.pieces) == sorted(
        piece.key for piece in plan.pieces
    )
    assert len(parts) == 2
    done = plan.pieces[0].key
    assert [piece.key for piece in plan.without([done]).pieces] == [plan.pieces[1].key]
    tables = [joined(sorted(run_plan(one, source), key=by_piece)) for one in (again, plan)]
    assert same(*tables)


@pytest.fixture(scope="module")
def a_plan_and_its_table(source):
    rows = [("w", a_square(WEST)), ("m", a_square(MIDDLE, x_m=1500)), ("e", a_square(EAST))]
    plan = plan_parcels(rows, ASKED, source)
    return plan, joined(sorted(run_plan(plan, source), key=by_piece))


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_gives_the_same_to_the_last_digit(source, a_plan_and_its_table, kind, tmp_path):
    plan, here = a_plan_and_its_table
    with kind(2) as executor:
        tables = list(run_plan(plan, source, executor=executor, cache=tmp_path))
    assert same(joined(sorted(tables, key=by_piece)), here)


def test_flags_and_counts_are_those_of_chips(sample_archive, tmp_path):
    parcels = sample_parcels(sample_archive)[:3]
    period = {"start": "2022-05-01", "end": "2022-06-30"}
    with open_source(str(sample_archive)) as source:
        table = joined(
            run_plan(plan_parcels([(p.id, p.outline) for p in parcels], period, source), source)
        )
        for parcel in parcels:
            place = Place.of_parcel(parcel.outline, parcel.id)
            request = ChipRequest(place, **period, bands=("SCL",))
            chips = list(extract_chips(request, source, cache=None))
            theirs = {
                (chip.scene.id, chip.flag.value, chip.cloud_fraction, sum(chip.histogram.values()))
                for chip in chips
            }
            own = {
                (row["scene_id"], row["flag"], row["cloud_fraction"], row["total_px"])
                for row in by_parcel(table)[parcel.id]
            }
            assert own == theirs


def test_the_columns_are_those_promised():
    request = ParcelRequest(**{**ASKED, "indices": ()})
    assert list(columns_of(request)) == [
        *("parcel", "date", "acquired", "scene_id", "flag", "cloud_fraction"),
        *("valid_px", "total_px", "scl_no_data_px", "scl_saturated_px", "scl_dark_area_px"),
        *("scl_cloud_shadow_px", "scl_vegetation_px", "scl_not_vegetated_px", "scl_water_px"),
        *("scl_unclassified_px", "scl_cloud_medium_px", "scl_cloud_high_px"),
        *("scl_thin_cirrus_px", "scl_snow_px", "reason", "tile", "relative_orbit", "baseline"),
        *("offset", "source", "cloud_rule", "pixels", "B04_count", "B04_mean", "B04_std"),
        *("B04_min", "B04_max", "B04_p25", "B04_p50", "B04_p75", "suspect"),
    ]


def test_points_are_no_parcels(source):
    plan = plan_parcels([("p", Point(5.98, 52.7))], ASKED, source)
    assert [remark.oddity for remark in plan.remarks] == [Oddity.NO_AREA]
    assert not list(run_plan(plan, source))


def test_a_service_that_cuts_chips_is_not_asked_for_thousands():
    service = open_source("cbm+http://127.0.0.1:1/")
    with service as source, pytest.raises(SourceError, match="one by one"):
        plan_parcels([("a", a_square())], ASKED, source)
