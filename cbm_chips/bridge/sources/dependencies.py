"""Which Python packages are missing, and how to get them without touching QGIS's own."""

from __future__ import annotations

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
        pins: what to install with pip, exact and pure Python; empty for what comes with QGIS or
            the distribution and must not be installed in addition.
        kinds: the sources that need it.
        is_optional: without it everything works, only slower.
    """

    modules: tuple[str, ...]
    pins: tuple[str, ...] = ()
    kinds: frozenset[Kind] = _ALL
    is_optional: bool = False

    @property
    def name(self) -> str:
        """The import names for people."""
        return " / ".join(self.modules)


_API_ONLY = frozenset({Kind.API})
CACHE = Package(("diskcache",), ("diskcache==5.6.3",), _WEB, is_optional=True)
"""What was read over the network is kept with it."""
PACKAGES = (
    Package(("pystac_client",), ("pystac-client==0.8.6", "pystac==1.12.2"), _API_ONLY),
    Package(("pystac",), ("pystac==1.12.2",), _API_ONLY),
    CACHE,
    Package(("rasterio", "osgeo")),
    Package(("shapely",)),
    Package(("pyproj",)),
    Package(("requests",), kinds=_WEB),
    Package(("numpy",)),
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
    command = command_for(lacking)
    if command:
        words = tr("To get them for this QGIS profile only, run: {command}")
        lines.append(words.format(command=command))
    foreign = [package.name for package in lacking if not package.pins]
    if foreign:
        lines.append(
            tr("Install with QGIS's own installer or the system's packages: {names}").format(
                names=", ".join(foreign)
            )
        )
    return "\n".join(lines)


def command_for(packages: Iterable[Package]) -> str:
    """What to run to get them; empty where none of them comes from pip."""
    pins = tuple(dict.fromkeys(pin for package in packages for pin in package.pins))
    return pip_command(pins) if pins else ""


def pip_command(pins: Iterable[str]) -> str:
    """The command that fills the plugin's own folder; `--no-deps` keeps QGIS's packages as is."""
    wanted = " ".join(pins)
    options = f'--no-deps --only-binary :all: --target "{own_folder()}"'
    return f"{python_program()} -m pip install {options} {wanted}"


def python_program(prefix: Path = Path(sys.exec_prefix), system: str = sys.platform) -> str:
    """The Python that QGIS runs, for a command: on Windows and macOS it is in QGIS's own folder."""
    name = {"win32": "python.exe", "darwin": "bin/python3"}.get(system)
    is_there = name is not None and (prefix / name).is_file()
    return f'"{prefix / name}"' if name is not None and is_there else "python3"
