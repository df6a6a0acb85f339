"""The environments of `make matrix`: chroots of other Debians, and wheels without QGIS.

What is built is kept; a later run takes it up again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WRITTEN_HERE = (":!docs/matrix.csv", ":!README.md")
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
import subprocess
for name in ("numpy", "shapely", "rasterio", "affine", "pyproj", "pystac-client", "pystac"):
    row[name] = version(name)
    if "unknown" in row[name]:  # a package of Debian's that was built without its version
        query = ["dpkg-query", "-W", "-f", "${Version}", "python3-" + name]
        row[name] = subprocess.check_output(query, text=True).partition("-")[0]
for what, value in row.items():
    print(f"{what}={value}")
"""

TOOLS = (
    "pytest pytest-timeout pytest-xdist hypothesis pyarrow dask distributed cloudpickle openpyxl"
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


@dataclass(frozen=True)
class Runner:
    """Runs a line of shell in an environment, its output in `log` and back."""

    prefix: tuple[str, ...]
    folder: Path
    variables: dict[str, str]
    python: str
    versions: str
    parts: tuple[str, ...]
    commit: str

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


def in_chroot(environment: Environment, folder: Path, logs: Path, parts: tuple[str, ...]) -> Runner:
    """A Debian of the suite with all that `Makefile` names, built if it is not there."""
    if os.geteuid() or not all(map(shutil.which, ("debootstrap", "unshare", "apt-get"))):
        raise Unfit("needs Debian's debootstrap and unshare, and root")
    if not (folder / "built").exists():
        shutil.rmtree(folder, ignore_errors=True)
        script = f"/usr/share/debootstrap/scripts/{environment.script}"
        bootstrap = f"debootstrap --variant=minbase --include={BASICS} {environment.name}"
        line = f"{bootstrap} '{folder}' '{mirror()}' {script if environment.script else ''}"
        here = Runner((), ROOT, dict(os.environ), "", "", (), "")
        here.needed(line, logs / f"{environment.name}-debootstrap.log")
        settings = told_by("apt-config", "dump", "--format", '%f "%v";%n', "Acquire")
        (folder / "etc/apt/apt.conf.d/90acquire").write_text(settings, encoding="utf-8")
        (folder / "built").touch()
    shutil.copy(CERTIFICATES, folder / CERTIFICATES[1:])  # a machine may have one of its own
    commit = copy_sources(folder / "src")
    entrance = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", IN_A_ROOM)
    prefix = (*entrance, "sh", str(folder), "env", "-C", "/src")
    proxies = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
    variables = {"HOME": "/root", "LANG": "C.UTF-8", "PATH": PATH, "PIP_CERT": CERTIFICATES}
    variables.update(proxies)
    versions = QGIS_VERSIONS + MORE_VERSIONS
    room = Runner(prefix, ROOT, variables, ".venv/bin/python", versions, parts, commit)
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


def copy_sources(target: Path) -> str:
    """The files git knows, as they are now; what was built there before stays.

    Returns:
        The commit, and whether there is more than it has.
    """
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
    changes = told_by("git", "status", "--porcelain", "--", ".", *WRITTEN_HERE)
    return told_by("git", "rev-parse", "--short=8", "HEAD").strip() + " and more" * bool(changes)


def with_wheels(environment: Environment, folder: Path, logs: Path, given: str | None) -> Runner:
    """A virtual environment without QGIS."""
    python = given or shutil.which(environment.python)
    if python is None or subprocess.run([python, "--version"], check=False).returncode:
        raise Unfit(f"{environment.python} is not on PATH; name one with --python")
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "VIRTUAL_ENV": str(folder)}
    versions = WHEEL_VERSIONS + MORE_VERSIONS
    commit = copy_sources(folder / "src")
    runner = Runner((), folder / "src", variables, "python", versions, ("core",), commit)
    packages = " ".join(f"'{name}'" for name in f"{environment.wheels} {TOOLS}".split())
    install = f"python -m pip install --quiet --upgrade --prefer-binary {packages}"
    log = logs / f"{environment.name}-setup.log"
    runner.needed(f"'{python}' -m venv '{folder}' && {install}", log)
    return runner
