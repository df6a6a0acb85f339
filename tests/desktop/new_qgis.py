"""A QGIS without a window that has run nothing yet, as `qgis_process` is one, but in a moment.

For what could depend on what was run or imported before. `run_in_new_qgis` begins one; `main` is
what it does: algorithms and their parameters come as JSON on stdin.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.desktop.own_process import run_main
from tests.desktop.running import run

_KEPT: list[Any] = []
"""QGIS goes with what Python holds of it."""
Asked = Sequence[tuple[str, Mapping[str, Any]]]


def run_in_new_qgis(
    asked: Asked, folder: Path, more: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """The results of algorithms that run one after another, in a profile in the folder."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "CBM_CHIPS_CACHE": str(folder / "cache"),
    }
    given = json.dumps([(name, dict(parameters)) for name, parameters in asked])
    done = run_main("tests.desktop.new_qgis", more={**own, **(more or {})}, given=given)
    assert done.returncode == 0, done.stdout + done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return results


def begin() -> None:
    """QGIS with the algorithms of ours."""
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    from processing.core.Processing import Processing

    Processing.initialize()
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    _KEPT.extend((app, plugin))


def main() -> None:
    """Write the results of all as a line of JSON."""
    begin()
    results = [run(name, parameters) for name, parameters in json.load(sys.stdin)]
    sys.stdout.write(json.dumps(results) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what QGIS does at its end is no matter here
