"""The made CbM REST service: windows, limits and duplicates of raw chips, by case numbers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cbm_client import (
    EMPTY,
    JUNE,
    PARCEL,
    PLACE,
    SEED_IDS,
    daily,
    day,
    is_empty_object,
    product,
)
from tests.servers.cbm.seed import HISTOGRAMS


def test_c15_a_month_lists_its_chips_by_time(seed):
    reply = seed.chips(*JUNE, chipsize="2560")
    assert reply.media == "application/json"
    assert reply.json["dates"] == list(HISTOGRAMS)
    folder = "/static/tmp/E5_66425N52_69444_LEVEL2A_2560_SCL"
    assert reply.json["chips"] == [f"{folder}/{name}.SCL.tif" for name in SEED_IDS]


def test_c16_another_window_of_the_same_key_cuts_nothing_anew(seed):
    seed.chips(*JUNE, chipsize="2560")
    before = seed.extracted()
    again = seed.chips("2019-06-10", "2019-06-20", chipsize="2560").json
    assert [time[4:] for time in again["dates"]] == [
        *("0610T105039", "0612T104031", "0615T105031", "0617T104029", "0620T105039")
    ]
    assert seed.extracted() == before == 11
    seed.chips("2019-06-10", "2019-06-20", chipsize="2560", lon="5.664250")
    assert seed.extracted() == 16, "a key is text: one zero more is another place"


def test_c17_both_days_of_the_window_count(seed):
    assert seed.chips("2019-06-15", "2019-06-15").json["dates"] == ["20190615T105031"]
    assert seed.chips("2019-06-16", "2019-06-15").json == EMPTY


def test_c18_24_new_chips_are_allowed(service):
    service.server.switch(products=daily(24))
    assert len(service.chips(day(0), day(23)).json["chips"]) == 24


def test_c19_25_new_chips_are_refused_as_a_whole(service):
    service.server.switch(products=daily(25))
    assert is_empty_object(service.chips(day(0), day(24)))
    assert service.extracted() == 0
    service.server.switch(product_limit=25)
    assert len(service.chips(day(0), day(24)).json["chips"]) == 25


def test_c20_cached_chips_are_free(service):
    service.server.switch(products=daily(25))
    service.chips(day(0), day(23))
    assert len(service.chips(day(0), day(24)).json["chips"]) == 25
    assert service.extracted() == 25


@pytest.mark.parametrize(("count", "listed"), [(49, 49), (50, None)])
def test_c21_long_series_are_built_window_by_window(service, count, listed):
    service.server.switch(products=daily(count))
    service.chips(day(0), day(23))
    service.chips(day(24), day(24))
    reply = service.chips(day(0), day(count - 1))
    assert is_empty_object(reply) if listed is None else len(reply.json["chips"]) == listed


def test_c22_nothing_found_crashes_first_and_is_empty_then(service):
    service.server.switch(products=[])
    assert [service.chips(*JUNE).status for _ in range(2)] == [500, 200]
    assert service.chips(*JUNE).json == EMPTY
    assert service.chips(*JUNE, chipsize="640").status == 500, "another key"


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
    assert seed.extracted() == 0
    assert len(seed.chips("2019-06-01", "2019-06-10", onlylist="true").json["dates"]) == 4


def test_c24_the_list_has_no_limit(service):
    service.server.switch(products=daily(60))
    assert len(service.chips(day(0), day(59), onlylist="True").json["chips"]) == 60


def test_c25_without_a_band_the_band_is_none(seed):
    asked = {**PLACE, "start_date": JUNE[0], "end_date": JUNE[1]}
    assert seed.query("rawChipByLocation", **asked).json == EMPTY
    seed.server.switch(products=[])
    again = seed.query("rawChipByLocation", **asked, band="None")
    assert again.status == 200, "the directory was there: its name ends with None"


def test_c26_overlap_goes_before_baseline_and_one_time_is_kept_once(service):
    same_time = [("N0212", "T31UFU", 1.0), ("N0213", "T31UFU", 1.0), ("N0214", "T31UFT", 0.4)]
    rows: list[dict[str, Any]] = [
        {
            "id": product("20190615", more=f"{baseline}_R051_{tile}_20190615T121337"),
            "overlap": share,
        }
        for baseline, tile, share in same_time
    ]
    rows.append({"id": product("20190615", clock="T104029").replace("S2A", "S2B"), "overlap": 0.2})
    service.server.switch(products=rows)
    found = service.chips("2019-06-15", "2019-06-15").json
    assert found["dates"] == ["20190615T104029", "20190615T105031"]
    assert "_N0213_" in found["chips"][1]
    in_order = service.chips("2019-06-15", "2019-06-15", onlylist="True").json["chips"]
    assert ["S2B" in name for name in in_order] == [True, False], "by overlap, not by time"


def test_c27_of_equals_the_later_one_in_the_catalogue_wins(service):
    tiles = ["T31UFU", "T31UGU"]
    for order in (tiles, tiles[::-1]):
        tails = [f"N0212_R051_{tile}_20190615T121337" for tile in order]
        service.server.switch(products=[{"id": product("20190615", more=tail)} for tail in tails])
        found = service.chips("2019-06-15", "2019-06-15", onlylist="True").json["chips"]
        assert [order[-1] in name for name in found] == [True]


def test_c28_chips_by_parcel_always_crash(service):
    asked = {**PARCEL, "start_date": "2022-06-01", "end_date": "2022-06-30", "band": "SCL"}
    for name in ("rawChipByParcelID", "chipsByParcelID"):
        assert service.query(name, **asked).status == 500
        assert service.query(name, **asked, onlylist="True").status == 500
    service.server.switch(by_parcel_id=True)
    found = service.query("rawChipByParcelID", **asked).json
    assert len(found["dates"]) == 4
    assert found["chips"][0].startswith("/static/tmp/E5_6642500")
    assert service.query("rawChipByParcelID", **{**asked, "pid": "0"}).status == 500
