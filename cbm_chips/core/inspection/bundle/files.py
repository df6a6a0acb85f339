"""A bundle's files on the disk: a folder or a zip, whole or not there, with a list of hashes."""

from __future__ import annotations

import io
import os
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path, PurePosixPath

from ...outputs.atomic_write import in_words
from ...outputs.numbered_files import remove_numbered
from ...outputs.stand_ins import placing, stand_in
from ..pictures import sha256_of

SUMS = "SHA256SUMS"
_FIRST_OF_ZIP = datetime(1980, 1, 1, tzinfo=timezone.utc)
_FILE_FOR_ALL = 0o100644 << 16
_UNIX = 3
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def sums_text(files: Mapping[str, bytes]) -> str:
    """What `sha256sum -c` checks: a line for each file, by name; for UTF-8 as it is."""
    return sums_of((name, sha256_of(content)) for name, content in files.items())


def sums_of(hashes: Iterable[tuple[str, str]]) -> str:
    """Likewise, of names and hashes. A name with a line break is written as coreutils writes it."""
    return "".join(map(_sum_line, sorted(hashes)))


def _sum_line(name_and_hash: tuple[str, str]) -> str:
    name, told = name_and_hash
    escaped = "".join(_ESCAPES.get(char, char) for char in name)
    return f"{'' if escaped == name else chr(92)}{told}  {escaped}\n"


def with_sums(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files and the list of their hashes."""
    return {**files, SUMS: sums_text(files).encode("utf-8")}


def is_as_written(path: Path) -> bool:
    """A bundle that may be replaced: nobody has put other files or folders into its folder."""
    if not path.is_dir():
        return True
    try:
        lines = (path / SUMS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    listed = {PurePosixPath(line.partition("  ")[2]) for line in lines} | {PurePosixPath(SUMS)}
    folders = {folder for file in listed for folder in file.parents}
    return all(
        PurePosixPath(one.relative_to(path).as_posix()) in (folders if _is_folder(one) else listed)
        for one in path.rglob("*")
    )


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def write_folder(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write the files of a bundle; one that is there already is replaced as a whole.

    Returns:
        Where it is: beside one of which a program has a file open, under a number.

    Raises:
        WriteError: then nothing of it is there, and the one before stays.
    """
    beside = folder.parent / f".{secrets.token_hex(8)}"
    try:
        with in_words(folder):
            for name, content in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            return _put_in_place(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put_in_place(beside: Path, folder: Path) -> Path:
    if not folder.exists():
        os.rename(beside, folder)
        remove_numbered(folder)
        return folder
    former = folder.parent / f".{secrets.token_hex(8)}"
    try:
        os.rename(folder, former)
    except PermissionError:  # a program has one of its files open, on Windows
        return stand_in(beside, folder)
    try:
        os.rename(beside, folder)
    except OSError:
        with suppress(OSError):
            os.rename(former, folder)
        raise
    shutil.rmtree(former, ignore_errors=True)
    remove_numbered(folder)
    return folder


def write_zip(files: Mapping[str, bytes], path: Path, *, when: datetime | None) -> Path:
    """Write a zip whose bytes depend on nothing but the files and `when`, the time they tell.

    Returns:
        Where it is: see `placing`.

    Raises:
        WriteError: then it is not there, or the one before stays.
    """
    told = max(when or _FIRST_OF_ZIP, _FIRST_OF_ZIP).astimezone(timezone.utc).timetuple()[:6]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            row = zipfile.ZipInfo(f"{path.stem}/{name}", told)
            row.external_attr, row.create_system = _FILE_FOR_ALL, _UNIX
            packed.writestr(row, files[name], zipfile.ZIP_DEFLATED)
    with placing(path) as placed:
        placed.beside.write_bytes(content.getvalue())
    return placed.path
