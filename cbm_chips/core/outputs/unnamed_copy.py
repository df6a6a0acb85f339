"""What a run has written to a file, where no other program can change it.

In memory while it is small, then in a file without a name, which is gone with the process; in
memory for good where no such file can be made.
"""

from __future__ import annotations

import io
import math
import os
import secrets
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
        self._most_in_memory: float = IN_MEMORY_BYTES
        self.size = 0

    def add(self, piece: bytes) -> None:
        """Behind what is there.

        Raises:
            OSError: when there is no room; then it is as it was.
        """
        if isinstance(self._file, io.BytesIO) and self.size + len(piece) > self._most_in_memory:
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
        file = _unnamed_file(self._folder)
        if file is None:
            self._most_in_memory = math.inf
            return
        try:
            write_at(file, 0, cast(io.BytesIO, self._file).getvalue())
        except OSError:
            file.close()
            raise
        self._file = file


def _unnamed_file(folder: Path) -> IO[bytes] | None:
    """There, or where the system has such files: some shares can't unlink a file that is open."""
    name = f".{secrets.token_hex(8)}"
    try:
        return TemporaryFile(dir=folder, prefix=name, buffering=0)
    except OSError:
        for left in folder.glob(f"{name}*"):
            with suppress(OSError):
                left.unlink()
    with suppress(OSError):
        return TemporaryFile(buffering=0)
    return None


def write_at(file: Union[io.BytesIO, IO[bytes]], at: int, content: bytes) -> None:
    """All of it; a file without a buffer may take less at once.

    Raises:
        OSError: when it can't be written.
    """
    file.seek(at)
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
