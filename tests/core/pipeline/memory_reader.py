"""A reader of files in memory, and scenes whose files these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Scene
from cbm_chips.core.pipeline.assembled import SceneBands
from cbm_chips.core.pipeline.assembly import assemble
from cbm_chips.core.reading.contract import WINDOW, AccessTo, Pixels, Read, ReadJob, open_plainly
from tests.builders import a_grid, a_scene

GRID = a_grid(size_m=40)
BANDS = ("B04", "B08", "SCL")


@dataclass
class MemoryReader:
    """A reader of files kept in memory: href -> values; what is not there is missing.

    `errors` says otherwise for some files. Outcomes come last first, as order means nothing.
    """

    files: dict[str, np.ndarray] = field(default_factory=dict)
    errors: dict[str, ReadError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    batches: int = 0

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read]:
        """See `contract.Reader`."""
        self.batches += bool(jobs)
        for job in reversed(jobs):
            href = access(job.asset).url
            self.asked.append(href)
            yield self._read(job, href)

    def _read(self, job: ReadJob, href: str) -> Read:
        if href in self.errors:
            return Read(job, error=self.errors[href])
        if href not in self.files:
            return Read(job, error=ReadError("404, file missing", http_status=404))
        values = self.files[href]
        values.setflags(write=False)  # as those out of the cache are
        assert values.shape == (job.grid.height_px, job.grid.width_px)
        return Read(job, pixels=Pixels(values, WINDOW, "memory", bytes_read=values.nbytes))


def a_listed_scene(id, *, bands=BANDS, offset=0.0, **others) -> Scene:
    """A scene whose files are called `<id>/<band>`."""
    assets = {
        band: Asset(band, f"{id}/{band}")
        if band == "SCL"
        else Asset(band, f"{id}/{band}", 0.0001, offset)
        for band in bands
    }
    return a_scene(id=id, assets=assets, **others)


def files_of(*scenes: Scene, dn: int = 500, without: tuple[str, ...] = ()) -> dict[str, np.ndarray]:
    """Files full of one number for every asset listed, but those named in `without`."""
    return {
        asset.href: filled(dn if band != "SCL" else 4, band)
        for scene in scenes
        for band, asset in scene.assets.items()
        if asset.href not in without
    }


def filled(value: int, band: str = "B04") -> np.ndarray:
    """The chip full of one number."""
    if band == "SCL":
        return np.full((2, 2), value, np.uint8)
    return np.full((4, 4), value, np.uint16)


def half_empty(value: int, band: str = "B04") -> np.ndarray:
    """The upper half is filled, the lower has no data."""
    values = filled(value, band)
    values[len(values) // 2 :] = 0
    return values


def dates_of(reader, *wanted: SceneBands):
    return list(assemble(wanted, GRID, reader, open_plainly))


def one_date(reader, scene, bands=BANDS, have=None):
    (date,) = dates_of(reader, SceneBands(scene, bands, have))
    return date
