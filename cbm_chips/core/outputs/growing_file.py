"""A file that grows by pieces and is whole after each, whenever its writer is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from ..reasons import Reason
from .atomic_write import WriteError, in_words
from .stand_ins import StandingFile


class GrowingFile:
    """`head`, the pieces so far, `tail`; one system call for each piece.

    An older file of the name stays until the first piece comes. While a program has that one or
    ours open, so that it can't be written (Windows), the file goes on beside; see `StandingFile`.
    """

    def __init__(self, path: Path, *, head: bytes, tail: bytes = b"") -> None:
        """Nothing is written yet."""
        self._place = StandingFile(path)
        self._head, self._tail = head, tail
        self._is_begun = False
        self._end = len(head)
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
            self.put(lambda beside: beside.write_bytes(self._head + self._tail))
            self._is_begun = True

    def put(self, write: Callable[[Path], object]) -> None:
        """Write all of it anew, at its own name if that can be had by now.

        Raises:
            WriteError: when it can't be written; then it is as it was before.
        """
        self._place.put(write)
        self._note()

    def add(self, piece: bytes) -> None:
        """Write one piece.

        Raises:
            WriteError: when it can't be written, or is another's by now; then the file is as it
                was before.
        """
        self.begin()
        try:
            self._append(piece)
        except WriteError as error:
            if not isinstance(error.__cause__, PermissionError):
                raise
            with self.opened("rb"):  # it is ours
                self._place.step_aside()
            self._note()
            self._append(piece)

    def _append(self, piece: bytes) -> None:
        with self.opened("r+b") as file:
            put(file, self._end, piece, tail=self._tail)
        self._end += len(piece)

    def _note(self) -> None:
        with in_words(self.path):
            self._file = _number_of(self.path.stat())

    @contextmanager
    def opened(self, mode: str) -> Iterator[BinaryIO]:
        """The file as it was left.

        Raises:
            WriteError: when it can't be opened, or another run has put its own in its place.
        """
        with in_words(self.path), self.path.open(mode, buffering=-1 if mode == "rb" else 0) as file:
            state = os.fstat(file.fileno())
            if (*_number_of(state), state.st_size) != (*self._file, self._end + len(self._tail)):
                words = Reason(
                    "{name} was changed by another run or program: give each run a folder of its "
                    "own",
                    name=self.path.name,
                )
                raise WriteError(words)
            yield cast(BinaryIO, file)


def _number_of(state: os.stat_result) -> tuple[int, int]:
    return state.st_dev, state.st_ino


def put(file: BinaryIO, at: int, piece: bytes, *, tail: bytes = b"") -> None:
    """Write a piece and what has to stand behind it, in one call.

    Raises:
        OSError: when it can't be written; a file that ended with `tail` is as it was before.
    """
    try:
        _put(file, at, piece + tail)
    except OSError:
        with suppress(OSError):  # the room for the tail is ours already
            _put(file, at, tail)
            file.truncate()
        raise


def _put(file: BinaryIO, at: int, content: bytes) -> None:
    file.seek(at)
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
