"""Many parcels over real servers: what is asked for, what is kept, what fails, what is ended."""

from __future__ import annotations

import threading
from concurrent.futures import ProcessPoolExecutor

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan, waiting_tables
from cbm_chips.core.reading.network import Network
from tests.parcel_archive import EAST, WEST, a_square, same
from tests.sample_servers import served

ASKED = {"start": "2022-03-01", "end": "2022-03-20", "bands": ("B04",), "indices": ("NDVI",)}
HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
SQUARES = [(f"{n}", a_square(WEST, x_m=300 + 150 * n, y_m=300 + 170 * n)) for n in range(8)]


@pytest.fixture(scope="module")
def all_servers(parcel_catalog, tmp_path_factory):
    with served(parcel_catalog, tmp_path_factory.mktemp("items")) as both:
        yield both


@pytest.fixture
def servers(all_servers):
    all_servers.reset()
    return all_servers


@pytest.fixture
def source(servers):
    with open_source(servers.api.url, network=HURRIED) as opened:
        yield opened


def tables_of(parcels, source, **how):
    return joined(run_plan(plan_parcels(parcels, ASKED, source), source, **how))


def test_a_block_is_fetched_once_however_many_parcels_lie_in_it(servers, source):
    tables_of(SQUARES, source)
    once = servers.files.stats()
    servers.reset()
    many = [(f"{name}-{copy}", shape) for copy in range(5) for name, shape in SQUARES]
    tables_of(many, source)
    assert servers.files.stats()["requests"] == once["requests"]
    assert servers.files.stats()["bytes"] == once["bytes"]


def test_one_search_serves_all_parcels_of_an_area(servers, source):
    plan_parcels(SQUARES, ASKED, source)
    assert servers.api.stats()["requests"] <= 3  # landing page, search, perhaps collections


def test_the_same_again_takes_no_request_for_pixels(servers, source, tmp_path):
    first = tables_of(SQUARES, source, cache=tmp_path)
    servers.reset()
    again = tables_of(SQUARES, source, cache=tmp_path)
    assert servers.pixel_requests() == 0
    assert same(again, first)
    assert again.bytes_read == 0


def test_other_numbers_of_the_same_pixels_take_none_either(servers, source, tmp_path):
    tables_of(SQUARES, source, cache=tmp_path)
    servers.reset()
    plan = plan_parcels(SQUARES, {**ASKED, "bands": ("B08",)}, source)
    joined(run_plan(plan, source, cache=tmp_path))
    assert servers.pixel_requests() == 0


def test_a_file_that_fails_costs_its_date_for_its_parcels_and_nothing_else(servers, source):
    whole = {(row["parcel"], row["date"]): row for row in tables_of(SQUARES, source).records()}
    servers.files.set_faults([{"match": "20220315.*B04", "kind": "404"}])
    table = tables_of(SQUARES, source)
    assert table.failed_dates == 1
    for row in table.records():
        known = whole[row["parcel"], row["date"]]
        assert row["flag"] == known["flag"]
        if row["date"] == "2022-03-15":
            assert row["reason"].startswith("B04: ")
            assert row["B04_count"] is None
        else:
            assert row == known


def test_a_date_without_its_scl_is_told_and_counts_nothing(servers, source):
    servers.files.set_faults([{"match": "20220305.*SCL", "kind": "404"}])
    rows = [row for row in tables_of(SQUARES, source).records() if row["date"] == "2022-03-05"]
    assert {row["flag"] for row in rows} == {"no_scl"}
    assert all(row["reason"].startswith("SCL: ") and row["B04_count"] is None for row in rows)


def test_a_run_is_cancelled_while_a_server_is_silent(servers, source):
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    before = threading.active_count()
    events = waiting_tables(plan_parcels(SQUARES, ASKED, source), source)
    assert next(events) is None
    events.close()
    assert threading.active_count() <= before + 3


def test_workers_get_what_is_signed_and_never_the_source(servers, source, tmp_path):
    parcels = [*SQUARES, ("east", a_square(EAST, x_m=1500))]
    plan = plan_parcels(parcels, ASKED, source)
    with ProcessPoolExecutor(2) as executor:
        tables = list(run_plan(plan, source, executor=executor, cache=tmp_path))
    assert sum(len(table) for table in tables) == len(parcels) * 2
