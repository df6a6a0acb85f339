"""A run is made again by what is told of it, and gives the same pixels."""

from __future__ import annotations

import io
import json
import runpy
from dataclasses import fields, replace

import numpy as np
import pytest
import rasterio
from rasterio.windows import from_bounds
from shapely.geometry import MultiPolygon, box, mapping

from cbm_chips.core import ChipRequest, CloudRule, Place, extract_chips, open_source
from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Chip
from cbm_chips.core.outputs.repeat import python_lines
from cbm_chips.core.outputs.repeat.outline_text import outline_of, wkt_of
from cbm_chips.core.outputs.repeat.process_words import LIMITS, place_parameters
from cbm_chips.core.outputs.repeat.python_lines import PythonPlaces, chips_in_python
from cbm_chips.core.outputs.repeat.repeatable_run import RepeatableRun
from cbm_chips.core.outputs.repeat.repetition import repetition_of
from cbm_chips.core.outputs.run_folder.places import read_places
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import parse_lut
from tests.builders import a_request
from tests.open_files import held_open

OUTLINE = box(5.662, 52.692, 5.666, 52.696)
PLACE = Place.of_parcel(OUTLINE, 'Jan\'s "field"\nsouth')
JUNE = {"start": "2022-06-01", "end": "2022-06-14"}


def june(place=PLACE, bands=("B08", "B11"), **others) -> ChipRequest:
    return ChipRequest(place, **JUNE, bands=bands, size_m=640, **others)


def chips_of(request, source, rule=None):
    with open_source(source) as opened:
        found = list(extract_chips(request, opened, cache=None, rule=rule))
    return {one.scene.id: one for one in found if isinstance(one, Chip)}


def run_python(lines, folder, monkeypatch):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(folder / "cache"))
    (folder / "again.py").write_text(lines, encoding="utf-8")
    runpy.run_path(str(folder / "again.py"), run_name="__main__")
    return read_run(folder / "repeated")


def assert_same(stored_place, chips):
    stored = {date.record.failed.scene.id: date for date in stored_place.dates}
    stored = {name: date for name, date in stored.items() if date.record.has_chip}
    assert stored.keys() == chips.keys()
    assert chips
    for name, chip in chips.items():
        again = stored[name].chip(tuple(chip.bands))
        assert again.flag == chip.flag
        assert again.scales == chip.scales
        for band, values in chip.bands.items():
            assert np.array_equal(again.bands[band], values)


class TestPython:
    def test_the_lines_give_the_same_chips(self, sample_archive, tmp_path, monkeypatch):
        request, rule = june(clear_only=True, one_per_date=True), CloudRule({8, 9}, 12.5)
        run = RepeatableRun.of(request, str(sample_archive), rule=rule)

        (place,) = run_python(chips_in_python(run), tmp_path, monkeypatch)

        assert place.place == PLACE
        assert_same(place, chips_of(request, str(sample_archive), rule))

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            (CloudRule(), "extract_chips(request, source):"),
            (CloudRule({8, 9}, 12.5), "source, rule=CloudRule({8, 9}, 12.5)):"),
            (CloudRule((), 0, 90), "source, rule=CloudRule((), 0, 90)):"),
        ],
    )
    def test_the_lines_have_the_rule(self, rule, words):
        lines = chips_in_python(RepeatableRun.of(june(), "sample", rule=rule))

        assert words in lines
        assert ("import ChipRequest, CloudRule" in lines) == ("rule" in words)

    def test_many_places_are_read_from_the_list_of_the_run(
        self, sample_archive, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(python_lines, "MOST_PLACES", 2)
        places = tuple(
            replace(PLACE, label=str(number), outline=MultiPolygon([OUTLINE]))
            for number in range(3)
        )
        folder = tmp_path / "run"
        chip = next(iter(chips_of(june(PLACE), str(sample_archive)).values()))
        with RunWriter(folder) as writer:
            writer.add(PLACE, chip)  # a run before
        with held_open(folder / "places.geojson"), RunWriter(folder) as writer:
            for place in places:
                writer.add(place, chip)
        run = RepeatableRun.of(june(bands=("SCL",)), str(sample_archive))

        lines = chips_in_python(run, PythonPlaces(places, folder))

        assert "POLYGON" not in lines
        assert (
            len(run_python(lines, tmp_path, monkeypatch))
            == len(read_places(folder / "places-2.geojson"))
            == 3
        )

    def test_pictures_have_the_same_colours(self, sample_archive, tmp_path, monkeypatch):
        look = Look(composite_of(("B08", "B04", "B03")), parse_lut("5_95"), is_shared=True)
        request = june(bands=look.bands)
        with RunWriter(tmp_path / "run", "composite", look=look) as writer:
            for chip in chips_of(request, str(sample_archive)).values():
                writer.add(PLACE, chip)
        run = RepeatableRun.of(request, str(sample_archive))

        run_python(chips_in_python(run, look=look), tmp_path, monkeypatch)

        pictures = sorted((tmp_path / "run").rglob("*.tif"))
        assert pictures
        for picture in pictures:
            again = tmp_path / "repeated" / picture.relative_to(tmp_path / "run")
            with rasterio.open(picture) as one, rasterio.open(again) as other:
                assert np.array_equal(one.read(), other.read())

    def test_a_login_is_named_by_its_id(self):
        run = RepeatableRun.of(a_request(), "cbm+https://me:hush@example.com", login="abc1234")

        lines = repetition_of(run).python

        assert "credentials=credentials('abc1234')" in lines
        assert "hush" not in json.dumps(repetition_of(run).content)
        compile(lines, "lines", "exec")


class TestAddresses:
    def test_the_files_of_the_service_hold_the_same_pixels(self, service):
        source = f"cbm+{service.server.url.replace('://', '://tester:secret@')}"
        request = june(bands=("B08", "SCL"))
        chips = chips_of(request, source)
        addresses = repetition_of(RepeatableRun.of(request, source)).rest
        assert len(addresses) == 2
        assert not any("secret" in address for address in addresses)

        seen = 0
        for address in addresses:
            asked = service.get("/query/" + address.partition("/query/")[2], **LOGIN)
            for path in asked.json["chips"]:
                product, band, _ = path.rpartition("/")[2].rsplit(".", 2)
                chip = chips[product]
                values = chip.bands[band]
                with rasterio.open(io.BytesIO(service.get(path).body)) as file:
                    grid = chip.grid.at(file.res[0])
                    window = from_bounds(*grid.bounds, file.transform)
                    assert np.array_equal(file.read(1, window=window), values)
                seen += 1
        assert seen == 2 * len(chips) > 0

    def test_a_year_is_asked_month_by_month(self):
        request = a_request(start="2020-01-01", end="2020-12-31", bands=("B04", "B09"))

        rest = repetition_of(RepeatableRun.of(request, "cbm+https://example.com/x/query/")).rest

        assert len(rest) == 13
        assert rest[0].startswith("https://example.com/x/query/rawChipByLocation?lon=")
        assert all("band=B04" in address for address in rest)

    def test_other_sources_have_none(self, sample_archive):
        content = repetition_of(RepeatableRun.of(a_request(), str(sample_archive))).content

        assert "rest" not in content
        assert content.keys() == {"qgis_process", "qgis_process_windows", "python"}


class TestCommand:
    def test_what_is_usual_is_left_out(self):
        request = a_request(one_per_date=True)

        command = repetition_of(RepeatableRun.of(request, "sample")).posix

        assert command == (
            "qgis_process run cbmchips:rawchips -- SOURCE=sample "
            "POINT='5.2,52.78 [EPSG:4326]' START=2020-03-01 END=2020-03-14 BANDS=B04,B08,SCL "
            "CLOUD_RULE=default OUTPUT=repeated"
        )

    def test_what_is_not_usual_is_said(self):
        request = a_request(
            size_m=640, clear_only=True, max_scene_cloud_pct=12.5, second_opinion=True
        )
        run = RepeatableRun.of(request, "sample", login="abc1234", rule=CloudRule({3}, 5))

        told = repetition_of(run)

        assert told.command[8:-1] == (
            "BANDS=B04,B08,SCL",
            "SIZE=640",
            "MAX_SCENE_CLOUD=12.5",
            "CLEAR_ONLY=true",
            "ONE_PER_DATE=false",
            "SECOND_OPINION=true",
            "AUTH=abc1234",
        )
        assert any("own: bad 3, tolerance 5 %" in note for note in told.notes)
        assert any("abc1234" in note for note in told.notes)

    def test_no_field_of_a_request_is_forgotten(self):
        said_by_themselves = {"place", "start", "end", "bands"}
        of_request = {field.name for field in fields(ChipRequest)}
        assert of_request - said_by_themselves == {row.field for row in LIMITS}

    def test_an_outline_comes_to_the_last_digit(self):
        from shapely.wkt import loads

        outline = MultiPolygon(
            [OUTLINE.difference(box(5.663, 52.693, 5.6641, 52.6942)), box(1, 2, 3, 4)]
        )

        given = dict(place_parameters(Place.of_parcel(outline, "7")))

        assert loads(given["PLACE_OUTLINE"]).equals_exact(outline, 0)
        assert given["PLACE_NAME"] == "7"


LOGIN = {"Authorization": "Basic dGVzdGVyOnNlY3JldA=="}


class TestOutlines:
    @pytest.mark.parametrize("outline", [OUTLINE, MultiPolygon([OUTLINE, box(5, 52, 6, 52.1)])])
    def test_come_from_wkt_and_geojson(self, outline):
        geometry = json.dumps(mapping(outline))
        feature = json.dumps({"type": "Feature", "properties": {}, "geometry": mapping(outline)})

        for text in (wkt_of(outline), geometry, feature):
            assert outline_of(text).equals_exact(outline, 0)

    @pytest.mark.parametrize("text", ["", "POLYGON ((1", "{", "{}", '{"type": "Polygon"}', "5,52"])
    def test_other_texts_are_refused_in_words(self, text):
        with pytest.raises(RequestError, match="WKT or GeoJSON"):
            outline_of(text)
