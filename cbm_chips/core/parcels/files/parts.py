"""The finished pieces of a run on disk: what outlives a run that is killed at any moment."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...outputs.atomic_write import in_words, replacing
from ..numbers.table import ParcelTable, ReadDate, by_parcel_and_date, joined, some_rows

if TYPE_CHECKING:
    from ..planning.plan import PlanPiece
    from .table_files import TableFormat

RUN_NAME = "run.json"


@dataclass(frozen=True)
class _Part:
    """The rows of a piece's parcels on some dates."""

    path: Path
    dates: tuple[ReadDate, ...]


class Parts:
    """A folder with a table for each finished piece, and beside each which dates it is of.

    A part counts from the moment its dates are written, which is after its table.
    """

    def __init__(self, folder: Path, kind: TableFormat, types: Mapping[str, type]) -> None:
        """Nothing is read yet."""
        self._folder, self._kind, self._types = folder, kind, types
        self._parts: defaultdict[str, list[_Part]] = defaultdict(list)

    def open_for(self, identity: str) -> None:
        """Take what is there of the same run; what is there of another one is removed.

        Raises:
            WriteError: when the folder can't be used.
        """
        told = self._folder / RUN_NAME
        if not told.is_file() or told.read_text("utf-8", "replace") != identity:
            self.remove()
            with replacing(told) as beside:
                beside.write_text(identity, "utf-8")
        for path in sorted(self._folder.glob("*.dates.json")):
            try:
                dates = tuple(ReadDate(**one) for one in json.loads(path.read_text("utf-8")))
            except (ValueError, TypeError, OSError):
                continue
            name = path.name[: -len(".dates.json")]
            table = self._folder / f"{name}{self._kind.suffix}"
            if table.is_file():
                self._parts[name.rpartition(".")[0]].append(_Part(table, dates))

    def done(self, piece: PlanPiece) -> set[str]:
        """The scenes of a piece that need not be read again."""
        parts = self._parts[piece.place_key]
        return {date.planned for part in parts for date in part.dates if not date.has_failed}

    def has(self, place_key: str) -> bool:
        """Something of that piece is there."""
        return bool(self._parts[place_key])

    def add(self, place_key: str, table: ParcelTable) -> None:
        """Keep a table of a piece.

        Raises:
            WriteError: when it can't be written.
        """
        name = f"{place_key}.{len(self._parts[place_key])}"
        path = self._folder / f"{name}{self._kind.suffix}"
        self._kind.write(table, path)
        with replacing(self._folder / f"{name}.dates.json") as beside:
            beside.write_text(json.dumps([asdict(date) for date in table.dates]), "utf-8")
        self._parts[place_key].append(_Part(path, table.dates))

    def table(self, piece: PlanPiece) -> ParcelTable | None:
        """All there is of a piece's dates, the latest where a date was read again."""
        tables = []
        seen: set[str] = set()
        wanted = {scene.id for scene in piece.scenes}
        for part in reversed(self._parts[piece.place_key]):
            dates = [one for one in part.dates if one.planned in wanted - seen]
            if dates:
                table = self._kind.read(part.path, self._types)
                tables.append(_of_dates(table, dates))
                seen.update(one.planned for one in dates)
        return by_parcel_and_date(joined(tables)) if tables else None

    def tables(self, pieces: Iterable[PlanPiece]) -> Iterator[tuple[PlanPiece, ParcelTable]]:
        """The pieces that there is something of, in their order."""
        for piece in pieces:
            table = self.table(piece)
            if table is not None:
                yield piece, table

    def remove(self) -> None:
        """Remove all of it.

        Raises:
            WriteError: when it can't be removed.
        """
        self._parts.clear()
        if self._folder.is_dir():
            with in_words(self._folder):
                shutil.rmtree(self._folder)


def _of_dates(table: ParcelTable, dates: list[ReadDate]) -> ParcelTable:
    ids = np.array([one.scene_id for one in dates], object)
    rows = np.flatnonzero(np.isin(table.columns["scene_id"].astype(str), ids.astype(str)))
    kept = some_rows(table, rows)
    return ParcelTable(kept.types, kept.columns, kept.numbers, dates=tuple(dates))
