"""A CbM server as a source: equal pixels, few questions, first pictures soon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import numpy as np
import pytest

from cbm_chips.core import (
    Chip,
    ChipRequest,
    FailedChip,
    Place,
    RequestError,
    SourceError,
    extract_chips,
    open_source,
)
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Absence
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.nearest_dates import nearest_dates
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.contract import ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.cbm_rest.chips.products import scene_of
from cbm_chips.core.sources.cbm_rest.chips.search import find_products
from cbm_chips.core.sources.cbm_rest.wire.parameters import DateRange, RequestSquare
from cbm_chips.core.sources.cbm_rest.wire.responses import ChipList, ServerFile, TooManyChips
from tests.cbm import (
    CLEAR,
    HURRIED,
    SAMPLE_PLACE,
    SEED,
    a_source,
    asked,
    daily,
    made_up,
    seed_request,
    serving,
    start_over,
)
from tests.effort import in_turns
from tests.servers.process import ServerProcess

BANDS = ("B04", "B08", "B11", "SCL")


@pytest.fixture(scope="module")
def cbm(sample_archive) -> Iterator[ServerProcess]:
    with serving(sample_archive) as server:
        yield server


@pytest.fixture
def server(cbm) -> ServerProcess:
    return start_over(cbm)


def season(place=SAMPLE_PLACE, **others) -> ChipRequest:
    """The sample's change of baseline and what follows."""
    fields = {"start": "2022-01-01", "end": "2022-04-12", "bands": BANDS, "size_m": 1280}
    return ChipRequest(place, **{**fields, **others})


def chips(request, source) -> list[Chip]:
    results = sorted(extract_chips(request, source, cache=None), key=lambda one: one.scene.acquired)
    assert all(isinstance(one, Chip) for one in results), results
    return results


def reasons(request, source) -> dict[str, str]:
    results = extract_chips(request, source, cache=None)
    return {one.scene.id: one.reason for one in results if isinstance(one, FailedChip)}


def products_of(source, request) -> list[str]:
    return [scene.id for scene in source.parse(source.fetch(request), request).scenes]


# the same chip by both ways


def assert_equal_chips(rest: list[Chip], stac: list[Chip]) -> None:
    assert len(rest) == len(stac) > 0
    for one, other in zip(rest, stac):
        assert one.scene.acquired.date() == other.scene.acquired.date()
        assert one.grid == other.grid
        assert (one.flag, one.histogram, one.cloud_fraction) == (
            other.flag,
            other.histogram,
            other.cloud_fraction,
        )
        assert one.scales == other.scales
        assert one.bands.keys() == other.bands.keys()
        for name, values in one.bands.items():
            assert values.dtype == other.bands[name].dtype
            np.testing.assert_array_equal(values, other.bands[name])
        assert one.provenance.methods == other.provenance.methods


def reflectance(chip: Chip, band: str):
    scale, offset = chip.scales[band]
    return chip.bands[band] * scale + offset


@pytest.mark.parametrize(("generation", "has_batch"), in_turns(["head", "dump"], [True, False]))
def test_c40_c56_a_chip_is_the_same_from_the_service_and_from_the_archive(
    server, sample_archive, generation, has_batch
):
    start_over(server, generation=generation, batch=has_batch)
    parcel = sample_parcels(sample_archive)[3]
    request = season(Place.of_parcel(parcel.outline, parcel.id))

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        rest, stac = chips(request, service), chips(request, archive)

    assert_equal_chips(rest, stac)
    assert {chip.scales["B04"][1] for chip in rest} == {0.0, -0.1}
    np.testing.assert_array_equal(reflectance(rest[0], "B04"), reflectance(stac[0], "B04"))
    assert all(set(chip.provenance.readers.values()) == {"cbm"} for chip in rest)
    assert all(chip.provenance.bytes_read > 10_000 for chip in rest)


@pytest.mark.parametrize(
    ("lon", "lat", "size_m"), [(5.651, 52.687, 920), (5.672, 52.705, 60), (5.664, 52.694, 5120)]
)
def test_every_size_and_place_gives_the_same_pixels(server, sample_archive, lon, lat, size_m):
    request = season(Place(lon=lon, lat=lat), start="2022-03-08", end="2022-03-13", size_m=size_m)

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        assert_equal_chips(chips(request, service), chips(request, archive))


def test_level_1c_is_the_same_by_both_ways(server, sample_archive):
    request = season(start="2022-01-01", end="2022-07-01", bands=("B04", "B11"), level="LEVEL1C")

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        assert_equal_chips(chips(request, service), chips(request, archive))


def test_c42_beyond_the_tiles_edge_there_is_no_data_and_the_shape_stays(server, sample_archive):
    request = season(Place(lon=5.6275, lat=52.694), start="2022-03-08", end="2022-03-08")

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        rest, stac = chips(request, service), chips(request, archive)

    assert_equal_chips(rest, stac)
    assert rest[0].bands["B08"].shape == (128, 128)
    assert not rest[0].bands["B08"][:, 0].any()


def test_c52_a_scene_of_the_neighbouring_zone_is_brought_onto_the_same_grid(server):
    far = daily(2, first="2019-06-01", tile="32ULD")
    server.switch(products=made_up(*daily(2, first="2019-06-05"), *far))
    request = seed_request(bands=("B08", "SCL"))

    with a_source(server) as source:
        dates = chips(request, source)

    assert len({chip.grid for chip in dates}) == 1
    assert [chip.provenance.methods["B08"] for chip in dates] == ["nearest"] * 2 + ["window"] * 2
    assert all(chip.bands["B08"].all() for chip in dates)
    assert {body["chipsize"] for body in server.stats()["bodies"]} > {1280}


def test_what_the_largest_chip_of_another_zone_does_not_cover_is_told(server):
    server.switch(products=made_up(*daily(1), *daily(1, first="2019-01-02", tile="32ULD")))
    request = seed_request(start="2019-01-01", end="2019-01-02", size_m=5120)

    with a_source(server) as source:
        notes = {chip.scene.tile: chip.provenance.notes for chip in chips(request, source)}

    assert "corners" in notes["32ULD"][0]
    assert not notes["31UFU"]


# which products


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


def test_what_an_older_server_made_while_it_was_asked_is_not_made_again(server):
    start_over(server, generation="dump", products=made_up(*SEED))

    with a_source(server) as source:
        assert len(chips(seed_request(), source)) == len(SEED)

    assert server.stats()["extracted"] == len(SEED)
    assert not asked(server, "rawChipsBatch")


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


def test_a_band_the_service_lacks_is_named(server):
    request = season(start="2022-03-08", end="2022-03-08", bands=("B04", "B01"))

    with a_source(server) as source:
        (chip,) = chips(request, source)
        notes = source.parse(source.fetch(request), request).notes

    assert "B01" in chip.failures
    assert any("does not offer B01" in note for note in notes)


# having chips made


def test_c32_c34_classes_come_first_then_only_the_clear_dates_in_batches(server):
    scl = [{"id": name, "scl": 4 if name in CLEAR else 9} for name in SEED]
    server.switch(products=scl)
    request = seed_request(bands=("B08", "B04", "B11"), clear_only=True)

    with a_source(server) as source:
        results = list(extract_chips(request, source, cache=None))

    assert sorted(one.scene.id for one in results if isinstance(one, Chip)) == sorted(CLEAR)
    bodies = server.stats()["bodies"]
    assert [(len(body["tiles"]), body["bands"]) for body in bodies] == [
        (4, ["SCL"]),
        (7, ["SCL"]),
        (3, ["B08", "B04", "B11"]),
    ]
    assert all(body.keys() == {"lon", "lat", "tiles", "bands", "chipsize"} for body in bodies)
    assert server.stats()["extracted"] == len(SEED) + 9


def test_c36_no_batch_holds_more_than_36_files(server):
    server.switch(products=made_up(*daily(16)))
    bands = ("B02", "B03", "B8A")
    request = seed_request(start="2019-01-01", end="2019-01-31", bands=bands, size_m=60)

    with a_source(server) as source:
        assert len(chips(request, source)) == 16

    bodies = server.stats()["bodies"]
    assert max(len(body["tiles"]) * len(body["bands"]) for body in bodies) <= 36
    assert server.stats()["extracted"] == 16 * 4


def test_c36_a_batch_refused_as_too_large_is_halved(server):
    start_over(server, batch_limit=3, products=made_up(*SEED))

    with a_source(server) as source:
        assert len(chips(seed_request(bands=("B08", "B04")), source)) == len(SEED)


@pytest.mark.parametrize("number", range(4))
def test_c37_of_two_tiles_of_one_second_both_come_though_one_is_listed(server, number):
    twins = (SEED[number], SEED[number].replace("T31UFU", "T31UFT"))
    server.switch(products=made_up(*twins))
    grid = grid_of(SAMPLE_PLACE, 1280)

    with a_source(server) as source:
        scenes = [scene_of(name, source.identity) for name in twins]
        jobs = [ReadJob(scene.assets["B08"], grid) for scene in scenes]
        reader = source.reader(RasterReader(HURRIED))
        reads = [read for read in reader.read_all(jobs, source.access) if read]

    assert {read.job.asset.href.rpartition("/")[2] for read in reads} == {
        f"{name}.B08" for name in twins
    }
    assert all(read.pixels is not None for read in reads)
    assert len(asked(server, "rawChipsBatch")) == 1
    assert not asked(server, "rawChipByLocation")


def test_without_batches_only_windows_around_wanted_dates_are_asked_for(server):
    scl = [{"id": name, "scl": 4 if name in CLEAR else 9} for name in SEED]
    start_over(server, batch=False, products=scl)
    request = seed_request(bands=("B08",), clear_only=True)

    with a_source(server) as source:
        results = list(extract_chips(request, source, cache=None))

    assert sum(isinstance(one, Chip) for one in results) == len(CLEAR)
    assert server.stats()["extracted"] == len(SEED) + len(CLEAR)
    assert len(asked(server, "rawChipsBatch")) == 1


def test_a_product_that_can_not_be_cut_is_told_and_the_others_come(server):
    start_over(server, fail_products=["20190617"], products=made_up(*SEED))

    with a_source(server) as source:
        results = list(extract_chips(seed_request(bands=("B08",)), source, cache=None))

    failed = [one for one in results if isinstance(one, FailedChip)]
    assert [one.scene.id for one in failed] == [name for name in SEED if "20190617" in name]
    assert "could not make this chip" in failed[0].reason
    assert failed[0].absence is Absence.FAILED
    assert len(results) == len(SEED)


def test_files_gone_in_a_flush_are_made_once_more(server):
    start_over(server, generation="dump", products=made_up(*SEED))
    with a_source(server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        server.switch(flush=True)  # the paths known since the search lead nowhere any more
        results = [event for event in events if isinstance(event, (Chip, FailedChip))]

    assert len(results) == len(SEED)
    assert all(isinstance(one, Chip) for one in results)


def test_a_second_run_reads_everything_from_the_cache(server, tmp_path):
    request = season(start="2022-03-08", end="2022-03-26")
    with closing(ChipCache(tmp_path)) as cache, a_source(server) as source:
        first = list(extract_chips(request, source, cache=cache))
        server.reset()
        second = list(extract_chips(request, source, cache=cache))

    assert len(first) == len(second) > 0
    assert server.stats()["requests"] == 0


def test_c54_a_server_below_a_prefix(server):
    start_over(server, prefix="/cbm", products=made_up(*SEED[:2]))

    with a_source(server, "/cbm/") as source:
        assert len(chips(seed_request(), source)) == 2

    paths = server.stats()["by_path"]
    assert all(path.startswith("/cbm/") and "//" not in path for path in paths)


def test_no_login_goes_where_none_is_needed(server):
    server.switch(products=made_up(*SEED[:2]))

    with a_source(server) as source:
        assert len(chips(seed_request(), source)) == 2

    assert server.stats()["files_with_login"] == 0


def test_a_login_in_the_address_serves_as_well(server):
    server.switch(products=made_up(*SEED[:2]))
    url = server.url.replace("://", "://tester:secret@")

    with open_source(f"cbm+{url}", network=HURRIED) as source:
        assert len(products_of(source, seed_request())) == 2
        assert "secret" not in source.identity


@pytest.mark.parametrize("typed", ["cbm-//me:secret@host", "me:secret@host/cbm"])
def test_an_address_mistyped_is_refused_without_its_login(typed):
    with pytest.raises(RequestError, match="CbM server's") as caught:
        open_source(typed)

    assert "secret" not in f"{caught.value} {caught.value.value}"


def test_a_date_on_which_the_swath_misses_the_chip_is_left_out(server):
    server.switch(products=made_up(SEED[0], scl=0))

    with a_source(server) as source:
        assert "no data" in reasons(seed_request(), source)[SEED[0]]
