"""`.ci/package.py` as a module: it lies where nothing is imported from."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

_SCRIPT = Path(__file__).resolve().parent.parent / ".ci" / "package.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("package_script", _SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


package = _loaded()
