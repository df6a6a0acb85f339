"""A file that grows by pieces and is whole after each, whenever its writer is killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from ..reasons import Reason
from .atomic_write import WriteError, in_words
from .stand_ins import StandingFile
from .unnamed_copy import UnnamedCopy, write_at

FileState = tuple[int, int, int]


class FileNotOurs(WriteError):
    """Somebody has put another file in its place, or has changed it."""


class GrowingFile:
    """`head`, the pieces so far, `tail`; one system call for each piece.

    An older file of the name stays until the first piece comes. While a program has that one or
    ours open, so that it can't be written (Windows), the file goes on beside; so it does for good
    once a program has saved its own there. See `StandingFile`. What is written is known from an
    unnamed copy, without `tail`, which nobody else can change.
    """

    def __init__(self, path: Path, *, head: bytes, tail: bytes = b"") -> None:
        """Nothing is written yet."""
        self._place = StandingFile(path)
        self._head, self._tail = head, tail
        self._copy = UnnamedCopy(path.parent)
        self._is_begun = False
        self._file = (0, 0)

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._place.path

    @property
    def words(self) -> str:
        """See `StandingFile`."""
        return self._place.words

    def begin(self) -> None:
        """Make the file, without a piece; again does nothing.

        Raises:
            WriteError: when it can't be made.
        """
        if not self._is_begun:
            self._place.put(lambda beside: beside.write_bytes(self._head + self._tail))
            self._note()
            self._keep(self._head)
            self._is_begun = True

    def add(self, piece: bytes) -> None:
        """Write one piece.

        Raises:
            WriteError: when it can't be written; then the file is as it was before.
        """
        self.begin()
        before = self._copy.size
        try:
            self._keep(piece)
            self._grow(piece, before)
        except WriteError:
            self._copy.cut(before)
            raise

    def put(self, write: Callable[[Path], object]) -> None:
        """Write all of it anew at the end, at its own name if that can be had by now.

        Raises:
            WriteError: when it can't be written; then it is as it was before.
        """
        try:
            check_ours(self.path, self._state)
        except FileNotOurs:
            self._place.step_aside(write, for_good=True)
        else:
            self._place.put(write)

    @contextmanager
    def written(self) -> Iterator[BinaryIO]:
        """What was written, without `tail`, to be read.

        Raises:
            WriteError: when it can't be.
        """
        with in_words(self.path), self._copy.reading() as file:
            yield file

    def close(self) -> None:
        """Let the copy go; nothing can be added any more."""
        self._copy.close()

    @property
    def is_untouched(self) -> bool:
        """It is there, and as it was written."""
        return self._is_as_written(self._copy.size)

    @property
    def _state(self) -> FileState:
        return self._state_at(self._copy.size)

    def _state_at(self, size: int) -> FileState:
        return (*self._file, size + len(self._tail))

    def _is_as_written(self, size: int) -> bool:
        try:
            return state_of(self.path.stat()) == self._state_at(size)
        except OSError:
            return False

    def _keep(self, piece: bytes) -> None:
        with in_words(self.path):
            self._copy.add(piece)

    def _grow(self, piece: bytes, end: int) -> None:
        try:
            self._append(piece, end)
        except FileNotOurs:
            self._step_aside(for_good=True)
        except WriteError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                self._place.put(self._write_whole)
                self._note()
            elif isinstance(error.__cause__, PermissionError):
                self._step_aside(for_good=not self._is_as_written(end))
            else:
                raise

    def _append(self, piece: bytes, end: int) -> None:
        with in_words(self.path), self.path.open("r+b", buffering=0) as file:
            check_state(self.path, os.fstat(file.fileno()), self._state_at(end))
            put(cast(BinaryIO, file), end, piece, tail=self._tail)

    def _step_aside(self, *, for_good: bool) -> None:
        self._place.step_aside(self._write_whole, for_good=for_good)
        self._note()

    def _write_whole(self, beside: Path) -> None:
        with beside.open("wb") as file, self._copy.reading() as copy:
            shutil.copyfileobj(copy, file)
            file.write(self._tail)

    def _note(self) -> None:
        with in_words(self.path):
            self._file = state_of(self.path.stat())[:2]


def check_ours(path: Path, expected: FileState) -> None:
    """A file is still the one that was written, or is gone.

    Raises:
        FileNotOurs: when it is another one.
    """
    with in_words(path):
        try:
            state = path.stat()
        except FileNotFoundError:
            return
        check_state(path, state, expected)


def check_state(path: Path, state: os.stat_result, expected: FileState) -> None:
    """As `check_ours`, for one that is open."""
    if state_of(state) != expected:
        words = Reason(
            "{name} was changed by another run or program: give each run a folder of its own",
            name=path.name,
        )
        raise FileNotOurs(words)


def state_of(state: os.stat_result) -> FileState:
    """What tells a file from one that another has put in its place, or has added to."""
    return state.st_dev, state.st_ino, state.st_size


def put(file: BinaryIO, at: int, piece: bytes, *, tail: bytes = b"") -> None:
    """Write a piece and what has to stand behind it, in one call.

    Raises:
        OSError: when it can't be written; a file that ended with `tail` is as it was before.
    """
    try:
        write_at(file, at, piece + tail)
    except OSError:
        cut(file, at, tail=tail)
        raise


def cut(file: BinaryIO, at: int, *, tail: bytes) -> None:
    """Back to what was there before a piece."""
    with suppress(OSError):  # the room for the tail is ours already
        write_at(file, at, tail)
        file.truncate()
