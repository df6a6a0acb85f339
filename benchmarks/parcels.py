"""Numbers of many parcels over a line with latency: ours and others'.

    python -m benchmarks.parcels [--only ours bincount ...] [--repeats 3]

All that count by pixel centres have to give the same numbers. Ratios are of parcel-dates a second;
who is slow does some of the parcels and dates.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray

from tests.servers.process import ServerProcess

from . import archive
from .environment import peers_python
from .measuring import REPOSITORY
from .parcel_task import ParcelOutcome, ParcelTask

BENCH = REPOSITORY / "build" / "bench"
DATES, LATENCY_MS = 24, 20
Array = NDArray[Any]
OURS, PEERS = "benchmarks.our_parcels", "benchmarks.peers.parcels"


@dataclass(frozen=True)
class Counting:
    """One contestant, in one layout of parcels.

    Attributes:
        title: for the table.
        module, way: what runs.
        layout: out of `LAYOUTS`.
        parcels, dates: of the layout that it does; 0 for all.
        is_exact: it counts by pixel centres, so that its numbers have to be the same.
        is_second: after the same was done in its process.
        is_local: from the disk, so that the processor is the limit.
        block_px: of the files.
        most_runs: who is slow has one.
    """

    title: str
    module: str
    way: str
    layout: str = "dense"
    parcels: int = 0
    dates: int = DATES
    is_exact: bool = True
    is_second: bool = False
    is_local: bool = False
    block_px: int = 1024
    most_runs: int = 99


CONTESTANTS: dict[str, Counting] = {
    "loop": Counting("rasterstats, a plain loop", PEERS, "loop", parcels=20, dates=1, most_runs=1),
    "rasterstats": Counting("rasterstats by scene", PEERS, "rasterstats", dates=2, most_runs=1),
    "exactextract": Counting(
        "exactextract, raster-sequential", PEERS, "exactextract", dates=6, is_exact=False
    ),
    "bincount": Counting("whole windows by 8 threads, bincount", PEERS, "bincount"),
    "ours": Counting("**our plan**", OURS, "plan"),
    "again": Counting("our plan, again from what is kept", OURS, "kept", is_second=True),
    "one worker": Counting(
        "our plan on Dask, one worker, from disk",
        OURS,
        "one worker",
        dates=8,
        is_second=True,
        is_local=True,
    ),
    "two workers": Counting(
        "our plan on Dask, two workers, from disk",
        OURS,
        "two workers",
        dates=8,
        is_second=True,
        is_local=True,
    ),
    "many": Counting("our plan, 10,000 parcels", OURS, "plan", layout="many"),
    "sparse": Counting(
        "our plan, a parcel every 5 km, blocks of 5 km", OURS, "plan", layout="sparse", block_px=512
    ),
    "sparse, large blocks": Counting(
        "our plan, a parcel every 5 km, blocks of 10 km", OURS, "plan", layout="sparse"
    ),
}
LAYOUTS = {"dense": 1000, "many": 10_000, "sparse": 64}


def write_layout(path: Path, count: int, *, is_sparse: bool) -> tuple[float, ...]:
    """Parcels as GeoJSON: rectangles of 40 to 350 m, turned; their bounds on the 20 m lattice."""
    rng = np.random.default_rng(7)
    side = archive.DATA_PX * 10
    left = archive.LEFT + archive.DATA_AT_PX * 10
    top = archive.TOP - archive.DATA_AT_PX * 10
    features: list[dict[str, Any]] = []
    low, high = [np.inf, np.inf], [-np.inf, -np.inf]
    for number in range(count):
        if is_sparse:
            across = round(count**0.5)
            cell = np.array([number % across, number // across]) * side / across
            middle = cell + rng.uniform(300, side / across - 300, 2)
        else:
            middle = rng.uniform(300, side - 300, 2)
        half, turn = rng.uniform(20, 175, 2), rng.uniform(0, np.pi)
        corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]) * half
        rotation = np.array([(np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))])
        ring = corners @ rotation.T + (left, top) + middle * (1, -1)
        low, high = np.minimum(low, ring.min(axis=0)), np.maximum(high, ring.max(axis=0))
        geometry = {"type": "Polygon", "coordinates": [ring.tolist()]}
        name = f"{number:06}"
        told = {"id": name}
        features.append({"type": "Feature", "id": name, "properties": told, "geometry": geometry})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    west, south = (float(np.floor(one / 20) * 20) for one in low)
    east, north = (float(np.ceil(one / 20) * 20) for one in high)
    return west, south, east, north


@dataclass
class Counted:
    """All runs of one contestant."""

    outcomes: list[ParcelOutcome] = field(default_factory=list)
    files: dict[str, Any] = field(default_factory=dict)
    parcel_dates: int = 0
    absence: str = ""

    def median(self, what: str) -> float:
        """Of a field of the outcomes."""
        return float(median(getattr(one, what) for one in self.outcomes))

    @property
    def rate(self) -> float:
        """Parcel-dates a second."""
        return self.parcel_dates / self.median("wall_s")


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure in turns, print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    names = list(CONTESTANTS)
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args(arguments)
    BENCH.mkdir(parents=True, exist_ok=True)
    results = {name: Counted() for name in options.only}
    sizes = sorted({CONTESTANTS[name].block_px for name in results})
    with ExitStack() as stack, tempfile.TemporaryDirectory() as home:
        served = {size: stack.enter_context(_served(size)) for size in sizes}
        expected: dict[str, Any] = {}
        for turn in range(options.repeats):
            for name, counted in results.items():
                one = CONTESTANTS[name]
                if turn < one.most_runs and not counted.absence:
                    _one(one, counted, *served[one.block_px], Path(home), expected)
                    _say(name, counted)
    print("\n".join(_lines(results)))


def _say(name: str, counted: Counted) -> None:
    words = counted.absence or f"{counted.outcomes[-1].wall_s:.2f} s"
    print(f"  {name}: {words}", file=sys.stderr, flush=True)


def _one(
    contestant: Counting,
    counted: Counted,
    server: ServerProcess,
    task: ParcelTask,
    home: Path,
    expected: dict[str, Any],
) -> None:
    layout = home / f"{contestant.layout}.geojson"
    bounds = write_layout(
        layout, LAYOUTS[contestant.layout], is_sparse=contestant.layout == "sparse"
    )
    with tempfile.TemporaryDirectory(dir=home) as folder:
        own = replace(
            task,
            parcels=str(layout),
            bounds=bounds,
            days=task.days[: contestant.dates],
            most_parcels=contestant.parcels,
            folder=str(Path(folder, "cache")),
            numbers=str(Path(folder, "numbers.npy")),
            is_second=contestant.is_second,
            api=_catalog(contestant.block_px) if contestant.is_local else task.api,
        )
        server.reset()
        done = _run(contestant, own)
        if done.returncode:
            counted.absence = done.stderr.strip().rpartition("\n")[2][-200:]
            return
        numbers = np.load(own.numbers)
    counted.outcomes.append(ParcelOutcome(**json.loads(done.stdout)))
    counted.files = server.stats()
    counted.parcel_dates = numbers.shape[0] * numbers.shape[1]
    if contestant.is_exact:
        _check_same(numbers, expected, contestant)


def _run(contestant: Counting, task: ParcelTask) -> subprocess.CompletedProcess[str]:
    python = peers_python(BENCH) if contestant.module == PEERS else sys.executable
    return subprocess.run(
        [python, "-m", contestant.module, contestant.way],
        cwd=REPOSITORY,
        input=json.dumps(asdict(task)),
        capture_output=True,
        check=False,
        text=True,
    )


def _check_same(numbers: Array, expected: dict[str, Any], contestant: Counting) -> None:
    of = f"{contestant.layout} {contestant.block_px}"
    known = expected.setdefault(of, numbers)
    if known.size < numbers.size:
        known, numbers, expected[of] = numbers, known, numbers
    part = known[: numbers.shape[0], : numbers.shape[1]]
    if not np.allclose(part, numbers, rtol=1e-9, atol=1e-9, equal_nan=True):
        raise RuntimeError(f"{contestant.title}: other numbers")


def _lines(results: dict[str, Counted]) -> Iterator[str]:
    yield "| way | parcel-dates/s | wall s | CPU s | most MB | MB read | requests |"
    yield "|---|---|---|---|---|---|---|"
    for name, counted in results.items():
        title = CONTESTANTS[name].title
        if not counted.outcomes:
            yield f"| {title} | {counted.absence} | | | | | |"
            continue
        wall, cpu, rss = (counted.median(what) for what in ("wall_s", "cpu_s", "rss_mb"))
        read = counted.files["bytes"] / 1e6
        yield (
            f"| {title} | {counted.rate:,.0f} | {wall:.2f} | {cpu:.2f} | {rss:.0f} | {read:.0f} "
            f"| {counted.files['requests']} |"
        )
    yield ""
    yield "| goal | limit | reached |"
    yield "|---|---|---|"
    yield from _goals(results)


def _wall(there: dict[str, Counted], name: str, other: str) -> float:
    return there[name].median("wall_s") / there[other].median("wall_s")


@dataclass(frozen=True)
class ParcelGoal:
    """One line of the table of goals; `needs` are the contestants that have to be there."""

    what: str
    limit: str
    needs: tuple[str, ...]
    reach: Callable[[dict[str, Counted]], float]
    form: str = "{:.2f}"


GOALS = (
    ParcelGoal(
        "times the plain loop",
        ">= 300",
        ("ours", "loop"),
        lambda there: there["ours"].rate / there["loop"].rate,
        "{:.0f}",
    ),
    ParcelGoal(
        "most memory, MB",
        "<= 350",
        ("ours",),
        lambda there: there["ours"].median("rss_mb"),
        "{:.0f}",
    ),
    ParcelGoal(
        "10,000 parcels by 1,000, wall",
        "<= 3",
        ("many", "ours"),
        lambda there: _wall(there, "many", "ours"),
    ),
    ParcelGoal(
        "10,000 parcels by 1,000, CPU",
        "",
        ("many", "ours"),
        lambda there: there["many"].median("cpu_s") / there["ours"].median("cpu_s"),
    ),
    ParcelGoal(
        "a parcel every 5 km: bytes by whole blocks of 5 km",
        "<= 0.65",
        ("sparse",),
        lambda there: there["sparse"].files["bytes"] / _whole_blocks("sparse", 512),
    ),
    ParcelGoal(
        "likewise of 10 km, with four parcels in each",
        "",
        ("sparse, large blocks",),
        lambda there: there["sparse, large blocks"].files["bytes"] / _whole_blocks("sparse", 1024),
    ),
    ParcelGoal(
        "times faster from what is kept",
        ">= 10",
        ("ours", "again"),
        lambda there: _wall(there, "ours", "again"),
        "{:.1f}",
    ),
    ParcelGoal(
        "requests for pixels, from what is kept",
        "0",
        ("again",),
        lambda there: there["again"].files["requests"],
        "{:.0f}",
    ),
    ParcelGoal(
        "Dask: two workers by one, times, wall",
        ">= 1.6",
        ("one worker", "two workers"),
        lambda there: _wall(there, "one worker", "two workers"),
    ),
    ParcelGoal(
        "likewise, CPU of the plan and of the busiest worker",
        ">= 1.6",
        ("one worker", "two workers"),
        lambda there: there["one worker"].median("cpu_s") / there["two workers"].median("cpu_s"),
    ),
)


def _goals(results: dict[str, Counted]) -> Iterator[str]:
    there = {name: one for name, one in results.items() if one.outcomes}
    peers = [
        one
        for name, one in there.items()
        if CONTESTANTS[name].module == PEERS and CONTESTANTS[name].most_runs > 1
    ]
    if peers and "ours" in there:
        ratio = max(one.rate for one in peers) / there["ours"].rate
        yield f"| wall by the best peer's | <= 0.67 | {ratio:.2f} |"
    for goal in GOALS:
        if set(goal.needs) <= set(there):
            yield f"| {goal.what} | {goal.limit} | {goal.form.format(goal.reach(there))} |"


def _whole_blocks(layout: str, block_px: int) -> float:
    """Bytes of all blocks that a layout's parcels touch, in all files of all dates."""
    import rasterio
    from rasterio.windows import from_bounds
    from shapely.geometry import shape

    folder = archive.built_archive(BENCH, block_px, dates=DATES)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home, "layout.geojson")
        write_layout(path, LAYOUTS[layout], is_sparse=layout == "sparse")
        shapes = [shape(one["geometry"]) for one in json.loads(path.read_text())["features"]]
    total = 0
    for day in archive.days(DATES):
        for band in ("B04", "B08", "SCL"):
            with rasterio.open(folder / archive.file_of(day, band)) as file:
                height, width = file.block_shapes[0]
                blocks = set()
                for one in shapes:
                    (top, bottom), (left, right) = from_bounds(
                        *one.bounds, transform=file.transform
                    ).toranges()
                    rows = range(int(top) // height, int(bottom) // height + 1)
                    cols = range(int(left) // width, int(right) // width + 1)
                    blocks |= {(col, row) for row in rows for col in cols}
                for col, row in blocks:
                    total += int(file.get_tag_item(f"BLOCK_SIZE_{col}_{row}", "TIFF", bidx=1) or 0)
    return float(total)


def _catalog(block_px: int) -> str:
    """A static catalogue of the archive, on the disk."""
    folder = archive.built_archive(BENCH, block_px, dates=DATES)
    links = []
    for item in archive.stac_items(DATES):
        (folder / f"{item['id']}.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{item['id']}.json"})
    head = {"type": "Catalog", "stac_version": "1.0.0", "id": "archive", "description": "archive"}
    path = folder / "catalog.json"
    path.write_text(json.dumps({**head, "links": links}))
    return str(path)


@contextmanager
def _served(block_px: int) -> Iterator[tuple[ServerProcess, ParcelTask]]:
    folder = archive.built_archive(BENCH, block_px, dates=DATES)
    items = folder / "items.json"
    items.write_text(json.dumps(archive.stac_items(DATES)), encoding="utf-8")
    days = archive.days(DATES)
    latency = ("--latency-ms", LATENCY_MS)
    with (
        ServerProcess("server", folder, *latency, package="benchmarks") as server,
        ServerProcess("stac_api", items, "--asset-base", server.url) as api,
    ):
        files = {
            day.isoformat(): {
                band: f"{server.url}/{archive.file_of(day, band)}" for band in ("B04", "B08", "SCL")
            }
            for day in days
        }
        bounds = (0.0, 0.0, 0.0, 0.0)
        yield server, ParcelTask("", files, tuple(files), 0, bounds, api.url, "", "", server.url)


if __name__ == "__main__":
    main()
