"""This product's way to the numbers of many parcels, as a script goes it."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from .parcel_task import BANDS, STATISTICS, ParcelTask, ParcelWay, count_parcels

if TYPE_CHECKING:
    from .parcel_task import Numbers

EPSG = 32631


def _counted(task: ParcelTask, *, keeps: bool = False, processes: int = 0) -> Numbers:
    """Search, plan, and all tables; a cache that is empty, or none."""
    from cbm_chips.core import open_source, plan_parcels, run_plan
    from cbm_chips.core.parcels.outlines.layer import Parcels

    rows = ((one["properties"]["id"], one["geometry"]) for one in task.features())
    parcels = Parcels.of(rows, EPSG)
    wanted = {"start": task.days[0], "end": task.days[-1], "bands": BANDS}
    cache = task.folder if keeps else None
    with open_source(task.api) as source:
        plan = plan_parcels(parcels, wanted, source, cache=cache)
        if processes:
            with ProcessPoolExecutor(processes) as executor:
                tables = list(run_plan(plan, source, cache=cache, executor=executor))
        else:
            tables = list(run_plan(plan, source, cache=cache))
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
            "one process": ParcelWay(partial(_counted, processes=1), IMPORTS),
            "two processes": ParcelWay(partial(_counted, processes=2), IMPORTS),
        }
    )
