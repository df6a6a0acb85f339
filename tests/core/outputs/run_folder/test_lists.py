"""The manifest and the table of a run."""

from __future__ import annotations

import csv
import io
import json

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Absence, Place
from cbm_chips.core.outputs.run_folder.manifest import ManifestEntry, manifest_text, read_manifest
from cbm_chips.core.outputs.run_folder.table import COLUMNS, head_line, line_of, row_of
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel


def read_back(row):
    """A row as it is read out of a table of its own."""
    text = (head_line() + line_of(row)).decode("utf-8")
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    return read


def test_a_manifest_lists_dates_rising_each_beside_its_file():
    later = ("20200307T103634", "p/b.B04.tif")
    earlier = [("20200305T103634", f"p/a.{band}.tif") for band in ("B08", "B04")]
    assert json.loads(manifest_text([later, *earlier])) == {
        "dates": ["20200305T103634", "20200305T103634", "20200307T103634"],
        "chips": ["p/a.B04.tif", "p/a.B08.tif", "p/b.B04.tif"],
    }


def test_a_manifest_is_read_back(tmp_path):
    path = tmp_path / "m.json"
    path.write_text(manifest_text([("20200305T103634", "p/a.B04.tif")]), encoding="utf-8")
    assert read_manifest(path) == (ManifestEntry("20200305T103634", tmp_path / "p" / "a.B04.tif"),)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        '{"dates": ["20200305T103634"], "chips": []}',
        '{"dates": ["yesterday"], "chips": ["a.tif"]}',
        '{"dates": ["20200305T103634"], "chips": ["/etc/passwd"]}',
        '{"dates": ["20200305T103634"], "chips": ["../a.tif"]}',
        '{"dates": ["20200305T103634"], "chips": ["p/../../a.tif"]}',
        '{"dates": ["20200305T103634"], "chips": ["C:\\\\a.tif"]}',
        '{"dates": ["20200305T103634"], "chips": [""]}',
        '{"dates": ["20200305T103634"], "chips": [7]}',
    ],
)
def test_a_manifest_that_is_none_or_points_elsewhere_is_refused(tmp_path, content):
    path = tmp_path / "manifest.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RequestError, match="manifest"):
        read_manifest(path)


def test_no_manifest_is_refused_with_its_path(tmp_path):
    with pytest.raises(RequestError, match=r"none\.json"):
        read_manifest(tmp_path / "none.json")


KNOWN = {
    "place": "parcel-1",
    "date": "20200305T103634",
    "acquired": "2020-03-05T10:36:34Z",
    "state": "chip",
    "reason": "",
    "flag": "partly",
    "valid_px": "189",
    "total_px": "190",
    "no_data_px": "1",
    "scl_vegetation_px": "186",
    "scl_cloud_high_px": "3",
    "scl_water_px": "0",
    "scl_other_px": "0",
    "product": "S2A_MSIL2A",
    "platform": "S2A",
    "tile": "31UFU",
    "relative_orbit": "108",
    "baseline": "05.00",
    "provider": "earth-search",
    "collection": "sentinel-2-c1-l2a",
    "scene_cloud_pct": "12.5",
    "grid_epsg": "32631",
    "grid_left": "650000.0",
    "grid_top": "5850000.0",
    "width_m": "1280.0",
    "bands": "B08 B04 B03 B11 SCL",
    "failures": "B12: HTTP 404",
    "scale": "0.0001",
    "offset": "-0.1",
    "offset_state": "known",
    "outline_basis": "pixels whose centre lies in the parcel",
    "files": "parcel-1/a.tif;parcel-1/b.tif",
}
"""Of a chip: columns of its row."""


def test_a_row_tells_what_is_known_of_a_chip():
    scene = a_scene(product="S2A_MSIL2A", scene_cloud_pct=12.5)
    chip = a_chip(scene=scene, failures={"B12": "HTTP 404"})
    row = row_of(a_parcel(), chip, ("parcel-1/a.tif", "parcel-1/b.tif"))
    read = read_back(row)
    assert {name: read[name] for name in KNOWN} == KNOWN
    assert read["scene_id"] == scene.id
    assert float(read["cloud_fraction"]) == 3 / 189


def test_a_date_without_a_chip_has_its_row_with_the_reason():
    failed = a_failed_chip("not clear: 97 %", Absence.EXCLUDED, flag=CloudFlag.CLOUDY)
    read = read_back(row_of(a_parcel(), failed))
    assert (read["state"], read["reason"], read["flag"]) == (
        "excluded",
        "not clear: 97 %",
        "cloudy",
    )
    assert (read["bands"], read["valid_px"], read["files"]) == ("", "", "")


def test_offsets_that_differ_are_told_by_band():
    chip = a_chip(("B04", "B08"))
    chip.scales["B08"] = (0.0001, 0.0)
    read = read_back(row_of(a_parcel(), chip))
    assert (read["scale"], read["offset"]) == ("0.0001", "B04: -0.1; B08: 0.0")


def test_a_row_is_the_same_whichever_band_came_first():
    chip, other = a_chip(("B04", "B08")), a_chip(("B04", "B08"))
    chip.provenance.readers.update({"B04": "windows", "B08": "gdal"})
    other.provenance.readers.update({"B08": "gdal", "B04": "windows"})
    assert row_of(a_parcel(), chip) == row_of(a_parcel(), other)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1"])
def test_no_text_becomes_a_formula(text):
    place = Place(lon=-5.5, lat=52.5, label=text)
    row = row_of(place, a_failed_chip(text))
    read = read_back(row)
    assert read["place"].startswith("'")
    assert read["reason"].startswith("'")
    assert read["lon"] == "-5.5"


def test_column_names_are_unique():
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
