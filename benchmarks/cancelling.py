"""How long a cancelled run of many parcels goes on, while a server does not answer.

    python -m benchmarks.cancelling

Threads of this process, processes of an executor, workers of Dask: from the call to the moment at
which whatever ran pieces is free for other work.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cbm_chips.core import open_source
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import waiting_tables
from tests.parcel_archive import EAST, WEST, a_square, write_archive
from tests.sample_servers import served

ASKED = {"start": "2022-03-01", "end": "2022-03-31", "bands": ("B04",)}
GOAL_S = 1.0


@contextmanager
def _threads() -> Iterator[None]:
    yield None


@contextmanager
def _processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(1) as executor:
        yield executor


@contextmanager
def _dask() -> Iterator[Any]:
    from dask.distributed import Client, LocalCluster

    how = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with LocalCluster(n_workers=1, **how) as cluster, Client(cluster) as client:
        yield client


WAYS: dict[str, Callable[[], Any]] = {
    "threads": _threads,
    "a process of an executor": _processes,
    "a worker of Dask": _dask,
}


def main() -> None:
    """Print a table."""
    print("| pieces in | s until it is free | goal |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        catalog = write_archive(Path(home, "tiles"), dates=2)
        with served(catalog, Path(home)) as servers:
            for name, way in WAYS.items():
                servers.reset()
                with open_source(servers.api.url) as source:
                    rows = [("west", a_square(WEST)), ("east", a_square(EAST, x_m=1500))]
                    plan = plan_parcels(rows, ASKED, source)
                    stall = {"match": "SCL", "kind": "stall", "seconds": 600}
                    servers.files.set_faults([stall])
                    with way() as executor:
                        events = waiting_tables(plan, source, executor=executor)
                        while servers.pixel_requests() == 0:
                            next(events)
                        begun = time.perf_counter()
                        events.close()
                        if executor is not None:
                            executor.submit(abs, -1).result()
                        print(f"| {name} | {time.perf_counter() - begun:.2f} | <= {GOAL_S:g} |")
                servers.files.set_faults([])


if __name__ == "__main__":
    main()
