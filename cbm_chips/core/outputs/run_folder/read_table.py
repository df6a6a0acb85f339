"""The table of a run read back: what it says of each date.

Also as a spreadsheet saves it: with a byte order mark, other ends of line, semicolons or tabs
between the cells, and commas in numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...errors import RequestError
from ...model import NO_DATE, Absence, FailedChip, Scene
from ...reasons import Reason
from ...sentinel2.bands import BANDS
from ...sentinel2.cloud_rules import rule_of_words
from ...sentinel2.scl import SCL_CLASSES, CloudFlag
from .table import FILES, HAS_A_CHIP, as_text

_BEFORE_A_BAND = re.compile(rf"(?:^|; )({'|'.join(BANDS)}): ")
_SEPARATORS = ",;\t"
_Cells = Mapping[str, str]


@dataclass(frozen=True)
class StoredRow:
    """One row.

    Attributes:
        place: as its cell says.
        lon, lat: of the place.
        failed: the date; its reason holds where there is no chip.
        has_chip: whether there was one.
        failures: band -> why it is missing.
        source, outline_basis: see `Provenance`.
        files: relative to the table.
    """

    place: str
    lon: float
    lat: float
    failed: FailedChip
    has_chip: bool
    failures: Mapping[str, str]
    source: str
    outline_basis: str
    files: tuple[str, ...]


def read_table(path: Path) -> tuple[StoredRow, ...]:
    """The rows of a run's table, as they stand there; a last line that was cut off is none.

    Raises:
        RequestError: field `table`, when there is none, or it is something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    except (OSError, ValueError, csv.Error) as error:
        raise RequestError(
            "table",
            str(path),
            Reason("the folder of a run with its chips.csv ({error})", error=error),
        ) from None
    if rows and None in rows[-1].values() and not text.endswith("\n"):
        rows.pop()  # its writer was killed in the middle of it
    return tuple(
        _checked(cells, Reason("{path}, line {line}", path=path, line=line))
        for line, cells in enumerate(rows, 2)
    )


def _checked(cells: _Cells, where: str) -> StoredRow:
    try:
        return _record({name: cell or "" for name, cell in cells.items()})
    except (ValueError, LookupError) as error:
        raise RequestError(
            "table", where, Reason("a row of a run's table ({error})", error=error)
        ) from None


def _record(cells: _Cells) -> StoredRow:
    return StoredRow(
        place=cells["place"],
        lon=_number(cells["lon"]),
        lat=_number(cells["lat"]),
        failed=_failed(cells),
        has_chip=cells["state"] == HAS_A_CHIP,
        failures=_failures(cells["failures"]),
        source=as_text(cells["source"]),
        outline_basis=as_text(cells["outline_basis"]),
        files=tuple(file for file in as_text(cells[FILES]).split(";") if file),
    )


def _failed(cells: _Cells) -> FailedChip:
    state, fraction = cells["state"], cells["cloud_fraction"]
    # Earlier versions wrote neither.
    share, likely = cells.get("parcel_in_chip_pct"), cells.get("likely_cloud_fraction")
    return FailedChip(
        _scene(cells),
        as_text(cells["reason"]),
        Absence.FAILED if state == HAS_A_CHIP else Absence(state),
        flag=CloudFlag(cells["flag"]),
        histogram=_histogram(cells),
        cloud_fraction=_number(fraction) if fraction else None,
        parcel_in_chip_pct=_number(share) if share else None,
        likely_cloud_fraction=_number(likely) if likely else None,
        rule=rule_of_words(as_text(cells.get("cloud_rule", ""))),  # the same
    )


def _scene(cells: _Cells) -> Scene:
    return Scene(
        id=as_text(cells["scene_id"]),
        acquired=_moment(cells["acquired"]),
        platform=as_text(cells["platform"]),
        tile=as_text(cells["tile"]),
        level=as_text(cells["level"]),
        provider=as_text(cells["provider"]),
        collection=as_text(cells["collection"]),
        product=as_text(cells["product"]),
    )


def _number(cell: str) -> float:
    return float(cell.replace(",", "."))


def _moment(cell: str) -> datetime:
    return datetime.strptime(cell, "%Y-%m-%dT%H:%M:%S%z") if cell else NO_DATE


def _histogram(cells: _Cells) -> dict[int, int] | None:
    counts = {row.code: cells[f"scl_{row.name}_px"] for row in SCL_CLASSES}
    if not all(counts.values()):
        return None
    return {code: int(count) for code, count in counts.items()}


def _failures(text: str) -> dict[str, str]:
    """`B03: HTTP 404; B04: HTTP 503` by band; a reason may hold the same signs."""
    _, *parts = _BEFORE_A_BAND.split(as_text(text))
    return dict(zip(parts[::2], parts[1::2]))
