"""An acquisition processed twice: where one's files hold nothing, the other gives the date."""

from __future__ import annotations

import json

import numpy as np
import pytest
from rasterio.warp import transform

from cbm_chips.core import Chip, ChipRequest, CloudFlag, Place, extract_chips, open_source
from cbm_chips.core.model import Absence
from cbm_chips.core.pipeline.exclusions import NOTHING_THERE
from cbm_chips.core.pipeline.gap_filling import EMPTY_BAND, EMPTY_SCL, NO_DATA
from tests.builders import LEFT, TOP, write_tile
from tests.effort import crossed

SIDE_PX = 256
(LON,), (LAT,) = transform("EPSG:32631", "EPSG:4326", [LEFT + 1280], [TOP - 1280])
PLACE = Place(lon=LON, lat=LAT)
REFLECTANCE = {"B04": 0.06, "B08": 0.3}
OLD, NEW = "S2A_31UFU_20220604_0_L2A", "S2A_31UFU_20220604_1_L2A"
OFFSETS = {OLD: 0.0, NEW: -0.1}
BASELINES = {OLD: "02.14", NEW: "05.10"}
VEGETATION, CLOUD = 4, 9


def pixels(band, offset=0.0):
    """The whole file: one reflectance, or one class."""
    if band == "SCL":
        return np.full((SIDE_PX // 2, SIDE_PX // 2), VEGETATION, np.uint8)
    dn = round((REFLECTANCE[band] - offset) * 10_000)
    return np.full((SIDE_PX, SIDE_PX), dn, np.uint16)


def write(folder, band, values, **profile):
    return write_tile(
        folder / f"{band}.tif", values, resolution_m=20.0 if band == "SCL" else 10.0, **profile
    )


def an_item(folder, name):
    """One of the twins, its files written; the newer has the newer baseline's offset."""
    (folder / name).mkdir(exist_ok=True)
    told = {"scale": 0.0001, "offset": OFFSETS[name]}
    assets = {}
    for band in ("B04", "B08", "SCL"):
        write(folder / name, band, pixels(band, OFFSETS[name]))
        more = {} if band == "SCL" else {"raster:bands": [told]}
        assets[band] = {"href": f"./{name}/{band}.tif", "type": "image/tiff", **more}
    box = [[4.0, 52.5], [6.5, 52.5], [6.5, 54.0], [4.0, 54.0], [4.0, 52.5]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": "made-sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [box]},
        "properties": {
            "datetime": "2022-06-04T10:50:31Z",
            "platform": "sentinel-2a",
            "proj:epsg": 32631,
            "grid:code": "MGRS-31UFU",
            "s2:processing_baseline": BASELINES[name],
        },
        "assets": assets,
        "links": [],
    }


@pytest.fixture
def twins(tmp_path):
    """A folder with a catalogue of both."""
    names = (OLD, NEW)
    for name in names:
        (tmp_path / f"{name}.json").write_text(json.dumps(an_item(tmp_path, name)))
    list_items(tmp_path, *names)
    return tmp_path


def list_items(folder, *names):
    links = [{"rel": "item", "href": f"./{name}.json"} for name in names]
    head = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "description": "made"}
    (folder / "catalog.json").write_text(json.dumps({**head, "links": links}))


def the_date(folder, *, place=PLACE, bands=("B04", "B08", "SCL"), **asked):
    request = ChipRequest(
        place, start="2022-06-01", end="2022-06-30", bands=bands, size_m=640, **asked
    )
    with open_source(str(folder / "catalog.json")) as source:
        (found,) = extract_chips(request, source, cache=None)
    return found


def empty(folder, *bands):
    for band in bands:
        write(folder, band, np.zeros_like(pixels(band)))


def elsewhere(folder, *bands):
    """Files of another place: there is nothing of them in the chip."""
    for band in bands:
        far = pixels(band)
        write(folder, band, far, transform=(10.0, 0.0, LEFT - 90_000.0, 0.0, -10.0, TOP))


def cut(folder, *bands):
    for band in bands:
        path = folder / f"{band}.tif"
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def is_right(chip):
    assert isinstance(chip, Chip), chip
    assert not chip.failures
    for band, reflectance in REFLECTANCE.items():
        scale, offset = chip.scales[band]
        assert chip.bands[band] * scale + offset == pytest.approx(reflectance)
    assert (chip.flag, chip.histogram) == (CloudFlag.CLEAR, {VEGETATION: 32 * 32})
    return True


SPOILT = {
    "all empty": (empty, ("B04", "B08", "SCL"), NO_DATA),
    "bands empty": (empty, ("B04", "B08"), EMPTY_BAND),
    "one band empty": (empty, ("B08",), EMPTY_BAND),
    "SCL empty": (empty, ("SCL",), EMPTY_SCL),
    "bands of another place": (elsewhere, ("B04", "B08"), EMPTY_BAND),
    "all cut": (cut, ("B04", "B08", "SCL"), "cut"),
}


@pytest.mark.parametrize(
    ("how", "spoilt", "clear_only"), crossed(SPOILT, [OLD, NEW], [False, True])
)
def test_the_twin_that_holds_data_gives_the_date_with_its_own_offset_and_says_so(
    how, spoilt, clear_only, twins
):
    spoil, bands, why = SPOILT[how]
    spoil(twins / spoilt, *bands)
    chip = the_date(twins, clear_only=clear_only)
    assert is_right(chip)
    assert {offset for _, offset in (chip.scales["B04"], chip.scales["B08"])} == {
        OFFSETS[OLD if spoilt == NEW else NEW]
    }
    told = " ".join(chip.provenance.notes)
    assert (f"not read from {NEW}" in told) == (spoilt == NEW)
    if spoilt == NEW and why != "cut":
        assert why in told or clear_only


def test_where_no_twin_holds_data_the_swath_has_not_reached_the_chip(twins):
    for name in (OLD, NEW):
        empty(twins / name, "B04", "B08", "SCL")
    found = the_date(twins)
    assert (found.absence, found.reason) == (Absence.EXCLUDED, NOTHING_THERE)


def test_an_empty_twin_of_an_empty_one_leaves_the_one_that_lacks_a_band(twins):
    empty(twins / NEW, "B04", "B08", "SCL")
    cut(twins / OLD, "B08")
    chip = the_date(twins)
    assert (chip.scene.id, set(chip.failures)) == (OLD, {"B08"})


@pytest.mark.parametrize("spoil", [empty, elsewhere])
def test_without_a_twin_an_empty_band_is_missing_with_its_reason(spoil, twins):
    list_items(twins, NEW)
    spoil(twins / NEW, "B08")
    chip = the_date(twins)
    assert (chip.failures, set(chip.bands)) == ({"B08": EMPTY_BAND}, {"B04", "SCL"})
    spoil(twins / NEW, "B04")
    found = the_date(twins, bands=("B04", "B08"))
    assert (found.absence, found.reason, found.flag) == (
        Absence.FAILED, EMPTY_BAND, CloudFlag.CLEAR,
    )  # fmt: skip


def test_without_a_twin_bands_whose_scl_is_empty_come_unjudged_and_say_so(twins):
    list_items(twins, NEW)
    empty(twins / NEW, "SCL")
    chip = the_date(twins, bands=("B04", "B08"))
    assert (chip.flag, chip.histogram) == (CloudFlag.NO_SCL, None)
    assert (chip.bands["B04"] != 0).all()
    assert EMPTY_SCL in " ".join(chip.provenance.notes)


def test_a_cloudy_twin_of_a_date_without_bands_is_judged_by_its_own_scl(twins):
    empty(twins / NEW, "B04")
    write(twins / OLD, "SCL", np.full_like(pixels("SCL"), CLOUD))
    assert the_date(twins).flag is CloudFlag.CLOUDY
    assert the_date(twins, clear_only=True).absence is Absence.EXCLUDED


def test_a_band_that_lacks_half_the_parcel_says_so(twins):
    from shapely.geometry import box

    half = pixels("B08", OFFSETS[NEW])
    half[:, : SIDE_PX // 2] = 0
    write(twins / NEW, "B08", half)
    chip = the_date(twins)
    assert chip.provenance.notes == ("B08: no data in 50 % of the pixels where the SCL has some",)
    to_the_right = box(LON + 0.001, LAT - 0.001, LON + 0.003, LAT + 0.001)
    assert the_date(twins, place=Place.of_parcel(to_the_right, "p")).provenance.notes == ()
