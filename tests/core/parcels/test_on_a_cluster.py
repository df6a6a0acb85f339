"""A real scheduler of Dask with two worker processes, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.errors import MissingPackage, SourceError
from cbm_chips.core.parcels.cluster import scheduler_at
from cbm_chips.core.parcels.planning import plan_parcels
from cbm_chips.core.parcels.run import run_plan
from cbm_chips.core.parcels.table import joined
from cbm_chips.core.reading.network import Network
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, same, write_archive
from tests.sample_servers import served

ASKED = {"start": "2022-03-01", "end": "2022-03-31", "bands": ("B04",), "indices": ("NDVI",)}
PATIENT = Network(connect_timeout_s=60, read_timeout_s=600)
ROWS = [
    ("west", a_square(WEST)),
    ("middle", a_square(MIDDLE, x_m=1500)),
    ("east", a_square(EAST, x_m=1500)),
]


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    catalog = write_archive(tmp_path_factory.mktemp("tiles"), dates=2)
    with served(catalog, tmp_path_factory.mktemp("items")) as both:
        yield both


@pytest.fixture
def source(servers):
    servers.reset()
    with open_source(servers.api.url, network=PATIENT) as opened:
        yield opened


@pytest.fixture(scope="module")
def scheduler():
    distributed = pytest.importorskip("dask.distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def by_piece(table):
    return table.piece


def test_a_killed_worker_changes_nothing(servers, source, scheduler):
    plan = plan_parcels(ROWS, ASKED, source)
    expected = joined(sorted(run_plan(plan, source), key=by_piece))
    stalled = {"match": f"T{EAST.name}_.*SCL", "kind": "stall", "seconds": 600, "times": 1}
    servers.files.set_faults([stalled])
    with scheduler_at(scheduler) as executor:
        arriving = run_plan(plan, source, executor=executor)
        tables = [next(arriving), next(arriving)]
        client = executor._client
        (busy,) = (address for address, keys in client.processing().items() if keys)
        os.kill(client.run(os.getpid)[busy], signal.SIGKILL)
        tables += arriving
    assert same(joined(sorted(tables, key=by_piece)), expected)


def test_a_scheduler_that_is_not_there_is_told():
    pytest.importorskip("dask.distributed")
    with pytest.raises(SourceError, match="does not answer"), scheduler_at("tcp://127.0.0.1:1"):
        pass


def test_without_the_package_one_sentence_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    with pytest.raises(MissingPackage, match="distributed"), scheduler_at("tcp://127.0.0.1:1"):
        pass
