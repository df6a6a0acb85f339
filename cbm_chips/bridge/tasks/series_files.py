"""The file of a series, and the one of before that it goes on from.

Beside each table a small file says what was asked, in a hash: the same but for the last day is the
same series. A series that goes on takes the place of its table when it is complete, not before.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...core.outputs.atomic_write import FileInUse, put_in_place

SUFFIX, NOTE, PART = ".gpkg", ".gpkg.json", ".part.gpkg"
FORMAT = "cbm-chips series 1"


def identity_of(asked: Mapping[str, object]) -> str:
    """The same for the same words; nothing of them can be read in it."""
    words = json.dumps({name: str(value) for name, value in asked.items()}, sort_keys=True)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class SeriesPaths:
    """Where one run of a series writes.

    Attributes:
        target: the table when it is complete.
        part: meanwhile.
        earlier: the table of before, None if there is none.
        others: older ones of the same, which a program had open when they were to go.
        turn: of this run among those of the same series.
    """

    target: Path
    part: Path
    earlier: Path | None = None
    others: tuple[Path, ...] = ()
    turn: int = 1

    @classmethod
    def of(cls, folder: Path, name: str, identity: str) -> SeriesPaths:
        """Look for the table of before.

        Args:
            folder: of all series; made when it is missing.
            name: of the table, without ending; one that is another series' gets a number.
            identity: of what is asked; empty for a table of its own in any case.

        Raises:
            OSError: when the folder can't be made or read.
        """
        folder.mkdir(parents=True, exist_ok=True)
        found = _tables_of(folder, identity) if identity else []
        own = [table for _, _, table in found]
        turn = found[0][0] + 1 if found else 1
        wanted = folder / f"{name}{SUFFIX}"
        target = wanted if wanted in own else _free(folder, name)
        part = target.with_name(f"{target.stem}{PART}")
        return cls(target, part, own[0] if own else None, tuple(own[1:]), turn)

    def begin(self) -> None:
        """The table of before lies where the run will write, which then knows what was in it.

        Raises:
            OSError: when it can't be copied.
        """
        self.part.unlink(missing_ok=True)
        if self.earlier is not None:
            shutil.copyfile(self.earlier, self.part)

    def complete(self, identity: str) -> Path:
        """The run is done: its table takes the place of the one of before; where it is then.

        One that a program has open (Windows) stays, and the new one gets a number.

        Raises:
            OSError: when it can't be put there.
        """
        target = self.target
        try:
            put_in_place(self.part, target)
        except FileInUse:
            target = _free(target.parent, target.stem)
            put_in_place(self.part, target)
        if identity:
            note = {"format": FORMAT, "asked": identity, "turn": self.turn}
            _note_of(target).write_text(json.dumps(note), "utf-8")
        own = (self.earlier, *self.others) if self.earlier is not None else ()
        for former in (one for one in own if one != target):
            with suppress(OSError):  # somebody has it open, on Windows: a later run removes it
                former.unlink()
                _note_of(former).unlink()
        return target

    def give_up(self) -> None:
        """The run has left nothing to keep; the table of before stays."""
        with suppress(OSError):
            self.part.unlink()


def _tables_of(folder: Path, identity: str) -> list[tuple[int, float, Path]]:
    """Of what was asked, by turn and time, the latest first.

    A file's own time may be that of an equal one before; notes of earlier versions tell no turn.
    """
    found = []
    for note in folder.glob(f"*{NOTE}"):
        table = note.with_name(note.name[: -len(NOTE)] + SUFFIX)
        with suppress(OSError, ValueError, TypeError, KeyError):
            told = json.loads(note.read_text("utf-8"))
            if told["asked"] == identity:
                found.append((int(told.get("turn", 0)), table.stat().st_mtime, table))
    return sorted(found, reverse=True)


def _note_of(table: Path) -> Path:
    return table.with_name(f"{table.stem}{NOTE}")


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path
