"""A run's folder read back: the chips that were written, and sheets made of them."""

from __future__ import annotations

import codecs
import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Chip, ChipRequest, FailedChip, Place
from cbm_chips.core.outputs.geotiff.chip_files import ChipImage
from cbm_chips.core.outputs.html import from_run_folder as stored_sheet
from cbm_chips.core.outputs.html.from_run_folder import RunContents, check_size
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.outputs.run_folder.places import HEAD, TAIL, feature_line, read_places
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.table import as_cell
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.core.outputs.run_folder.stored_runs import BANDS, PARCEL, RESULTS, page_of, write_run
from tests.core.outputs.run_folder.test_damaged_runs import osgeo
from tests.html_pages import Page


def test_chips_come_back_as_they_were_written(tmp_path):
    (stored,) = read_run(write_run(tmp_path))
    assert stored.place == a_parcel()
    assert len(stored.dates) == 3
    chip, failed, excluded = (date.chip(BANDS) for date in stored.dates)
    assert isinstance(chip, Chip)
    assert chip.grid == RESULTS[0].grid
    for band in BANDS:
        np.testing.assert_array_equal(chip.bands[band], RESULTS[0].bands[band])
        assert chip.scales[band] == RESULTS[0].scales[band]
    for name in ("flag", "cloud_fraction", "failures"):
        assert getattr(chip, name) == getattr(RESULTS[0], name)
    assert {code: n for code, n in chip.histogram.items() if n} == RESULTS[0].histogram
    assert (chip.scene.id, chip.scene.acquired) == ("first", RESULTS[0].scene.acquired)
    assert isinstance(failed, FailedChip)
    for read, written in ((failed, RESULTS[1]), (excluded, RESULTS[2])):
        assert (read.reason, read.absence, read.flag) == (
            written.reason,
            written.absence,
            written.flag,
        )


def test_the_sheet_of_a_folder_is_the_sheet_of_its_run(tmp_path):
    request = ChipRequest(a_parcel(), "2020-03-01", "2020-03-31", bands=("B08", "B04", "B03"))
    direct = tmp_path / "direct.html"
    look = Look(composite_of(BANDS))
    write_html_sheet([Section.of(RESULTS, request, look=look)], direct, names=[a_parcel().name])
    page = page_of(write_run(tmp_path / "run"), tmp_path / "read.html", BANDS)
    assert not page.faults
    expected = Page.read(direct)
    assert page.pictures == expected.pictures
    assert page.cells == expected.cells


def test_pictures_of_a_run_of_composites_are_shown_as_they_are(tmp_path):
    look = Look(composite_of(("B08", "B11", "B04")))
    folder = write_run(tmp_path / "run", "composite", look=look)
    page = page_of(folder, tmp_path / "page.html")
    assert not page.faults
    assert "Vegetation and moisture, B08_B11_B04" in page.text
    assert "LUT 5_95 (series)" in page.text
    anew = page_of(write_run(tmp_path / "raw"), tmp_path / "anew.html", look.shows.bands, look)
    assert page.pictures == anew.pictures


def test_without_a_wish_the_first_composite_that_can_be_is_taken(tmp_path):
    chip = a_chip(("B04", "B03", "B02", "SCL"))
    run = read_run(write_run(tmp_path, results=[chip]))
    assert RunContents.of(run).choose(None) == ("B04", "B03", "B02")


def test_bands_that_are_not_there_are_refused_with_those_that_are(tmp_path):
    showable = RunContents.of(read_run(write_run(tmp_path)))
    with pytest.raises(RequestError, match="B04, B08, B11"):
        showable.choose(("B04", "B03", "B02"))
    with pytest.raises(RequestError, match="no band at all"):
        RunContents.of(()).choose(None)


def test_a_file_that_is_gone_or_broken_is_that_dates_reason(tmp_path):
    results = [a_chip(BANDS, scene=a_scene(day, f"2020-03-{day}T10:36:34")) for day in ("05", "06")]
    folder = write_run(tmp_path / "run", results=results)
    gone, broken = sorted(folder.rglob("*.B04.tif"))
    gone.unlink()
    broken.write_bytes(b"II*\0 this is no picture")
    page = page_of(folder, tmp_path / "page.html", BANDS)
    assert not page.faults
    assert not page.pictures
    for cell, file in zip(page.cells, (gone, broken)):
        assert f"B04: {file.name}" in cell


def test_a_file_of_other_ground_is_no_part_of_the_chip(tmp_path):
    scenes = [a_scene(day, f"2020-03-{day}T10:36:34") for day in ("05", "06")]
    grids = (a_grid(), a_grid(left=651_000.0))
    results = [a_chip(BANDS, scene=s, grid=g) for s, g in zip(scenes, grids)]
    folder = write_run(tmp_path / "run", results=results)
    first, second = sorted(folder.rglob("*.B04.tif"))
    second.replace(first)
    chip = read_run(folder)[0].dates[0].chip(BANDS)
    assert set(chip.bands) == {"B08", "B11"}
    assert chip.failures == {"B04": "the file shows other ground"}


def test_places_are_told_apart_and_keep_their_outlines(tmp_path):
    ring = a_parcel("ring")
    hole = ring.outline.buffer(0.01).difference(ring.outline)
    two = MultiPolygon([box(5, 52, 5.1, 52.1), box(5.2, 52, 5.3, 52.1)])
    places = (
        a_parcel("=1+1"),
        Place.of_parcel(hole, "ring"),
        Place.of_parcel(two, "two\u202e\n"),
        Place(5.6, 52.7),
        replace(a_parcel("known"), details="Grassland, 7.48 ha"),
    )
    write_run(tmp_path, places=places, results=[a_failed_chip()])
    read = {place.place.name: place.place for place in read_run(tmp_path)}
    assert {place.name for place in places} == set(read)
    for place in places:
        back = read[place.name]
        assert (back, back.details) == (place, place.details)
        if place.outline is not None:
            assert back.outline.equals(place.outline)


def test_runs_without_outlines_are_read_too(tmp_path):
    write_run(tmp_path)
    (tmp_path / "places.geojson").unlink()
    (stored,) = read_run(tmp_path)
    assert (stored.place.name, stored.place.outline) == ("parcel-1", None)


def as_saved(content, *, cells=",", comma=".", end="\n", mark=b""):
    """A run's table as a spreadsheet saves it."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    numbers = [rows[0].index(name) for name in NUMBERS]
    for row in rows[1:]:
        row[numbers[0]] = f"{float(row[numbers[0]]):.15g}"  # spreadsheets keep no more digits
        for column in numbers:
            row[column] = row[column].replace(".", comma)
    into = io.StringIO()
    csv.writer(into, delimiter=cells, lineterminator=end).writerows(rows)
    return mark + into.getvalue().encode()


NUMBERS = ("lon", "lat", "cloud_fraction", "parcel_in_chip_pct")
SAVED = {
    "a mark": {"mark": codecs.BOM_UTF8},
    "Windows": {"mark": codecs.BOM_UTF8, "end": "\r\n"},
    "German": {"mark": codecs.BOM_UTF8, "end": "\r\n", "cells": ";", "comma": ","},
    "semicolons": {"cells": ";"},
    "tabs": {"cells": "\t", "comma": ","},
    "old": {"end": "\r"},
}


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED)
def test_lists_saved_by_a_spreadsheet_or_an_editor_are_read(how, tmp_path):
    write_run(tmp_path, places=(PARCEL, Place(5.123456789012345, 52.7, "Größe; 1,5")))
    before = read_run(tmp_path)
    table = tmp_path / "chips.csv"
    table.write_bytes(as_saved(table.read_bytes(), **how))
    for name in ("manifest.json", "places.geojson"):
        text = (tmp_path / name).read_bytes().replace(b"\n", how.get("end", "\n").encode())
        (tmp_path / name).write_bytes(how.get("mark", b"") + text)
    after = read_run(tmp_path)
    assert [stored.place for stored in after] == [stored.place for stored in before]
    for one, other in zip(before, after):
        assert [date.files for date in other.dates] == [date.files for date in one.dates]
        assert [date.record.failed for date in other.dates] == [
            date.record.failed for date in one.dates
        ]


def test_a_page_of_too_many_dates_is_refused(tmp_path, monkeypatch):
    run = read_run(write_run(tmp_path))
    assert check_size(run) == 3
    monkeypatch.setattr(stored_sheet, "MOST_DATES", 2)
    with pytest.raises(RequestError, match="3"):
        check_size(run)


@pytest.mark.parametrize("backend", [RasterioBackend, osgeo])
def test_both_gdals_give_back_what_was_written(tmp_path, backend):
    bands = {name: RESULTS[0].bands[name] for name in ("B08", "B04")}
    scales = [(0.0001, -0.1), (0.0002, 0.0)]
    tags = {"SCENE_ID": "first"}
    image = ChipImage(RESULTS[0].grid, [*bands.values()], [*bands], tags, scales=scales)
    backend().write(tmp_path / "a.tif", image)
    stored = backend().load(tmp_path / "a.tif")
    assert stored.grid == RESULTS[0].grid
    assert stored.names == ("B08", "B04")
    assert list(stored.scales) == scales
    assert stored.tags["SCENE_ID"] == "first"
    np.testing.assert_array_equal(stored.layers[1], bands["B04"])


@given(
    st.text(max_size=20),
    st.floats(-179, 179),
    st.floats(-80, 80),
    st.lists(st.floats(-1, 1), min_size=2, max_size=2),
)
def test_any_place_comes_back(tmp_path_factory, label, lon, lat, size):
    folder = tmp_path_factory.mktemp("places")
    width, height = (abs(edge) + 1e-6 for edge in size)
    outline = box(lon, lat, lon + width, lat + height)
    place = Place(
        lon=lon, lat=lat, label=label.encode("utf-8", "replace").decode(), outline=outline
    )
    path = folder / "places.geojson"
    path.write_bytes(HEAD + feature_line(place) + TAIL)
    (back,) = read_places(path)
    assert back == place
    json.loads(path.read_text())
    assert as_cell(back.name) == as_cell(place.name)
    assert path.stat().st_size < 4000
