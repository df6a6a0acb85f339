"""The dock in a QGIS that lacks Python packages; what is asked comes as JSON on stdin.

Apart from the tests' own QGIS, as what Python has imported once can't be missing later.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.desktop.window import (
    CENTRE,
    FakeInterface,
    click,
    look_at,
    message,
    set_form,
    settle,
    wait_for,
)
from tests.hidden_packages import hidden

errors: list[str] = []


def main() -> None:
    """Write what each source gives to a click, and all that was raised."""
    asked = json.load(sys.stdin)
    os.environ.update(QGIS_CUSTOM_CONFIG_PATH=asked["profile"], CBM_CHIPS_CACHE=asked["cache"])
    sys.excepthook = lambda *what: errors.append("".join(traceback.format_exception(*what)))
    with hidden(*asked["hidden"]):
        told = _told(asked["sources"])
    sys.stdout.write(json.dumps({"sources": told, "errors": errors}) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what QGIS does at its end is no matter here


def _told(sources: list[str]) -> list[tuple[int, str]]:
    from qgis.core import QgsApplication

    app = QgsApplication([], True)
    app.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    from cbm_chips.plugin import CbmChipsPlugin

    iface = FakeInterface()
    look_at(iface.canvas, CENTRE)
    plugin = CbmChipsPlugin(iface)
    plugin.initGui()
    wait_for(lambda: iface.pages)
    iface.pages[0].createWidget(None)
    iface.toolbar[0].trigger()
    told = [_clicked(iface, plugin.dock, source) for source in sources]
    plugin.unload()
    settle()
    return told


def _clicked(iface: FakeInterface, dock: Any, source: str) -> tuple[int, str]:
    """Dates with a picture, and the words in their place."""
    set_form(dock, source=source)
    click(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running)
    settle()
    dates = [entry for entry in dock.session.entries() if entry.chip is not None]
    return len(dates), message(dock)
