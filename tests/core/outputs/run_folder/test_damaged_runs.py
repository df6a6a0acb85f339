"""A run's folder that is broken, damaged or changed is read, or refused in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.errors import ReadError, RequestError
from cbm_chips.core.model import Chip
from cbm_chips.core.outputs.html.from_run_folder import RunContents
from cbm_chips.core.outputs.html.series_pictures import RenderedPictures
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from tests.builders import write_tile
from tests.core.outputs.run_folder.stored_runs import BANDS, RESULTS, write_run
from tests.effort import examples


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("manifest.json", "{}", "manifest"),
        ("chips.csv", "", "at least one date"),
        ("chips.csv", "place;lon\nx;y\n", "line 2"),
        ("chips.csv", b"\xff\xfe", "table"),
        ("places.geojson", "[]", "places"),
        ("places.geojson", '{"features": [{}]}', "places"),
    ],
)
def test_a_folder_that_is_broken_is_refused_in_words(tmp_path, file, content, words):
    write_run(tmp_path)
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / file).write_bytes(data)
    with pytest.raises(RequestError, match=words):
        read_run(tmp_path)


@pytest.mark.parametrize("column", ["acquired", "flag", "state", "lon", "scl_water_px"])
def test_a_row_that_makes_no_sense_is_refused_with_its_line(tmp_path, column):
    write_run(tmp_path)
    table = tmp_path / "chips.csv"
    header, first, *others = table.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[header.split(",").index(column)] = "nonsense"
    table.write_text("\n".join((header, ",".join(cells), *others)), encoding="utf-8")
    with pytest.raises(RequestError, match="line 2"):
        read_run(tmp_path)


def test_only_listed_files_within_the_folder_are_opened(tmp_path):
    folder = write_run(tmp_path / "run", results=RESULTS[:1])
    table = folder / "chips.csv"
    outside = "../secret.B04.tif"
    text = table.read_text(encoding="utf-8")
    file = next(folder.rglob("*.B04.tif")).relative_to(folder).as_posix()
    table.write_text(text.replace(file, outside), encoding="utf-8")
    (stored,) = read_run(folder)
    assert all("secret" not in str(path) for path in stored.dates[0].files.values())


def osgeo():
    pytest.importorskip("osgeo")
    return OsgeoBackend()


@pytest.mark.parametrize("backend", [RasterioBackend, osgeo])
@pytest.mark.parametrize(
    ("size", "profile", "words"),
    [
        (32, {"epsg": None}, "no CRS"),
        (32, {"resolution_m": 7.0}, "pixels of 7"),
        (2100, {}, "2100 x 2100"),
    ],
)
def test_rasters_that_are_no_chips_are_refused(tmp_path, backend, size, profile, words):
    path = write_tile(tmp_path / "a.tif", np.ones((size, size), np.uint16), **profile)
    with pytest.raises(ReadError, match=words):
        backend().load(path)


@pytest.fixture(scope="module")
def sound_run(tmp_path_factory):
    return write_run(tmp_path_factory.mktemp("sound") / "run")


@settings(max_examples=examples(300))
@given(
    st.sampled_from(["manifest.json", "chips.csv", "places.geojson"]),
    st.floats(0, 1),
    st.integers(0, 12),
    st.one_of(st.binary(max_size=8), st.sampled_from([b"null", b"[]", b"{}", b"nan", b"1e999"])),
)
def test_lists_damaged_anywhere_are_read_or_refused_in_words(sound_run, file, at, length, put):
    path = sound_run / file
    whole = path.read_bytes()
    start = int(at * len(whole))
    path.write_bytes(whole[:start] + put + whole[start + length :])
    said = None
    try:
        run = read_run(sound_run)
        RunContents.of(run)
        for place in run:
            for date in place.dates:
                assert date.chip(BANDS)
    except RequestError as refused:
        said = refused
    finally:
        path.write_bytes(whole)
    assert said is None or said.field in ("manifest", "table", "places", "lon", "lat")


# rasterio's own trouble with words of GDAL's that are no UTF-8
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@settings(max_examples=examples(200))
@given(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40))
def test_a_geotiff_damaged_anywhere_is_read_or_a_reason(sound_run, at, length, put):
    path = next(sound_run.rglob("*.B04.tif"))
    whole = path.read_bytes()
    start = int(at * len(whole))
    path.write_bytes(whole[:start] + put + whole[start + length :])
    try:
        (stored,) = read_run(sound_run)
        results = [date.chip(BANDS) for date in stored.dates]
        pictures = RenderedPictures(results, Look(composite_of(BANDS)))
        for chip in (one for one in results if isinstance(one, Chip)):
            if set(BANDS) <= set(chip.bands):
                assert pictures.rgba_of(chip).shape == (128, 128, 4)
    finally:
        path.write_bytes(whole)
