"""What a run has written to a file, where no other program can change it.

In memory while it is small, then in a file without a name, which is gone with the process.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, Union, cast

IN_MEMORY_BYTES = 8 << 10


class UnnamedCopy:
    """Bytes that are only added to."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where it lies once it is larger; nothing is made yet."""
        self._folder = folder
        self._file: Union[io.BytesIO, IO[bytes]] = io.BytesIO()
        self.size = 0

    def add(self, piece: bytes) -> None:
        """Behind what is there.

        Raises:
            OSError: when there is no room; then it is as it was.
        """
        if isinstance(self._file, io.BytesIO) and self.size + len(piece) > IN_MEMORY_BYTES:
            self._move()
        try:
            write_at(self._file, self.size, piece)
        except OSError:
            self.cut(self.size)
            raise
        self.size += len(piece)

    def cut(self, size: int) -> None:
        """Back to what it was."""
        self.size = size
        with suppress(OSError):
            self._file.truncate(size)

    @contextmanager
    def reading(self) -> Iterator[BinaryIO]:
        """From its beginning to its end.

        Raises:
            OSError: when it can't be read.
        """
        if isinstance(self._file, io.BytesIO):
            yield io.BytesIO(self._file.getvalue())
            return
        self._file.seek(0)
        with open(os.dup(self._file.fileno()), "rb") as file:
            yield file

    def close(self) -> None:
        """Let it go."""
        self._file.close()

    def _move(self) -> None:
        file = TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - `close` closes it
        try:
            write_at(file, 0, cast(io.BytesIO, self._file).getvalue())
        except OSError:
            file.close()
            raise
        self._file = file


def write_at(file: Union[io.BytesIO, IO[bytes]], at: int, content: bytes) -> None:
    """All of it; a file without a buffer may take less at once.

    Raises:
        OSError: when it can't be written.
    """
    file.seek(at)
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
