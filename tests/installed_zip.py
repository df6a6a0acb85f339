"""The built zip, installed by QGIS's own plugin manager into a new profile; then the main job.

Ends with an error unless the plugin loads there and `qgis_process` cuts chips with it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from cbm_chips.core.sample_archive import sample_catalog  # noqa: E402
from tests.headless import Headless  # noqa: E402
from tests.package_script import package  # noqa: E402
from tests.qgis_desktop import SETTINGS, command, screen  # noqa: E402

WORK = REPOSITORY / "build" / "installed-zip"
SCRIPT = REPOSITORY / "tests" / "installed_zip_script.py"
PATIENCE_S = 300


def main() -> None:
    """Install, look, run."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    catalog = sample_catalog(REPOSITORY / "build" / "demo-work" / "cache")
    package.build(package.TARGET, words=package.compiled(WORK / "i18n"))
    process = Headless(WORK)
    place = process.profile / "python" / "plugins" / "cbm_chips"
    place.unlink()  # the tree that is linked there: it is the zip that counts
    install(process, place)
    parcel = "layername=parcels|subset=\"id\" = '315141'"
    results = process.run(
        "rawchips",
        {
            "SOURCE": "sample",
            "PARCELS": f"{catalog.parent / 'parcels.gpkg'}|{parcel}",
            "ID_FIELD": "id",
            "START": "2022-05-01",
            "END": "2022-06-30",
            "OUTPUT": str(WORK / "chips"),
        },
    )
    pictures = len(list((WORK / "chips").rglob("*.tif")))
    if results["FAILED"] or not results["COUNT"] or not pictures:
        sys.exit(f"The main job: {results}, {pictures} GeoTIFFs")
    print(f"Installed from the zip; the main job: {results['COUNT']} dates, {pictures} GeoTIFFs.")


def install(process: Headless, place: Path) -> None:
    """By the plugin manager of the real QGIS, on a screen nobody sees."""
    ini = process.profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text(SETTINGS.replace("cbm_chips=true", ""), encoding="utf-8")
    told = WORK / "told.json"
    with screen() as display:
        given = {
            "CBM_CHIPS_ZIP": str(package.TARGET),
            "CBM_CHIPS_TOLD": str(told),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
        }
        environment = {**process.environment, **given}
        subprocess.run(command(SCRIPT), env=environment, timeout=PATIENCE_S, check=False)
    said = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
    if said != {"error": "", "is_loaded": True} or not (place / "metadata.txt").is_file():
        sys.exit(f"The plugin manager: {said or 'nothing was told'}")


if __name__ == "__main__":
    main()
