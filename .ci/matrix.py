"""`make matrix`: the tests with other versions of QGIS and Python, their counts kept in
`docs/matrix.csv`, and README's table made of that.

Each chroot is built by debootstrap from the mirror that this machine's own apt uses, and kept; a
later run takes it up again. Inside, the same targets of `Makefile` run that a person runs. Two more
environments have no QGIS: core alone, with the newest and with the oldest wheels.

    make matrix MATRIX="--only forky --parts core,zip"
    make matrix MATRIX="--only newest --python /path/to/python3.13"
    make matrix MATRIX="--only forky --parts desktop --again"
"""

from __future__ import annotations

import argparse
import shlex
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

from matrix_rooms import ROOT, Environment, Runner, Unfit, in_chroot, with_wheels
from matrix_table import AGAIN, Row, counts, kept, put_into

README = ROOT / "README.md"
RESULTS = ROOT / "docs" / "matrix.csv"
LAST_FAILED = "--last-failed --last-failed-no-failures none"
NOTHING_TO_RUN = 5
"""pytest's exit status where no test was chosen."""

PARTS = {
    "lint": ("Lint", "make lint"),
    "core": ("Core's tests", "make test-core WORKERS={workers}"),
    "desktop": ("Tests in QGIS", "make test-desktop WORKERS={workers} WARNINGS="),
    "hidden-core": (
        "Core's with rasterio hidden",
        "make test-core-without-rasterio WORKERS={workers}",
    ),
    "hidden-desktop": (
        "In QGIS with rasterio hidden",
        "make test-desktop-without-rasterio WORKERS={workers} WARNINGS=",
    ),
    "zip": ("Zip through the plugin manager, main job", ".venv/bin/python tests/installed_zip.py"),
    "demo": ("`make demo`", "make demo"),
}
"""Of each part: what the table calls it, and its command."""
CORE_OF_WHEELS = "python -m pytest --numprocesses {workers} --dist worksteal tests/core"

OLDEST = (
    "affine==2.3.0 attrs==22.2.0 diskcache==5.6.3 numpy==1.21.6 pyproj==3.1.0 pystac==1.10.1 "
    "pystac-client==0.8.3 python-dateutil==2.8.2 rasterio==1.3.0 requests==2.28.2 scipy==1.7.3 "
    "shapely==1.8.0 exactextract Pillow==9.0.1 setuptools<81"
)
"""As in QGIS 3.22's time, with wheels for Python 3.9; rasterio 1.3 is the first that can serve."""
NEWEST = (
    "affine attrs diskcache exactextract numpy Pillow pyproj pystac pystac-client "
    "rasterio requests scipy shapely"
)
ENVIRONMENTS = (
    Environment("trixie", "Debian 13 (trixie)"),
    Environment("forky", "Debian 14 (forky)", script="sid"),
    Environment("newest", "newest wheels", wheels=NEWEST, python="python3.13"),
    Environment("oldest", "oldest wheels", wheels=OLDEST, python="python3.9"),
)


def main() -> None:
    options = asked()
    is_green = options.table or all_environments(options)
    if not options.without_table:
        README.write_text(put_into(README.read_text("utf-8"), kept(RESULTS, [])), encoding="utf-8")
    sys.exit(0 if is_green else 1)


def all_environments(options: argparse.Namespace) -> bool:
    is_green, logs = True, options.folder.resolve() / "logs"
    for environment in ENVIRONMENTS:
        if environment.name not in options.only:
            continue
        folder = options.folder.resolve() / environment.name
        print(f"== {environment.title}: {folder}", flush=True)
        try:
            if environment.is_chroot:
                runner = in_chroot(environment, folder, logs, tuple(PARTS))
            else:
                runner = with_wheels(environment, folder, logs, options.python)
        except Unfit as reason:
            print(f"not run: {reason}", flush=True)
            is_green &= not options.must_run
            continue
        is_green &= all_parts(environment, runner, options)
    return is_green


def asked() -> argparse.Namespace:
    names = [environment.name for environment in ENVIRONMENTS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "matrix")
    parser.add_argument("--only", type=lambda text: text.split(","), default=names)
    parser.add_argument("--parts", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--python", help="the interpreter of the runs with wheels")
    parser.add_argument("--workers", default="auto", help="processes that run tests")
    parser.add_argument("--must-run", action="store_true", help="what cannot be run is red")
    parser.add_argument("--again", action="store_true", help="only what failed the last time")
    parser.add_argument("--without-table", action="store_true", help="keep nothing of it")
    parser.add_argument("--table", action="store_true", help="run nothing, write README's table")
    return parser.parse_args()


def all_parts(environment: Environment, runner: Runner, options: argparse.Namespace) -> bool:
    """Run what was asked for, and keep what it came to, one part after the other."""
    log = options.folder / "logs" / f"{environment.name}-v.log"
    told = runner.needed(f"{runner.python} -c {shlex.quote(runner.versions)}", log)
    versions = [line.split("=", 1) for line in told.splitlines() if "=" in line]
    keep(options, *(Row(environment.title, name, value) for name, value in versions))
    is_green = True
    for part in options.parts:
        if part in runner.parts:
            row, status = one_part(part, environment, runner, options)
            if row.run and status == NOTHING_TO_RUN:
                print(f"{row.name}: nothing had failed", flush=True)
                continue
            print(f"{row.name}: {row.told}", flush=True)
            keep(options, row)
            is_green &= status == 0
    return is_green


def keep(options: argparse.Namespace, *rows: Row) -> None:
    if not options.without_table:
        kept(RESULTS, rows)


def one_part(
    part: str, environment: Environment, runner: Runner, options: argparse.Namespace
) -> tuple[Row, int]:
    """What it came to, and its exit status. What failed is remembered apart for each part."""
    title, command = PARTS[part]
    is_again = options.again and "test-" in command  # of the others nobody remembers what failed
    line = (command if environment.is_chroot else CORE_OF_WHEELS).format(workers=options.workers)
    added = f"-o cache_dir=build/pytest/{part} {LAST_FAILED if is_again else ''}"
    log = options.folder / "logs" / f"{environment.name}-{part}.log"
    began = time.monotonic()
    status, told = runner.run(f"PYTEST_ADDOPTS='{added}' {line}", log)
    row = Row(
        environment.title,
        title,
        counts(told, status),
        AGAIN if is_again else "",
        f"{time.monotonic() - began:.0f}",
        runner.commit,
        str(datetime.now(tz=timezone.utc).date()),
    )
    return row, status


if __name__ == "__main__":
    main()
