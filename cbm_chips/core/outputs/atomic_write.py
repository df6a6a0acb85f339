"""Whole files or none: a file is written beside its place and renamed when it is complete."""

from __future__ import annotations

import filecmp
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import ChipsError, ReadError
from ..reasons import Reason


class WriteError(ChipsError):
    """A file could not be written: the disk is full, the folder is not ours, it is open."""


class FileInUse(WriteError):
    """A file lies there already and can't be replaced: on Windows, while a program has it open."""


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

    The folder is made when it is missing. Until the end, an older file at `path` stays as it is;
    an equal one stays for good.

    Raises:
        FileInUse: when an older file can't be replaced.
        WriteError: with the file's name and the system's words.
    """
    with written_beside(path) as beside:
        yield beside
        put_in_place(beside, path)


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A path in the same folder to write to, which whoever asks gives its name; else it is gone.

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
        is_in_place = True
    finally:
        if not is_in_place:
            with suppress(OSError):
                beside.unlink()


def put_in_place(fresh: Path, path: Path) -> bool:
    """Give a whole file its name; False if an equal one has it, which is left alone.

    Raises:
        FileInUse: when the file that has the name can't be replaced.
        OSError: for any other reason.
    """
    if _is_equal(fresh, path):
        fresh.unlink()
        return False
    try:
        os.replace(fresh, path)
    except OSError as error:
        if path.is_dir() or not os.path.lexists(path):
            raise  # no program has it open: it is no file
        raise FileInUse(
            Reason(
                "{name} could not be replaced, a program may have it open: {error}",
                name=path.name,
                error=error,
            )
        ) from error
    return True


def _is_equal(fresh: Path, path: Path) -> bool:
    try:
        return filecmp.cmp(fresh, path, shallow=False)
    except OSError:
        return False
