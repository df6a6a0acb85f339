"""Runs of small dates, and what their lists then say."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from cbm_chips.core.model import Chip
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunSummary, RunWriter
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_parcel

LISTS = (MANIFEST, TABLE, PLACES)
DAYS = (8, 5, 10)
"""As they come: the table is sorted at the end."""


def a_run(folder: Path, *, days: tuple[int, ...] = DAYS) -> RunSummary:
    with RunWriter(folder) as run:
        for day in days:
            add_day(run, day)
    return run.finish()


def a_small_chip(**others: Any) -> Chip:
    return a_chip(("B08", "B04"), grid=a_grid(size_m=40), **others)


def add_day(run: RunWriter, day: int) -> None:
    scene = a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34")
    run.add(a_parcel(), a_small_chip(scene=scene))
    run._background.wait()


def dates_in(folder: Path) -> list[str]:
    (place,) = read_run(folder)
    return [date.record.failed.scene.label[:8] for date in place.dates]


def numbered(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*-2.*"))


def rows_of(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as file:
        return [row["date"][:8] for row in csv.DictReader(file)]


def saved_in_place(path: Path) -> None:
    path.write_text("place;date\nmine;8", encoding="utf-8")


def saved_by_renaming(path: Path) -> None:
    """Of the same size, even."""
    other = path.with_name("saving")
    other.write_bytes(path.read_bytes().upper())
    other.replace(path)
