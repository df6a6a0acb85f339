"""`make matrix`: the tests with other versions of QGIS and Python, and their counts in README.

Each chroot is built by debootstrap from the mirror that this machine's own apt uses, and kept; a
later run takes it up again. Inside, the same targets of `Makefile` run that a person runs. Two more
environments have no QGIS: core alone, with the newest and with the oldest wheels.

    make matrix MATRIX="--only forky --parts core,zip"
    make matrix MATRIX="--only newest --python /path/to/python3.13"
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from matrix_table import Cell, counts, put_into

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BASICS = "make,git,procps,ca-certificates"
ADDRESS_AND_CODENAME = "$(REPO_URI) $(CODENAME) $(COMPONENT)"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
IN_A_ROOM = """set -e
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/dev/shm"
exec chroot "$@"
"""
"""Mounts and processes are the namespace's own: nothing is left when the command ends."""

QGIS_VERSIONS = r"""
import platform
from importlib.metadata import version
from qgis.core import Qgis
from osgeo import gdal
row = dict(QGIS=Qgis.QGIS_VERSION.split("-")[0], Python=platform.python_version())
row["GDAL"] = gdal.__version__
"""
WHEEL_VERSIONS = r"""
import platform, rasterio
from importlib.metadata import version
row = dict(QGIS="none", Python=platform.python_version(), GDAL=rasterio.__gdal_version__)
"""
MORE_VERSIONS = r"""
for name in ("numpy", "shapely", "rasterio", "affine", "pyproj", "pystac-client", "pystac"):
    row[name] = version(name)
for what, value in row.items():
    print(f"{what}={value}")
"""

PARTS = {
    "core": ("Core's tests", "make test-core WORKERS={workers}"),
    "desktop": ("Tests in QGIS", "make test-desktop WORKERS={workers} WARNINGS="),
    "hidden": (
        "Both with rasterio hidden",
        "make test-without-rasterio WORKERS={workers} WARNINGS=",
    ),
    "zip": ("Zip through the plugin manager, main job", ".venv/bin/python tests/installed_zip.py"),
    "demo": ("`make demo`", "make demo"),
}
"""Of each part: what the table calls it, and its command."""

OLDEST = (
    "affine==2.3.0 attrs==22.2.0 diskcache==5.6.3 numpy==1.21.6 pyproj==3.1.0 pystac==1.10.1 "
    "pystac-client==0.8.3 python-dateutil==2.8.2 rasterio==1.3.0 requests==2.28.2 scipy==1.7.3 "
    "shapely==1.8.0 exactextract fiona==1.8.22 Pillow==9.0.1 setuptools<81"
)
"""As in QGIS 3.22's time, with wheels for Python 3.9; rasterio 1.3 is the first that can serve."""
NEWEST = (
    "affine attrs diskcache exactextract fiona numpy Pillow pyproj pystac pystac-client "
    "rasterio requests scipy shapely"
)
TOOLS = (
    "pytest pytest-timeout pytest-xdist hypothesis rasterstats pyarrow dask distributed cloudpickle"
)


class Unfit(Exception):
    """This machine cannot make the environment."""


@dataclass(frozen=True)
class Environment:
    """A column of the table."""

    name: str
    title: str
    script: str = ""  # debootstrap's, where it has none of the suite's name
    wheels: str = ""
    python: str = "python3"

    @property
    def is_chroot(self) -> bool:
        return not self.wheels


ENVIRONMENTS = (
    Environment("trixie", "Debian 13 (trixie)"),
    Environment("forky", "Debian 14 (forky)", script="sid"),
    Environment("newest", "newest wheels", wheels=NEWEST, python="python3.13"),
    Environment("oldest", "oldest wheels", wheels=OLDEST, python="python3.9"),
)


def main() -> None:
    options = asked()
    is_green = True
    for environment in ENVIRONMENTS:
        if environment.name not in options.only:
            continue
        folder = options.folder.resolve() / environment.name
        print(f"== {environment.title}: {folder}", flush=True)
        try:
            runner = (in_chroot if environment.is_chroot else with_wheels)(
                environment, folder, options
            )
        except Unfit as reason:
            print(f"not run: {reason}", flush=True)
            is_green &= not options.must_run
            continue
        is_green &= all_parts(environment, runner, options)
    sys.exit(0 if is_green else 1)


def asked() -> argparse.Namespace:
    names = [environment.name for environment in ENVIRONMENTS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "matrix")
    parser.add_argument("--only", type=lambda text: text.split(","), default=names)
    parser.add_argument("--parts", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--python", help="the interpreter of the runs with wheels")
    parser.add_argument("--workers", default="auto", help="processes that run tests")
    parser.add_argument("--must-run", action="store_true", help="what cannot be run is red")
    parser.add_argument("--without-table", action="store_true", help="leave README alone")
    return parser.parse_args()


@dataclass(frozen=True)
class Runner:
    """Runs a line of shell in an environment, its output in `log` and back."""

    prefix: tuple[str, ...]
    folder: Path
    variables: dict[str, str]
    versions: str
    parts: tuple[str, ...]

    def run(self, line: str, log: Path) -> tuple[int, str]:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w", encoding="utf-8") as file:
            done = subprocess.run(
                [*self.prefix, "sh", "-c", line],
                cwd=self.folder,
                env=self.variables,
                stdout=file,
                stderr=subprocess.STDOUT,
                check=False,
            )
        return done.returncode, log.read_text(encoding="utf-8", errors="replace")

    def needed(self, line: str, log: Path) -> str:
        """As `run`, for what the rest rests on."""
        status, told = self.run(line, log)
        if status:
            raise Unfit(f"{line.partition(' ')[0]} failed, see {log}:\n{told[-1500:]}")
        return told


def all_parts(environment: Environment, runner: Runner, options: argparse.Namespace) -> bool:
    """Run what was asked for, and put it into the table."""
    logs = options.folder / "logs"
    python = ".venv/bin/python" if environment.is_chroot else "python"
    told = runner.needed(f"{python} -c '{runner.versions}'", logs / f"{environment.name}-v.log")
    rows = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
    cells = [Cell(row, environment.title, value) for row, value in rows.items()]
    is_green = True
    for part in options.parts:
        if part in runner.parts:
            title, command = PARTS[part]
            line = command.format(workers=options.workers)
            if not environment.is_chroot:
                line = f"python -m pytest -n {options.workers} --dist worksteal tests/core"
            status, told = runner.run(line, logs / f"{environment.name}-{part}.log")
            outcome = f"{counts(told, status)} ({datetime.now(tz=timezone.utc).date()})"
            print(f"{title}: {outcome}", flush=True)
            cells.append(Cell(title, environment.title, outcome))
            is_green &= status == 0
    if not options.without_table:
        README.write_text(put_into(README.read_text("utf-8"), cells), encoding="utf-8")
    return is_green


def in_chroot(environment: Environment, folder: Path, options: argparse.Namespace) -> Runner:
    """A Debian of the suite with all that `Makefile` names, built if it is not there."""
    if os.geteuid() or not all(map(shutil.which, ("debootstrap", "unshare", "apt-get"))):
        raise Unfit("needs Debian's debootstrap and unshare, and root")
    logs = options.folder / "logs"
    versions = QGIS_VERSIONS + MORE_VERSIONS
    if not (folder / "built").exists():
        shutil.rmtree(folder, ignore_errors=True)
        script = f"/usr/share/debootstrap/scripts/{environment.script}"
        bootstrap = f"debootstrap --variant=minbase --include={BASICS} {environment.name}"
        line = f"{bootstrap} '{folder}' '{mirror()}' {script if environment.script else ''}"
        here = Runner((), ROOT, dict(os.environ), versions, ())
        here.needed(line, logs / f"{environment.name}-debootstrap.log")
        settings = told_by("apt-config", "dump", "--format", '%f "%v";%n', "Acquire")
        (folder / "etc/apt/apt.conf.d/90acquire").write_text(settings, encoding="utf-8")
        (folder / "built").touch()
    shutil.copy(CERTIFICATES, folder / CERTIFICATES[1:])  # a machine may have one of its own
    copy_sources(folder / "src")
    entrance = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", IN_A_ROOM)
    prefix = (*entrance, "sh", str(folder), "env", "-C", "/src")
    proxies = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    variables = {"HOME": "/root", "LANG": "C.UTF-8", "PATH": PATH, "PIP_CERT": CERTIFICATES}
    variables.update(proxies)
    room = Runner(prefix, ROOT, variables, versions, tuple(PARTS))
    room.needed("make setup", logs / f"{environment.name}-setup.log")
    return room


def told_by(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def mirror() -> str:
    """The address of Debian's archive that this machine's own apt has."""
    names = Path("/etc/os-release").read_text(encoding="utf-8")
    codename = re.search(r"^VERSION_CODENAME=(\w+)$", names, re.MULTILINE)
    listed = told_by(
        "apt-get", "indextargets", "--format", ADDRESS_AND_CODENAME, "Created-By: Packages"
    )
    for line in listed.splitlines():
        address, name, component = line.split()
        if codename and (name, component) == (codename[1], "main"):
            return address
    raise Unfit("apt knows no archive of Debian")


def copy_sources(target: Path) -> None:
    """The files git knows, as they are now; what was built there before stays."""
    kept = {"build", ".venv"}
    target.mkdir(parents=True, exist_ok=True)
    for path in target.iterdir():
        if path.name not in kept:
            remove: Callable[[Path], None] = shutil.rmtree if path.is_dir() else Path.unlink
            remove(path)
    listed = told_by("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def with_wheels(environment: Environment, folder: Path, options: argparse.Namespace) -> Runner:
    """A virtual environment without QGIS."""
    python = options.python or shutil.which(environment.python)
    if python is None or subprocess.run([python, "--version"], check=False).returncode:
        raise Unfit(f"{environment.python} is not on PATH; name one with --python")
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(folder)}
    versions = WHEEL_VERSIONS + MORE_VERSIONS
    copy_sources(folder / "src")
    runner = Runner((), folder / "src", variables, versions, ("core",))
    log = options.folder / "logs" / f"{environment.name}-setup.log"
    packages = " ".join(f"'{name}'" for name in f"{environment.wheels} {TOOLS}".split())
    install = f"python -m pip install --quiet --upgrade --prefer-binary {packages}"
    runner.needed(f"'{python}' -m venv '{folder}' && {install}", log)
    return runner


if __name__ == "__main__":
    main()
