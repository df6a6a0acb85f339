"""What can't take its place, as a program has the file there open, stands beside under a number.

So on Windows while a spreadsheet shows a table of before. Nothing that was made is lost for it: the
file of before stays, the new one is `chips-2.csv`, and it is said where that is. The next one that
can have its name removes it: see `numbered_files`.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..reasons import Reason
from .atomic_write import FileInUse, put_in_place, written_beside
from .numbered_files import note_numbered, remove_numbered

_OF_THREAD = threading.local()
FileVersion = tuple[int, int, int, int]
_log = logging.getLogger(__name__)


def stand_in_words(wanted: Path, instead: Path) -> str:
    """That a file stays as it was, and where the new one is."""
    return Reason(
        "{name} could not be replaced, a program may have it open: the new one is {instead}.",
        name=wanted.name,
        instead=instead.name,
    )


def free_name(path: Path) -> Path:
    """The first of `chips-2.csv`, `chips-3.csv`, ... that is not there."""
    number = 2
    while os.path.lexists(numbered := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return numbered


@dataclass
class PlacedFile:
    """A file on its way.

    Attributes:
        beside: where it is written.
        path: its place; when it is complete, where it is.
    """

    beside: Path
    path: Path


@contextmanager
def placing(path: Path) -> Iterator[PlacedFile]:
    """As `replacing`, but what can't be replaced stays, and the file gets a number; that is told.

    Raises:
        WriteError: with the file's name and the system's words.
    """
    with written_beside(path) as beside:
        file = PlacedFile(beside, path)
        yield file
        file.path = put_here_or_beside(beside, path)


def put_here_or_beside(fresh: Path, path: Path) -> Path:
    """Give a whole file, or a folder, its name or the next one that is free; where it is.

    Raises:
        OSError: when it can have neither.
    """
    try:
        put_in_place(fresh, path)
    except FileInUse:
        return stand_in(fresh, path)
    remove_numbered(path)
    return path


def stand_in(fresh: Path, path: Path) -> Path:
    """Give it the next name that is free, and tell it.

    Raises:
        OSError: when it can't have that.
    """
    instead = free_name(path)
    os.replace(fresh, instead)
    note_numbered(path, instead)
    tell(stand_in_words(path, instead))
    return instead


@contextmanager
def stand_ins_told() -> Iterator[list[str]]:
    """What this thread tells of such files within the `with`, for people."""
    told: list[str] = []
    before = getattr(_OF_THREAD, "told", None)
    _OF_THREAD.told = told
    try:
        yield told
    finally:
        _OF_THREAD.told = before


def tell(words: str) -> None:
    """To whom listens in this thread, else to the log."""
    told: list[str] | None = getattr(_OF_THREAD, "told", None)
    if told is None:
        _log.warning("%s", words)
    else:
        told.append(words)


class StandingFile:
    """A file that is written more than once: under its name, or beside while that one is in use."""

    def __init__(self, wanted: Path) -> None:
        """Nothing is written."""
        self.wanted = self.path = wanted
        self._names: tuple[Path, ...] = (wanted,)
        """Those to be tried first."""
        self._had_its_name = False
        self._in_use: FileVersion | None = None
        """What the one of its name was when it could not be replaced."""
        self._left: set[str] = set()

    @property
    def words(self) -> str:
        """Where it is; empty where it has its name."""
        if self.path == self.wanted:
            return ""
        if self._names:
            return stand_in_words(self.wanted, self.path)
        return Reason(
            "{name} was changed by a program while the run went on: the run's own is {instead}.",
            name=self.wanted.name,
            instead=self.path.name,
        )

    def put(self, write: Callable[[Path], object]) -> None:
        """Write it anew; under its own name, if that can be had by now.

        Raises:
            WriteError: then it is as it was before.
        """
        self._note()
        with written_beside(self.wanted) as beside:
            write(beside)
            self._take_name(beside, *self._own_names(), self.path)

    def step_aside(self, write: Callable[[Path], object], *, for_good: bool) -> None:
        """Write it under a name that is free, and go on there.

        Args:
            write: as of `put`.
            for_good: the file that is there now is somebody else's.

        Raises:
            WriteError: when it can't be written.
        """
        names: tuple[Path, ...] = ()
        if not for_good:
            self._note()
        elif self.path == self.wanted:
            self._names = ()
        else:
            names = self._own_names()
        with written_beside(self.wanted) as beside:
            write(beside)
            self._take_name(beside, *names)

    def _own_names(self) -> tuple[Path, ...]:
        """For good none, once a program has saved its own where it could not be replaced."""
        found = _version_of(self.wanted)
        if self._in_use is not None and found not in (None, self._in_use):
            self._names = ()
        return self._names

    def _take_name(self, fresh: Path, *names: Path) -> None:
        for name in (*names, free_name(self.wanted)):
            with suppress(FileInUse):
                put_in_place(fresh, name)
                self._settle(name)
                return
        raise AssertionError("a name that is free can be had")

    def _settle(self, path: Path) -> None:
        """Those that stood for it go once it has its name; later only those that it left itself.

        They may be another run's, which goes on in the same folder.
        """
        self.path = path
        if path != self.wanted:
            self._in_use = self._in_use or _version_of(self.wanted)
            self._note()
            return
        self._in_use = None
        if not self._had_its_name:
            remove_numbered(path)
            self._had_its_name = True
        elif self._left:
            remove_numbered(path, self._left)

    def _note(self) -> None:
        """As it is by now: it may have grown, and nobody else has changed it."""
        if self.path != self.wanted:
            note_numbered(self.wanted, self.path)
            self._left.add(self.path.name)


def _version_of(path: Path) -> FileVersion | None:
    """What differs once another has saved it; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns
