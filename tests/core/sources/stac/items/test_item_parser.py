"""One item, in whatever dialect, becomes a scene or says why not."""

from __future__ import annotations

import math
from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

from cbm_chips.core.model import NO_DATE, OffsetState, Scene, Unusable
from cbm_chips.core.sentinel2.product_names import baseline_of, epsg_of_tile, tile_of
from cbm_chips.core.sources.stac.items.item_parser import Item, is_sentinel_2, read_item
from tests.effort import crossed, examples
from tests.stac_items import (
    EPSG,
    FOOTPRINT,
    JP2,
    TIFF,
    a_c1_item,
    a_cdse_item,
    a_pc_item,
    an_es_l2a_item,
)

DIALECTS = [a_c1_item, an_es_l2a_item, a_pc_item, a_cdse_item]
KNOWN, CHECK = OffsetState.KNOWN, OffsetState.CHECK_PIXELS


def scene_of(item) -> Scene:
    scene = read_item(Item.of(item), provider="made", level="LEVEL2A")
    assert isinstance(scene, Scene), scene
    return scene


def refusal_of(item) -> str:
    refused = read_item(Item.of(item), provider="made", level="LEVEL2A")
    assert isinstance(refused, Unusable)
    return refused.reason


def offset_of(item, band="B04"):
    asset = scene_of(item).assets[band]
    return asset.offset, asset.offset_state


@pytest.mark.parametrize("an_item", DIALECTS)
def test_every_dialect_tells_the_same_of_one_acquisition(an_item):
    scene = scene_of(an_item())

    assert (scene.platform, scene.tile, scene.epsg) == ("S2A", "31UFU", EPSG)
    assert (scene.level, scene.relative_orbit) == ("LEVEL2A", 108)
    assert scene.datatake == "S2A_20200305T103021"
    assert scene.strip == "20200305T103210"
    assert scene.tile_bounds == (600_000, 5_790_240, 709_800, 5_900_040)
    assert (scene.scene_cloud_pct, scene.nodata_pct) == (12.5, 3.25)
    assert scene.acquired.tzinfo is timezone.utc
    assert scene.acquired.date().isoformat() == "2020-03-05"
    assert scene.footprint.bounds == (4.5, 52.2, 6.2, 53.3)


def test_reprocessings_are_ordered_by_time_and_by_the_end_of_the_product_name():
    scene = scene_of(a_pc_item())

    assert scene.generated == "20200912T211417.030000"
    assert scene.discriminator == "20200912T211417"
    assert scene.product == "S2A_MSIL2A_20200305T103021_N0212_R108_T31UFU_20200912T211417"
    assert scene_of(a_c1_item()).sequence == "0"


# --- which file is which band


def test_nir08_is_b8a_and_nir_is_b08():
    assets = scene_of(a_c1_item()).assets

    assert assets["B8A"].href.endswith("/B8A.tif")
    assert assets["B08"].href.endswith("/B08.tif")


def test_jpeg_2000_twins_are_chosen_only_without_a_geotiff():
    item = an_es_l2a_item(assets={"red": None})

    assets = scene_of(item).assets

    assert assets["B08"].media == "geotiff"
    assert assets["B04"].media == "jp2"
    assert assets["B04"].href.startswith("s3://")


@pytest.mark.parametrize(
    ("band", "size"), [("B02", 10), ("B04", 10), ("B8A", 20), ("SCL", 20), ("B01", 60)]
)
def test_of_several_sizes_the_band_s_own_is_chosen(band, size):
    assert scene_of(a_cdse_item()).assets[band].href.endswith(f"{band}_{size}m.jp2")


@pytest.mark.parametrize(
    ("described", "band"),
    [
        ({"name": "B04", "common_name": "red"}, "B04"),
        ({"name": "red", "common_name": "red"}, "B04"),
        ({"name": "B08", "common_name": "nir08"}, "B8A"),
        ({"name": "B06", "common_name": "rededge"}, "B06"),
        ({"name": "rededge3", "common_name": "rededge"}, "B07"),
        ({"name": "B05", "eo:common_name": "rededge071"}, "B05"),
        ({"name": "B04"}, "B04"),
        ({"name": "B4", "description": "Band 4 (red), 10 m"}, "B04"),
        ({"name": "B8A", "common_name": "rededge"}, "B8A"),
        ({"name": "Band 8A"}, "B8A"),
        ({"name": "SCL"}, "SCL"),
        ({"description": "Band 12 - SWIR"}, "B12"),
        ({"eo:common_name": "NIR"}, "B08"),
    ],
)
@pytest.mark.parametrize("field", ["eo:bands", "bands"])
def test_an_unknown_key_is_read_by_what_is_said_of_its_band(field, described, band):
    asset = {"href": "/data/some.tif", "type": TIFF, field: [described]}

    assert set(scene_of({**a_c1_item(), "assets": {"some": asset}}).assets) == {band}


@pytest.mark.parametrize(
    ("asset", "band"),
    [
        ({"eo:common_name": "red"}, "B04"),
        ({"title": "Band 4 (red) - 10m"}, "B04"),
        ({"href": "/data/T31UFU_20220604T105031_B04_10m.tif"}, "B04"),
        ({"href": "/data/T31UFU_20220604T105031_B04_mask.tif"}, None),
        ({"title": "Difference of B04"}, None),
        ({"roles": ["thumbnail"], "title": "Band 4"}, None),
        ({"roles": "overview", "title": "Band 4"}, None),
    ],
)
def test_an_unknown_key_is_read_by_what_is_said_of_its_file(asset, band):
    whole = {"href": "/data/some.tif", "type": TIFF, **asset}

    found = {**a_c1_item(), "assets": {"some": whole, "green": {"href": "/B03.tif"}}}

    assert set(scene_of(found).assets) == {"B03", band} - {None}


@pytest.mark.parametrize(
    ("key", "band"),
    [
        ("B04", "B04"),
        ("b4", "B04"),
        ("band_4", "B04"),
        ("Band 04", "B04"),
        ("B04_10m", "B04"),
        ("B04.jp2", "B04"),
        ("T31UFU_20220604T105031_B04_10m", "B04"),
        ("S2A_MSIL2A_20220604_B8A", "B8A"),
        ("B8A", "B8A"),
        ("B8", "B08"),
        ("B08", "B08"),
        ("band8a_20m", "B8A"),
        ("red_edge_1", "B05"),
        ("rededge1", "B05"),
        ("nir_08", "B8A"),
        ("narrow_nir", "B8A"),
        ("R10m_B04", "B04"),
        ("scl", "SCL"),
        ("B041", None),
        ("B012", None),
        ("visual", None),
        ("red_visual", None),
        ("tired", None),
        ("B04_B03", None),
        ("MSK_QUALIT_B04", None),
        ("B04_overview", None),
    ],
)
def test_a_key_is_read_as_whole_words(key, band):
    assets = {key: {"href": "/some.tif"}, "green": {"href": "/B03.tif"}}

    found = scene_of({**a_c1_item(), "assets": assets}).assets

    assert set(found) == {"B03", band} - {None}


def test_of_several_files_of_a_band_the_picture_of_it_is_not_chosen():
    described = {"eo:bands": [{"name": "B04"}], "type": TIFF}
    assets = {
        "a": {"href": "/small.tif", "gsd": 320, **described},
        "b": {"href": "/half.tif", "gsd": 20, **described},
        "c": {"href": "/whole.jp2", "gsd": 10, **described},
        "d": {"href": "/look.tif", "roles": ["overview"], **described},
        "e": {"href": "/whole.tif", "gsd": 10, "roles": ["data"], **described},
    }
    item = {**a_c1_item(), "assets": assets}

    assert scene_of(item).assets["B04"].href == "/whole.tif"
    del assets["e"], assets["b"]
    assert scene_of(item).assets["B04"].href == "/whole.jp2"


@pytest.mark.parametrize(
    ("asset", "media"),
    [
        ({"href": "/B04.tif", "type": "application/octet-stream"}, "geotiff"),
        ({"href": "/download/B04"}, "geotiff"),
        ({"href": "/download/B04", "type": "text/plain"}, "geotiff"),
        ({"href": "/dl?name=B04"}, "geotiff"),
        ({"href": "/B04.jp2", "type": "image/tiff"}, "jp2"),
        ({"href": "/B04.tif", "type": "image/png"}, "geotiff"),
        ({"href": "/B04.jp2", "type": "text/plain"}, "jp2"),
        ({"href": "/B04", "type": "image/jp2"}, "jp2"),
        ({"href": "/B04.xml"}, None),
        ({"href": "/B04", "type": "application/json"}, None),
        ({"href": "/B04.png", "type": "image/png"}, None),
    ],
)
def test_a_file_whose_type_says_nothing_is_tried(asset, media):
    item = {**a_c1_item(), "assets": {"B04": asset, "green": {"href": "/B03.tif"}}}

    found = scene_of(item).assets

    assert ("B04" in found and found["B04"].media) == (media or False)


@pytest.mark.parametrize(
    "described",
    [
        {"common_name": "rededge"},
        {"name": "b1"},
        {"description": "Band 1"},
        {"name": "ndvi", "description": "made of B08 and B04"},
        {"name": "B13"},
        {},
    ],
)
def test_a_description_that_names_no_band_of_ours_is_not_believed(described):
    asset = {"href": "/data/some.tif", "type": TIFF, "eo:bands": [described]}

    assert "no file" in refusal_of({**a_c1_item(), "assets": {"some": asset}})


def test_pictures_of_several_bands_are_no_band():
    several = [{"name": "B04", "common_name": "red"}, {"name": "B03", "common_name": "green"}]
    item = a_c1_item(assets={"red": {"href": "/x.tif", "type": TIFF, "eo:bands": several}})

    assert "B04" not in scene_of(item).assets


def test_a_missing_type_is_told_from_the_name_of_the_file():
    item = a_c1_item(assets={"red": {"href": "/data/B04.TIF"}, "nir": {"href": "/data/B08.png"}})

    assert scene_of(item).assets["B04"].media == "geotiff"
    assert "B08" not in scene_of(item).assets


def test_zarr_is_refused_with_a_sentence():
    zarr = {"href": "https://made.example/S2A.zarr/B04", "type": "application/vnd+zarr"}

    assert "Zarr" in refusal_of({**a_c1_item(), "assets": {"B04": zarr}})


# --- the offset rules


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (a_c1_item(), (-0.1, KNOWN)),
        (a_c1_item(offset=0), (0, KNOWN)),
        (a_c1_item(collection="sentinel-2-pre-c1-l2a", baseline="02.14", offset=0), (0, KNOWN)),
        (a_c1_item(collection="sentinel-2-pre-c1-l2a", baseline="04.00"), (-0.1, KNOWN)),
        (a_c1_item(offset=None), (-0.1, KNOWN)),
        (an_es_l2a_item(baseline="02.14", shifted=False, offset=0), (0, KNOWN)),
        (an_es_l2a_item(baseline="05.10", shifted=True), (0, KNOWN)),
        (an_es_l2a_item(baseline="04.00", shifted=False), (-0.1, CHECK)),
        (an_es_l2a_item(baseline="04.00", shifted=None), (-0.1, CHECK)),
        (a_pc_item(baseline="02.12"), (0, KNOWN)),
        (a_pc_item(baseline="03.01"), (0, KNOWN)),
        (a_pc_item(baseline="04.00"), (-0.1, KNOWN)),
        (a_pc_item(baseline="5.10"), (-0.1, KNOWN)),
        (a_cdse_item(baseline="05.00"), (-0.1, KNOWN)),
        (a_cdse_item(baseline="03.01"), (0, KNOWN)),
    ],
)
def test_offset_by_catalogue_and_baseline(item, expected):
    assert offset_of(item) == expected
    assert offset_of(item, "SCL") == (0, KNOWN)
    assert scene_of(item).assets["B04"].scale == 0.0001
    assert scene_of(item).assets["SCL"].scale == 1


def test_jpeg_2000_twins_are_as_esa_made_them():
    item = an_es_l2a_item(shifted=True, assets={"red": None})

    assert offset_of(item, "B04") == (-0.1, KNOWN)
    assert offset_of(item, "B08") == (0, KNOWN)


NAMELESS = {
    "id": "made-item",
    "properties": {
        "datetime": "2020-03-05T10:36:34Z",
        "platform": "sentinel-2a",
        "proj:epsg": EPSG,
        "processing:level": "L2A",
    },
    "geometry": FOOTPRINT,
}


def an_unknown_item(collection="meadow-archive", *, baseline=None, raster=None):
    asset = {"href": "https://meadow.example/B04.tif", "type": TIFF}
    told = {} if baseline is None else {"s2:processing_baseline": baseline}
    return {
        **NAMELESS,
        "collection": collection,
        "properties": {**NAMELESS["properties"], **told},
        "assets": {"B04": {**asset, **({"raster:bands": [raster]} if raster else {})}},
    }


@pytest.mark.parametrize(
    ("baseline", "raster", "expected"),
    [
        ("05.10", None, (-0.1, KNOWN)),
        ("02.14", None, (0, KNOWN)),
        ("05.10", {"scale": 0.0001, "offset": -0.1}, (-0.1, KNOWN)),
        ("02.14", {"scale": 0.0001, "offset": 0}, (0, KNOWN)),
        ("05.10", {"scale": 0.0001, "offset": 0}, (-0.1, CHECK)),
        ("02.14", {"scale": 0.0001, "offset": -0.1}, (-0.1, CHECK)),
        ("05.10", {"scale": 1.0, "offset": 0.0}, (-0.1, KNOWN)),
        (None, None, (-0.1, CHECK)),
        (None, {"scale": 0.0001, "offset": -0.1}, (-0.1, KNOWN)),
        (None, {"scale": 0.0001, "offset": 0}, (0, KNOWN)),
    ],
)
def test_offset_of_an_unknown_catalogue_is_told_from_its_items(baseline, raster, expected):
    assert offset_of(an_unknown_item(baseline=baseline, raster=raster)) == expected


# --- spellings


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


# --- CRS and bounds


def _wkt():
    return CRS.from_epsg(EPSG)


@pytest.mark.parametrize(
    "told",
    [
        {"proj:epsg": EPSG},
        {"proj:epsg": str(EPSG)},
        {"proj:code": f"EPSG:{EPSG}"},
        {"proj:epsg": None, "proj:wkt2": _wkt().to_wkt()},
        {"proj:projjson": _wkt().to_json_dict()},
    ],
)
@pytest.mark.parametrize("on_asset", [True, False])
def test_the_crs_may_stand_on_the_item_or_on_its_assets(told, on_asset):
    nowhere = {"proj:epsg": None, "grid:code": None, "s2:product_uri": None}
    item = a_c1_item("made-item", properties={**nowhere, **({} if on_asset else told)})
    if on_asset:
        for asset in item["assets"].values():
            asset.update(told)

    assert scene_of(item).epsg == EPSG


def test_without_crs_and_tile_an_item_is_left_to_its_files():
    nowhere = dict.fromkeys(("proj:epsg", "grid:code", "s2:product_uri"))

    assert scene_of(a_c1_item("made-item", properties=nowhere)).epsg == 0


ALBERS = CRS("+proj=aea +lat_0=52 +lon_0=5 +lat_1=51 +lat_2=53 +x_0=0 +y_0=0 +ellps=GRS80")
TELLS_TRANSFORM = [10.0, 0.0, 600_000.0, 0.0, -10.0, 5_900_040.0]


@pytest.mark.parametrize(
    ("on_item", "on_asset", "crs"),
    [
        ({"proj:epsg": 32631}, {}, "EPSG:32631"),
        ({"proj:epsg": None, "proj:code": "EPSG:32632"}, {}, "EPSG:32632"),
        ({"proj:epsg": None, "proj:code": "epsg:3035"}, {}, "EPSG:3035"),
        ({"proj:epsg": 32631}, {"proj:epsg": 32632}, "EPSG:32632"),
        ({"proj:epsg": 32631}, {"proj:code": "EPSG:32632"}, "EPSG:32632"),
        ({"proj:epsg": 32631}, {"proj:epsg": 999_999}, "EPSG:32631"),
        ({"proj:epsg": None, "proj:projjson": CRS(25831).to_json_dict()}, {}, "EPSG:25831"),
        ({"proj:epsg": None, "proj:wkt2": ALBERS.to_wkt()}, {}, ALBERS.to_wkt()),
        ({"proj:epsg": None, "proj:code": "ESRI:102001"}, {}, CRS("ESRI:102001").to_wkt()),
        ({"proj:epsg": 7030, "proj:wkt2": "nonsense"}, {}, "EPSG:32631"),
        ({"proj:epsg": None}, {}, "EPSG:32631"),
    ],
)
def test_what_is_told_of_the_crs_goes_with_each_file(on_item, on_asset, crs):
    item = a_c1_item(properties=on_item)
    item["assets"]["red"].update(on_asset)

    told = scene_of(item).assets["B04"].placement

    assert told.crs == crs


def test_a_transform_of_the_item_is_that_of_files_of_its_pixels_only():
    item = a_c1_item(properties={"proj:transform": TELLS_TRANSFORM})
    for asset in item["assets"].values():
        asset.pop("proj:transform", None)
        asset.pop("proj:shape", None)

    assets = scene_of(item).assets

    assert assets["B04"].placement.transform == tuple(TELLS_TRANSFORM)
    assert assets["SCL"].placement.transform is None

    item["properties"]["proj:shape"] = [10_980, 10_980]
    told = scene_of(item).assets["SCL"].placement
    assert told.transform_for(width_px=5490, height_px=5490) == (20, 0, 6e5, 0, -20, 5_900_040)
    assert told.transform_for(width_px=5490, height_px=10_980) is None


@pytest.mark.parametrize("code", [-1, 1e308, 1024, 7030, 999_999, 32_600, "x", math.inf, math.nan])
def test_a_code_that_is_no_crs_says_nothing(code):
    told = {"proj:epsg": code, "grid:code": None, "s2:product_uri": None}

    assert scene_of(a_c1_item("made-item", properties=told)).epsg == 0


@pytest.mark.parametrize(
    ("field", "at", "odd"),
    crossed(
        ["proj:transform", "proj:shape", "proj:bbox"],
        range(6),
        [1e308, -1e308, 1e300, math.inf, -math.inf, math.nan, 0, "x", None],
    ),
)
def test_numbers_that_make_no_sense_are_no_bounds(field, at, odd):
    sound = {
        "proj:transform": [10, 0, 600_000, 0, -10, 5_900_040],
        "proj:shape": [10980, 10980],
        "proj:bbox": [600_000, 5_790_240, 709_800, 5_900_040],
    }
    changed = [odd if number == at else value for number, value in enumerate(sound[field])]
    item = a_c1_item()
    for asset in item["assets"].values():
        asset.update(sound if field != "proj:bbox" else {"proj:transform": None})
        asset[field] = changed

    bounds = scene_of(item).tile_bounds

    assert bounds is None or all(abs(value) <= 1e8 for value in bounds)


def test_degrees_are_no_bounds_and_no_crs_of_a_tile():
    in_degrees = {"proj:transform": None, "proj:shape": None, "proj:bbox": [4.5, 52.2, 6.2, 53.3]}
    item = a_c1_item(properties={"proj:epsg": 4326})
    for asset in item["assets"].values():
        asset.update(in_degrees)

    assert scene_of(item).tile_bounds is None
    assert scene_of(item).epsg == EPSG


def test_a_box_in_metres_serves_where_there_is_no_transform():
    item = a_c1_item()
    for asset in item["assets"].values():
        asset.pop("proj:transform", None)
        asset["proj:bbox"] = [600_000, 5_790_240, 709_800, 5_900_040]

    assert scene_of(item).tile_bounds == (600_000, 5_790_240, 709_800, 5_900_040)


# --- footprints


@pytest.mark.parametrize(
    "ring",
    [
        [[179.2, -17], [-179.3, -17], [-179.3, -16], [179.2, -16], [179.2, -17]],
        [[179.2, -17], [180.7, -17], [180.7, -16], [179.2, -16], [179.2, -17]],
        [[-180.8, -17], [-179.3, -17], [-179.3, -16], [-180.8, -16], [-180.8, -17]],
    ],
)
def test_a_footprint_across_the_antimeridian_lies_on_both_sides_of_it(ring):
    from shapely.geometry import Point

    scene = scene_of(a_c1_item(geometry={"type": "Polygon", "coordinates": [ring]}))

    assert scene.footprint.contains(Point(179.5, -16.5))
    assert scene.footprint.contains(Point(-179.5, -16.5))
    assert not scene.footprint.intersects(Point(0, -16.5))
    assert scene.footprint.area == pytest.approx(1.5)


@pytest.mark.parametrize(
    "geometry", [None, {}, {"type": "Point", "coordinates": [5, 52]}, {"type": ["Polygon"]}, 7]
)
def test_without_an_outline_the_box_serves(geometry):
    assert scene_of(a_c1_item(geometry=geometry)).footprint.bounds == (4.5, 52.2, 6.2, 53.3)
    assert scene_of(a_c1_item(geometry=geometry, bbox=None)).footprint is None


# --- dates and levels


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


def test_one_band_missing_leaves_the_others():
    scene = scene_of(a_c1_item(assets={"red": None}))

    assert "B04" not in scene.assets
    assert "B08" in scene.assets


# --- nonsense

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["Polygon", "EPSG:32631", "2020-03-05T10:36:34Z", JP2, TIFF, "S2A", "B04"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(max_size=4) | st.sampled_from(["type", "coordinates", "href", "B04", "red"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
FIELDS = sorted({*a_c1_item()["properties"], *a_cdse_item()["properties"], "proj:code"})
OF_ASSET = ["href", "type", "roles", "eo:bands", "raster:bands", "proj:transform", "proj:shape"]


@settings(max_examples=examples(200), deadline=None)
@given(
    top=st.dictionaries(st.sampled_from(sorted(a_c1_item())), JSON, max_size=3),
    properties=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6),
    red=st.dictionaries(st.sampled_from([*OF_ASSET, "proj:bbox", "proj:projjson"]), JSON),
)
def test_nonsense_in_an_item_never_breaks_the_reading(top, properties, red):
    item = a_c1_item(properties=properties)
    item["assets"]["red"].update(red)

    outcome = read_item(Item.of({**item, **top}), provider="made", level="LEVEL2A")

    assert isinstance(outcome, (Scene, Unusable))
    assert is_sentinel_2({**item, **top}) in (True, False)
