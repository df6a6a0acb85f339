"""The scripts of `.ci` as modules: they lie where nothing is imported from."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

_SCRIPTS = Path(__file__).resolve().parent.parent / ".ci"


def script(name: str) -> ModuleType:
    """`.ci/{name}.py`, loaded."""
    spec = importlib.util.spec_from_file_location(f"{name}_script", _SCRIPTS / f"{name}.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded  # dataclasses look there for what annotations name
    spec.loader.exec_module(loaded)
    return loaded


package = script("package")
