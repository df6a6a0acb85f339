"""The process that `benchmarks.load` looks at: many runs of one kind, or one long season."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cbm_chips.core import extract_chips, open_source
from cbm_chips.core.model import Chip
from cbm_chips.core.reading.shutdown import wait_for_reads

from .load_kinds import FORTNIGHT, KINDS, PATIENCE_S, Where
from .task import most_memory_mb

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
STEPS = 40
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
    cpu_s: float


def what_is_left(run: int) -> Left:
    """When what still writes to the caches has ended, and free memory is the system's again.

    What is left in gaps between blocks that are in use comes in steps and says nothing of growth.
    """
    wait_for_reads(timeout_s=PATIENCE_S)
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Left(
        run=run,
        rss_mb=round(pages * PAGE_BYTES / 1e6, 1),
        threads=threading.active_count(),
        handles=len(os.listdir("/proc/self/fd")),
        temporary_files=sum(len(files) for _, _, files in os.walk(tempfile.gettempdir())),
        objects=len(gc.get_objects()),
        cpu_s=round(time.process_time(), 1),
    )


def many_runs(job: dict[str, Any], home: Path) -> None:
    """Tell what is left every few runs, until all are done or the processor's time is used up."""
    wanted, most_cpu_s = int(job["runs"]), float(job["cpu_s"])
    step = max(wanted // STEPS, 1)
    with KINDS[job["kind"]].begin(Where(job["api"], job["service"], job["catalog"], home)) as run:
        for number in range(1, wanted + 1):
            if not run():
                raise RuntimeError(f"run {number} gave nothing")
            is_last = number == wanted or time.process_time() > most_cpu_s
            if number % step == 0 or is_last:
                _tell(asdict(what_is_left(number)))
            if is_last:
                return


def season(job: dict[str, Any], home: Path) -> None:
    """Tell the most that the process ever held, while all chips are kept."""
    start, end = job["days"]
    begun = time.perf_counter()
    wanted = replace(FORTNIGHT, start=start, end=end, bands=BANDS, size_m=1280)
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
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash when it is taken down
