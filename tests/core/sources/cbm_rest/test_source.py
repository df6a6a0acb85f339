"""A CbM server as a source: few questions, first pictures soon."""

from __future__ import annotations

from contextlib import closing

import pytest

from cbm_chips.core import Chip, FailedChip, RequestError, extract_chips, open_source
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Absence
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.contract import ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.cbm_rest.chips.products import scene_of
from tests.cbm import (
    CLEAR,
    HURRIED,
    SAMPLE_PLACE,
    SEED,
    a_source,
    all_chips,
    asked,
    daily,
    made_up,
    products_of,
    seed_request,
    start_over,
)


def test_what_an_older_server_made_while_it_was_asked_is_not_made_again(server):
    start_over(server, generation="dump", products=made_up(*CLEAR))

    with a_source(server) as source:
        assert len(all_chips(seed_request(), source)) == len(CLEAR)

    assert server.stats()["extracted"] == len(CLEAR)
    assert not asked(server, "rawChipsBatch")


def test_a_band_the_service_lacks_is_named(server):
    request = seed_request(start="2022-03-08", end="2022-03-08", bands=("B04", "B01"))

    with a_source(server) as source:
        (chip,) = all_chips(request, source)
        notes = source.parse(source.fetch(request), request).notes

    assert "B01" in chip.failures
    assert any("does not offer B01" in note for note in notes)


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
    server.switch(products=made_up(*daily(13)))
    bands = ("B02", "B03", "B8A")
    request = seed_request(start="2019-01-01", end="2019-01-31", bands=bands, size_m=60)

    with a_source(server) as source:
        assert len(all_chips(request, source)) == 13

    bodies = server.stats()["bodies"]
    assert max(len(body["tiles"]) * len(body["bands"]) for body in bodies) <= 36
    assert server.stats()["extracted"] == 13 * 4


def test_c36_a_batch_refused_as_too_large_is_halved(server):
    start_over(server, batch_limit=3, products=made_up(*SEED[:5]))

    with a_source(server) as source:
        request = seed_request(bands=("B08", "B04"), size_m=60)
        assert len(all_chips(request, source)) == 5


@pytest.mark.parametrize("number", range(2))
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
    start_over(server, fail_products=["20190617"], products=made_up(*CLEAR))

    with a_source(server) as source:
        results = list(extract_chips(seed_request(bands=("B08",)), source, cache=None))

    failed = [one for one in results if isinstance(one, FailedChip)]
    assert [one.scene.id for one in failed] == [name for name in CLEAR if "20190617" in name]
    assert "could not make this chip" in failed[0].reason
    assert failed[0].absence is Absence.FAILED
    assert len(results) == len(CLEAR)


def test_files_gone_in_a_flush_are_made_once_more(server):
    start_over(server, generation="dump", products=made_up(*CLEAR))
    with a_source(server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        server.switch(flush=True)  # the paths known since the search lead nowhere any more
        results = [event for event in events if isinstance(event, (Chip, FailedChip))]

    assert len(results) == len(CLEAR)
    assert all(isinstance(one, Chip) for one in results)


def test_a_second_run_reads_everything_from_the_cache(server, tmp_path):
    request = seed_request(start="2022-03-08", end="2022-03-26", bands=("B04", "SCL"))
    with closing(ChipCache(tmp_path)) as cache, a_source(server) as source:
        first = list(extract_chips(request, source, cache=cache))
        server.reset()
        second = list(extract_chips(request, source, cache=cache))

    assert len(first) == len(second) > 0
    assert server.stats()["requests"] == 0


def test_c54_a_server_below_a_prefix(server):
    start_over(server, prefix="/cbm", products=made_up(*SEED[:2]))

    with a_source(server, "/cbm/") as source:
        assert len(all_chips(seed_request(), source)) == 2

    paths = server.stats()["by_path"]
    assert all(path.startswith("/cbm/") and "//" not in path for path in paths)


def test_no_login_goes_where_none_is_needed(server):
    server.switch(products=made_up(*SEED[:2]))

    with a_source(server) as source:
        assert len(all_chips(seed_request(), source)) == 2

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
        (date,) = extract_chips(seed_request(), source, cache=None)

    assert isinstance(date, FailedChip)
    assert "no data" in date.reason
