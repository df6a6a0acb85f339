"""The pieces of an earlier table of a run, as far as its sidecar is to be believed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...outputs.run_folder.table import as_cell, as_text
from ..numbers.date_rows import TOUCHED
from ..numbers.table import ParcelTable, columns_of, some_rows
from .sidecar import KeptPiece, Sidecar, sidecar_path

if TYPE_CHECKING:
    from ..planning.plan import ParcelPlan
    from .table_files import TableFormat


_TOLD = ("source", "cloud_rule")
"""Columns that hold what the sidecar says."""


def believed_pieces(
    plan: ParcelPlan, kind: TableFormat, path: Path
) -> dict[str, ParcelTable] | None:
    """Pieces of the plan in a table, by their keys.

    None if there is none, or its sidecar speaks of another one: one of the two was moved or
    changed, or could not be replaced, as a program had it open.
    """
    sidecar = Sidecar.read(sidecar_path(path), plan)
    if sidecar is None:
        return None
    try:
        whole = kind.read_all(path, columns_of(plan.request))
    except (ValueError, OSError):
        return None
    found: dict[str, ParcelTable] = {}
    by_key = {piece.place_key: piece for piece in plan.pieces}
    same = {name: {str(sidecar.content[name])} for name in _TOLD if name in sidecar.content}
    same["pixels"] = {plan.request.pixel_words, TOUCHED}
    for kept, table in _slices(whole, sidecar.pieces):
        piece = by_key.get(kept.place_key)
        if piece is None:
            continue
        ids = [plan.parcels.ids[number] for number in piece.numbers]
        if not _fits(table, kept, ids) or not _says(table, same):
            return None
        numbers = np.repeat(piece.numbers, len(kept.dates))
        found[kept.place_key] = replace(table, numbers=numbers, dates=kept.dates)
    return found


def _slices(
    whole: ParcelTable, pieces: Iterable[KeptPiece]
) -> Iterator[tuple[KeptPiece, ParcelTable]]:
    """The rows of each piece."""
    start = 0
    for kept in pieces:
        rows = np.arange(start, min(start + kept.rows, len(whole)))
        yield kept, some_rows(whole, rows)
        start += kept.rows


def _fits(table: ParcelTable, kept: KeptPiece, ids: Sequence[str]) -> bool:
    """The rows are of these parcels, one after another, each on the dates that the sidecar says."""
    count = len(kept.dates)
    if len(table) != count * len(ids):
        return False
    parcels, scenes = (table.columns[name] for name in ("parcel", "scene_id"))
    dates = sorted(_as_kept(date.scene_id) for date in kept.dates)
    rows = (slice(start, start + count) for start in range(0, len(table), count or 1))
    return all(
        {_as_kept(own)}.issuperset(map(_as_kept, set(parcels[some])))
        and sorted(map(_as_kept, scenes[some])) == dates
        for own, some in zip(ids, rows)
    )


def _says(table: ParcelTable, same: Mapping[str, Collection[str]]) -> bool:
    """All rows say that they were made so; what stands behind a semicolon is of a parcel alone."""
    return all(
        set(map(_first_part, set(table.columns[name]))) <= set(map(_first_part, allowed))
        for name, allowed in same.items()
    )


def _first_part(text: str | None) -> str:
    return _as_kept(text).partition(";")[0]


def _as_kept(text: str | None) -> str:
    """As a table gives it back: in CSV a text has one line, and is not endless."""
    return as_text(str(as_cell(text or "")))
