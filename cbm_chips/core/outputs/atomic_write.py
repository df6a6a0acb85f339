"""Whole files or none: a file is written beside its place and renamed when it is complete."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import ChipsError, ReadError
from ..reasons import Reason


class WriteError(ChipsError):
    """A file could not be written: the disk is full, the folder is not ours, it is open."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What the system says against writing a file, as `WriteError`."""
    try:
        yield
    except (OSError, ReadError) as error:
        raise WriteError(
            Reason("{name} could not be written: {error}", name=path.name, error=error)
        ) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path in the same folder to write to; on success it becomes `path`, else it is gone.

    The folder is made when it is missing. Until the end, an older file at `path` stays as it is.

    Raises:
        WriteError: with the file's name and the system's words.
    """
    folder = path.parent
    beside = folder / f".{secrets.token_hex(8)}{path.suffix}"
    is_in_place = False
    try:
        with in_words(path):
            if not os.path.isdir(folder):
                folder.mkdir(parents=True, exist_ok=True)
            yield beside
            os.replace(beside, path)
        is_in_place = True
    finally:
        if not is_in_place:
            with suppress(OSError):
                beside.unlink()
