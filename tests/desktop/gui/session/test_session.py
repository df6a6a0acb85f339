"""What the parts of the dock share, without any widget."""

from __future__ import annotations

from pathlib import Path

import cbm_chips
from tests.desktop.own_process import run_code

ROOM = Path(cbm_chips.__file__).parent / "gui" / "session"
IMPORTED = """
import importlib, sys
import qgis.core
sys.modules.pop("qgis.PyQt.QtWidgets", None)  # newer versions import it themselves
for name in {names!r}:
    importlib.import_module("cbm_chips.gui.session." + name)
print("qgis.PyQt.QtWidgets" in sys.modules)
"""


def test_the_session_knows_no_widget() -> None:
    names = sorted(file.stem for file in ROOM.glob("*.py"))

    done = run_code(IMPORTED.format(names=names))

    assert (done.returncode, done.stdout.split()) == (0, ["False"]), done.stderr
