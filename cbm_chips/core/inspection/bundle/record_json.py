"""`record.json`: all that the record has of a parcel, and the proof of its pictures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..record.columns import ANSWER, ENTRY, ITEM, PARCEL, PICTURE, cells_of, entry_cells
from .field_meanings import ALL_FIELDS

if TYPE_CHECKING:
    from ..values import InspectionEntry
    from .dossier import ParcelDossier
    from .made_picture import MadePicture
    from .sheet_values import Facts

FORMAT = "cbm-chips evidence 1"
RECORD_JSON = "record.json"
BOOLEANS = frozenset({"is_machine_seen", "is_observable"})
COLUMNS = (*ITEM, *ANSWER, *ENTRY, *PARCEL)


def record_json(
    dossier: ParcelDossier,
    pictures: Iterable[MadePicture],
    files: Mapping[int, tuple[str, str]],
) -> bytes:
    """The file; the same for the same record.

    Args:
        dossier: the parcel.
        pictures: made again.
        files: by the number of a picture, its file and that with the outline.
    """
    content = {
        "format": FORMAT,
        "parcel": dossier.parcel,
        "answers": [_row(entry) for entry in dossier.entries],
        "queue": [_cells(cells_of(item, ITEM)) for item in dossier.items],
        "outlines": {
            _sha256(entry.parcel.geometry_wkb): entry.parcel.geometry_wkb.hex()
            for entry in dossier.entries
            if entry.parcel.geometry_wkb
        },
        "pictures_made_again": [
            _proof(made, files.get(number, ("", ""))) for number, made in enumerate(pictures)
        ],
        "fields": ALL_FIELDS,
    }
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def field_texts(entry: InspectionEntry) -> Facts:
    """The fields of an answer as a table shows them; without empty ones and lists."""
    row = {name: cell for name, cell in _row(entry).items() if not isinstance(cell, list)}
    return tuple((name, str(cell)) for name, cell in row.items() if cell not in (None, ""))


def _row(entry: InspectionEntry) -> dict[str, Any]:
    wkb = entry.parcel.geometry_wkb
    return {
        **_cells(entry_cells(entry)),
        "geometry_sha256": _sha256(wkb) if wkb else "",
        "pictures": [_cells(cells_of(one, PICTURE)) for one in entry.pictures],
    }


def _cells(row: Mapping[str, object]) -> dict[str, Any]:
    """As JSON has them: what a GeoPackage keeps as a number or a text is what it is."""
    return {name: _plain(name, cell) for name, cell in row.items()}


def _plain(name: str, cell: object) -> object:
    if name == "cells" and isinstance(cell, str):
        return json.loads(cell)
    return bool(cell) if name in BOOLEANS and cell is not None else cell


def _proof(made: MadePicture, names: tuple[str, str]) -> dict[str, Any]:
    one = made.kept.evidence
    cells = cells_of(one, PICTURE)
    return {
        "scene": one.scene,
        "acquired": cells["acquired"],
        "shown_as": one.shown_as,
        "sha256_kept": one.sha256,
        "sha256_now": made.now.sha256 if made.now else None,
        "proof": made.proof.value,
        "why": str.__str__(made.reason),
        "file": names[0],
        "file_with_outline": names[1],
    }


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
