"""Answers that a record did not take, kept in files until it is opened again.

A disk may be full or gone when a project closes. Then the answers go to another folder, as text
that people can read, too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...outputs.atomic_write import WriteError, replacing
from ...reasons import Reason
from ..values import InspectionEntry
from .clean_texts import cleaned_values
from .columns import PICTURE, cells_of, entry_cells, entry_of
from .record import Record

ENDING = ".answers.json"
_ABOUT = (
    "Answers that could not be written into the record of an inspection. CbM Chips puts them into "
    "it when it opens that record again, and removes this file then."
)

MOST_OF_STEM = 50
"""Characters of a record's name: a name has 255 bytes, and a character up to four."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Of characters: a path has them for bytes that are no UTF-8."""
_NOT_OURS = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading a file raises that holds anything else."""


@dataclass(frozen=True)
class AsideFile:
    """A file of answers.

    Attributes:
        path: of the file.
        record: whose they are.
        entries: the answers, in order.
    """

    path: Path
    record: Path
    entries: tuple[InspectionEntry, ...]


def keep_aside(record: Path, entries: Sequence[InspectionEntry], folders: Iterable[Path]) -> Path:
    """Write answers to a file; which it is.

    Args:
        record: path of the GeoPackage that did not take them.
        entries: the answers; their texts lose what may open a door.
        folders: the first that can be written to is taken; it is made where it lacks.

    Raises:
        WriteError: none of the folders can be.
    """
    told = [_row(one) for one in cleaned_values(entries)]
    whole = {"about": _ABOUT, "record": str(_plain(record)), "answers": told}
    text = _HALVES.sub(_escaped, json.dumps(whole, ensure_ascii=False, indent=1))
    name = f"{record.stem[:MOST_OF_STEM]}-{hashlib.sha256(text.encode()).hexdigest()[:12]}{ENDING}"
    why = WriteError(Reason("there is no folder to write to"))
    for folder in folders:
        try:
            with replacing(folder / name) as beside:
                beside.write_text(text, encoding="utf-8")
        except WriteError as error:
            why = error
        else:
            return folder / name
    raise why


def put_back(record: Record, folders: Iterable[Path]) -> int:
    """Add what was kept aside of a record that is open, and remove the files; how many it were.

    An answer that the record has already is not added again. Where another one was given later to
    the same question, that one is added once more behind it, as the newest row counts.

    Raises:
        WriteError: they are all still aside.
    """
    files = [one for one in _files(folders) if one.record == _plain(record.path)]
    if not files:
        return 0
    known = record.entries()
    had = set(map(_identity, known))
    files.sort(key=lambda file: min(one.decided for one in file.entries))
    told = [one for file in files for one in file.entries]
    lost = tuple({_identity(one): one for one in told if _identity(one) not in had}.values())
    if lost:
        record.append((*lost, *_newer(known, lost)))
    for file in files:
        with suppress(OSError):  # it is known by its answers the next time
            file.path.unlink()
    return len(lost)


def waiting_aside(folders: Iterable[Path]) -> dict[Path, int]:
    """Records for which answers are kept, and how many."""
    found = Counter[Path]()
    for one in _files(folders):
        found[one.record] += len(one.entries)
    return dict(found)


def _newer(
    known: Iterable[InspectionEntry], lost: Iterable[InspectionEntry]
) -> Iterator[InspectionEntry]:
    """The last rows of the questions that were answered again since."""
    last = {(one.item.key, one.look): one for one in known}
    for key, since in {(one.item.key, one.look): one.decided for one in lost}.items():
        if key in last and last[key].decided > since:
            yield last[key]


def _identity(entry: InspectionEntry) -> tuple[object, ...]:
    """No two answers of a person to one question are given in the same millisecond."""
    return entry.item.key, entry.look, entry.inspector, entry.decided, entry.answer.outcome


def _row(entry: InspectionEntry) -> dict[str, object]:
    pictures = [cells_of(one, PICTURE) for one in entry.pictures]
    outline = entry.parcel.geometry_wkb.hex()
    return {**entry_cells(entry), "outline": outline, "pictures": pictures}


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half.group()):04x}"


def _files(folders: Iterable[Path]) -> Iterator[AsideFile]:
    """Those that can be read."""
    for folder in dict.fromkeys(folders):
        for path in sorted(folder.glob(f"*{ENDING}")):
            with suppress(*_NOT_OURS):
                yield _file(path, json.loads(path.read_text(encoding="utf-8")))


def _file(path: Path, told: Mapping[str, Any]) -> AsideFile:
    rows = told["answers"]
    entries = (entry_of(row, bytes.fromhex(row["outline"]), row["pictures"]) for row in rows)
    made = AsideFile(path, Path(told["record"]), tuple(entries))
    if not made.entries:
        raise ValueError(path)
    return made


def _plain(path: Path) -> Path:
    return path.expanduser().resolve()
