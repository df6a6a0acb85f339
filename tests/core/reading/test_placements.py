"""Wherever a file says that it lies, or the source says it, pixels come to lie where they are.

The made files hold coordinates: how far east, or north, of the place each pixel is in metres, by
longitude and latitude. A chip's pixels must say what its own grid says.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import rasterio
from pyproj import CRS, Transformer
from rasterio.transform import Affine

from cbm_chips.core.cache import CachedReader, ChipCache
from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Place, Placement
from cbm_chips.core.projection import definition_of
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import NEAREST, WINDOW, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.scenes.grids import grid_of
from tests.backends import BACKENDS
from tests.effort import crossed, in_turns
from tests.servers.process import ServerProcess

HOME = Place(lon=5.664, lat=52.694)
AMERICA = Place(lon=-121.5, lat=38.6)
ARCTIC = Place(lon=16.0, lat=78.2)
BORDER = Place(lon=180.0, lat=-17.0)
SIZE_M = 640
NOWHERE = Placement()
PX = 128
MIDDLE = 30_000
M_PER_DEGREE = 111_195.0
READERS = {
    "rasterio": lambda: RasterReader(backend=BACKENDS["rasterio"]()),
    "osgeo": lambda: RasterReader(backend=BACKENDS["osgeo"]()),
    "windows": lambda: WindowReader(general=RasterReader()),
}


def utm(place):
    return f"EPSG:{grid_of(place, SIZE_M).epsg}"


def metres_from(place, lons, lats):
    """How far east and north, in metres on a sphere, as DN."""
    east = (np.asarray(lons) - place.lon + 180) % 360 - 180
    return (
        MIDDLE + east * M_PER_DEGREE * math.cos(math.radians(place.lat)),
        MIDDLE + (np.asarray(lats) - place.lat) * M_PER_DEGREE,
    )


@cache
def across(crs, other=4326):
    return Transformer.from_crs(crs, other, always_xy=True)


def transform_around(place, crs, pixel, *, px=PX, turn=0.0, down=-1):
    """Of a file whose middle is the place, on round numbers where it is not turned."""
    x, y = across(4326, crs).transform(place.lon, place.lat)
    x, y = round(x / pixel) * pixel, round(y / pixel) * pixel
    turned = Affine.translation(x, y) * Affine.rotation(turn) * Affine.scale(pixel, down * pixel)
    return turned * Affine.translation(-px / 2, -px / 2)


def write(path, place, crs, transform, *, keep=("crs", "transform"), px=PX, called=None, **how):
    """Two files, east and north; without what is not to be kept, or in a CRS called otherwise."""
    cols, rows = np.meshgrid(np.arange(px) + 0.5, np.arange(px) + 0.5)
    xs, ys = transform * (cols, rows)
    told = {"crs": called or crs, "transform": transform}
    profile = {
        "driver": "GTiff",
        "tiled": True,
        "blockxsize": 64,
        "blockysize": 64,
        "compress": "deflate",
        **how,
    }
    for name, values in zip(("east", "north"), metres_from(place, *across(crs).transform(xs, ys))):
        with rasterio.open(
            path.with_suffix(f".{name}.tif"), "w", width=px, height=px, count=1, dtype="uint16",
            **{key: told[key] for key in keep}, **profile,
        ) as file:  # fmt: skip
            file.write(np.round(np.clip(values, 1, 65_535)).astype(np.uint16), 1)


def read(path, place, reader, placement=NOWHERE, bands=("B04", "B08"), version=""):
    """Pixels of east and north, and how far they are off at most, in metres."""
    grid = grid_of(place, SIZE_M)
    assets = [
        Asset(band, f"{path}.{name}.tif", placement=placement, version=version)
        for band, name in zip(bands, ("east", "north"))
    ]
    jobs = [ReadJob(asset, grid) for asset in assets]
    reads = {found.job.asset.band: found for found in reader.read_all(jobs, open_plainly) if found}
    found = [reads[band] for band in bands]
    errors = [one.error for one in found if one.error]
    if errors:
        raise errors[0]
    cols, rows = np.meshgrid(np.arange(grid.width_px) + 0.5, np.arange(grid.height_px) + 0.5)
    xs, ys = Affine(*grid.transform) * (cols, rows)
    expected = metres_from(place, *across(grid.epsg).transform(xs, ys))
    off = [
        np.abs(one.pixels.values.astype(float) - told).max() for one, told in zip(found, expected)
    ]
    return found[0].pixels, max(off)


ALBERS = "+proj=aea +lat_0=52 +lon_0=5 +lat_1=51 +lat_2=53 +x_0=500000 +y_0=1000000 +ellps=GRS80"
IN_FEET = "+proj=utm +zone=31 +ellps=WGS84 +units=us-ft +no_defs"
OWN_UTM = "+proj=tmerc +lat_0=0 +lon_0=3 +k=0.9996 +x_0=400000 +y_0=0 +ellps=WGS84 +no_defs"
PLACES = {
    **{f"degrees {code}": (HOME, f"EPSG:{code}", 0.0001) for code in (4326, 4258, 4269, 7844)},
    "web mercator": (HOME, "EPSG:3857", 16.0),
    "equal area": (HOME, "EPSG:3035", 10.0),
    "Albers without a code": (HOME, ALBERS, 10.0),
    "an own transverse Mercator": (HOME, OWN_UTM, 10.0),
    "UTM in feet": (HOME, IN_FEET, 32.0),
    "the neighbouring zone": (HOME, "EPSG:32632", 10.0),
    "ETRS89": (HOME, "EPSG:25831", 10.0),
    "pixels of 15 m": (HOME, "EPSG:32631", 15.0),
    "pixels of 3 m": (HOME, "EPSG:32631", 3.0),
    "feet of a state": (AMERICA, "EPSG:2226", 32.0),
    "NAD83": (AMERICA, "EPSG:26910", 10.0),
    "polar stereographic": (ARCTIC, "EPSG:3413", 10.0),
    "polar stereographic, UPS": (ARCTIC, "EPSG:5041", 10.0),
    "Pacific Mercator": (BORDER, "EPSG:3832", 10.0),
}


@contextmanager
def served(path, is_remote):
    """GDAL remembers what it read from an address: names of one test are no other's."""
    if not is_remote:
        yield path
        return
    with ServerProcess("range_files", path.parent) as server:
        yield f"{server.url}/{path.name}"


@pytest.mark.parametrize(("name", "reader"), in_turns(PLACES, READERS))
def test_a_file_in_any_crs_is_warped_onto_metres(name, reader, tmp_path):
    place, crs, pixel = PLACES[name]
    px = 512 if pixel < 5 else PX
    write(tmp_path / tmp_path.name, place, crs, transform_around(place, crs, pixel, px=px), px=px)

    pixels, off_m = read(tmp_path / tmp_path.name, place, READERS[reader]())

    assert pixels.method == NEAREST
    size_m = {0.0001: 11.2, 32.0: 9.8, 16.0: 9.8}.get(pixel, pixel)
    assert off_m < 0.75 * size_m + 2.1  # half a pixel's diagonal, datums and rounding


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("turn", "down"), [(0.0, 1), (90.0, -1), (17.0, -1), (180.0, 1)])
def test_a_turned_file_lies_where_its_transform_says(turn, down, reader, tmp_path):
    crs = utm(HOME)
    write(
        tmp_path / tmp_path.name, HOME, crs, transform_around(HOME, crs, 10.0, turn=turn, down=down)
    )

    pixels, off_m = read(tmp_path / tmp_path.name, HOME, READERS[reader]())

    assert pixels.method == NEAREST
    assert off_m < 8


KINDS = {"deflate": {}, "LZW": {"compress": "lzw"}, "striped": {"tiled": False}}


@pytest.mark.parametrize(
    ("crs", "reader", "kind", "is_remote"),
    crossed(["EPSG:32631", "EPSG:32632", ALBERS, "EPSG:4258"], READERS, KINDS, [False, True]),
)
def test_a_file_without_a_crs_lies_where_the_source_says(crs, reader, kind, is_remote, tmp_path):
    how = dict(KINDS[kind])
    if how.get("tiled") is False:
        how.update(blockxsize=None, blockysize=None)
    transform = transform_around(HOME, crs, 0.0001 if crs == "EPSG:4258" else 10.0)
    write(tmp_path / tmp_path.name, HOME, crs, transform, keep=("transform",), **how)
    told = Placement(definition_of(crs), is_told=True)

    with served(tmp_path / tmp_path.name, is_remote) as path:
        pixels, off_m = read(path, HOME, READERS[reader](), told)

    assert pixels.method == (WINDOW if crs == "EPSG:32631" else NEAREST)
    assert off_m < (1 if pixels.method == WINDOW else 9.5)
    assert "no CRS" in pixels.notes[0]


JPEG_2000 = {
    "driver": "JP2OpenJPEG", "CODEC": "JP2", "QUALITY": "100", "REVERSIBLE": "YES",
    "compress": None, "tiled": None, "keep": ("transform",),
}  # fmt: skip
LOCAL = {
    "JPEG 2000 without a CRS": JPEG_2000,
    "a local CRS": {"called": 'LOCAL_CS["unnamed",UNIT["metre",1]]'},
    "a local CRS, LZW": {"called": 'LOCAL_CS["unnamed",UNIT["metre",1]]', "compress": "lzw"},
    "an engineering CRS": {
        "called": 'ENGCRS["a building site",EDATUM["its corner"],CS[Cartesian,2],'
        'AXIS["(E)",east],AXIS["(N)",north],LENGTHUNIT["metre",1]]'
    },
}


@pytest.mark.parametrize(
    ("crs", "reader", "kind", "is_remote"),
    crossed(["EPSG:32631", "EPSG:32632"], READERS, LOCAL, [False, True]),
)
def test_a_local_crs_is_none(crs, reader, kind, is_remote, tmp_path):
    write(tmp_path / tmp_path.name, HOME, crs, transform_around(HOME, crs, 10.0), **LOCAL[kind])

    with served(tmp_path / tmp_path.name, is_remote) as path:
        pixels, off_m = read(path, HOME, READERS[reader](), Placement(crs, is_told=True))
        assert pixels.method == (WINDOW if crs == "EPSG:32631" else NEAREST)
        assert off_m < (1 if pixels.method == WINDOW else 9.5)
        assert "no CRS" in pixels.notes[0]
        with pytest.raises(ReadError, match="the file has no CRS and the source tells none"):
            read(path, HOME, READERS[reader]())


FIELDS = {
    "transform": {},
    "its shape": {"shape": (PX, PX)},
    "the shape of a file half as fine": {"shape": (PX // 2, PX // 2), "times": 2},
    "its bounds": {"shape": (1, 1), "times": PX},
}


@pytest.mark.parametrize(
    ("keep", "crs", "fields", "reader"),
    crossed([(), ("crs",)], ["EPSG:32631", "EPSG:32632"], FIELDS, READERS),
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_file_without_a_transform_lies_where_the_source_says(keep, crs, fields, reader, tmp_path):
    transform = transform_around(HOME, crs, 10.0)
    write(tmp_path / tmp_path.name, HOME, crs, transform, keep=keep)
    told = dict(FIELDS[fields])
    coarse = transform * Affine.scale(told.pop("times", 1))
    placement = Placement(crs, is_told=True, transform=tuple(coarse)[:6], **told)

    pixels, off_m = read(tmp_path / tmp_path.name, HOME, READERS[reader](), placement)

    assert pixels.method == (WINDOW if crs == "EPSG:32631" else NEAREST)
    assert off_m < (1 if pixels.method == WINDOW else 9.5)
    assert "where it lies" in pixels.notes[-1]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("told", ["EPSG:32632", "EPSG:3857", "EPSG:4326"])
def test_the_files_own_word_wins_and_the_contradiction_is_told(told, reader, tmp_path):
    crs = utm(HOME)
    write(tmp_path / tmp_path.name, HOME, crs, transform_around(HOME, crs, 10.0))
    elsewhere = (10.0, 0.0, 0.0, 0.0, -10.0, 0.0)

    pixels, off_m = read(
        tmp_path / tmp_path.name,
        HOME,
        READERS[reader](),
        Placement(told, True, elsewhere, (PX, PX)),
    )

    assert pixels.method == WINDOW
    assert off_m < 1
    assert pixels.notes == (f"its file is in EPSG:32631, not in {told} as the source says",)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("keep", [(), ("crs",), ("transform",)])
@pytest.mark.parametrize(
    "told",
    [Placement(), Placement(transform=(10.0, 0.0, 0.0, 0.0, -10.0, 0.0), shape=(3, 700))],
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_where_nobody_tells_the_words_say_so(told, keep, reader, tmp_path):
    crs = utm(HOME)
    write(tmp_path / tmp_path.name, HOME, crs, transform_around(HOME, crs, 10.0), keep=keep)

    with pytest.raises(ReadError, match=r"no CRS|where it lies"):
        read(tmp_path / tmp_path.name, HOME, READERS[reader](), told)


def test_a_kept_window_keeps_its_notes_and_another_word_of_the_source_reads_anew(tmp_path):
    transform = transform_around(HOME, "EPSG:32631", 10.0)
    write(tmp_path / tmp_path.name, HOME, "EPSG:32631", transform, keep=("transform",))
    cache = ChipCache(tmp_path / "cache")
    told = Placement("EPSG:32631", is_told=True)
    with served(tmp_path / tmp_path.name, is_remote=True) as path:
        kept = CachedReader(RasterReader(), cache, source="made")
        first, _ = read(path, HOME, kept, told, version="1")
        again, off_m = read(path, HOME, kept, told, version="1")
        _, far_off_m = read(path, HOME, kept, replace(told, crs="EPSG:32632"), version="1")
    cache.close()

    assert (first.notes, first.method) == (again.notes, again.method)
    assert again.reader == "cache"
    assert off_m < 1
    assert far_off_m > 1000


def test_a_crs_without_a_code_is_told_as_text_that_gdal_reads():
    assert definition_of("EPSG:32631") == "EPSG:32631"
    assert definition_of(CRS(32631).to_json_dict()) == "EPSG:32631"
    for written in (CRS(ALBERS).to_wkt(), CRS(ALBERS).to_json_dict(), ALBERS):
        assert rasterio.crs.CRS.from_user_input(definition_of(written)).is_projected
    for nonsense in ("", "x" * 100_000, {"a": 1}, "EPSG:999999", "\ud800", "EPSG:"):
        assert definition_of(nonsense) == ""
