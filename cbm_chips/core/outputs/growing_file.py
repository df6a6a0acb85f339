"""A file that grows by pieces and is whole after each, whenever its writer is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from ..reasons import Reason
from .atomic_write import WriteError, in_words, replacing


class GrowingFile:
    """`head`, the pieces so far, `tail`; one system call for each piece.

    An older file of the name stays until the first piece comes.
    """

    def __init__(self, path: Path, *, head: bytes, tail: bytes = b"") -> None:
        """Nothing is written yet."""
        self.path = path
        self._head, self._tail = head, tail
        self._is_begun = False
        self._end = len(head)
        self._file = (0, 0)

    def begin(self) -> None:
        """Make the file, without a piece; again does nothing.

        Raises:
            WriteError: when it can't be made.
        """
        if not self._is_begun:
            with replacing(self.path) as beside:
                beside.write_bytes(self._head + self._tail)
            with in_words(self.path):
                self._file = _number_of(self.path.stat())
            self._is_begun = True

    def add(self, piece: bytes) -> None:
        """Write one piece.

        Raises:
            WriteError: when it can't be written, or is another's by now; then the file is as it
                was before.
        """
        self.begin()
        with self.opened("r+b") as file:
            put(file, self._end, piece, tail=self._tail)
        self._end += len(piece)

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
