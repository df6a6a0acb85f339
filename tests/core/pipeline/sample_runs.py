"""Runs over the sample archive, and what is looked at of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Optional, Union

import numpy as np

from cbm_chips.core import Chip, ChipRequest, FailedChip, Place, extract_chips
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Scene
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.contract import WINDOW, Pixels, Read
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.source import Source
from tests.sample_servers import Served

HURRIED = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
JUNE_DATES = 4
MID_JUNE = {"start": "2022-06-10", "end": "2022-06-20"}
"""Two of them, the clear ones."""
CLASSES = ("B08", "B04", "SCL")


def a_request(place: Place, **changes: Any) -> ChipRequest:
    """Of June: four dates, two of them clear, one of them with a fallback."""
    values = {"start": "2022-06-01", "end": "2022-06-30", "bands": CLASSES}
    return ChipRequest(place, **{**values, **changes})


def results_of(
    request: ChipRequest, source: Source, cache: Optional[ChipCache] = None, **how: Any
) -> list[Union[Chip, FailedChip]]:
    """All of a run; by the reader that a user has, unless `how` names one."""
    return list(extract_chips(request, source, cache=cache, **how))


def chips_of(results: Iterable[object]) -> list[Chip]:
    """Those among them, by their time."""
    chips = (item for item in results if isinstance(item, Chip))
    return sorted(chips, key=lambda chip: chip.scene.acquired)


def scenes_found(request: ChipRequest, source: Source) -> tuple[Scene, ...]:
    """The dates of a request, none of them read yet."""
    with closing(run(request, source, Tools(RasterReader(HURRIED)))) as events:
        return next(event for event in events if isinstance(event, Found)).scenes


def path_of(scene: Scene, band: str, servers: Served) -> str:
    """The band's path on the file server."""
    return scene.assets[band].href.removeprefix(servers.files.url)


@dataclass(frozen=True)
class MadeUpReader:
    """Gives the number `dn` says for each file; None for a file that is missing."""

    dn: Callable[[Asset], Optional[int]]

    def read_all(self, jobs, access):
        """See `contract.Reader`."""
        for job in jobs:
            value = self.dn(job.asset)
            if value is None:
                yield Read(job, error=ReadError("404, file missing", http_status=404))
            else:
                values = np.full((job.grid.height_px, job.grid.width_px), value, np.uint16)
                yield Read(job, pixels=Pixels(values, WINDOW, "made up"))
