"""Work while the search runs: opening connections, reading the SCL of dates already listed."""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from ...cache import pixel_key
from ...errors import SourceError
from ...reading.contract import EarlyReader, ReadJob
from ...reading.failures import ReaderClosed
from ...reading.origins import origin_of
from ...scenes.acquisitions import one_per_acquisition
from ...scenes.grids import grid_of
from ...sentinel2.bands import BANDS
from ..plan import needed_bands

if TYPE_CHECKING:
    from ...cache import ChipCache
    from ...model import ChipRequest, Search
    from ...reading.contract import Reader
    from ...sources.source import Source

SCL = "SCL"
PREFETCH_THREAD_NAME = "cbm-chips-ahead"
MOST_HOSTS = 2
"""Of an answer, connected to before it is known which files are read."""


class Prefetch:
    """The early work of one run. It yields nothing: later reads find blocks and connections.

    Scenes are chosen again from the whole search. An early choice that was wrong, as a page ended
    amid an acquisition, has cost a few requests.
    """

    def __init__(
        self, request: ChipRequest, source: Source, reader: Reader, cache: ChipCache | None
    ) -> None:
        """Does nothing with a `reader` that is no `EarlyReader`."""
        self._request, self._source, self._cache = request, source, cache
        self._reader = reader if isinstance(reader, EarlyReader) else None
        self._has_ended = threading.Event()

    def preconnect(self) -> None:
        """The source is going to be asked: open connections to where its files lie."""
        if self._reader is not None and self._source.pixel_hosts:
            self._reader.preconnect(self._source.pixel_hosts)

    def connect_to(self, search: Search) -> None:
        """The source has answered: open connections to where its files lie."""
        if self._reader is not None and not self._source.pixel_hosts:
            files = (asset.href for scene in search.scenes for asset in scene.assets.values())
            hosts = {origin: href for href in files if (origin := origin_of(href)) is not None}
            if hosts:
                self._reader.preconnect(list(hosts.values())[:MOST_HOSTS])

    def begin(self, answer: bytes) -> None:
        """A part of the answer is there, in the background read the SCL of its dates."""
        has_scl = self._request.level in BANDS[SCL].levels
        if self._reader is not None and has_scl and not self._has_ended.is_set():
            work = (self._reader, answer)
            threading.Thread(
                target=self._read, args=work, name=PREFETCH_THREAD_NAME, daemon=True
            ).start()

    def close(self) -> None:
        """The run is over."""
        self._has_ended.set()

    def _read(self, reader: EarlyReader, answer: bytes) -> None:
        try:
            jobs = self._missing(self._jobs(answer))
        except SourceError:
            return  # the search will say so
        with (
            suppress(ReaderClosed),  # the run is over
            closing(reader.read_ahead(jobs, self._source.access)) as reads,
        ):
            for _ in reads:
                if self._has_ended.is_set():
                    return

    def _jobs(self, answer: bytes) -> list[ReadJob]:
        place, size_m = self._request.place, self._request.size_m
        found = self._source.parse(answer, self._request).scenes
        grid = grid_of(place, size_m, (scene.epsg for scene in found))
        scenes = one_per_acquisition(found, grid, needed_bands(self._request)).scenes
        scl_grid = grid.at(BANDS[SCL].chip_resolution_m)
        return [ReadJob(one.assets[SCL], scl_grid) for one in scenes if SCL in one.assets]

    def _missing(self, jobs: list[ReadJob]) -> list[ReadJob]:
        if self._cache is None:
            return jobs
        keys = [pixel_key(self._source.identity, job.asset, job.grid) for job in jobs]
        return [job for job, kept in zip(jobs, self._cache.get_all_pixels(keys)) if kept is None]
