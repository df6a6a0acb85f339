"""The made CbM REST service: its pixels, its older generation and its faults on demand."""

from __future__ import annotations

import http.client
import json
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from tests.cbm_client import (
    CLEAR_IDS,
    EMPTY,
    JUNE,
    PARCEL,
    SEED_IDS,
    Asker,
    basic,
    daily,
    day,
    is_empty_object,
    product,
)
from tests.servers.cbm.catalogue import Square, archive_products
from tests.servers.cbm.cutting import cut
from tests.servers.cbm.made_up import made_up_dn

rasterio = pytest.importorskip("rasterio")


def read(service: Asker, path: str) -> tuple[Any, Any]:
    """Pixels and profile of a result."""
    reply = service.get(path)
    assert reply.status == 200
    with rasterio.MemoryFile(reply.body) as memory, memory.open() as dataset:
        return dataset.read(1), dataset.profile


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


def test_c40_the_archives_pixels_are_its_products_own(service, sample_archive):
    path = service.chips("2022-06-19", "2022-06-19", band="B04").json["chips"][0]
    assert "_N0510_" in path, "of two processings the newer"
    pixels, profile = read(service, path)
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


def test_the_archives_level_1c_is_another_level(service):
    found = service.chips("2022-06-19", "2022-06-19", band="B04", plevel="LEVEL1C").json["chips"]
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


def test_the_old_generation_answers_too_many_with_what_is_there(service):
    service.server.switch(products=daily(30), generation="dump")
    assert service.chips(day(0), day(29)).json == EMPTY
    service.chips(day(0), day(9))
    assert len(service.chips(day(0), day(29)).json["dates"]) == 10
    assert (
        service.query("rawChipByParcelID", **PARCEL, start_date=day(0), end_date=day(3)).json
        == EMPTY
    )


def test_a_prefix_is_not_known_to_the_answers(service):
    service.server.switch(prefix="/cbm")
    assert service.chips("2022-06-19", "2022-06-19").status == 404
    login = basic("tester:secret")
    asked = "lon=5.66425&lat=52.69444&start_date=2022-06-19&end_date=2022-06-19&band=SCL"
    reply = service.get(f"/cbm/query/rawChipByLocation?{asked}", **login)
    path = reply.json["chips"][0]
    assert path.startswith("/static/tmp/")
    assert [service.get(f"{prefix}{path}").status for prefix in ("", "/cbm")] == [404, 200]


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


def test_the_archive_has_a_season_of_products(service):
    start, end = date(2022, 3, 1), date(2022, 10, 31)
    listed = service.chips(f"{start}", f"{end}", onlylist="True").json["chips"]
    times = {name.split("_")[2] for name in listed}
    assert len(listed) == len(times) == 31
    assert is_empty_object(service.chips(f"{start}", f"{end}"))
    half = start + timedelta(days=100)
    assert len(service.chips(f"{start}", f"{half}").json["chips"]) == 13
