"""The real QGIS with the plugin loaded: for a person, or for pictures of the screen."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.headless import REPOSITORY, Headless

SCRIPT = REPOSITORY / "tests" / "qgis_desktop_script.py"
PATIENCE_S = 60.0
SETTINGS = """
[PythonPlugins]
cbm_chips=true

[qgis]
checkVersion=false
showTips=false
newsFeed\\disabled=true
"""
LANGUAGE = """
[locale]
overrideFlag=true
userLocale={0}
globalLocale={0}
"""


def open_qgis(work: Path, catalog: Path) -> subprocess.Popen[bytes]:
    """QGIS on the display there is; it stays when we end."""
    environment = profile(work, catalog)
    return subprocess.Popen(command(), env=environment, start_new_session=True)


@contextmanager
def screen(size: str = "1280x800") -> Iterator[str]:
    """A screen nobody sees; its name for DISPLAY."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Walk:
    """A QGIS on a screen of its own that waits for mouse and keys."""

    def __init__(self, environment: dict[str, str], lines: int) -> None:
        self._environment = environment
        self._lines = lines
        self._rest = b""

    @cached_property
    def parcel(self) -> Any:
        """Where the first parcel is on the screen."""
        return self.told("parcel")

    def xdotool(self, *words: object) -> None:
        """Move, click, press."""
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._environment, check=True, timeout=20)

    def told(self, what: str) -> Any:
        """What QGIS tells next, which must be about `what`."""
        while b"\n" not in self._rest:
            if not select.select([self._lines], [], [], PATIENCE_S)[0]:
                raise TimeoutError(f"QGIS did not tell about {what}")
            self._rest += os.read(self._lines, 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        told, value = json.loads(line)
        if told != what:
            raise RuntimeError(f"QGIS told about {told}, not {what}")
        return value


@contextmanager
def walk(work: Path, catalog: Path) -> Iterator[Walk]:
    """QGIS with the parcel tool in hand; ended by its own handle."""
    reading, writing = os.pipe()
    with screen() as display:
        more = {"DISPLAY": display, "CBM_CHIPS_WALK": str(writing)}
        environment = {**profile(work, catalog), **more}
        qgis = subprocess.Popen(
            command(), env=environment, stderr=subprocess.DEVNULL, pass_fds=[writing]
        )
        os.close(writing)
        try:
            yield Walk(environment, reading)
        finally:
            qgis.kill()
            qgis.wait()
            os.close(reading)


def take_pictures(work: Path, catalog: Path, folder: Path, *, size: str = "1280x800") -> list[Path]:
    """Pictures of the screen of a QGIS on a screen of its own; empty if there can be none."""
    if shutil.which("Xvfb") is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    with screen(size) as display:
        more = {"CBM_CHIPS_SHOTS": str(folder), "DISPLAY": display}
        done = subprocess.run(
            command(),
            env={**profile(work, catalog), **more},
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
    pictures = sorted(folder.glob("*.png"))
    if not pictures or done.returncode:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])
    return pictures


def command(script: Path = SCRIPT) -> list[str]:
    """QGIS, running a script once it is there."""
    binary = shutil.which("qgis.bin") or "qgis"
    return [binary, "--nologo", "--noversioncheck", "--code", str(script)]


def profile(work: Path, catalog: Path, *, language: str = "") -> dict[str, str]:
    """The environment of a QGIS with a profile of its own, in which the plugin is enabled.

    In a `language` its words are those that `make translations` compiled.
    """
    here = {"CBM_CHIPS_CACHE": str(catalog.parent.parent), "QT_QPA_PLATFORM": "xcb"}
    work.mkdir(parents=True, exist_ok=True)
    headless = Headless(work, more={**here, "CBM_CHIPS_CATALOG": str(catalog)})
    ini = headless.profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text(SETTINGS + (LANGUAGE.format(language) if language else ""))
    return {**os.environ, **headless.environment}
