"""This product's way to the numbers of many parcels, as a script goes it."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import ExitStack
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from .parcel_task import BANDS, STATISTICS, ParcelTask, ParcelWay, count_parcels

if TYPE_CHECKING:
    from cbm_chips.core.parcels.running.executors import Executor

    from .parcel_task import Numbers

EPSG = 32631


@lru_cache
def _cluster(workers: int) -> Executor:
    """A client of Dask with so many processes, each with one thread on a core of its own.

    Left alone, a single worker inflates blocks on all cores. Ends with this process.
    """
    from dask.distributed import Client, LocalCluster

    how = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    cluster = _ENDING.enter_context(LocalCluster(n_workers=workers, **how))
    client: Any = _ENDING.enter_context(Client(cluster))
    for core, address in enumerate(client.nthreads()):
        client.run(_keep_to, core % (os.cpu_count() or 1), workers=[address])
    return cast("Executor", client)


def _keep_to(core: int) -> None:
    """All threads of this process; those that they start do likewise."""
    for thread in os.listdir("/proc/self/task"):
        os.sched_setaffinity(int(thread), {core})


def _cpu_seconds(workers: int) -> Mapping[str, float]:
    """Of each worker."""
    client: Any = _cluster(workers)
    return cast("Mapping[str, float]", client.run(time.process_time))


_ENDING = ExitStack()


def _counted(task: ParcelTask, *, keeps: bool = False, workers: int = 0) -> Numbers:
    """Search, plan, and all tables; a cache that is empty, or none."""
    from cbm_chips.core import open_source, plan_parcels, run_plan
    from cbm_chips.core.parcels.outlines.layer import Parcels

    rows = ((one["properties"]["id"], one["geometry"]) for one in task.features())
    parcels = Parcels.of(rows, EPSG)
    wanted = {"start": task.days[0], "end": task.days[-1], "bands": BANDS}
    cache = task.folder if keeps else None
    with open_source(task.api) as source:
        plan = plan_parcels(parcels, wanted, source, cache=cache)
        executor = _cluster(workers) if workers else None
        tables = list(run_plan(plan, source, cache=cache, executor=executor))
    names = [f"{band}_{statistic}" for band in BANDS for statistic in STATISTICS]
    found = np.full((len(parcels), len(task.days), len(names)), np.nan)
    day_of = {day: number for number, day in enumerate(task.days)}
    for table in tables:
        days = np.array([day_of[day] for day in table.columns["date"]])
        for place, name in enumerate(names):
            found[table.numbers, days, place] = table.columns[name]
    return found.reshape(len(parcels), len(task.days), len(BANDS), len(STATISTICS))


IMPORTS = (
    *("cbm_chips.core.parcels.planning.make_plan", "cbm_chips.core.parcels.running.run"),
    *("cbm_chips.core.reading.cog.reader", "pystac_client.item_search", "diskcache"),
    *("cbm_chips.core.sources.registry", "pyproj", "shapely.geometry"),
)

if __name__ == "__main__":
    count_parcels(
        {
            "plan": ParcelWay(_counted, IMPORTS),
            "kept": ParcelWay(partial(_counted, keeps=True), IMPORTS),
            "one worker": ParcelWay(
                partial(_counted, workers=1), IMPORTS, partial(_cpu_seconds, 1)
            ),
            "two workers": ParcelWay(
                partial(_counted, workers=2), IMPORTS, partial(_cpu_seconds, 2)
            ),
        }
    )
    _ENDING.close()
