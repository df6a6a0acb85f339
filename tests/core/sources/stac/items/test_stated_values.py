"""Baselines, tiles, platforms, dates and levels, however a catalogue spells them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.model import NO_DATE
from cbm_chips.core.sentinel2.product_names import baseline_of, epsg_of_tile, tile_of
from cbm_chips.core.sources.stac.items.item_parser import Item, is_sentinel_2, read_item
from tests.core.sources.stac.items.reading import DIALECTS, scene_of
from tests.stac_items import a_c1_item, a_cdse_item, a_pc_item


@given(major=st.integers(0, 99), minor=st.integers(0, 99))
def test_every_spelling_of_a_baseline_is_the_same_pair(major, minor):
    short = f"{major}.{minor}"
    long = f"{major:02d}.{minor:02d}"
    packed = f"{major:02d}{minor:02d}"

    assert {baseline_of(word) for word in (short, long, packed, f"N{packed}")} == {(major, minor)}


@given(st.text())
def test_no_text_makes_reading_a_baseline_or_a_tile_fail(word):
    baseline_of(word)
    tile = tile_of(word)
    assert not tile or (len(tile) == 5 and epsg_of_tile(tile))


@pytest.mark.parametrize(
    ("told", "expected"),
    [("4.0", (4, 0)), (4, (4, 0)), (5.1, (5, 10)), ("99.99", (99, 99)), ("0400", (4, 0))],
)
def test_baselines_that_occur(told, expected):
    assert scene_of(a_pc_item(baseline=told)).baseline == expected


@pytest.mark.parametrize("nonsense", [None, "unknown", "1.2.3", "", [], {"a": 1}, True])
def test_a_baseline_that_is_none_is_taken_from_the_product_name(nonsense):
    assert scene_of(a_pc_item(baseline=nonsense)).baseline == (2, 12)


def test_a_baseline_is_taken_from_the_id_when_nothing_else_has_it():
    dropped = dict.fromkeys(("eopf:datatake_id", "eopf:datastrip_id", "processing:version"))

    assert scene_of(a_cdse_item(properties=dropped)).baseline == (5, 0)


@pytest.mark.parametrize(
    "properties",
    [
        {"grid:code": "MGRS-6VVN"},
        {"grid:code": "MGRS-06VVN"},
        {"grid:code": "T06VVN"},
        {"s2:mgrs_tile": "6VVN"},
        {"mgrs:utm_zone": 6, "mgrs:latitude_band": "V", "mgrs:grid_square": "VN"},
        {"s2:product_uri": "S2B_MSIL2A_20190629T212529_N0212_R043_T06VVN_20201006T080531.SAFE"},
    ],
)
def test_tiles_have_five_characters_however_they_are_spelt(properties):
    others = {"grid:code": None, "s2:product_uri": None, "proj:epsg": None, **properties}

    scene = scene_of(a_c1_item(properties=others))

    assert (scene.tile, scene.epsg) == ("06VVN", 32606)


@pytest.mark.parametrize(
    ("id", "tile"), [("S2B_6VVN_20190629_0_L2A", "06VVN"), ("S2B_T20HMD_20221023T1_L2A", "20HMD")]
)
def test_a_tile_is_taken_from_the_id(id, tile):
    dropped = dict.fromkeys(("grid:code", "s2:product_uri", "proj:epsg"))

    assert scene_of(a_c1_item(id, properties=dropped)).tile == tile


def test_southern_tiles_are_in_southern_zones():
    assert epsg_of_tile("20HMD") == 32720
    assert epsg_of_tile("31NAA") == 32631


@pytest.mark.parametrize("word", ["sentinel-2c", "Sentinel-2C", "S2C", "SENTINEL 2C"])
def test_platforms_however_they_are_spelt(word):
    assert scene_of(a_c1_item(properties={"platform": word})).platform == "S2C"


def test_ids_of_collection_1_hold_the_strip():
    dropped = dict.fromkeys(("s2:datastrip_id", "s2:datatake_id", "s2:product_uri"))

    scene = scene_of(a_c1_item(properties=dropped))

    assert (scene.strip, scene.datatake) == ("20200305T103210", "")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"datetime": "2020-03-05T10:36:34.438Z"}, "2020-03-05T10:36:34.438000+00:00"),
        ({"datetime": "2020-03-05T12:36:34+02:00"}, "2020-03-05T10:36:34+00:00"),
        ({"datetime": "2020-03-05T10:36:34"}, "2020-03-05T10:36:34+00:00"),
        ({"datetime": "2020-03-05 10:36:34.1234567Z"}, "2020-03-05T10:36:34.123456+00:00"),
        (
            {"datetime": None, "start_datetime": "2020-03-05T10:36:34Z"},
            "2020-03-05T10:36:34+00:00",
        ),
        ({"datetime": None}, "2020-03-05T10:30:21+00:00"),
        ({"datetime": "2020-03-05T10:36Z"}, "2020-03-05T10:36:00+00:00"),
        ({"datetime": "2020-03-05T10Z"}, "2020-03-05T10:00:00+00:00"),
        ({"datetime": "2020-03-05"}, "2020-03-05T00:00:00+00:00"),
        ({"datetime": "20200305T103634Z"}, "2020-03-05T10:36:34+00:00"),
        ({"datetime": "2020-03-05T10:36:34,25+00"}, "2020-03-05T10:36:34.250000+00:00"),
        ({"datetime": "2020-03-05t10:36:34.123456789012z"}, "2020-03-05T10:36:34.123456+00:00"),
        ({"datetime": "2020-03-05T23:59:60Z"}, "2020-03-06T00:00:00+00:00"),
        ({"datetime": "2020-03-05 10:36:34 UTC"}, "2020-03-05T10:36:34+00:00"),
        ({"datetime": "2020-03-05T10:36:34Z/2020-03-05T10:37:00Z"}, "2020-03-05T10:36:34+00:00"),
    ],
)
def test_dates_are_aware_utc(told, expected):
    assert Item.of(a_c1_item(properties=told)).acquired == datetime.fromisoformat(expected)


def test_without_a_date_an_item_is_unusable():
    dropped = dict.fromkeys(("datetime", "s2:product_uri"))
    item = Item.of(a_c1_item("made-item", properties=dropped))
    refused = read_item(item, provider="made", level="LEVEL2A")

    assert "when" in refused.reason
    assert refused.scene.acquired == NO_DATE


LEVEL_1C = ("Sentinel-2A-L1C", "SENTINEL-2A_MSI_L1C", "sentinel2a_l1c", "S2MSI1C", "s2al1c")
LEVEL_2A = (
    "S2A_L2A",
    "msil2a",
    "sentinel-2-l2a-cogs",
    "S2MSI2A",
    "S2MSI2Ap",
    "l2a-sentinel2",
    "s2_l2a",
    "sentinel2l2a",
    "sentinel-2l2a",
    "sentinel-2b-level-2a",
    "Sentinel 2 Level 2A",
    "sen2cor",
    "s2-l2",
)
NO_LEVEL = ("sentinel-2a", "sentinel-2b", "S2A", "sentinel2a", "sentinel-2-l1c-l2a", "sentinel-2")
OTHER_LEVEL = ("sentinel-2-l3a", "S2-16D-2", "hls-s30", "HLSS30.v2.0", "s2-l2a-monthly-mosaic")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        *((an_item(), "LEVEL2A") for an_item in DIALECTS),
        ({"collection": "sentinel-2-l1c"}, "LEVEL1C"),
        ({"properties": {"processing:level": "L1"}}, "LEVEL1C"),
        ({"properties": {"processing:level": "L3"}}, "other"),
        ({"collection": "sentinel-2-global-mosaics"}, "other"),
        ({"assets": {"SCL": {"href": "a.tif"}}}, "LEVEL2A"),
        ({"id": "S2B_MSIL1C_20240206T131259_N0510_R081_T27VWK_20240206T133903"}, "LEVEL1C"),
        ({"collection": "meadow"}, ""),
        *(({"collection": word}, "LEVEL1C") for word in LEVEL_1C),
        *(({"collection": word}, "LEVEL2A") for word in LEVEL_2A),
        *(({"collection": word}, "") for word in NO_LEVEL),
        *(({"collection": word}, "other") for word in OTHER_LEVEL),
        ({"collection": "sentinel-2a", "assets": {"B10": {"href": "a.tif"}}}, "LEVEL1C"),
        ({"collection": "sentinel-2a", "properties": {"product:type": "S2MSI1C"}}, "LEVEL1C"),
        ({"properties": {"processing:level": "2A"}}, "LEVEL2A"),
        ({"properties": {"processing:level": ["Level-1C"]}}, "LEVEL1C"),
    ],
)
def test_levels(item, expected):
    assert Item.of(item).level == expected


@pytest.mark.parametrize("an_item", DIALECTS)
def test_sentinel_2_is_recognised(an_item):
    assert is_sentinel_2(an_item())


@pytest.mark.parametrize(
    "word",
    [*LEVEL_1C, *(word for word in LEVEL_2A if word != "msil2a"), *NO_LEVEL, "ga_s2am_ard_3"],
)
def test_words_that_name_sentinel_2(word):
    assert is_sentinel_2({"collection": word})


@pytest.mark.parametrize(
    "foreign",
    [
        {"collection": "landsat-c2-l2", "properties": {"platform": "landsat-8"}, "id": "LC08_L2SP"},
        {"collection": "sentinel-1-grd", "properties": {"constellation": "Sentinel-1"}},
        {"collection": "sentinel-3-olci"},
        {"collection": "landsat-c2l2-sr"},
        {"collection": "landsat-c2l1"},
        {"collection": "sentinel-20"},
        {"collection": "goes2a"},
        {"properties": {"platform": ["landsat-8", "landsat-9"]}, "id": "S2A"},
    ],
)
def test_others_are_not(foreign):
    assert not is_sentinel_2(foreign)
