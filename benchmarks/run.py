"""Chips over a line with latency: seconds, requests, bytes and memory, ours and others'.

    python -m benchmarks.run [--quick] [--only near far ...] [--repeats 5] [--write-readme]

The report goes to stdout as Markdown, progress to stderr. See README.md for what is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from .environment import PINS, peers_python
from .goals import Results
from .measuring import REPOSITORY, Arena
from .report import as_last_run, report, server_share
from .scenarios import SCENARIOS, Scenario

BENCH = REPOSITORY / "build" / "bench"
README = Path(__file__).resolve().parent / "README.md"


def say(words: str) -> None:
    """Progress."""
    print(words, file=sys.stderr, flush=True)


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Build what is missing, measure, print."""
    options = _options(arguments)
    begun, load = time.monotonic(), os.getloadavg()[0]
    BENCH.mkdir(parents=True, exist_ok=True)
    arena = Arena(BENCH, peers_python(BENCH), say)
    results = {}
    for scenario in _chosen(options):
        say(scenario.title)
        results[scenario.name] = arena.measure(scenario)
    facts = _facts(results, load=load, seconds=time.monotonic() - begun)
    if options.quick:
        facts.append("**Quick: few dates and one turn show that it works, not how fast.**")
    text = report(results, facts)
    print(text)
    if options.write_readme:
        README.write_text(as_last_run(README.read_text("utf-8"), text), "utf-8")


def _chosen(options: argparse.Namespace) -> list[Scenario]:
    rows = [SCENARIOS[name] for name in options.only]
    if options.quick:
        return [row for row in (row.quick() for row in rows) if row is not None]
    return [replace(row, repeats=min(row.repeats, options.repeats)) for row in rows]


def _facts(results: Results, *, load: float, seconds: float) -> list[str]:
    least, most = server_share(results)
    pins = PINS.read_text("utf-8").splitlines()
    peers = ", ".join(line.replace("==", " ") for line in pins if not line.startswith("#"))
    return [
        f"{os.cpu_count()} cores, load {load:.1f} before the run, Python "
        f"{platform.python_version()}; peers: {peers}.",
        f"The file server took {least:.2f} – {most:.2f} s of CPU a run; "
        f"{seconds / 60:.0f} minutes in all.",
    ]


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    names = list(SCENARIOS)
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="scenarios")
    parser.add_argument("--repeats", type=int, default=99, help="at most so many turns")
    parser.add_argument("--quick", action="store_true", help="few dates, one turn: a minute")
    parser.add_argument("--write-readme", action="store_true", help="keep it as the last run")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
