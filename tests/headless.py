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
_ENABLED = "[PythonPlugins]\ncbm_chips=true\n"
"""What `enable` writes."""


class Headless:
    """The real `qgis_process` in a fresh profile."""

    def __init__(
        self,
        folder: Path,
        *,
        enabled: bool = True,
        packages: bool = True,
        more: Mapping[str, str] | None = None,
    ) -> None:
        """`folder` takes the profile, `more` is added to the environment.

        `enabled` is the plugin as if by `enable`, without a QGIS that is started for that.
        """
        shutil.rmtree(folder / "config", ignore_errors=True)
        self.profile = folder / "config" / "profiles" / "default"
        plugins = self.profile / "python" / "plugins"
        plugins.mkdir(parents=True)
        (plugins / "cbm_chips").symlink_to(REPOSITORY, target_is_directory=True)
        ini = self.profile / "QGIS" / "QGIS3.ini"
        ini.parent.mkdir()
        ini.write_text(_ENABLED if enabled else "", encoding="utf-8")
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.environment = {
            "PATH": "/usr/bin:/bin",  # QGIS's modules belong to the system's python3
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "config"),
            **(more or {}),
        }
        if packages:
            self.environment["PYTHONPATH"] = sysconfig.get_path("purelib")

    def enable(self) -> None:
        """As the README says."""
        self.call("plugins", "enable", "cbm_chips")

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process.bin", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=250,
            check=False,
        )

    def run(self, algorithm: str, parameters: Mapping[str, object]) -> dict[str, Any]:
        """The results, from the JSON that comes back."""
        done = self.try_to_run(algorithm, parameters)
        if done.returncode:
            raise RuntimeError(f"{algorithm}:\n{done.stdout}\n{done.stderr}")
        return json.loads(done.stdout)["results"]

    def try_to_run(
        self, algorithm: str, parameters: Mapping[str, object]
    ) -> subprocess.CompletedProcess[str]:
        pairs = [f"{name}={value}" for name, value in parameters.items()]
        return self.call("--json", "run", f"cbmchips:{algorithm}", "--", *pairs)


def qgis_process_is_here() -> bool:
    return any(Path(folder, "qgis_process.bin").exists() for folder in os.get_exec_path())
