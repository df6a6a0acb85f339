"""A real scheduler of Dask with two worker processes, one of which is killed in the middle."""

from __future__ import annotations

import pickle
import sys
import tempfile
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.errors import MissingPackage, RequestError, SourceError
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running import worker
from cbm_chips.core.parcels.running.cluster import scheduler_at
from cbm_chips.core.parcels.running.run import run_plan, waiting_tables
from cbm_chips.core.parcels.running.wire import result_of
from cbm_chips.core.reading.contract import Access
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.origins import host_of
from tests.dask_cluster import kill_the_busy_one, local_cluster
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, same
from tests.sample_servers import served

ASKED = {"start": "2022-03-01", "end": "2022-03-20", "bands": ("B04",), "indices": ("NDVI",)}
PATIENT = Network(connect_timeout_s=60, read_timeout_s=600)
ROWS = [
    ("west", a_square(WEST)),
    ("middle", a_square(MIDDLE, x_m=1500)),
    ("east", a_square(EAST, x_m=1500)),
]


@pytest.fixture(scope="module")
def servers(parcel_catalog, tmp_path_factory):
    with served(parcel_catalog, tmp_path_factory.mktemp("items")) as both:
        yield both


@pytest.fixture
def fresh_servers(parcel_catalog, tmp_path):
    """Those of which no worker was told to slow down."""
    with served(parcel_catalog, tmp_path) as both:
        yield both


@pytest.fixture
def source(servers):
    servers.reset()
    with open_source(servers.api.url, network=PATIENT) as opened:
        yield opened


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    with local_cluster(tmp_path_factory.mktemp("no_qgis")) as address:
        yield address


def by_piece(table):
    return table.piece


@pytest.fixture(scope="module")
def processes():
    with ProcessPoolExecutor(2) as executor:
        yield executor


@pytest.fixture(params=["processes", "dask"])
def workers(request, processes):
    """Two of them, either way, and how to ask the second kind something."""
    if request.param == "processes":
        yield processes
        return
    with scheduler_at(request.getfixturevalue("scheduler")) as executor:
        executor._client.wait_for_workers(2, timeout=300)
        yield executor


BOTH = [ROWS[0], ROWS[2]]


def meet(own, other):
    """Ends only where two workers are free at the same time."""
    Path(own).touch()
    while not Path(other).exists():
        time.sleep(0.01)


def test_a_cancelled_run_leaves_no_worker_at_work(servers, source, workers, tmp_path):
    plan = plan_parcels(BOTH, ASKED, source)
    servers.reset()
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    events = waiting_tables(plan, source, executor=workers)
    while servers.pixel_requests() < 2 * len(plan.pieces):
        assert next(events) is None
    events.close()
    marks = [str(tmp_path / name) for name in "ab"]
    for free in [workers.submit(meet, *order) for order in (marks, marks[::-1])]:
        free.result(timeout=120)


LOGIN = {"Authorization": "Bearer t0ken"}


def test_a_login_is_not_handed_to_a_scheduler_but_to_processes_of_this_computer(servers, scheduler):
    servers.reset()
    with open_source(f"{servers.files.url}/catalog.json", credentials=LOGIN) as source:
        plan = plan_parcels(ROWS[:1], ASKED, source)
        servers.reset()
        with scheduler_at(scheduler) as executor:
            with pytest.raises(RequestError, match="login") as refused:
                next(run_plan(plan, source, executor=executor))
            assert not executor._client.futures
        assert refused.value.field == "SCHEDULER"
        assert servers.pixel_requests() == 0
        with ThreadPoolExecutor(1) as own:
            assert len(list(run_plan(plan, source, executor=own))) == len(plan.pieces)


class StrangeExecutor(Executor):
    """One that nobody knows, which may lead anywhere: it keeps what it is given."""

    def __init__(self):
        self.given = []

    def submit(self, call, /, *given):
        self.given.append(given)
        future = Future()
        future.set_result(call(*given))
        return future


@pytest.mark.parametrize(
    "proxy",
    [
        {"proxy_url": "http://127.0.0.1:1", "proxy_userpwd": "me:s3cret"},
        {"proxy_url": "http://me:s3cret@127.0.0.1:1"},
    ],
)
def test_the_login_of_a_proxy_stays_here(servers, proxy):
    direct = Network(**proxy, no_proxy="127.0.0.1")
    with open_source(servers.api.url, network=direct) as source:
        strange = StrangeExecutor()
        plan = plan_parcels(ROWS[:1], ASKED, source)
        assert list(run_plan(plan, source, executor=strange))
    assert b"s3cret" not in pickle.dumps([plan, strange.given])
    assert Network(proxy_url="http://127.0.0.1:1").without_login().proxy_url


@pytest.mark.parametrize(
    ("access", "holds"),
    [
        (Access("https://a.b/c.tif?sig=x"), False),
        (Access("s3://b/c.tif", {"AWS_NO_SIGN_REQUEST": "YES"}), False),
        (Access("s3://b/c.tif", {"AWS_REGION": "x", "AWS_SECRET_ACCESS_KEY": "k"}), True),
        (Access("s3://b/c.tif", {"AWS_SESSION_TOKEN": "k"}), True),
        (Access("https://a.b/c.tif", {"GDAL_HTTP_USERPWD": "me:k"}), True),
        (Access("https://a.b/c.tif", headers=LOGIN), True),
        (Access("https://me:k@a.b/c.tif"), True),
    ],
)
def test_what_opens_more_than_one_file_is_a_login(access, holds):
    assert access.holds_login is holds


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    pytest.importorskip("dask.distributed")
    monkeypatch.setattr("cbm_chips.core.parcels.running.cluster.CONNECT_TIMEOUT_S", 0.1)
    with pytest.raises(SourceError, match="does not answer"), scheduler_at("tcp://127.0.0.1:1"):
        pass


def test_without_the_package_one_sentence_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    with pytest.raises(MissingPackage, match="distributed"), scheduler_at("tcp://127.0.0.1:1"):
        pass


def is_waiting(host):
    return worker._OPENED().paces.wait_s(host) > 0


def all_know_of(workers, host, folder):
    if isinstance(workers, ProcessPoolExecutor):
        return bool(list(folder.glob("cbm-chips-paces-*/*.json")))
    return all(map(result_of, workers.on_all(is_waiting, host).values()))


def test_where_one_is_told_to_slow_down_none_asks(servers, source, workers, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    plan = plan_parcels(BOTH, ASKED, source)
    servers.reset()
    busy = {"match": f"T{WEST.name}_.*SCL", "kind": "429", "times": 1, "retry_after": 55}
    held = {"match": f"T{EAST.name}_", "kind": "stall", "seconds": 600}
    servers.files.set_faults([busy, held])
    with closing(waiting_tables(plan, source, executor=workers)) as events:
        while not all_know_of(workers, host_of(servers.files.url), tmp_path):
            assert next(events) is None
        before = servers.files.stats()["requests"]
        servers.files.set_faults([])  # who is held may go on, and has to ask again
        assert [next(events) for _ in range(5)] == [None] * 5
        # No more than what was on its way, sent again where its connection was an old one.
        assert servers.files.stats()["requests"] <= before + 2


# The last one: on a busy machine Dask may give up starting a worker in the killed one's place.
def test_a_killed_worker_changes_nothing(fresh_servers, scheduler):
    stalled = {"match": f"T{EAST.name}_.*SCL", "kind": "stall", "seconds": 600, "times": 1}
    with (
        open_source(fresh_servers.api.url, network=PATIENT) as source,
        scheduler_at(scheduler) as executor,
    ):
        plan = plan_parcels(ROWS, ASKED, source)
        expected = joined(sorted(run_plan(plan, source), key=by_piece))
        fresh_servers.files.set_faults([stalled])
        arriving = run_plan(plan, source, executor=executor)
        tables = [next(arriving), next(arriving)]
        kill_the_busy_one(executor._client)
        tables += arriving
    assert same(joined(sorted(tables, key=by_piece)), expected)
