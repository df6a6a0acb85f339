"""What is left behind by 2,000 runs of one process, and the memory of a long season.

    python -m benchmarks.load [--runs 2000] [--dates 200] [--write]

Runs take turns: a catalog on the disk, a STAC API without a cache, with a cache of its own, with
one that is kept, one that is cancelled after its first chip, one whose chips are written. A season
is read cold and again from its cache, every chip kept. `--write` puts the tables into
docs/reliability.md. Linux only; takes 10 to 30 minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional

from cbm_chips.core.sample_archive import build_sample
from tests.sample_servers import items_of, served

from .load_runs import Left

REPOSITORY = Path(__file__).resolve().parents[1]
WORK = REPOSITORY / "build" / "load"
PAGE = REPOSITORY / "docs" / "reliability.md"
WARM_UP = 0.25
"""Share of the runs after which nothing may grow: caches of Python and GDAL are full by then."""
MOST_GROWTH_MB = 10.0
MOST_SEASON_MB = 300.0
FIRST_DAY = date(2016, 1, 4)
DAYS_APART = 5


@dataclass(frozen=True)
class Verdict:
    """A row of the table of figures: what was measured, and whether it is as it should be."""

    what: str
    figures: str
    goal: str
    is_met: bool

    @property
    def line(self) -> str:
        """As Markdown."""
        return f"| {self.what} | {self.figures} | {self.goal} | {'yes' if self.is_met else 'NO'} |"


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Build what is missing, measure, print; ends with an error where a goal is missed."""
    options = _options(arguments)
    WORK.mkdir(parents=True, exist_ok=True)
    catalog = build_sample(WORK / "sample")
    verdicts = [*many_runs(catalog, options.runs), *long_season(catalog, options.dates)]
    text = _table(verdicts, options)
    print(text)
    if options.write:
        PAGE.write_text(put_between(PAGE.read_text("utf-8"), "load", text), encoding="utf-8")
    sys.exit(not all(verdict.is_met for verdict in verdicts))


def many_runs(catalog: Path, runs: int) -> list[Verdict]:
    """One process, run after run."""
    with tempfile.TemporaryDirectory(dir=WORK) as home, served(catalog, Path(home)) as servers:
        job = {"do": "runs", "runs": runs, "api": servers.api.url, "catalog": str(catalog)}
        left = [Left(**row) for row in _child(job, Path(home))]
    warm = next(one for one in left if one.run >= WARM_UP * runs)
    return growth(warm, left[-1])


def growth(warm: Left, last: Left) -> list[Verdict]:
    """What a process has more of at its end than when it was warm."""
    span = f"after {warm.run:,} runs {{}}, after {last.run:,} runs {{}}"
    more_mb = last.rss_mb - warm.rss_mb
    memory = span.format(f"{warm.rss_mb:.0f} MB", f"{last.rss_mb:.0f} MB")
    rows = [
        Verdict(
            "memory", memory, f"at most {MOST_GROWTH_MB:.0f} MB more", more_mb <= MOST_GROWTH_MB
        )
    ]
    for what in ("threads", "handles", "temporary_files"):
        before, after = getattr(warm, what), getattr(last, what)
        title = what.replace("_", " ")
        rows.append(Verdict(title, span.format(before, after), "not more", after <= before))
    return rows


def long_season(catalog: Path, dates: int) -> list[Verdict]:
    """Ten bands of many dates, all of them kept by the caller: cold, then from the cache."""
    season = linked_season(catalog, WORK / f"season-{dates}", dates)
    rows = []
    with tempfile.TemporaryDirectory(dir=WORK) as home, served(season, Path(home)) as servers:
        last = FIRST_DAY + timedelta(days=DAYS_APART * dates)
        days = (FIRST_DAY.isoformat(), last.isoformat())
        job = {"do": "season", "api": servers.api.url, "days": days}
        for how in ("nothing cached", "all of it cached"):
            (told,) = _child(job, Path(home))
            figures = f"{told['dates']} dates, {told['rss_mb']:.0f} MB, {told['seconds']:.0f} s"
            is_met = told["rss_mb"] <= MOST_SEASON_MB and told["dates"] == dates
            goal = f"at most {MOST_SEASON_MB:.0f} MB"
            rows.append(Verdict(f"{dates} dates x 10 bands, {how}", figures, goal, is_met))
    return rows


def linked_season(catalog: Path, folder: Path, dates: int) -> Path:
    """The sample's dates under new days and names, again and again: links take no room."""
    if not (folder / "catalog.json").exists():
        made = Path(tempfile.mkdtemp(dir=folder.parent))
        items = [item for item in json.loads(items_of(catalog)) if "l2a" in item["collection"]]
        for number, item in zip(range(dates), _without_end(items)):
            _link(item, number, catalog.parent, made)
        (made / "catalog.json").write_text("{}", encoding="utf-8")
        made.rename(folder)
    return folder / "catalog.json"


def _without_end(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    while True:
        yield from (json.loads(json.dumps(item)) for item in items)


def _link(item: dict[str, Any], number: int, archive: Path, made: Path) -> None:
    day = FIRST_DAY + timedelta(days=DAYS_APART * number)
    moment = datetime(day.year, day.month, day.day, 10, 56, 23, tzinfo=timezone.utc)
    folder = made / f"{number:04}"
    folder.mkdir()
    for asset in item["assets"].values():
        source = archive / asset["href"]
        asset["href"] = source.name
        if not (folder / source.name).exists():
            os.link(source, folder / source.name)
    label = moment.strftime("%Y%m%dT%H%M%S")
    item["id"] = f"S2A_T31UFU_{label}_L2A"
    item["properties"]["datetime"] = moment.isoformat().replace("+00:00", "Z")
    for name in [name for name in item["properties"] if name.startswith("s2:")]:
        del item["properties"][name]  # they name the acquisition that it was before
    (folder / "item.json").write_text(json.dumps(item), encoding="utf-8")


def _child(job: dict[str, Any], home: Path) -> list[dict[str, Any]]:
    """What a fresh process tells, a line of JSON each; its temporary files lie below `home`."""
    temporary = home / "tmp"
    temporary.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(temporary), "no_proxy": "127.0.0.1"}
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load_runs", json.dumps(job), str(home)],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout
        told = []
        for line in child.stdout:
            sys.stderr.write(line)
            told.append(json.loads(line))
    if child.returncode:
        raise RuntimeError(f"{job['do']} ended with {child.returncode}")
    return told


def _table(verdicts: Sequence[Verdict], options: argparse.Namespace) -> str:
    command = f"python -m benchmarks.load --runs {options.runs} --dates {options.dates}"
    day = datetime.now(tz=timezone.utc).date()
    head = f"`{command}`, {day}, {os.cpu_count()} cores:\n\n| what | figures | goal | met |\n"
    return head + "|---|---|---|---|\n" + "\n".join(verdict.line for verdict in verdicts)


def put_between(page: str, name: str, text: str) -> str:
    """The page with `text` between its two marks of that name.

    Raises:
        ValueError: when it has none.
    """
    begin, end = f"<!-- {name}: made -->", f"<!-- end of {name} -->"
    before, found, rest = page.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found or not found_end:
        raise ValueError(f"no marks of {name}")
    return f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}"


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--dates", type=int, default=200)
    parser.add_argument("--write", action="store_true", help="keep it in docs/reliability.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
