"""Python as where rasterio is not installed, for everything but the tests, whose judge it stays.

With this folder first in PYTHONPATH each Python runs it as it starts, that inside of QGIS, too.
"""

from __future__ import annotations

import builtins
import importlib.util
import os
import sys
from typing import Any

HIDDEN = "rasterio"
JUDGES = {"tests", "_pytest", "rasterio"}
"""Packages that see it: the tests, and what works for them."""
FOR_IT = ("cbm_chips.core.reading.gdal.rasterio_backend", "cbm_chips.core.sample_archive.cog")
"""What is for rasterio alone: tests ask for it by name, the product where it finds rasterio."""
PLACES = frozenset(sys.path)
"""Where what is installed lies."""

_BETWEEN = (__name__, "qgis.utils", "importlib._bootstrap", "importlib._bootstrap_external")
"""Who imports for others, QGIS among them."""
_import, _find_spec = builtins.__import__, importlib.util.find_spec


def _is_hidden(name: str) -> bool:
    """From the module that asks for `name`: the first on the stack that is not Python's own."""
    if name.partition(".")[0] != HIDDEN:
        return False
    made = getattr(sys.modules.get(HIDDEN), "__spec__", None)
    if made is not None and not _is_installed(made):
        return False  # a test's own
    frame = sys._getframe(2)
    while frame.f_back and frame.f_globals.get("__name__") in _BETWEEN:
        frame = frame.f_back
    who = str(frame.f_globals.get("__name__"))
    return who not in FOR_IT and who.partition(".")[0] not in JUDGES


def _import_of_others(
    name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
) -> Any:
    if level == 0 and name.startswith(HIDDEN) and _is_hidden(name):
        raise ModuleNotFoundError(f"No module named {HIDDEN!r}", name=HIDDEN)
    return _import(name, globals, locals, fromlist, level)


def _is_installed(spec: Any) -> bool:
    return os.path.dirname(os.path.dirname(spec.origin or "")) in PLACES


def _spec_of_others(name: str, package: Any = None) -> Any:
    spec = _find_spec(name, package)
    if spec is None or not _is_hidden(name):
        return spec
    return None if _is_installed(spec) else spec  # a test may make one of its own


builtins.__import__ = _import_of_others
importlib.util.find_spec = _spec_of_others
