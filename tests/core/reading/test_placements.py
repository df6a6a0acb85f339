"""Where a file is silent, its pixels come to lie where the source says, or nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rasterio
from pyproj import CRS
from rasterio.transform import Affine

from cbm_chips.core.cache import CachedReader, ChipCache
from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Placement
from cbm_chips.core.projection import definition_of
from cbm_chips.core.reading.contract import NEAREST, WINDOW
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.core.reading.placed_files import (
    ALBERS,
    HOME,
    PX,
    READERS,
    read,
    transform_around,
    utm,
    write,
)
from tests.effort import crossed, in_thorough_runs

CRSS = ["EPSG:32631", "EPSG:32632", ALBERS, *in_thorough_runs(["EPSG:4258"])]
KINDS = {"deflate": {}, "LZW": {"compress": "lzw"}, "striped": {"tiled": False}}


def address(path, is_remote, started):
    return f"{started.url}/{path.name}" if is_remote else path


@pytest.mark.parametrize(
    ("crs", "reader", "kind", "is_remote"),
    crossed(CRSS, READERS, KINDS, [False, True]),
)
def test_a_file_without_a_crs_lies_where_the_source_says(
    crs, reader, kind, is_remote, path, started
):
    how = dict(KINDS[kind])
    if how.get("tiled") is False:
        how.update(blockxsize=None, blockysize=None)
    transform = transform_around(HOME, crs, 0.0001 if crs == "EPSG:4258" else 10.0)
    write(path, HOME, crs, transform, keep=("transform",), **how)
    told = Placement(definition_of(crs), is_stated=True)

    pixels, off_m = read(address(path, is_remote, started), HOME, READERS[reader](), told)

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
def test_a_local_crs_is_none(crs, reader, kind, is_remote, path, started):
    write(path, HOME, crs, transform_around(HOME, crs, 10.0), **LOCAL[kind])

    place = address(path, is_remote, started)
    pixels, off_m = read(place, HOME, READERS[reader](), Placement(crs, is_stated=True))

    assert pixels.method == (WINDOW if crs == "EPSG:32631" else NEAREST)
    assert off_m < (1 if pixels.method == WINDOW else 9.5)
    assert "no CRS" in pixels.notes[0]
    with pytest.raises(ReadError, match="the file has no CRS and the source tells none"):
        read(place, HOME, READERS[reader]())


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
def test_a_file_without_a_transform_lies_where_the_source_says(keep, crs, fields, reader, path):
    transform = transform_around(HOME, crs, 10.0)
    write(path, HOME, crs, transform, keep=keep)
    told = dict(FIELDS[fields])
    coarse = transform * Affine.scale(told.pop("times", 1))
    placement = Placement(crs, is_stated=True, transform=tuple(coarse)[:6], **told)

    pixels, off_m = read(path, HOME, READERS[reader](), placement)

    assert pixels.method == (WINDOW if crs == "EPSG:32631" else NEAREST)
    assert off_m < (1 if pixels.method == WINDOW else 9.5)
    assert "where it lies" in pixels.notes[-1]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("keep", [(), ("crs",), ("transform",)])
@pytest.mark.parametrize(
    "told",
    [Placement(), Placement(transform=(10.0, 0.0, 0.0, 0.0, -10.0, 0.0), shape=(3, 700))],
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_where_nobody_tells_the_words_say_so(told, keep, reader, path):
    crs = utm(HOME)
    write(path, HOME, crs, transform_around(HOME, crs, 10.0), keep=keep)

    with pytest.raises(ReadError, match=r"no CRS|where it lies"):
        read(path, HOME, READERS[reader](), told)


def test_a_kept_window_keeps_its_notes_and_another_word_of_the_source_reads_anew(
    path, started, tmp_path
):
    transform = transform_around(HOME, "EPSG:32631", 10.0)
    write(path, HOME, "EPSG:32631", transform, keep=("transform",))
    cache = ChipCache(tmp_path / "cache")
    told = Placement("EPSG:32631", is_stated=True)
    url = f"{started.url}/{path.name}"
    kept = CachedReader(RasterReader(), cache, source="made")
    first, _ = read(url, HOME, kept, told, version="1")
    again, off_m = read(url, HOME, kept, told, version="1")
    _, far_off_m = read(url, HOME, kept, replace(told, crs="EPSG:32632"), version="1")
    cache.close()

    assert (first.notes, first.method) == (again.notes, again.method)
    assert again.reader == "cache"
    assert off_m < 1
    assert far_off_m > 1000


def test_a_crs_without_a_code_is_told_as_text_that_gdal_reads():
    assert definition_of("EPSG:32631") == "EPSG:32631"
    assert definition_of(CRS(32631).to_json_dict()) == "EPSG:32631"
    for written in (CRS(ALBERS).to_wkt(), CRS(ALBERS).to_json_dict()):
        assert rasterio.crs.CRS.from_user_input(definition_of(written)).is_projected
    for nonsense in ("", "x" * 1000, {"a": 1}, "EPSG:999999", "\ud800", "EPSG:"):
        assert definition_of(nonsense) == ""
