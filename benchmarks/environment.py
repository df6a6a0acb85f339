"""The peers' virtual environment: Debian's interpreter, nothing of Debian's packages or QGIS's."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
PINS = HERE / "peers.txt"


def peers_python(folder: Path) -> Path:
    """The interpreter that has the peers; made below `folder` when it, or the pins, are new.

    A package that can't be had is left out: its peer then says what it misses.
    """
    home = folder / "peers"
    stamp = home / PINS.name
    pins = PINS.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != pins:
        subprocess.run([PYTHON, "-m", "venv", "--clear", home], check=True)
        if not _install(home, "--requirement", str(PINS)):
            for pin in filter(lambda line: not line.startswith("#"), pins.splitlines()):
                _install(home, pin)
        stamp.write_text(pins, encoding="utf-8")
    return home / "bin" / "python"


def _install(home: Path, *what: str) -> bool:
    command = [
        str(home / "bin" / "pip"),
        "install",
        "--quiet",
        "--disable-pip-version-check",
        *what,
    ]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
