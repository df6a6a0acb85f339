"""Runs of four parcels into files; what many tests begin with is made once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from cbm_chips.core.parcels.files.series_file import SeriesFile, SeriesResult
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.planning.plan import ParcelPlan
from cbm_chips.core.sources.source import Source
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square

ASKED = {"start": "2022-03-01", "end": "2022-03-20", "bands": ("B04",), "indices": ("NDVI",)}
FIRST_DATE = {"end": "2022-03-10"}
ROWS = [
    ("007", a_square(WEST)),
    ("=1+1", a_square(MIDDLE, x_m=1500)),
    ("none", None),
    ("east", a_square(EAST, x_m=1500)),
]
DATES, PIECES = 2, 3


@dataclass
class SeriesRuns:
    """Over `source`; `folder` takes what is only looked at or copied."""

    source: Source
    folder: Path
    _plans: dict[str, ParcelPlan] = field(default_factory=dict)
    _whole: dict[str, SeriesResult] = field(default_factory=dict)

    def plan(self, **others: Any) -> ParcelPlan:
        """Of `ROWS`, asked for as `ASKED` but for `others`."""
        key = repr(sorted(others.items()))
        if key not in self._plans:
            self._plans[key] = plan_parcels(ROWS, {**ASKED, **others}, self.source)
        return self._plans[key]

    def file(self, path: Path, **others: Any) -> SeriesFile:
        """The file of a plan, as it is there."""
        return SeriesFile(self.plan(**others), path)

    def write(
        self, path: Path, *, most_pieces: Optional[int] = None, **others: Any
    ) -> tuple[int, Optional[SeriesResult]]:
        """Run into a file: how many pieces were missing, and the result.

        After `most_pieces` nobody goes on, nor finishes: there is no result.
        """
        file = self.file(path, **others)
        missing = len(file.todo.pieces)
        for progress in file.run(self.source):
            if progress.pieces_done == most_pieces:
                return missing, None
        return missing, file.finish()

    def whole(self, suffix: str = ".csv", **others: Any) -> SeriesResult:
        """A run that has ended, to look at; nobody changes its files."""
        key = f"{suffix} {sorted(others.items())!r}"
        if key not in self._whole:
            place = self.folder / str(len(self._whole))
            place.mkdir()
            _, result = self.write(place / f"series{suffix}", **others)
            assert result is not None
            self._whole[key] = result
        return self._whole[key]

    def copied(self, path: Path, **others: Any) -> Path:
        """As if a run that has ended had been written to `path`, with what stands beside it."""
        table = self.whole(path.suffix, **others).path
        for file in table.parent.iterdir():
            shutil.copy2(file, path.with_name(file.name.replace(table.name, path.name, 1)))
        return path
