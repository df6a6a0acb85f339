"""The process that `benchmarks.load` looks at: many runs, or one long season."""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from shutil import rmtree
from typing import Any

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import Chip
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.reading.shutdown import wait_for_reads

from .task import most_memory_mb

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
PLACE = Place(lon=5.664, lat=52.694)
MONTH = ChipRequest(
    PLACE, start="2022-06-01", end="2022-06-30", bands=("B04", "B08", "SCL"), size_m=640
)
STEPS = 20
PATIENCE_S = 60.0
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Left:
    """What a process holds after a number of runs, its garbage collected."""

    run: int
    rss_mb: float
    threads: int
    handles: int
    temporary_files: int
    objects: int


def what_is_left(run: int) -> Left:
    """When what still writes to the caches has ended."""
    wait_for_reads(timeout_s=PATIENCE_S)
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Left(
        run=run,
        rss_mb=round(pages * PAGE_BYTES / 1e6, 1),
        threads=threading.active_count(),
        handles=len(os.listdir("/proc/self/fd")),
        temporary_files=sum(len(files) for _, _, files in os.walk(tempfile.gettempdir())),
        objects=len(gc.get_objects()),
    )


@dataclass(frozen=True)
class Runs:
    """The kinds of run, which take turns."""

    api: str
    catalog: str
    home: Path

    @property
    def kinds(self) -> tuple[Callable[[], int], ...]:
        """Each gives its number of chips."""
        return (self.local, self.remote, self.fresh_cache, self.kept_cache, self.left, self.written)

    def local(self) -> int:
        return self._read(self.catalog, None)

    def remote(self) -> int:
        return self._read(self.api, None)

    def fresh_cache(self) -> int:
        folder = tempfile.mkdtemp(dir=self.home)
        try:
            return self._read(self.api, Path(folder))
        finally:
            wait_for_reads(timeout_s=PATIENCE_S)
            rmtree(folder)

    def kept_cache(self) -> int:
        return self._read(self.api, self.home / "kept")

    def left(self) -> int:
        """Cancelled after the first chip."""
        return self._read(self.api, None, most=1)

    def written(self) -> int:
        """Over the same folder each time."""
        with open_source(self.catalog) as source, RunWriter(self.home / "run") as run:
            for result in extract_chips(MONTH, source, cache=None):
                run.add(PLACE, result)
        return run.finish().count

    @staticmethod
    def _read(name: str, cache: Path | None, *, most: int | None = None) -> int:
        with open_source(name) as source:
            chips = extract_chips(MONTH, source, cache=cache)
            return sum(isinstance(one, Chip) for one in islice(chips, most))


def many_runs(job: dict[str, Any], home: Path) -> None:
    """Tell what is left, `STEPS` times."""
    runs = Runs(job["api"], job["catalog"], home)
    kinds, wanted = runs.kinds, int(job["runs"])
    for number in range(1, wanted + 1):
        if not kinds[number % len(kinds)]():
            raise RuntimeError(f"run {number} gave no chip")
        if number % max(wanted // STEPS, 1) == 0 or number == wanted:
            _tell(asdict(what_is_left(number)))


def season(job: dict[str, Any], home: Path) -> None:
    """Tell the most that the process ever held, while all chips are kept."""
    start, end = job["days"]
    begun = time.perf_counter()
    wanted = replace(MONTH, start=start, end=end, bands=BANDS, size_m=1280)
    with open_source(job["api"]) as source:
        chips = list(extract_chips(wanted, source, cache=home / "season"))
    whole = sum(isinstance(one, Chip) and len(one.bands) >= len(BANDS) for one in chips)
    taken = time.perf_counter() - begun
    _tell({"dates": whole, "rss_mb": most_memory_mb(), "seconds": taken})


def _tell(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    {"runs": many_runs, "season": season}[given["do"]](given, Path(sys.argv[2]))
