"""What is left behind by 2,000 runs of each kind in one process, and the memory of a long season.

    python -m benchmarks.load [--runs 2000] [--minutes 10] [--dates 200] [--kinds ...] [--write]

Each kind of run (`load_kinds.KINDS`) has a process of its own, which ends after so many runs or so
many minutes of its processor's time. A season is read cold and again from its cache, every chip
kept. `--write` puts the rows into the tables of docs/reliability.md; rows of kinds that were not
run stay. Linux only; all of it takes about an hour, so run it with `nice`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional

from cbm_chips.core.sample_archive import build_sample
from tests.sample_servers import items_of, served
from tests.servers.process import ServerProcess

from .load_kinds import KINDS
from .load_runs import Left

REPOSITORY = Path(__file__).resolve().parents[1]
WORK = REPOSITORY / "build" / "load"
PAGE = REPOSITORY / "docs" / "reliability.md"
WARM_UP = 0.25
"""Share of the runs after which nothing may grow: what comes and goes has its room by then."""
MOST_GROWTH_MB = 10.0
ARENAS = 1
"""Of malloc. As it is delivered, glibc has up to 8 for each core, in which threads take turns: each
keeps at its end the most that a thread ever had of it, which a process gives back to nobody. That
fills up over hundreds of runs, and would hide what leaks."""
MOST_SEASON_MB = 300.0
FIRST_DAY = date(2016, 1, 4)
DAYS_APART = 5
COUNTED = ("rss_mb", "threads", "handles", "temporary_files")
SEASON = "season"
HEADS = {
    "load": ("run", "runs", "memory, MB", "threads", "handles", "temporary files", "CPU, s"),
    SEASON: ("season", "memory, MB", "wall, s"),
}
"""Of the two tables; behind these stands whether the goals are met."""


@dataclass(frozen=True)
class Verdict:
    """A row of a table of figures: what was measured, and whether it is as it should be."""

    what: str
    figures: tuple[str, ...]
    is_met: bool

    @property
    def line(self) -> str:
        """As Markdown."""
        cells = (self.what, *self.figures, "yes" if self.is_met else "NO")
        return f"| {' | '.join(cells)} |"


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Build what is missing, measure, print; ends with an error where a goal is missed."""
    options = _options(arguments)
    WORK.mkdir(parents=True, exist_ok=True)
    catalog = build_sample(WORK / "sample")
    is_met = True
    for name, rows in (
        ("load", many_runs(catalog, options)),
        (SEASON, long_season(catalog, options.dates) if SEASON in options.kinds else ()),
    ):
        for row in rows:
            print(row.line, flush=True)
            is_met &= row.is_met
            if options.write:
                page = PAGE.read_text("utf-8")
                PAGE.write_text(with_row(page, name, row), encoding="utf-8")
    sys.exit(not is_met)


def many_runs(catalog: Path, options: argparse.Namespace) -> Iterator[Verdict]:
    """A process for each kind, run after run."""
    for kind in (one for one in KINDS if one in options.kinds):
        with tempfile.TemporaryDirectory(dir=WORK) as name, ExitStack() as stack:
            home = Path(name)
            api = stack.enter_context(served(catalog, home)).api
            service = stack.enter_context(ServerProcess("cbm_rest", catalog.parent))
            where = {"api": api.url, "service": f"cbm+{service.url}", "catalog": str(catalog)}
            most = {"runs": options.runs, "cpu_s": 60 * options.minutes}
            job = {"do": "runs", "kind": kind, **where, **most}
            told = _child(job, home, arenas=options.arenas)
        more = "" if options.arenas == ARENAS else f", {options.arenas} arenas"
        yield growth(f"{KINDS[kind].words}{more}", [Left(**row) for row in told])


def growth(what: str, left: Sequence[Left]) -> Verdict:
    """What a process has more of at its end than when it was warm."""
    last = left[-1]
    warm = next(one for one in left if one.run >= WARM_UP * last.run)
    pairs = [(getattr(warm, name), getattr(last, name)) for name in COUNTED]
    cells = [f"{before:.0f}, {after:.0f}" for before, after in pairs]
    is_met = last.rss_mb - warm.rss_mb <= MOST_GROWTH_MB
    is_met &= all(after <= before for before, after in pairs[1:])
    return Verdict(what, (f"{warm.run:,}, {last.run:,}", *cells, f"{last.cpu_s:.0f}"), is_met)


def long_season(catalog: Path, dates: int) -> Iterator[Verdict]:
    """Ten bands of many dates, all of them kept by the caller: cold, then from the cache."""
    season = linked_season(catalog, WORK / f"season-{dates}", dates)
    with tempfile.TemporaryDirectory(dir=WORK) as home, served(season, Path(home)) as servers:
        last = FIRST_DAY + timedelta(days=DAYS_APART * dates)
        days = (FIRST_DAY.isoformat(), last.isoformat())
        job = {"do": SEASON, "api": servers.api.url, "days": days}
        for how in ("nothing cached", "all of it cached"):
            (told,) = _child(job, Path(home))
            is_met = told["rss_mb"] <= MOST_SEASON_MB and told["dates"] == dates
            figures = (f"{told['rss_mb']:.0f}", f"{told['seconds']:.0f}")
            yield Verdict(f"{dates} dates x 10 bands, {how}", figures, is_met)


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


def _child(job: dict[str, Any], home: Path, *, arenas: int = ARENAS) -> list[dict[str, Any]]:
    """What a fresh process tells, a line of JSON each; its temporary files lie below `home`."""
    temporary = home / "tmp"
    temporary.mkdir(exist_ok=True)
    qgis = {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(home / "qgis")}
    own = {"TMPDIR": str(temporary), "CBM_CHIPS_CACHE": str(home / "cache"), **qgis}
    own["MALLOC_ARENA_MAX"] = str(arenas)
    environment = {**os.environ, **own, "no_proxy": "127.0.0.1"}
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


def with_row(page: str, name: str, row: Verdict) -> str:
    """The page with the row in its table: in place of the one of the same name, or as its last.

    Raises:
        ValueError: when the page has no such table.
    """
    begin, end = f"<!-- {name}: made -->\n", f"<!-- end of {name} -->"
    before, found, rest = page.partition(begin)
    table, found_end, after = rest.partition(end)
    if not found or not found_end:
        raise ValueError(f"no marks of {name}")
    lines = [line for line in table.splitlines() if line.startswith("| ")][1:]
    mine = [place for place, line in enumerate(lines) if line.startswith(f"| {row.what} |")]
    if mine:
        lines[mine[0]] = row.line
    else:
        lines.append(row.line)
    head = (*HEADS[name], "met")
    made = (
        f"{datetime.now(tz=timezone.utc).date()}, {os.cpu_count()} cores:",
        "",
        f"| {' | '.join(head)} |",
        "|---" * len(head) + "|",
        *lines,
    )
    return f"{before}{begin}\n" + "\n".join(made) + f"\n\n{end}{after}"


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    kinds = (*KINDS, SEASON)
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=2000, help="of each kind, at most")
    parser.add_argument("--minutes", type=float, default=10, help="CPU for each kind, at most")
    parser.add_argument("--arenas", type=int, default=ARENAS, help="of malloc in these processes")
    parser.add_argument("--dates", type=int, default=200, help="of the season")
    parser.add_argument("--kinds", nargs="+", choices=kinds, default=kinds)
    parser.add_argument("--write", action="store_true", help="keep it in docs/reliability.md")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
