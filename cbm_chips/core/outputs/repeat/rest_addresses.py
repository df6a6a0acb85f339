"""The addresses by which a CbM server makes the chips of a run, one for each band and month."""

from __future__ import annotations

from urllib.parse import urlencode

from ...errors import RequestError
from ...scenes.grids import grid_of
from ...sources.cbm_rest.chips.request_square import square_around_grid
from ...sources.cbm_rest.wire.address import PREFIX, read_address
from ...sources.cbm_rest.wire.parameters import RAW_CHIPS, DateRange, raw_chips_query
from .repeatable_run import RepeatableRun

WINDOW_DAYS = 30
"""A server refuses more than 24 new chips at once; rarely there are more in so many days."""


def rest_addresses(run: RepeatableRun) -> tuple[str, ...]:
    """None where the source is no CbM server, or does not offer the bands.

    The answer of each is JSON, which lists the files (`chips`) by time (`dates`). Our grid lies
    within the files, whose border of zeros it leaves out.
    """
    if not run.source.lower().startswith(PREFIX):
        return ()
    request = run.request
    grid = grid_of(request.place, request.size_m)
    square = square_around_grid(grid, grid.epsg)
    windows = DateRange(request.first_day, request.last_day).pieces(WINDOW_DAYS)
    endpoint = read_address(run.source)[0].endpoint(RAW_CHIPS)
    found = []
    for band in request.bands:
        try:
            queries = [
                raw_chips_query(square, days, level=request.level, band=band) for days in windows
            ]
        except RequestError:
            continue  # the service has no 60 m bands, nor an SCL of LEVEL1C
        found += [f"{endpoint}?{urlencode(query)}" for query in queries]
    return tuple(found)
