"""The real QGIS with the plugin loaded: for a person, or for pictures of the screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.headless import REPOSITORY, Headless

SCRIPT = REPOSITORY / "tests" / "desk_script.py"
SETTINGS = """
[PythonPlugins]
cbm_chips=true

[qgis]
checkVersion=false
showTips=false
newsFeed\\disabled=true
"""


def open_desk(work: Path, catalog: Path) -> subprocess.Popen[bytes]:
    """QGIS on the display there is; it stays when we end."""
    profile = _profile(work, catalog)
    return subprocess.Popen(_command(), env={**os.environ, **profile}, start_new_session=True)


def take_pictures(work: Path, catalog: Path, folder: Path, *, size: str = "1280x800") -> list[Path]:
    """Pictures of the screen of a QGIS on a screen of its own; empty if there can be none."""
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    profile = {**_profile(work, catalog), "CBM_CHIPS_SHOTS": str(folder)}
    screen = [xvfb, "-a", "-s", f"-screen 0 {size}x24"]
    done = subprocess.run(
        [*screen, *_command()],
        env={**os.environ, **profile},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    pictures = sorted(folder.glob("*.png"))
    if not pictures:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])
    return pictures


def _command() -> list[str]:
    binary = shutil.which("qgis.bin") or "qgis"
    return [binary, "--nologo", "--noversioncheck", "--code", str(SCRIPT)]


def _profile(work: Path, catalog: Path) -> dict[str, str]:
    here = {"CBM_CHIPS_CACHE": str(catalog.parent.parent), "QT_QPA_PLATFORM": "xcb"}
    work.mkdir(parents=True, exist_ok=True)
    headless = Headless(work, more={**here, "CBM_CHIPS_CATALOG": str(catalog)})
    ini = headless.profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text(SETTINGS)
    return headless.environment
