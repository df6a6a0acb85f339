"""Running the algorithms the ways QGIS does."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from tests.served import Served

REPOSITORY = Path(__file__).resolve().parents[2]
YEAR = {"START": "2021-11-01", "END": "2022-12-31"}
JUNE = {"START": "2022-06-01", "END": "2022-06-30"}
CENTRE = {"POINT": "5.664,52.694"}


def feedback_class() -> type:
    """A feedback that remembers; made late, as QGIS must not be imported with the module."""
    from qgis.core import QgsProcessingFeedback

    class Remembering(QgsProcessingFeedback):
        def __init__(self, cancel_after: int = 10**9) -> None:
            super().__init__(False)
            self.errors: list[tuple[str, bool]] = []
            self.infos: list[str] = []
            self.progress: list[float] = []
            self.progressChanged.connect(self.progress.append)
            self._left = cancel_after

        def pushInfo(self, info: str) -> None:
            self.infos.append(info)
            self._left -= 1
            if self._left <= 0:
                self.cancel()

        def reportError(self, error: str, fatal: bool = False) -> None:
            self.errors.append((error, fatal))

    return Remembering


def run(algorithm: str, parameters: dict[str, Any], feedback: Any = None) -> dict[str, Any]:
    import processing

    feedback = feedback or feedback_class()()
    return processing.run(f"cbmchips:{algorithm}", parameters, feedback=feedback)


def refusal(algorithm: str, parameters: dict[str, Any]) -> str:
    """What is said before anything runs; empty if nothing is."""
    from qgis.core import QgsApplication, QgsProcessingContext

    found = QgsApplication.processingRegistry().algorithmById(f"cbmchips:{algorithm}")
    accepted, message = found.checkParameterValues(parameters, QgsProcessingContext())
    assert accepted == (not message)
    return message


class Headless:
    """The real `qgis_process` in a fresh profile."""

    def __init__(self, folder: Path, *, packages: bool = True) -> None:
        self.profile = folder / "config" / "profiles" / "default"
        plugins = self.profile / "python" / "plugins"
        plugins.mkdir(parents=True)
        (plugins / "cbm_chips").symlink_to(REPOSITORY, target_is_directory=True)
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self._environment = {
            "PATH": "/usr/bin:/bin",  # QGIS's modules belong to the system's python3
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "config"),
        }
        if packages:
            self._environment["PYTHONPATH"] = sysconfig.get_path("purelib")
        self.call("plugins", "enable", "cbm_chips")

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["qgis_process.bin", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )

    def run(self, algorithm: str, parameters: dict[str, str]) -> dict[str, Any]:
        """The results, from the JSON that comes back."""
        done = self.try_to_run(algorithm, parameters)
        assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout)["results"]

    def try_to_run(
        self, algorithm: str, parameters: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        pairs = [f"{name}={value}" for name, value in parameters.items()]
        return self.call("--json", "run", f"cbmchips:{algorithm}", "--", *pairs)


def qgis_process_is_here() -> bool:
    return any(Path(folder, "qgis_process.bin").exists() for folder in os.get_exec_path())


def rows_of(table: str) -> list[dict[str, str]]:
    with open(table, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def parcels_of(servers: Served, *ids: str) -> Any:
    """Some of the sample's parcels as a layer."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{servers.archive / 'parcels.gpkg'}|layername=parcels", "p", "ogr")
    assert layer.isValid()
    layer.setSubsetString(f"id in ({', '.join(repr(one) for one in ids)})")
    return layer


def memory_layer(crs: str, **geometries: str) -> Any:
    """A layer of polygons by their names; empty text is an empty geometry."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string", "made", "memory")
    for name, wkt in geometries.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer
