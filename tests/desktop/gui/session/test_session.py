"""What the parts of the dock share, without any widget."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cbm_chips
from tests.headless import REPOSITORY

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

    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(names=names)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.split()) == (0, ["False"]), done.stderr
