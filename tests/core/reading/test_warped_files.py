"""Wherever a file says that it lies, its pixels come to lie where they are."""

from __future__ import annotations

import pytest

from cbm_chips.core.model import Placement
from cbm_chips.core.reading.contract import NEAREST, WINDOW
from cbm_chips.core.reading.gdal import osgeo_backend, rasterio_backend
from tests.core.reading.placed_files import (
    ALBERS,
    AMERICA,
    ARCTIC,
    BORDER,
    HOME,
    PX,
    READERS,
    read,
    transform_around,
    utm,
    write,
)
from tests.effort import IS_THOROUGH, in_thorough_runs, in_turns

IN_FEET = "+proj=utm +zone=31 +ellps=WGS84 +units=us-ft +no_defs"
OWN_UTM = "+proj=tmerc +lat_0=0 +lon_0=3 +k=0.9996 +x_0=400000 +y_0=0 +ellps=WGS84 +no_defs"
FURTHER = in_thorough_runs([4258, 4269, 7844])
PLACES = {
    **{f"degrees {code}": (HOME, f"EPSG:{code}", 0.0001) for code in (4326, *FURTHER)},
    "web mercator": (HOME, "EPSG:3857", 16.0),
    "Albers without a code": (HOME, ALBERS, 10.0),
    "an own transverse Mercator": (HOME, OWN_UTM, 10.0),
    "UTM in feet": (HOME, IN_FEET, 32.0),
    "the neighbouring zone": (HOME, "EPSG:32632", 10.0),
    "ETRS89": (HOME, "EPSG:25831", 10.0),
    "pixels of 15 m": (HOME, "EPSG:32631", 15.0),
    "pixels of 3 m": (HOME, "EPSG:32631", 3.0),
    "feet of a state": (AMERICA, "EPSG:2226", 32.0),
    "polar stereographic": (ARCTIC, "EPSG:3413", 10.0),
    "Pacific Mercator": (BORDER, "EPSG:3832", 10.0),
}
if IS_THOROUGH:
    PLACES["equal area"] = (HOME, "EPSG:3035", 10.0)
    PLACES["NAD83"] = (AMERICA, "EPSG:26910", 10.0)
    PLACES["polar stereographic, UPS"] = (ARCTIC, "EPSG:5041", 10.0)


@pytest.mark.parametrize(("name", "reader"), in_turns(PLACES, READERS))
def test_a_file_in_any_crs_is_warped_onto_metres(name, reader, path):
    place, crs, pixel = PLACES[name]
    px = 256 if pixel < 5 else PX
    write(path, place, crs, transform_around(place, crs, pixel, px=px), px=px)

    pixels, off_m = read(path, place, READERS[reader]())

    assert pixels.method == NEAREST
    size_m = {0.0001: 11.2, 32.0: 9.8, 16.0: 9.8}.get(pixel, pixel)
    assert off_m < 0.75 * size_m + 2.1  # half a pixel's diagonal, datums and rounding


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("turn", "down"), [(0.0, 1), (90.0, -1), (17.0, -1), (180.0, 1)])
def test_a_turned_file_lies_where_its_transform_says(turn, down, reader, path):
    crs = utm(HOME)
    write(path, HOME, crs, transform_around(HOME, crs, 10.0, turn=turn, down=down))

    pixels, off_m = read(path, HOME, READERS[reader]())

    assert pixels.method == NEAREST
    assert off_m < 8


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("told", ["EPSG:32632", "EPSG:3857", "EPSG:4326"])
def test_the_files_own_word_wins_and_the_contradiction_is_told(told, reader, path):
    crs = utm(HOME)
    write(path, HOME, crs, transform_around(HOME, crs, 10.0))
    elsewhere = (10.0, 0.0, 0.0, 0.0, -10.0, 0.0)

    pixels, off_m = read(
        path,
        HOME,
        READERS[reader](),
        Placement(told, True, elsewhere, (PX, PX)),
    )

    assert pixels.method == WINDOW
    assert off_m < 1
    assert pixels.notes == (f"its file is in EPSG:32631, not in {told} as the source says",)


@pytest.mark.parametrize("backend", [rasterio_backend, osgeo_backend], ids=["rasterio", "osgeo"])
def test_the_code_of_a_crs_that_tells_none_is_looked_for_once(backend, path):
    write(path, HOME, OWN_UTM, transform_around(HOME, OWN_UTM, 10.0))
    reader = READERS[backend.__name__.rpartition(".")[2].partition("_")[0]]()
    read(path, HOME, reader)
    before = backend._code_found.cache_info()

    _, off_m = read(path, HOME, reader)

    assert backend._code_found.cache_info().misses == before.misses
    assert off_m < 10
