"""Folders of archives that are not finished: beside the archive's own, each with one maker."""

from __future__ import annotations

import os
import shutil
import time
import uuid
from contextlib import suppress
from pathlib import Path

_ABANDONED_AFTER_S = 3600.0


def beside(folder: Path, purpose: str) -> Path:
    """A new name next to `folder`, hidden."""
    return folder.with_name(f".{folder.name}-{purpose}-{uuid.uuid4().hex}")


def sweep(folder: Path, version: str) -> None:
    """Remove what killed builds left behind; what a stopped one laid aside can be of use yet."""
    kept = _laid_aside(folder, version)
    for left in folder.parent.glob(f".{folder.name}-*-*"):
        try:
            is_abandoned = time.time() - left.stat().st_mtime > _ABANDONED_AFTER_S
        except FileNotFoundError:
            continue
        if is_abandoned and left != kept:
            shutil.rmtree(left, ignore_errors=True)


def take_up(folder: Path, version: str) -> Path:
    """A folder to build in: what a stopped build of this version laid aside, else an empty one."""
    fresh = beside(folder, "new")
    try:
        _laid_aside(folder, version).rename(fresh)  # only one of several builds gets it
        os.utime(fresh)
    except OSError:
        fresh.mkdir()
    return fresh


def lay_aside(fresh: Path, folder: Path, version: str) -> None:
    """Keep the files of a stopped build for the next one, unless there are some already."""
    try:
        fresh.rename(_laid_aside(folder, version))
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)


def leftovers(folder: Path) -> list[Path]:
    """All folders of unfinished builds, also of such as are being made."""
    return list(folder.parent.glob(f".{folder.name}-*-*"))


def size_of(folder: Path) -> int:
    """Bytes of all files below `folder`, as far as they can be seen."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_size
    return total


def _laid_aside(folder: Path, version: str) -> Path:
    return folder.with_name(f".{folder.name}-stopped-{version}")
