"""Which Python packages are missing, and how to get them without touching QGIS's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path
from typing import Callable
from urllib.parse import urlsplit

from qgis.core import QgsApplication

from ...core.reading.origins import is_web
from ...core.sources.stac.providers import PROVIDERS
from ..texts.translation import tr
from .providers import is_cbm

FOLDER = "cbm_chips_packages"
WHEELS_FILE = Path(__file__).parent.parent / "packages" / "wheels.txt"
"""What can be installed, each with its hash, as pip takes it."""
OURS = __name__.partition(".")[0]
"""In QGIS the name of the plugin's folder."""


class Kind(Enum):
    """What a source asks of Python."""

    DISK = "the built-in sample, or a catalogue on this computer"
    STATIC = "a static catalogue on a web server"
    API = "a STAC API"
    CBM = "a CbM server"


_WEB = frozenset({Kind.STATIC, Kind.API, Kind.CBM})
_ALL = frozenset(Kind)


@dataclass(frozen=True)
class Package:
    """Something that has to be importable.

    Attributes:
        modules: import names, of which one is enough.
        has_wheel: it is pure Python and in `WHEELS_FILE`; else it comes with QGIS or the
            distribution and must not be installed in addition.
        kinds: the sources that need it.
        is_optional: without it everything works, only slower.
        system: its name in Debian, Ubuntu and OSGeo4W, where it has no wheel.
    """

    modules: tuple[str, ...]
    has_wheel: bool = False
    kinds: frozenset[Kind] = _ALL
    is_optional: bool = False
    system: str = ""

    @property
    def name(self) -> str:
        """The import names for people."""
        return " / ".join(self.modules)


_API_ONLY = frozenset({Kind.API})
CACHE = Package(("diskcache",), has_wheel=True, kinds=_WEB, is_optional=True)
"""What was read over the network is kept with it."""
PACKAGES = (
    Package(("pystac_client",), has_wheel=True, kinds=_API_ONLY),
    Package(("pystac",), has_wheel=True, kinds=_API_ONLY),
    CACHE,
    Package(("rasterio", "osgeo"), system="python3-gdal"),
    Package(("shapely",), system="python3-shapely"),
    Package(("pyproj",), system="python3-pyproj"),
    Package(("requests",), kinds=_WEB, system="python3-requests"),
    Package(("numpy",), system="python3-numpy"),
)


def kind_of(source: str) -> Kind:
    """By its name, as for `open_source`; whoever types an address is taken to mean an API."""
    name = source.strip()
    if is_cbm(name):
        return Kind.CBM
    url = PROVIDERS[name].url if name in PROVIDERS else name
    if not is_web(url):
        return Kind.DISK
    return Kind.STATIC if urlsplit(url).path.lower().endswith(".json") else Kind.API


def useful_for(source: str) -> tuple[Package, ...]:
    """The packages that a source, named as for `open_source`, works best with."""
    kind = kind_of(source)
    return tuple(package for package in PACKAGES if kind in package.kinds)


def lacking_for(source: str) -> tuple[Package, ...]:
    """What to get before this source can be read; empty if it can.

    Where something is needed, what is only useful is named with it: both come by one click.
    """
    lacking = missing(useful_for(source))
    return lacking if any(not package.is_optional for package in lacking) else ()


def package_missing(error: BaseException) -> str:
    """Words for an import that failed for want of a package; empty for whatever else failed."""
    module = str(getattr(error, "name", None) or "").partition(".")[0]
    if not isinstance(error, ImportError) or not module or module == OURS:
        return ""
    known = (package for package in PACKAGES if module in package.modules)
    return explain([next(known, Package((module,)))])


def own_folder() -> Path:
    """The folder of the plugin's own packages: in the profile, for every QGIS that uses it."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "python" / FOLDER


def use_own_folder() -> None:
    """Add the folder at the end of the path: packages of QGIS and the system take precedence."""
    folder = str(own_folder())
    if folder not in sys.path:
        sys.path.append(folder)


def is_importable(module: str) -> bool:
    """True if `import module` would find something."""
    return find_spec(module) is not None


def missing(
    packages: Iterable[Package] = PACKAGES, *, has: Callable[[str], bool] = is_importable
) -> tuple[Package, ...]:
    """The packages of which no module can be imported, the plugin's own folder included.

    What was installed while QGIS runs is found: Python remembers which folders it has seen.
    """
    use_own_folder()
    lacking = tuple(package for package in packages if not any(map(has, package.modules)))
    if not lacking:
        return ()
    invalidate_caches()
    return tuple(package for package in lacking if not any(map(has, package.modules)))


def explain(packages: Iterable[Package], source: str = "") -> str:
    """What to do about missing packages, for people; empty if none is missing.

    Args:
        packages: those that are missing.
        source: the name of the source that needs them, for people; empty where it is any.
    """
    lacking = list(packages)
    if not lacking:
        return ""
    names = ", ".join(package.name for package in lacking)
    lines = [tr("These Python packages are missing: {names}.").format(names=names)]
    if source:
        lines = [
            tr("For “{source}” these Python packages are missing: {names}.").format(
                source=source, names=names
            )
        ]
    if any(package.has_wheel for package in lacking):
        lines.append(_by_hand())
    foreign = [package for package in lacking if not package.has_wheel]
    if foreign:
        lines.append(_by_the_system(foreign))
    return "\n".join(lines)


def _by_hand() -> str:
    words = tr("To get them for this QGIS profile only, run: {command}")
    if "OSGEO4W_ROOT" in os.environ:  # elsewhere its Python finds no OpenSSL
        words = tr("To get them for this QGIS profile only, run in the OSGeo4W Shell: {command}")
    return words.format(command=pip_command())


def _by_the_system(packages: Iterable[Package]) -> str:
    names, systems = zip(*((package.name, package.system) for package in packages))
    told = ", ".join(names)
    if all(systems):
        words = tr("{names} (in Debian, Ubuntu and OSGeo4W: {packages})")
        told = words.format(names=told, packages=", ".join(systems))
    words = tr("Install with QGIS's own installer or the system's packages: {names}")
    return words.format(names=told)


def command_for(packages: Iterable[Package]) -> str:
    """What to run to get them; empty where none of them comes from pip."""
    return pip_command() if any(package.has_wheel for package in packages) else ""


def pip_command() -> str:
    """The command that fills the plugin's own folder; `--no-deps` keeps QGIS's packages as is.

    It gets all there are: pip takes hashes from a file only.
    """
    checked = f'--require-hashes --requirement "{WHEELS_FILE}"'
    options = f'--no-deps --only-binary :all: --target "{own_folder()}"'
    return f"{python_program()} -m pip install {options} {checked}"


def python_program(prefix: Path = Path(sys.exec_prefix), system: str = sys.platform) -> str:
    """The Python that QGIS runs, for a command; `python3` where it can't be told."""
    program = prefix / ("python.exe" if system == "win32" else "bin/python3")
    return f'"{program}"' if program.is_file() else "python3"
