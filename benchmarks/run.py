"""24 dates x 8 assets over a line with latency: seconds, requests and bytes, ours and others'.

    python -m benchmarks.run [--latency-ms 20] [--repeats 5] [--block-px 1024 512] [--quick]

Prints one table per block size. See README.md for what is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Callable, Optional

from tests.servers.process import ServerProcess

from . import variants
from .archive import BAND_NAMES, BLOCK_SIZES, built_archive, days, file_of, stac_items
from .variants import VARIANTS, Outcome, Task, digest

REPOSITORY = Path(__file__).resolve().parents[1]
ARCHIVES = REPOSITORY / "build" / "bench"
DATES, QUICK_DATES = 24, 6
SLOW_REPEATS = 2
PEERS = (variants.POOL_16, variants.POOL_32)


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    latency_ms: float
    repeats: int
    dates: int

    def repeats_of(self, name: str) -> int:
        """Loops without threads take minutes: fewer of them."""
        return min(self.repeats, SLOW_REPEATS) if VARIANTS[name].is_slow else self.repeats


@dataclass(frozen=True)
class Sample:
    """One run of one variant, with what the two servers counted meanwhile."""

    outcome: Outcome
    files: dict[str, Any]
    searches: int


Samples = dict[str, list[Sample]]


@dataclass(frozen=True)
class Site:
    """An archive that is being served."""

    folder: Path
    files: ServerProcess
    api: ServerProcess

    def task(self, plan: Plan, cache: str) -> Task:
        """All files of the plan's dates, by URL."""
        return Task(list(_files(plan, f"{self.files.url}/")), self.api.url, cache)

    def counted(self, work: Callable[[], Outcome]) -> Sample:
        """Do it, and count what it asks."""
        self.files.reset()
        self.api.reset()
        outcome = work()
        return Sample(outcome, self.files.stats(), self.api.stats()["requests"])


def _files(plan: Plan, prefix: str) -> Iterator[tuple[str, str, str]]:
    for day in days(plan.dates):
        for band in BAND_NAMES:
            yield day.isoformat(), band, prefix + file_of(day, band)


@contextmanager
def _served(folder: Path, plan: Plan) -> Iterator[Site]:
    items = folder / "items.json"
    items.write_text(json.dumps(stac_items(plan.dates)), encoding="utf-8")
    with ExitStack() as open_servers:
        server = ServerProcess("range_files", folder, "--latency-ms", plan.latency_ms)
        files = open_servers.enter_context(server)
        api = open_servers.enter_context(
            ServerProcess("stac_api", items, "--asset-base", files.url)
        )
        yield Site(folder, files, api)


def measure(site: Site, plan: Plan) -> Samples:
    """Every variant in a fresh process, in turns; all must read what a local read gives."""
    expected = _local_digest(site.folder, plan)
    samples: Samples = {name: [] for name in VARIANTS}
    for turn in range(plan.repeats):
        with tempfile.TemporaryDirectory() as cache:
            task = site.task(plan, cache)
            for name in [name for name in VARIANTS if turn < plan.repeats_of(name)]:
                sample = site.counted(partial(_fresh_process, name, task))
                if sample.outcome.digest != expected:
                    raise RuntimeError(f"{name} read other pixels")
                samples[name].append(sample)
                _say(f"  {turn + 1}/{plan.repeats} {name}: {sample.outcome.wall_s:.2f} s")
    return samples


def _local_digest(folder: Path, plan: Plan) -> str:
    task = Task(list(_files(plan, f"{folder}/")))
    return digest(list(VARIANTS[variants.PLAIN].read(task)), task)


def _fresh_process(name: str, task: Task) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.variants", name],
        cwd=REPOSITORY,
        env={**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
        input=json.dumps(vars(task)),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return Outcome(**json.loads(done.stdout))


COLUMNS = (
    "variant",
    "seconds (range)",
    "to best pool",
    "plain loop to it",
    "first, s",
    "CPU, s",
    "RSS, MB",
    "requests (HEAD, 404)",
    "search",
    "MB",
    "runs",
)


def table(samples: Samples) -> str:
    """The medians, as Markdown."""
    peer = min((samples[name] for name in PEERS), key=_wall_s)
    plain = samples[variants.PLAIN]
    rows = [_row(name, samples[name], peer=peer, plain=plain) for name in samples]
    lines = [COLUMNS, ["---", *["---:"] * (len(COLUMNS) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(
    name: str, samples: Sequence[Sample], *, peer: Sequence[Sample], plain: Sequence[Sample]
) -> list[str]:
    walls = [sample.outcome.wall_s for sample in samples]
    files = samples[-1].files
    return [
        VARIANTS[name].title,
        f"{median(walls):.2f} ({min(walls):.2f} – {max(walls):.2f})",
        f"{_ratio(samples, peer):.2f}",
        f"{_wall_s(plain) / median(walls):.0f}",
        f"{_median(samples, 'first_s'):.2f}",
        f"{_median(samples, 'cpu_s'):.2f}",
        f"{_median(samples, 'rss_mb'):.0f}",
        f"{files['requests']} ({files['heads']}, {files['not_found']})",
        str(samples[-1].searches),
        f"{files['bytes'] / 1e6:.1f}",
        str(len(samples)),
    ]


def _ratio(one: Sequence[Sample], other: Sequence[Sample]) -> float:
    """Median over the turns: what else the machine does falls on both of a turn."""
    return median(a.outcome.wall_s / b.outcome.wall_s for a, b in zip(one, other))


def _wall_s(samples: Sequence[Sample]) -> float:
    return _median(samples, "wall_s")


def _median(samples: Iterable[Sample], field: str) -> float:
    return median(getattr(sample.outcome, field) for sample in samples)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--latency-ms", type=float, default=20, help="added to each file request")
    parser.add_argument("--repeats", type=int, default=5, help="runs of each fast variant")
    parser.add_argument("--block-px", type=int, nargs="+", choices=BLOCK_SIZES, default=BLOCK_SIZES)
    parser.add_argument("--quick", action="store_true", help="6 dates, 1024-blocks, one run each")
    options = parser.parse_args(arguments)
    if options.quick:
        options.repeats, options.block_px = 1, BLOCK_SIZES[:1]
    return options


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Build what is missing, measure, print."""
    options = _options(arguments)
    plan = Plan(options.latency_ms, options.repeats, QUICK_DATES if options.quick else DATES)
    for block_px in options.block_px:
        _say(f"Blocks of {block_px} px")
        folder = built_archive(ARCHIVES, block_px, dates=DATES)
        with _served(folder, plan) as site:
            samples = measure(site, plan)
        heading = f"{plan.dates} dates x {len(BAND_NAMES)} assets, {plan.latency_ms:g} ms, "
        print(f"\n{heading}blocks of {block_px} px\n\n{table(samples)}\n", flush=True)


if __name__ == "__main__":
    main()
