"""The made CbM REST service: raw chips, batches and their files, numbered as its cases."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.asking_cbm import PARCEL, PLACE, Asker, Reply, daily, day, product
from tests.servers.cbm.catalogue import Square, archive_products
from tests.servers.cbm.cutting import cut, made_up_dn
from tests.servers.cbm.seed import CLEAR_TIMES, HISTOGRAMS, SEED_PRODUCTS
from tests.servers.process import ServerProcess

rasterio = pytest.importorskip("rasterio")

JUNE = ("2019-06-01", "2019-06-30")
EMPTY = {"dates": [], "chips": []}
SEED_IDS = [row["id"] for row in reversed(SEED_PRODUCTS)]
CLEAR_IDS = [name for name in SEED_IDS if name.split("_")[2] in CLEAR_TIMES]


@pytest.fixture(scope="module")
def started(sample_archive: Path) -> Iterator[ServerProcess]:
    with ServerProcess("cbm_rest", sample_archive.parent) as server:
        yield server


@pytest.fixture
def cbm(started: ServerProcess) -> Asker:
    """The archive's own products, nothing cached."""
    started.switch(restore=True)
    started.reset()
    return Asker(started)


@pytest.fixture
def seed(cbm: Asker) -> Asker:
    """The example of the documentation."""
    cbm.server.switch(products=SEED_PRODUCTS)
    return cbm


def extracted(cbm: Asker) -> int:
    count: int = cbm.server.stats()["extracted"]
    return count


def read(cbm: Asker, path: str) -> tuple[Any, Any]:
    """Pixels and profile of a result."""
    reply = cbm.get(path)
    assert reply.status == 200
    with rasterio.MemoryFile(reply.body) as memory, memory.open() as dataset:
        return dataset.read(1), dataset.profile


def is_empty_object(reply: Reply) -> bool:
    return (reply.status, reply.text, reply.media) == (200, "{}\n", "application/json")


def test_c15_a_month_lists_its_chips_by_time(seed):
    reply = seed.chips(*JUNE, chipsize="2560")
    assert reply.media == "application/json"
    assert reply.json["dates"] == list(HISTOGRAMS)
    folder = "/static/tmp/E5_66425N52_69444_LEVEL2A_2560_SCL"
    assert reply.json["chips"] == [f"{folder}/{name}.SCL.tif" for name in SEED_IDS]


def test_c16_another_window_of_the_same_key_cuts_nothing_anew(seed):
    seed.chips(*JUNE, chipsize="2560")
    before = extracted(seed)
    again = seed.chips("2019-06-10", "2019-06-20", chipsize="2560").json
    assert [time[4:] for time in again["dates"]] == [
        *("0610T105039", "0612T104031", "0615T105031", "0617T104029", "0620T105039")
    ]
    assert extracted(seed) == before == 11
    seed.chips("2019-06-10", "2019-06-20", chipsize="2560", lon="5.664250")
    assert extracted(seed) == 16, "a key is text: one zero more is another place"


def test_c17_both_days_of_the_window_count(seed):
    assert seed.chips("2019-06-15", "2019-06-15").json["dates"] == ["20190615T105031"]
    assert seed.chips("2019-06-16", "2019-06-15").json == EMPTY


def test_c18_24_new_chips_are_allowed(cbm):
    cbm.server.switch(products=daily(24))
    assert len(cbm.chips(day(0), day(23)).json["chips"]) == 24


def test_c19_25_new_chips_are_refused_as_a_whole(cbm):
    cbm.server.switch(products=daily(25))
    assert is_empty_object(cbm.chips(day(0), day(24)))
    assert extracted(cbm) == 0
    cbm.server.switch(product_limit=25)
    assert len(cbm.chips(day(0), day(24)).json["chips"]) == 25


def test_c20_cached_chips_are_free(cbm):
    cbm.server.switch(products=daily(25))
    cbm.chips(day(0), day(23))
    assert len(cbm.chips(day(0), day(24)).json["chips"]) == 25
    assert extracted(cbm) == 25


@pytest.mark.parametrize(("count", "listed"), [(49, 49), (50, None)])
def test_c21_long_series_are_built_window_by_window(cbm, count, listed):
    cbm.server.switch(products=daily(count))
    cbm.chips(day(0), day(23))
    cbm.chips(day(24), day(24))
    reply = cbm.chips(day(0), day(count - 1))
    assert is_empty_object(reply) if listed is None else len(reply.json["chips"]) == listed


def test_c22_nothing_found_crashes_first_and_is_empty_then(cbm):
    cbm.server.switch(products=[])
    assert [cbm.chips(*JUNE).status for _ in range(2)] == [500, 200]
    assert cbm.chips(*JUNE).json == EMPTY
    assert cbm.chips(*JUNE, chipsize="640").status == 500, "another key"


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_date": "01-06-2019"},
        {"end_date": "June"},
        {"lon": "abc"},
        {"chipsize": "1280.5"},
        {"chipsize": "large"},
    ],
    ids=str,
)
def test_c23_what_is_no_number_or_day_crashes(seed, wrong):
    assert seed.chips(*JUNE, **wrong).status == 500


@pytest.mark.parametrize("name", ["lon", "lat", "start_date", "end_date"])
def test_c23_what_is_missing_crashes(seed, name):
    asked = {**PLACE, "start_date": JUNE[0], "end_date": JUNE[1], "band": "SCL"}
    asked.pop(name)
    assert seed.query("rawChipByLocation", **asked).status == 500


def test_c24_the_list_alone_names_products_and_cuts_nothing(seed):
    listed = seed.chips("2019-06-01", "2019-06-10", onlylist="True").json
    assert listed == {"chips": [f"{name}.SAFE" for name in SEED_IDS[:4]]}
    assert extracted(seed) == 0
    assert len(seed.chips("2019-06-01", "2019-06-10", onlylist="true").json["dates"]) == 4


def test_c24_the_list_has_no_limit(cbm):
    cbm.server.switch(products=daily(60))
    assert len(cbm.chips(day(0), day(59), onlylist="True").json["chips"]) == 60


def test_c25_without_a_band_the_band_is_none(seed):
    asked = {**PLACE, "start_date": JUNE[0], "end_date": JUNE[1]}
    assert seed.query("rawChipByLocation", **asked).json == EMPTY
    seed.server.switch(products=[])
    again = seed.query("rawChipByLocation", **asked, band="None")
    assert again.status == 200, "the directory was there: its name ends with None"


def test_c26_overlap_goes_before_baseline_and_one_time_is_kept_once(cbm):
    same_time = [("N0212", "T31UFU", 1.0), ("N0213", "T31UFU", 1.0), ("N0214", "T31UFT", 0.4)]
    rows: list[dict[str, Any]] = [
        {
            "id": product("20190615", more=f"{baseline}_R051_{tile}_20190615T121337"),
            "overlap": share,
        }
        for baseline, tile, share in same_time
    ]
    rows.append({"id": product("20190615", clock="T104029").replace("S2A", "S2B"), "overlap": 0.2})
    cbm.server.switch(products=rows)
    found = cbm.chips("2019-06-15", "2019-06-15").json
    assert found["dates"] == ["20190615T104029", "20190615T105031"]
    assert "_N0213_" in found["chips"][1]
    in_order = cbm.chips("2019-06-15", "2019-06-15", onlylist="True").json["chips"]
    assert ["S2B" in name for name in in_order] == [True, False], "by overlap, not by time"


def test_c27_of_equals_the_later_one_in_the_catalogue_wins(cbm):
    tiles = ["T31UFU", "T31UGU"]
    for order in (tiles, tiles[::-1]):
        tails = [f"N0212_R051_{tile}_20190615T121337" for tile in order]
        cbm.server.switch(products=[{"id": product("20190615", more=tail)} for tail in tails])
        found = cbm.chips("2019-06-15", "2019-06-15", onlylist="True").json["chips"]
        assert [order[-1] in name for name in found] == [True]


def test_c28_chips_by_parcel_always_crash(cbm):
    asked = {**PARCEL, "start_date": "2022-06-01", "end_date": "2022-06-30", "band": "SCL"}
    for name in ("rawChipByParcelID", "chipsByParcelID"):
        assert cbm.query(name, **asked).status == 500
        assert cbm.query(name, **asked, onlylist="True").status == 500
    cbm.server.switch(by_parcel_id=True)
    found = cbm.query("rawChipByParcelID", **asked).json
    assert len(found["dates"]) == 4
    assert found["chips"][0].startswith("/static/tmp/E5_6642500")
    assert cbm.query("rawChipByParcelID", **{**asked, "pid": "0"}).status == 500


def test_c29_files_need_no_login_and_have_ranges(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    whole = seed.get(path)
    assert (whole.status, whole.media) == (200, "image/tiff")
    part = seed.get(path, Range="bytes=0-9")
    assert (part.status, part.body) == (206, whole.body[:10])
    assert part.headers["Content-Range"] == f"bytes 0-9/{len(whole.body)}"
    assert seed.get(path, Range="bytes=-4").body == whole.body[-4:]
    assert seed.get(path, Range=f"bytes={len(whole.body)}-").status == 416
    unknown = seed.get(path.replace("SCL.tif", "B04.tif"))
    assert (unknown.status, unknown.media) == (404, "text/html")
    head = seed.get(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")


def test_c29_a_file_that_is_known_is_not_sent_again(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    facts = seed.get(path).headers
    for condition in (
        {"If-None-Match": facts["ETag"]},
        {"If-Modified-Since": facts["Last-Modified"]},
    ):
        again = seed.get(path, **condition)
        assert (again.status, again.body) == (304, b"")
    assert seed.get(path, **{"If-None-Match": '"other"'}).status == 200


def test_c29_a_flush_takes_the_files(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    seed.server.switch(flush=True)
    assert seed.get(path).status == 404
    assert seed.chips("2019-06-15", "2019-06-15").json["chips"] == [path]
    assert seed.get(path).status == 200


def test_c32_a_batch_is_tiles_times_bands(seed):
    found = seed.batch(CLEAR_IDS, ["B08", "B04", "B11"])
    assert (found.status, found.media) == (200, "application/json")
    labels = [f"{time}_{band}" for time in CLEAR_TIMES for band in ("B04", "B08", "B11")]
    assert found.json["dates"] == labels
    folder = "static//tmp/5_66425_52_69444_2560_RAW/"
    assert [path.startswith(folder) for path in found.json["chips"]] == [True] * 9
    assert found.json["chips"][0] == f"{folder}{CLEAR_IDS[0]}.B04.tif"


def test_c33_a_doubled_slash_is_redirected(seed):
    path = "/" + seed.batch(CLEAR_IDS, ["B08"]).json["chips"][0]
    moved = seed.get(path)
    clean = path.replace("//", "/")
    assert seed.get("//query/info").headers["Location"] == f"{seed.server.url}/query/info"
    assert (moved.status, moved.headers["Location"]) == (308, seed.server.url + clean)
    assert seed.get(clean).status == 200


def test_c34_a_batch_lists_what_earlier_ones_left(seed):
    seed.batch(CLEAR_IDS, ["B08", "B04", "B11"])
    found = seed.batch(CLEAR_IDS, ["SCL"]).json
    assert len(found["chips"]) == 12
    assert sum(label.endswith("_SCL") for label in found["dates"]) == 3
    assert seed.batch([], []).json == found
    assert seed.batch([], [], chipsize=640).json == EMPTY


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"plevel": "LEVEL2A"}, "plevel not allowed as key"),
        ({"chipsize": None}, "4 parameters supplied, 5 required"),
    ],
)
def test_c35_a_batch_wants_exactly_five_keys(seed, change, error):
    body = {"lon": 5.66, "lat": 52.69, "tiles": [], "bands": [], "chipsize": 1280, **change}
    reply = seed.post("rawChipsBatch", {key: one for key, one in body.items() if one is not None})
    assert (reply.status, reply.json) == (200, {"error": error})


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b"{}", "text/plain", 500),
        (b"{no", "application/json", 400),
        (b"[]", "application/json", 500),
    ],
)
def test_c35_a_batch_that_is_no_json_object(seed, body, media, status):
    assert seed.post("rawChipsBatch", body, media=media).status == status


def test_c36_a_batch_makes_36_new_files(cbm):
    rows = daily(37)
    names = [row["id"] for row in rows]
    cbm.server.switch(products=rows)
    assert len(cbm.batch(names[:12], ["B02", "B03", "B04"]).json["chips"]) == 36
    assert is_empty_object(cbm.batch(names, ["B08"]))
    assert len(cbm.batch(names[:13], ["B02", "B03", "B04"]).json["chips"]) == 39
    cbm.server.switch(batch=False)
    assert cbm.batch(names[:1], ["B02"]).status == 404


def test_c37_of_two_tiles_with_one_time_one_is_listed(cbm):
    tails = [f"N0212_R051_{tile}_20190615T121337" for tile in ("T31UFT", "T31UFU")]
    names = [product("20190615", more=tail) for tail in tails]
    cbm.server.switch(products=[{"id": name} for name in names])
    found = cbm.batch(names, ["B04"]).json
    assert found["dates"] == ["20190615T105031_B04"]
    assert extracted(cbm) == 2
    folder = found["chips"][0].rpartition("/")[0].replace("//", "/")
    assert [cbm.get(f"/{folder}/{name}.B04.tif").status for name in names] == [200, 200]


def test_c40_made_up_pixels_tell_date_and_band(seed):
    for band, edge in (("B04", 257), ("B11", 129)):
        listed = seed.chips("2019-06-17", "2019-06-20", band=band, chipsize="2560").json["chips"]
        for path, name in zip(listed, CLEAR_IDS):
            pixels, profile = read(seed, path)
            assert pixels.shape == (edge, edge)
            assert set(np.unique(pixels)) == {0, made_up_dn(name, band)}
            assert (profile["count"], profile["dtype"], profile["nodata"]) == (1, "uint16", None)
            assert profile["crs"].to_epsg() == 32631
            assert (profile["transform"].c, profile["transform"].f) == (678760, 5842900)


def test_c40_the_archives_pixels_are_its_products_own(cbm, sample_archive):
    path = cbm.chips("2022-06-19", "2022-06-19", band="B04").json["chips"][0]
    assert "_N0510_" in path, "of two processings the newer"
    pixels, profile = read(cbm, path)
    folder = sample_archive.parent / "sentinel-2-c1-l2a" / "S2A_T31UFU_20220619T105355_1_L2A"
    with rasterio.open(folder / "B04.tif") as whole:
        left = round((profile["transform"].c - whole.transform.c) / 10)
        top = round((whole.transform.f - profile["transform"].f) / 10)
        there = whole.read(1)[top : top + 129, left : left + 129]
    assert pixels.shape == (129, 129)
    assert pixels[64, 64] > 1000
    np.testing.assert_array_equal(pixels[1:, :-1], there[1:, :-1])
    assert not pixels[0].any()
    assert not pixels[:, -1].any()


def test_c40_an_offset_that_somebody_took_off_is_put_back(tmp_path):
    grid = {"crs": "EPSG:32631", "transform": rasterio.Affine(10, 0, 679000, 0, -10, 5843000)}
    values = np.array([[0, 452]], np.uint16).repeat(100, axis=1).repeat(200, axis=0)
    size = {"width": 200, "height": 200, "count": 1, "dtype": "uint16"}
    with rasterio.open(tmp_path / "B04.tif", "w", driver="GTiff", **size, **grid) as dataset:
        dataset.write(values, 1)
    name = product("20220619", more="N0400_R051_T31UFU_20220619T150901")
    corners = [[5.6, 52.6], [5.7, 52.6], [5.7, 52.8], [5.6, 52.8], [5.6, 52.6]]
    item = {
        "type": "Feature",
        "properties": {"s2:product_uri": f"{name}.SAFE"},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
        "assets": {"red": {"href": "./B04.tif", "raster:bands": [{"offset": 0}]}},
    }
    (tmp_path / "item.json").write_text(json.dumps(item))
    (found,) = archive_products(tmp_path).products
    chip = cut(found, "B04", Square(5.66425, 52.69444, 640))
    assert chip is not None
    assert set(np.unique(chip.pixels)) == {0, 1452}


def test_the_archives_level_1c_is_another_level(cbm):
    found = cbm.chips("2022-06-19", "2022-06-19", band="B04", plevel="LEVEL1C").json["chips"]
    assert len(found) == 1
    assert "/E5_66425N52_69444_LEVEL1C_1280_B04/S2A_MSIL1C_2022" in found[0]


def test_made_up_products_have_footprints_and_classes(seed):
    listed = seed.chips("2019-06-22", "2019-06-25", chipsize="2560").json["chips"]
    mixed, clear = (read(seed, path)[0] for path in listed)
    shares = {code: (mixed == code).mean() for code in (4, 5, 7, 8, 9)}
    expected = {4: 1 / 187, 5: 44 / 187, 7: 42 / 187, 8: 63 / 187, 9: 37 / 187}
    assert shares == pytest.approx(expected, abs=0.02)
    assert set(np.unique(clear)) == {0, 4, 5}
    east = [[6.0, 52.0], [7.0, 52.0], [7.0, 53.0], [6.0, 53.0], [6.0, 52.0]]
    half = [[5.0, 52.0], [5.66425, 52.0], [5.66425, 53.0], [5.0, 53.0], [5.0, 52.0]]
    newer = SEED_IDS[0].replace("N0212", "N0301")
    rows = [{"id": SEED_IDS[0]}, {"id": newer, "ring": half}, {"id": SEED_IDS[1], "ring": east}]
    seed.server.switch(products=rows)
    found = seed.chips(*JUNE, onlylist="True").json["chips"]
    assert found == [f"{SEED_IDS[0]}.SAFE"], "whole before half, whatever the baseline"


def test_a_product_that_cannot_be_cut_is_missing_without_a_word(seed):
    seed.server.switch(fail_products=["20190617", "20190620"])
    assert len(seed.chips(*JUNE).json["dates"]) == 9
    asked = {"band": "SCL", "plevel": "LEVEL1C"}
    seed.server.switch(products=[{"id": SEED_IDS[0].replace("L2A", "L1C")}])
    assert seed.chips(*JUNE, **asked).json == EMPTY, "Level-1C has no SCL"
    assert len(seed.chips(*JUNE, **{**asked, "band": "B04"}).json["dates"]) == 1


def test_the_old_generation_has_other_paths_and_keys(seed):
    seed.server.switch(generation="dump")
    first = seed.chips("2019-06-01", "2019-06-10").json
    folder = "/dump/127_0_0_1E5_66425N52_69444_LEVEL2A_1280_SCL/"
    assert [path.startswith(folder) for path in first["chips"]] == [True] * 4
    assert seed.get(first["chips"][0]).status == 200
    batch = seed.batch(CLEAR_IDS, ["B04"]).json["chips"]
    assert batch[0].startswith("/dump/127_0_0_1_5_66425_52_69444_2560_RAW/")
    listed = seed.chips("2019-06-01", "2019-06-10", onlylist="True").json
    assert listed == first, "the old one does not know of lists alone"


def test_the_old_generation_answers_too_many_with_what_is_there(cbm):
    cbm.server.switch(products=daily(30), generation="dump")
    assert cbm.chips(day(0), day(29)).json == EMPTY
    cbm.chips(day(0), day(9))
    assert len(cbm.chips(day(0), day(29)).json["dates"]) == 10
    assert (
        cbm.query("rawChipByParcelID", **PARCEL, start_date=day(0), end_date=day(3)).json == EMPTY
    )


def test_a_prefix_is_not_known_to_the_answers(cbm):
    cbm.server.switch(prefix="/cbm")
    assert cbm.chips("2022-06-19", "2022-06-19").status == 404
    login = {"Authorization": "Basic dGVzdGVyOnNlY3JldA=="}
    asked = "lon=5.66425&lat=52.69444&start_date=2022-06-19&end_date=2022-06-19&band=SCL"
    reply = cbm.get(f"/cbm/query/rawChipByLocation?{asked}", **login)
    path = reply.json["chips"][0]
    assert path.startswith("/static/tmp/")
    assert [cbm.get(f"{prefix}{path}").status for prefix in ("", "/cbm")] == [404, 200]


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("absolute", "http://127.0.0.1:"),
        ("other_host", "http://other.invalid/"),
        ("traversal", "/static/tmp/"),
        ("http://x.invalid/{name}", "http://x.invalid/S2"),
    ],
)
def test_evil_paths_on_demand(seed, kind, start):
    seed.server.switch(evil_paths=kind)
    for paths in (seed.chips(*JUNE).json["chips"], seed.batch(CLEAR_IDS, ["B04"]).json["chips"]):
        assert all(path.startswith(start) for path in paths)


def test_downloads_break_off_on_demand(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    seed.server.switch(cut_after=100, cut_times=1)
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        seed.get(path)
    assert seed.get(path).status == 200
    seed.server.switch(trickle=0.001)
    assert len(seed.get(path).body) > 4096
    seed.server.switch(files_as_html=True)
    assert seed.get(path).media == "text/html"


def test_the_archive_has_a_season_of_products(cbm):
    start, end = date(2022, 3, 1), date(2022, 10, 31)
    listed = cbm.chips(f"{start}", f"{end}", onlylist="True").json["chips"]
    times = {name.split("_")[2] for name in listed}
    assert len(listed) == len(times) == 31
    assert is_empty_object(cbm.chips(f"{start}", f"{end}"))
    half = start + timedelta(days=100)
    assert len(cbm.chips(f"{start}", f"{half}").json["chips"]) == 13
