"""With which versions numbers were made: of this package, and of what has taken part in it."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from pathlib import Path

METADATA = Path(__file__).parents[4] / "metadata.txt"
_PACKAGES = (
    ("numpy", "numpy", "__version__"),
    ("rasterio", "rasterio", "__version__"),
    ("GDAL", "rasterio", "__gdal_version__"),
    ("GDAL", "osgeo.gdal", "__version__"),
    ("pyproj", "pyproj", "__version__"),
    ("PROJ", "pyproj", "proj_version_str"),
    ("shapely", "shapely", "__version__"),
    ("exactextract", "exactextract", "__version__"),
    ("pyarrow", "pyarrow", "__version__"),
    ("distributed", "distributed", "__version__"),
)
"""What it is called, its module, and where that has its version; the later row wins."""


def versions() -> Mapping[str, str]:
    """By name; packages that nobody has loaded so far did nothing and are left out."""
    found = {"cbm_chips": _own_version(), "python": platform.python_version()}
    for name, module, attribute in _PACKAGES:
        version = getattr(sys.modules.get(module), attribute, None)
        if version:
            found[name] = str(version)
    return found


def _own_version() -> str:
    """As the plugin's metadata say; empty where the package was copied without them."""
    try:
        told = METADATA.read_text("utf-8")
    except OSError:
        return ""
    version = re.search(r"^version\s*=\s*(\S+)", told, re.MULTILINE)
    return version.group(1) if version else ""
