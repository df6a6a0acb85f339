"""The table of a run: one row per date and place, with all that is known, failures included."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Union

from ...model import SEEN_WHOLE_PCT, Absence, Chip, FailedChip
from ...sentinel2.bands import BANDS
from ...sentinel2.cloud_rules import rule_words
from ...sentinel2.scl import SCL_CLASSES, CloudRule, Verdict, judge
from ...tables.spreadsheet_texts import is_like_formula
from ..geotiff.chip_files import baseline_text

if TYPE_CHECKING:
    from ...model import Place

Cell = Union[str, int, float, None]
Result = Union[Chip, FailedChip]

LONGEST_CELL = 32_767
"""Characters; spreadsheets take no more, and Python's reader has a limit as well."""
HAS_A_CHIP = "chip"
FILES = "files"
"""The last column."""


@dataclass(frozen=True)
class PlaceDate:
    """One date of one place: what a row is made of."""

    place: Place
    result: Result

    @property
    def chip(self) -> Chip | None:
        """The chip, None where there is none."""
        return self.result if isinstance(self.result, Chip) else None

    @property
    def verdict(self) -> Verdict | None:
        """The histogram's pixel counts; None without a histogram. The rule does not matter."""
        counts = self.result.histogram
        return None if counts is None else judge(counts, CloudRule())


@dataclass(frozen=True)
class Column:
    """A column: its name, and how to get a cell of it."""

    name: str
    of: Callable[[PlaceDate], Cell]


@dataclass(frozen=True)
class TableRow:
    """A row without pixels.

    Attributes:
        order: rows are sorted by it: place, acquisition, scene.
        cells: one per column of `COLUMNS`.
        files: what was written, relative to the table, with `/`.
    """

    order: tuple[str, str, str]
    cells: tuple[Cell, ...]
    files: tuple[str, ...] = ()


def row_of(place: Place, result: Result, files: tuple[str, ...] = ()) -> TableRow:
    """The row of one date; keeps nothing of the chip's pixels."""
    date = PlaceDate(place, result)
    order = (place.name, result.scene.label, result.scene.id)
    return TableRow(order, tuple(column.of(date) for column in COLUMNS), files)


def failed_row(row: TableRow, reason: str) -> TableRow:
    """The row of a date whose chip was read and whose files could not be written."""
    told = {"state": Absence.FAILED.value, "reason": reason}
    cells = (told.get(column.name, cell) for column, cell in zip(COLUMNS, row.cells))
    return replace(row, cells=tuple(cells))


def head_line() -> bytes:
    """The first line of a table."""
    return _line([*(column.name for column in COLUMNS), FILES])


def line_of(row: TableRow) -> bytes:
    """A row as one line: no cell holds an end of line."""
    return _line([as_cell(value) for value in (*row.cells, ";".join(row.files))])


def _line(cells: Iterable[Cell]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


def as_cell(value: Cell) -> Cell:
    """A cell that a spreadsheet shows and never runs: text like a formula gets an apostrophe.

    So does text that begins with one, so that `as_text` gives it back as it was.
    """
    if not isinstance(value, str):
        return value
    line = value
    if not line.isprintable():
        line = "".join(char if char.isprintable() else " " for char in line)
    line = line if len(line) < LONGEST_CELL else f"{line[: LONGEST_CELL - 2]}…"
    return f"'{line}" if line.startswith("'") or is_like_formula(line) else line


def as_text(cell: str) -> str:
    """What `as_cell` made a cell of."""
    return cell[1:] if cell.startswith("'") else cell


def share_cell(share_pct: float | None) -> float | None:
    """A share for a table: what is not all of it never looks like all, nor like nothing."""
    if share_pct is None or share_pct in (0.0, 100.0):
        return share_pct
    return min(max(round(share_pct, 2), 0.01), 99.99 if share_pct < SEEN_WHOLE_PCT else 100.0)


def doubtful_cell(result: Result) -> int | None:
    """1 for a clear date that is doubtful, 0 for any other; None without a second opinion."""
    return None if result.likely_cloud_fraction is None else int(result.is_doubtful)


def _reason(date: PlaceDate) -> str:
    return date.result.reason if isinstance(date.result, FailedChip) else ""


def _state(date: PlaceDate) -> str:
    return date.result.absence.value if isinstance(date.result, FailedChip) else HAS_A_CHIP


def _rule(date: PlaceDate) -> Cell:
    rule = date.result.rule
    return None if rule is None else rule_words(rule)


def _of_chip(get: Callable[[Chip], Cell]) -> Callable[[PlaceDate], Cell]:
    return lambda date: get(date.chip) if date.chip else None


def _of_verdict(get: Callable[[Verdict], Cell]) -> Callable[[PlaceDate], Cell]:
    def cell(date: PlaceDate) -> Cell:
        verdict = date.verdict
        return None if verdict is None else get(verdict)

    return cell


def _class_px(code: int) -> Callable[[PlaceDate], Cell]:
    def cell(date: PlaceDate) -> Cell:
        counts = date.result.histogram
        return None if counts is None else counts.get(code, 0)

    return cell


def _other_classes_px(date: PlaceDate) -> Cell:
    counts = date.result.histogram
    known = {row.code for row in SCL_CLASSES}
    return None if counts is None else sum(n for code, n in counts.items() if code not in known)


def _by_band(values: Mapping[str, object]) -> str:
    """Sorted: the same run gives the same text, whichever band came first."""
    return "; ".join(f"{band}: {value}" for band, value in sorted(values.items()))


def _of_reflective(which: int) -> Callable[[Chip], Cell]:
    """Scale (0) or offset (1): a number where all bands agree, else by band."""

    def cell(chip: Chip) -> Cell:
        values = {b: pair[which] for b, pair in chip.scales.items() if BANDS[b].reflective}
        return next(iter(values.values())) if len(set(values.values())) == 1 else _by_band(values)

    return cell


COLUMNS = (
    Column("place", lambda date: date.place.name),
    Column("lon", lambda date: date.place.lon),
    Column("lat", lambda date: date.place.lat),
    Column("date", lambda date: date.result.scene.label),
    Column("acquired", lambda date: date.result.scene.when("%Y-%m-%dT%H:%M:%SZ")),
    Column("state", _state),
    Column("reason", _reason),
    Column("flag", lambda date: date.result.flag.value),
    Column("cloud_fraction", lambda date: date.result.cloud_fraction),
    Column("valid_px", _of_verdict(lambda verdict: verdict.valid_px)),
    Column("total_px", _of_verdict(lambda verdict: verdict.total_px)),
    Column("no_data_px", _of_verdict(lambda verdict: verdict.no_data_px)),
    *(Column(f"scl_{row.name}_px", _class_px(row.code)) for row in SCL_CLASSES),
    Column("scl_other_px", _other_classes_px),
    Column("outline_basis", _of_chip(lambda chip: chip.provenance.outline_basis)),
    Column("scene_id", lambda date: date.result.scene.id),
    Column("scenes", _of_chip(lambda chip: "; ".join(chip.provenance.scenes))),
    Column("product", lambda date: date.result.scene.product),
    Column("platform", lambda date: date.result.scene.platform),
    Column("tile", lambda date: date.result.scene.tile),
    Column("relative_orbit", lambda date: date.result.scene.relative_orbit),
    Column("level", lambda date: date.result.scene.level),
    Column("baseline", lambda date: baseline_text(date.result.scene.baseline)),
    Column("provider", lambda date: date.result.scene.provider),
    Column("collection", lambda date: date.result.scene.collection),
    Column("source", _of_chip(lambda chip: chip.provenance.source)),
    Column("scene_cloud_pct", lambda date: date.result.scene.scene_cloud_pct),
    Column("grid_epsg", _of_chip(lambda chip: chip.grid.epsg)),
    Column("grid_left", _of_chip(lambda chip: chip.grid.left)),
    Column("grid_top", _of_chip(lambda chip: chip.grid.top)),
    Column("width_m", _of_chip(lambda chip: chip.grid.width_px * chip.grid.resolution_m)),
    Column("height_m", _of_chip(lambda chip: chip.grid.height_px * chip.grid.resolution_m)),
    Column("bands", _of_chip(lambda chip: " ".join(chip.bands))),
    Column("failures", _of_chip(lambda chip: _by_band(chip.failures))),
    Column("scale", _of_chip(_of_reflective(0))),
    Column("offset", _of_chip(_of_reflective(1))),
    Column("offset_state", _of_chip(lambda chip: chip.provenance.offset_state.value)),
    Column("offset_decision", _of_chip(lambda chip: chip.provenance.offset_decision)),
    Column("readers", _of_chip(lambda chip: _by_band(chip.provenance.readers))),
    Column("methods", _of_chip(lambda chip: _by_band(chip.provenance.methods))),
    Column("bytes_read", _of_chip(lambda chip: chip.provenance.bytes_read)),
    Column("notes", _of_chip(lambda chip: "; ".join(chip.provenance.notes))),
    Column("parcel_in_chip_pct", lambda date: share_cell(date.result.parcel_in_chip_pct)),
    Column("cloud_rule", _rule),
    Column("likely_cloud_fraction", lambda date: date.result.likely_cloud_fraction),
    Column("doubtful", lambda date: doubtful_cell(date.result)),
)
"""All columns but the last, `files`, which is known only when the run ends."""
