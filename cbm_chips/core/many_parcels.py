"""The two calls for many parcels: plan, run. Heavy packages load on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from .extract import USER_CACHE, opened_cache
from .folders import user_folder

if TYPE_CHECKING:
    from .cache import ChipCache
    from .parcels.numbers.table import ParcelTable
    from .parcels.outlines.layer import Parcels
    from .parcels.planning.parcel_request import ParcelRequest
    from .parcels.planning.plan import ParcelPlan
    from .parcels.running.executors import Executor
    from .reading.contract import Reader
    from .sources.source import Source


def plan_parcels(
    parcels: Union[Parcels, Iterable[tuple[object, object]]],
    request: Union[ParcelRequest, Mapping[str, Any]],
    source: Source,
    *,
    cache: Union[ChipCache, str, Path, None] = USER_CACHE,
) -> ParcelPlan:
    """What has to be read of many parcels; no pixel is read for it.

    `print(plan)` says what it takes; a plan can be split, pickled and run in parts.

    Args:
        parcels: pairs of id and outline (shapely, WKB or GeoJSON, in EPSG:4326), or
            `parcels.outlines.layer.Parcels.of(pairs, crs)`, or those of a file by
            `parcels.files.geoparquet.read_geoparquet(path)`. Any id is kept as text; outlines that
            can't be used are named in `plan.remarks`.
        request: fields of `parcels.planning.parcel_request.ParcelRequest` by name: `start`, `end`,
            `bands`, `indices`, ...
        source: who lists the scenes.
        cache: keeps searches; see `extract_chips`.

    Raises:
        RequestError: when the request is not possible, naming the field.
        SourceError: when the source can't be asked.
    """
    from .parcels.planning import make_plan as planning

    with opened_cache(cache) as opened:
        return planning.plan_parcels(parcels, request, source, cache=opened)


def run_plan(
    plan: ParcelPlan,
    source: Source,
    *,
    cache: Union[ChipCache, str, Path, None] = USER_CACHE,
    reader: Reader | None = None,
    executor: Executor | None = None,
) -> Iterator[ParcelTable]:
    """The plan's tables, piece by piece in order of arrival; stop iterating to cancel.

    A row for each parcel and date: see `ParcelTable.records`. What could not be read costs its
    date for its parcels; the row's `reason` says why.

    Args:
        plan: of `plan_parcels`.
        source: the one that the plan was made with.
        cache: keeps the parcels' pixels; see `extract_chips`.
        reader: cuts windows; by default the fast reader, over the source's network.
        executor: runs the pieces, such as `concurrent.futures.ProcessPoolExecutor()`, or a
            `dask.distributed.Client`; by default threads of this process.
    """
    from .parcels.running import run

    if executor is not None:
        folder = user_folder() if cache == USER_CACHE else cache
        yield from run.run_plan(plan, source, cache=folder, executor=executor)
        return
    with opened_cache(cache) as opened:
        yield from run.run_plan(plan, source, cache=opened, reader=reader)
