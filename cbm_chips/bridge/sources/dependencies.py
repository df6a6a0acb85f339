"""Which Python packages are missing, and how to get them without touching QGIS's own."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path
from typing import Callable

from qgis.core import QgsApplication

from ..texts.translation import tr
from .providers import is_cbm

FOLDER = "cbm_chips_packages"


@dataclass(frozen=True)
class Package:
    """Something that has to be importable.

    Attributes:
        modules: import names, of which one is enough.
        pins: what to install with pip, exact and pure Python; empty for what comes with QGIS or
            the distribution and must not be installed in addition.
        is_for_stac: not needed for a CbM server.
    """

    modules: tuple[str, ...]
    pins: tuple[str, ...] = ()
    is_for_stac: bool = False

    @property
    def name(self) -> str:
        """The import names for people."""
        return " / ".join(self.modules)


PACKAGES = (
    Package(("pystac_client",), ("pystac-client==0.8.6", "pystac==1.12.2"), is_for_stac=True),
    Package(("pystac",), ("pystac==1.12.2",), is_for_stac=True),
    Package(("diskcache",), ("diskcache==5.6.3",)),
    Package(("rasterio", "osgeo")),
    Package(("shapely",)),
    Package(("pyproj",)),
    Package(("requests",)),
    Package(("numpy",)),
)


def needed_for(source: str) -> tuple[Package, ...]:
    """The packages that a source, named as for `open_source`, needs."""
    if not is_cbm(source):
        return PACKAGES
    return tuple(package for package in PACKAGES if not package.is_for_stac)


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


def explain(packages: Iterable[Package]) -> str:
    """What to do about missing packages, for people; empty if none is missing."""
    lacking = list(packages)
    if not lacking:
        return ""
    names = ", ".join(package.name for package in lacking)
    lines = [tr("These Python packages are missing: {names}.").format(names=names)]
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
    return f"python3 -m pip install {options} {wanted}"
