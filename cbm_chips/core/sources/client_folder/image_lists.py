"""The client's lists of images: `images_list.<BAND>.csv` with the columns index, dates, chips."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from ...reasons import Reason
from .layout import ClientFolder, parts_of

MOST_BYTES = 32 * 1024**2
FIRST_LINE = 2
"""Of a row; the first one has the names of the columns."""
_LABEL = re.compile(r"\d{8}T\d{6}")
_FILE = re.compile(r"[^/\\:\0]+\.tiff?", re.IGNORECASE)


@dataclass(frozen=True)
class ListedImage:
    """One row: a chip of a band, or one that no list names.

    Attributes:
        band: of the list.
        label: `YYYYMMDDTHHMMSS`.
        file: its name in `chip_images`; nothing else of what the list says of its place counts.
    """

    band: str
    label: str
    file: str


@dataclass(frozen=True)
class OddImageRow:
    """What can't be understood of a list; `label` may be empty."""

    where: str
    label: str
    reason: str


ImageRow = Union[ListedImage, OddImageRow]


def read_lists(folder: ClientFolder) -> Iterator[ImageRow]:
    """The rows of all lists, then the chips that are in none.

    A list with a number repeats the rows of its own one: what it has besides counts.
    """
    listed: set[str] = set()
    for one in folder.lists():
        for row in _rows(one.band, one.path):
            if one.number and (isinstance(row, OddImageRow) or row.file in listed):
                continue
            if isinstance(row, ListedImage):
                listed.add(row.file)
            yield row
    for file in folder.chips():
        stem, band = parts_of(file)
        label = _LABEL.search(stem)
        if file not in listed and label:
            yield ListedImage(band, label[0], file)


def _rows(band: str, path: Path) -> Iterator[ImageRow]:
    try:
        with path.open("rb") as opened:
            text = opened.read(MOST_BYTES).decode("utf-8-sig", errors="replace")
        table = list(csv.DictReader(io.StringIO(text)))
    except (OSError, csv.Error) as error:
        yield OddImageRow(path.name, "", Reason("the list can't be read: {error}", error=error))
        return
    names = {name.strip().lower(): name for name in (table[0] if table else ()) if name}
    if table and not {"dates", "chips"} <= names.keys():
        yield OddImageRow(path.name, "", Reason("the list has no columns dates and chips"))
        return
    seen: set[str] = set()
    for number, cells in enumerate(table, FIRST_LINE):
        date, chip = ((cells[names[one]] or "").strip() for one in ("dates", "chips"))
        row = _row(band, date, chip, f"{path.name}:{number}")
        if isinstance(row, ListedImage) and row.file in seen:
            row = OddImageRow(f"{path.name}:{number}", row.label, Reason("listed twice"))
        if isinstance(row, ListedImage):
            seen.add(row.file)
        yield row


def _row(band: str, date: str, chip: str, where: str) -> ImageRow:
    label, file = _LABEL.match(date), re.split(r"[/\\]", chip)[-1]
    if not _FILE.fullmatch(file):
        return OddImageRow(where, label[0] if label else "", Reason("the row names no GeoTIFF"))
    stem, of_file = parts_of(file)
    if of_file != band:
        words = Reason("the list of {band} names a file of another band", band=band)
        return OddImageRow(where, label[0] if label else "", words)
    of_name = _LABEL.search(stem)
    if label is None and of_name is None:
        return OddImageRow(where, "", Reason("the row has no date as YYYYMMDDTHHMMSS"))
    found = label or of_name
    return ListedImage(band, found[0] if found else "", file)
