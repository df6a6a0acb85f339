"""`make pictures`: the dock in all its states, light and dark, large and small, to be looked at."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from cbm_chips.core.sample_archive import sample_catalog  # noqa: E402
from tests.qgis_desktop import command, profile, screen  # noqa: E402
from tests.sample_servers import Served, served  # noqa: E402

PICTURES = REPOSITORY / "build" / "pictures"
WORK = REPOSITORY / "build" / "demo-work"
SCRIPT = REPOSITORY / "tests" / "dock_states_script.py"
DARK = "Night Mapping"
DAY = ("queue_dialog", "first_asked", "replaced", "answered", "on_map", "keys_of_day")
DAY += ("evidence", "second_look", "agreement")
"""States of an inspection."""


@dataclass(frozen=True)
class Look:
    """A screen, what Qt is told about it, and fields of `dock_screen.Plan`."""

    size: str = "1280x800"
    environment: Mapping[str, str] = field(default_factory=dict)
    plan: Mapping[str, object] = field(default_factory=dict)
    language: str = ""


LOOKS = {
    "light-320": Look(),
    "dark-320": Look(plan={"theme": DARK}),
    "gray-320": Look(plan={"theme": "Blend of Gray"}),
    "light-900": Look(plan={"is_floating": True}),
    "dark-900": Look(plan={"is_floating": True, "theme": DARK}),
    "font-200": Look(plan={"font_scale": 2.0, "is_floating": True}),
    "4k": Look("3840x2160"),
    "4k-hidpi": Look("3840x2160", environment={"QT_SCALE_FACTOR": "2"}),
    "german-900": Look(plan={"is_floating": True}, language="de"),
    "many-parcels": Look(
        "1440x900",
        environment={"CBM_CHIPS_CACHE": str(WORK / "cache")},  # where the built-in sample lies
        plan={"states": ("series_table",)},
    ),
    "inspection": Look("1440x960", plan={"states": DAY, "docked_px": 640}),
    "inspection-dark": Look("1440x960", plan={"states": DAY, "docked_px": 640, "theme": DARK}),
    "inspection-320": Look(plan={"states": DAY}),
    "inspection-900": Look(plan={"states": DAY, "is_floating": True}),
    "inspection-german": Look(plan={"states": DAY}, language="de"),
    "right-to-left": Look(plan={"is_mirrored": True}),
}


def main(names: list[str]) -> None:
    """All looks, or those named."""
    catalog = sample_catalog(WORK / "cache")
    with served(catalog, WORK) as servers:
        for name in names or LOOKS:
            take(name, LOOKS[name], servers, catalog)


def take(name: str, look: Look, servers: Served, catalog: Path) -> None:
    """One folder of pictures."""
    servers.reset()
    folder, work = PICTURES / name, WORK / "pictures"
    for old in (folder, work):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True)
    places = {
        "folder": str(folder),
        "tests": str(SCRIPT.parent),
        "parcels": str(catalog.parent / "parcels.gpkg"),
    }
    plan = {**places, "api": servers.api.url, "files": servers.files.url, **look.plan}
    with screen(look.size) as display:
        environment = {
            **profile(work, catalog, language=look.language),
            "DISPLAY": display,
            "CBM_CHIPS_STATES": json.dumps(plan),
            "CBM_CHIPS_CACHE": str(work / "cache"),
            **look.environment,
        }
        done = subprocess.run(
            command(SCRIPT), env=environment, capture_output=True, timeout=600, check=False
        )
    if done.returncode:
        sys.exit(done.stderr.decode(errors="replace")[-2000:])
    print(f"{name:16} {len(list(folder.iterdir()))} pictures in {folder.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main(sys.argv[1:])
