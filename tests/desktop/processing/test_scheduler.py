"""A layer's time series on a real cluster, started from another QGIS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import mapping

from tests.dask_cluster import kill_the_busy_one, local_cluster
from tests.desktop.new_qgis import run_in_new_qgis
from tests.desktop.own_process import get_ready
from tests.desktop.running import run
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, write_archive
from tests.sample_servers import Served, served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")
SQUARES = {"007": a_square(WEST), "7": a_square(MIDDLE, x_m=1500), "é": a_square(EAST, x_m=1500)}
"""In a piece each."""
LOOK_EVERY_S = 0.1


@pytest.fixture
def three_tiles(tmp_path: Path) -> Iterator[Served]:
    catalog = write_archive(tmp_path / "tiles", dates=2)
    with served(catalog, tmp_path) as both:
        yield both


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Any]:
    """A client of a cluster whose workers have no QGIS."""
    distributed = pytest.importorskip("dask.distributed")
    get_ready()  # a Python that begins below has no QGIS
    with local_cluster(tmp_path) as address, distributed.Client(address) as client:
        yield client


def test_a_worker_that_is_killed_changes_nothing_in_the_table(
    three_tiles: Served, cluster: Any, tmp_path: Path
) -> None:
    layer = tmp_path / "squares.geojson"
    features = [
        {"type": "Feature", "properties": {"id": name}, "geometry": mapping(shape)}
        for name, shape in SQUARES.items()
    ]
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    asked = {
        "SOURCE": three_tiles.api.url,
        "PARCELS": str(layer),
        "ID_FIELD": "id",
        "START": "2022-03-01",
        "END": "2022-03-31",
    }
    here, there = tmp_path / "here.csv", tmp_path / "there.csv"
    run("parceltimeseries", {**asked, "OUTPUT": str(here)})
    three_tiles.reset()
    stalled = {"match": f"T{EAST.name}_.*SCL", "kind": "stall", "seconds": 600, "times": 1}
    three_tiles.files.set_faults([stalled])
    given = {**asked, "OUTPUT": str(there), "SCHEDULER": cluster.scheduler.address}

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run_in_new_qgis, [("parceltimeseries", given)], tmp_path / "other")
        while not is_at_the_last(three_tiles, cluster):
            assert not wait([running], timeout=LOOK_EVERY_S).done, running.result()
        kill_the_busy_one(cluster)
        (results,) = running.result()

    assert results["FAILED"] == 0
    assert sorted(there.read_text().splitlines()) == sorted(here.read_text().splitlines())


def is_at_the_last(servers: Served, cluster: Any) -> bool:
    """The piece that stalls is under way, and no other one."""
    asked = servers.files.stats()["by_path"]
    busy = sum(len(keys) for keys in cluster.processing().values())
    return busy == 1 and any(EAST.name in path for path in asked)
