"""The export of an inspection, row by row against what was pressed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from tests.inspection_desk import FOLDER, ROWS, WANTED

Key = tuple[str, str]


@dataclass(frozen=True)
class Said:
    """What an export has to tell of a question."""

    outcome: str
    reason: str = ""
    confidence_pct: str = ""
    comment: str = ""
    last_before: str = ""
    first_after: str = ""
    replaced_by: str = ""


def compare(pressed: Mapping[Key, Said], again: Mapping[Key, str]) -> None:
    """Row by row, all columns that were pressed."""
    with (FOLDER / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    require(len(rows) == 3 * ROWS, f"{len(rows)} rows in the export")
    replacing = {one.replaced_by: key for key, one in pressed.items() if one.replaced_by}
    for row in rows:
        key = (row["parcel"], row["question"])
        said = pressed.get(key, Said(""))
        for name, value in vars(said).items():
            require(row[name] == value, f"{key}: {name} is “{row[name]}”, pressed was “{value}”")
        require(row["second_outcome"] == again.get(key, ""), f"{key}: second look {row}")
        replaces = replacing.get(key[0], ("", ""))[0]
        require(row["replaces"] == replaces, f"{key} replaces “{row['replaces']}”")
        require(row["state"] == state_of(row, said, replaces), f"{key} is {row['state']}")


def state_of(row: dict[str, str], said: Said, replaces: str) -> str:
    """Of a row of the export."""
    if said.replaced_by:
        return "replaced"
    if said.outcome:
        return "answered"
    return "open" if replaces or int(row["ranking"]) <= WANTED else "reserve"


def require(held: bool, why: str) -> None:
    """End with a message."""
    if not held:
        raise SystemExit(f"The day went wrong: {why}")
