"""A file that grows by pieces and is whole after each, whenever its writer is killed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from .replacing import in_words, replacing


class Appended:
    """`head`, the pieces so far, `tail`; one system call for each piece.

    An older file of the name stays until the first piece comes.
    """

    def __init__(self, path: Path, *, head: bytes, tail: bytes = b"") -> None:
        """Nothing is written yet."""
        self.path = path
        self._head, self._tail = head, tail
        self._is_begun = False
        self._end = len(head)

    def begin(self) -> None:
        """Make the file, without a piece; again does nothing.

        Raises:
            WriteError: when it can't be made.
        """
        if not self._is_begun:
            with replacing(self.path) as beside:
                beside.write_bytes(self._head + self._tail)
            self._is_begun = True

    def add(self, piece: bytes) -> None:
        """Write one piece.

        Raises:
            WriteError: when it can't be written; then the file is as it was before.
        """
        self.begin()
        with in_words(self.path), self.path.open("r+b", buffering=0) as file:
            put(file, self._end, piece, tail=self._tail)
        self._end += len(piece)


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
