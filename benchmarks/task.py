"""What every contestant is told and what it tells: a task comes by stdin, an `Outcome` leaves.

Shared by the product's interpreter and the peers', which know nothing of one another: numpy and
the standard library only.
"""

from __future__ import annotations

import gc
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, Request, build_opener

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Piece = tuple[str, str, NDArray[np.generic]]
    """Day, band, pixels."""


@dataclass(frozen=True)
class Wanted:
    """A square chip out of one file, on the file's own pixels; left and top in metres."""

    day: str
    band: str
    url: str
    epsg: int
    left: float
    top: float
    resolution_m: int
    size_px: int

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        side = self.resolution_m * self.size_px
        return (self.left, self.top - side, self.left + side, self.top)


@dataclass(frozen=True)
class Task:
    """What is read.

    Attributes:
        wanted: all chips of all files.
        control: the file server's URL for its counters.
        ca_file: what to trust where the files come by https; empty for http.
        api: URL of the STAC API that lists the same files.
        items: path of the STAC items it answers with, hrefs relative to `base`.
        base: URL of the archive's folder, with a slash at the end.
        centre: of the reference chip, longitude and latitude.
        folder: for caches and files of the contestant's own.
        is_second: the same was read before in this process; only the second time counts.
    """

    wanted: tuple[Wanted, ...]
    control: str = ""
    ca_file: str = ""
    api: str = ""
    items: str = ""
    base: str = ""
    centre: tuple[float, float] = (0.0, 0.0)
    folder: str = ""
    is_second: bool = False

    @property
    def days(self) -> list[str]:
        """All days, sorted."""
        return sorted({one.day for one in self.wanted})

    def as_json(self) -> str:
        """To be sent to another process."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Task:
        """What `as_json` wrote."""
        task = json.loads(text)
        return cls(tuple(Wanted(**one) for one in task.pop("wanted")), **task)


@dataclass(frozen=True)
class Outcome:
    """What a run cost and what it read.

    Attributes:
        wall_s, cpu_s: of the reading; imports are not in them.
        first_s: until the first result could be used: a band, a flag, or all of it from readers
            that hand over nothing before.
        import_s: for the imports.
        rss_mb: the most memory the process ever had, imports and all.
        digest: of all pixels.
    """

    wall_s: float
    cpu_s: float
    first_s: float
    import_s: float
    rss_mb: float
    digest: str


@dataclass(frozen=True)
class Way:
    """One way to the pixels: how to read, and what is imported before the clock runs.

    `read` may yield None where something else than pixels can be shown: a date's flag.
    """

    read: Callable[[Task], Iterable[Piece | None]]
    imports: tuple[str, ...]


def contend(ways: Mapping[str, Way]) -> None:
    """Run the way that the command line names on the task from stdin; the `Outcome` to stdout."""
    task = Task.from_json(sys.stdin.read())
    print(json.dumps(asdict(run(ways[sys.argv[1]], task))))


def run(way: Way, task: Task) -> Outcome:
    """Read the task's pixels and measure it."""
    begun = time.perf_counter()
    for module in way.imports:
        import_module(module)
    import_s = time.perf_counter() - begun
    if task.is_second:
        list(way.read(task))
        forget_counts(task.control)
    gc.collect()  # what the imports have left; else it comes due somewhere in the reading
    started, cpu_started = time.perf_counter(), time.process_time()
    pieces: list[Piece] = []
    first_s = 0.0
    for piece in way.read(task):
        first_s = first_s or time.perf_counter() - started
        if piece is not None:
            pieces.append(piece)
    wall_s, cpu_s = time.perf_counter() - started, time.process_time() - cpu_started
    return Outcome(wall_s, cpu_s, first_s, import_s, most_memory_mb(), digest(pieces, task))


def digest(pieces: Iterable[Piece], task: Task) -> str:
    """One word for all pixels, whatever the order they came in.

    Raises:
        RuntimeError: when a chip is missing, or is there twice.
    """
    pieces = list(pieces)
    by_name = {(day, band): pixels for day, band, pixels in pieces}
    if set(by_name) != {(one.day, one.band) for one in task.wanted} or len(by_name) < len(pieces):
        raise RuntimeError("other files than those asked for")
    words = hashlib.sha256()
    for name in sorted(by_name):
        pixels = by_name[name]
        words.update(f"{name} {pixels.dtype.str} {pixels.shape}".encode())
        words.update(pixels.tobytes())
    return words.hexdigest()


def most_memory_mb() -> float:
    """VmHWM; what getrusage tells of a child counts the memory of the parent that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found: Any = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024


def forget_counts(control: str) -> None:
    """The file server counts from 0."""
    request = Request(f"{control}/__reset__", b"{}")
    with build_opener(ProxyHandler({})).open(request, timeout=20):
        pass
