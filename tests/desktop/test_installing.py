"""The zip in QGIS's own plugin manager: over an older version, away again, under another name."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.headless import REPOSITORY, Headless
from tests.package_script import package
from tests.qgis_desktop import SETTINGS, command, screen

SCRIPT = REPOSITORY / "tests" / "plugin_manager_script.py"
PATIENCE_S = 540
OLD, RENAMED = "0.0.1", "CbM-Chips-main"


def repacked(zip_file: Path, made: Path, *, version: str = "", top: str = "cbm_chips") -> Path:
    """The zip with another version, or another folder in it."""
    with zipfile.ZipFile(zip_file) as given, zipfile.ZipFile(made, "w") as other:
        for name in given.namelist():
            content = given.read(name)
            if version and name == "cbm_chips/metadata.txt":
                content = re.sub(rb"(?m)^version=.*$", f"version={version}".encode(), content)
            other.writestr(f"{top}/{name.partition('/')[2]}", content)
    return made


@pytest.fixture(scope="module")
def told(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What QGIS's window, profile and settings held after each step in the plugin manager."""
    work = tmp_path_factory.mktemp("manager")
    new = work / "new.zip"
    package.build(new, words=package.compiled(work / "i18n"))
    given = {
        "CBM_CHIPS_NEW": new,
        "CBM_CHIPS_OLD": repacked(new, work / "old.zip", version=OLD),
        "CBM_CHIPS_RENAMED": repacked(new, work / "renamed.zip", top=RENAMED),
        "CBM_CHIPS_CATALOG": sample_archive,
        "CBM_CHIPS_TOLD": work / "told.json",
    }
    process = Headless(work, more={name: str(value) for name, value in given.items()})
    (process.profile / "python" / "plugins" / "cbm_chips").unlink()
    ini = process.profile / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    ini.write_text(SETTINGS.replace("cbm_chips=true", ""), encoding="utf-8")
    with screen() as display:
        done = subprocess.run(
            command(SCRIPT),
            env={**process.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    assert given["CBM_CHIPS_TOLD"].exists(), done.stdout + done.stderr
    found = json.loads(given["CBM_CHIPS_TOLD"].read_text("utf-8"))
    assert "error" not in found, found["error"] + done.stderr
    return found


def test_the_new_version_takes_the_place_of_the_old_one(told: dict[str, Any]) -> None:
    assert (told["old"], told["new"]) == (OLD, _version())
    assert told["upgraded"]["actions"] == told["used"]["actions"]
    assert told["upgraded"]["docks"] == told["used"]["docks"]
    assert told["upgraded"]["providers"] == told["used"]["providers"]


def test_settings_places_cache_and_packages_are_kept_over_an_upgrade(told: dict[str, Any]) -> None:
    assert told["kept"] == {"threads": 7, "places": ["my parcel"]}
    own = {file for file in told["used"]["files"] if "plugins/" not in file}
    assert own <= set(told["upgraded"]["files"])
    assert "cbm_chips_cache" in own


def test_nothing_of_it_is_left_but_the_user_s_chips(told: dict[str, Any]) -> None:
    assert told["used"] != told["before"]
    assert told["gone"]["files"] == [*told["before"]["files"], "my-chips/cbm_chip.tif"]
    assert told["gone"]["settings"] == told["before"]["settings"]
    assert told["gone"]["actions"] == told["before"]["actions"]
    assert told["gone"]["docks"] == told["before"]["docks"]
    assert told["gone"]["providers"] == told["before"]["providers"]


def test_it_works_under_any_folder_s_name(told: dict[str, Any]) -> None:
    assert told["renamed"] == {"plugins": [RENAMED], "count": 4}


def _version() -> str:
    return f"{re.search(r'(?m)^version=(.*)$', (REPOSITORY / 'metadata.txt').read_text())[1]}-dev"
