"""The real `qgis_process` with a profile of its own, in which this plugin is enabled."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
PLUGIN = "cbm_chips"


class QgisProcess:
    """Runs algorithms in a process of their own; `home` takes a fresh profile and the cache."""

    def __init__(self, home: Path) -> None:
        self.home = home
        shutil.rmtree(home / "config", ignore_errors=True)
        plugins = home / "config" / "profiles" / "default" / "python" / "plugins"
        plugins.mkdir(parents=True)
        self._runtime = home / "run"  # Qt insists on a folder of nobody else's
        self._runtime.mkdir(mode=0o700, exist_ok=True)
        (plugins / PLUGIN).symlink_to(REPOSITORY, target_is_directory=True)
        self._call("plugins", "enable", PLUGIN)

    def run(self, algorithm: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The algorithm's results; RuntimeError with everything it printed if it failed."""
        words = [f"{name}={value}" for name, value in parameters.items()]
        answer = self._call("--json", "run", algorithm, "--", *words)
        return json.loads(answer[answer.index("{") :])["results"]

    def _call(self, *words: str) -> str:
        done = subprocess.run(
            [_binary(), *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        if done.returncode:
            raise RuntimeError(f"qgis_process {' '.join(words)}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            # QGIS's Python takes its prefix from the first python3 on PATH: Debian's has to be it.
            "PATH": f"/usr/bin{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "QGIS_CUSTOM_CONFIG_PATH": str(self.home / "config"),
            "CBM_CHIPS_CACHE": str(self.home / "cache"),
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "QT_QPA_PLATFORM": "offscreen",
        }


def _binary() -> str:
    """Debian's wrapper passes an option that its own binary refuses; the binary works."""
    return shutil.which("qgis_process.bin") or "qgis_process"
