"""The dock where Python packages are missing that QGIS does not need itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.desktop.own_process import run_main

OWN = ("pystac_client", "pystac", "diskcache")
BINARY = ("shapely", "rasterio")
API = "earth-search"


def bare_dock(folder: Path, archive: Path, lacking: tuple[str, ...]) -> dict[str, Any]:
    """What clicks gave, source by source."""
    cache = folder / "cache"
    cache.mkdir()
    (cache / "sample").symlink_to(archive.parent, target_is_directory=True)
    asked = {
        "hidden": lacking,
        "sources": ["sample", API],
        "profile": str(folder / "profile"),
        "cache": str(cache),
    }
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    done = run_main("tests.desktop.bare_dock_script", more=offscreen, given=json.dumps(asked))
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert told["errors"] == []
    assert "Traceback" not in done.stderr
    return told


def test_the_sample_is_shown_without_the_packages_that_are_installed_by_a_click(
    sample_archive: Path, tmp_path: Path
) -> None:
    sample, api = bare_dock(tmp_path, sample_archive, OWN)["sources"]

    assert sample == [4, ""]
    assert [name for name in OWN if name not in api[1]] == []


def test_what_no_click_can_install_is_named_for_each_source(
    sample_archive: Path, tmp_path: Path
) -> None:
    sample, api = bare_dock(tmp_path, sample_archive, (*OWN, *BINARY))["sources"]

    assert (sample[0], api[0]) == (0, 0)
    assert "shapely" in sample[1]
    assert not any(name in sample[1] for name in OWN)
    assert all(name in api[1] for name in (*OWN, "shapely"))
