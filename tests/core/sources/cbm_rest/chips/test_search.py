"""Which products a CbM server has: few questions, whatever its generation."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.pipeline.searching.nearest_dates import nearest_dates
from cbm_chips.core.sources.cbm_rest.chips.search import find_products
from cbm_chips.core.sources.cbm_rest.wire.parameters import DateRange, RequestSquare
from cbm_chips.core.sources.cbm_rest.wire.responses import ChipList, ServerFile, TooManyChips
from tests.cbm import SEED, a_source, asked, daily, made_up, products_of, seed_request, start_over
from tests.core.sources.cbm_rest.answers import served


def test_c15_the_eleven_acquisitions_of_june_2019(server):
    server.switch(products=made_up(*SEED))

    with a_source(server) as source:
        assert products_of(source, seed_request()) == list(SEED)


@pytest.mark.parametrize(
    ("start", "end", "count"), [("2019-06-10", "2019-06-20", 5), ("2019-06-15", "2019-06-15", 1)]
)
def test_c16_c17_the_window_holds_both_of_its_days(server, start, end, count):
    server.switch(products=made_up(*SEED))

    with a_source(server) as source:
        assert len(products_of(source, seed_request(start=start, end=end))) == count


def test_c24_a_server_that_lists_is_asked_for_the_whole_period_at_once(server):
    server.switch(products=made_up(*daily(200)))
    request = seed_request(start="2019-01-01", end="2019-12-31")

    with a_source(server) as source:
        assert products_of(source, request) == daily(200)
        assert len(asked(server, "rawChip")) == 2  # a month to learn that it lists, and the rest
        assert products_of(source, request) == daily(200)

    assert len(asked(server, "rawChip")) == 3
    assert server.stats()["extracted"] == 0


@pytest.mark.parametrize("count", [24, 25, 50])
def test_c18_c19_c21_c53_an_older_server_is_asked_window_by_window(server, count):
    start_over(server, generation="dump", products=made_up(*daily(count)))

    with a_source(server) as source:
        request = seed_request(start="2019-01-01", end="2019-03-01", size_m=60)
        assert products_of(source, request) == daily(count)

    assert server.stats()["most_at_once"] == 1


@pytest.mark.parametrize(("generation", "found"), [("head", date(2019, 4, 10)), ("dump", None)])
def test_nearest_dates_are_no_hard_work_for_an_older_server(server, generation, found):
    start_over(server, generation=generation, products=made_up(*daily(100)))
    request = seed_request(start="2020-03-01", end="2020-03-10")

    with a_source(server) as source:
        assert nearest_dates(request, source, None, today=date(2021, 1, 1)).before == found

    assert len(asked(server, "rawChip")) <= 12
    assert server.stats()["extracted"] == 0


class _WithoutOnlyList:
    """A server that makes what it is asked for, at most so many at once, else answers `{}`."""

    knows_onlylist = False

    def __init__(self, *names: str, most: int) -> None:
        self.names, self.most, self.windows = names, most, []

    def list_products(self, square, period, *, level, band):
        self.windows.append(period)
        days = (period.first.strftime("%Y%m%d"), period.last.strftime("%Y%m%d"))
        found = tuple(name for name in self.names if days[0] <= name[11:19] <= days[1])
        if len(found) > self.most:
            raise TooManyChips("too many")
        return ChipList(found, tuple(ServerFile(name, band, name) for name in found))


def found_by(server, first, last):
    period = DateRange(first, last)
    return find_products(
        server, RequestSquare(5.0, 52.0, 1280), period, level="LEVEL2A", band="SCL"
    )


def test_c53_windows_are_halved_until_they_are_small_enough_and_joined_without_doubles():
    server = _WithoutOnlyList(*daily(60), most=24)

    found = found_by(server, "2019-01-01", "2019-03-01")

    assert found.products == daily(60)
    assert not found.notes
    assert [window.days for window in server.windows] == [30, 15, 15, 30, 15, 15]


def test_a_day_too_full_is_told_and_the_other_days_come():
    names = daily(4)
    twins = [names[2].replace("T105031", f"T1050{second}") for second in (41, 51)]
    server = _WithoutOnlyList(*names, *twins, most=2)

    found = found_by(server, "2019-01-01", "2019-01-04")

    assert found.products == [names[0], names[1], names[3]]
    assert found.notes == ["2019-01-03: too many"]
    assert min(window.days for window in server.windows) == 1


def test_when_nothing_could_be_asked_the_error_is_told():
    with pytest.raises(SourceError, match="too many"):
        found_by(_WithoutOnlyList(*daily(2), most=0), "2019-01-01", "2019-01-02")


def test_c22_a_fresh_place_without_products_is_asked_twice_and_empty(server):
    start_over(server, generation="dump", products=[])
    request = seed_request(start="2019-06-01", end="2019-06-08")

    with a_source(server) as source:
        assert products_of(source, request) == []

    assert len(asked(server, "rawChipByLocation")) == 2


def test_an_answer_of_old_is_understood_again_and_checked(server):
    server.switch(products=made_up(*SEED))
    with a_source(server) as source:
        kept = source.fetch(seed_request())
    narrower = seed_request(start="2019-06-10", end="2019-06-20", max_scene_cloud_pct=30)

    search = a_source(server).parse(kept, narrower)

    assert len(search.scenes) == 5
    assert any("clouds of whole scenes" in note for note in search.notes)
    assert any("6 entries left out" in note for note in search.notes)


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        [],
        "S2A_MSIL2A_20191399T995099_N0212_R051_T31UFU_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T99UFU_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T01CCC_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T59XMM_20190615T121337.SAFE",
        "\ud800",
        "x" * 100_000,
    ],
)
def test_an_odd_name_in_a_list_costs_itself_and_is_told(odd) -> None:
    listed = {"chips": [odd, f"{SEED[0]}.SAFE"]}
    with served(listed) as (_, source):
        search = source.parse(source.fetch(seed_request()), seed_request())

    assert [scene.id for scene in search.scenes] == [SEED[0]]
    assert any("left out" in note or "not understood" in note for note in search.notes)
    json.dumps(search.notes).encode()


@pytest.mark.parametrize(
    ("lon", "tile"), [(5.664, "31UFU"), (5.664, "32ULD"), (0.01, "30UYC"), (179.9, "01UBB")]
)
def test_tiles_of_the_neighbouring_zones_are_near(lon, tile) -> None:
    from cbm_chips.core.sources.cbm_rest.chips.products import is_near

    assert is_near(tile, lon, 52.694)
    assert not is_near("31MFU", lon, 52.694)
