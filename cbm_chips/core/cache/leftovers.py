"""Removal of former cache formats, beside the cache or in it, and of caches that were set aside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..reasons import Reason

SET_ASIDE = ".set-aside-"
_FORMER_PARTS = {"prefixes": Reason("blocks of files as they were kept before")}
"""Folders in the cache's own: earlier versions of its format had them."""
_NAME = re.compile(r"(cbm-chips-cache-(\d{1,6}))(\.set-aside-[\w-]+)?")
_MB = 1e6


def remove_leftovers(current: Path, *, but: Path | None = None) -> list[str]:
    """Remove what is ours of the folders beside `current`, and what is of no use any more in it.

    Says what went, and what stays.

    Ours is what holds our mark: a file of the folder's name. Whatever else was set aside may be
    somebody's own files.

    Args:
        current: the cache's folder, whose name ends with the number of its format.
        but: was set aside just now, and stays until the next time.
    """
    beside = [path for path in _beside(current) if path != but]
    return [note for path in beside for note in _dealt_with(path)] + list(_former_parts(current))


def _beside(current: Path) -> list[Path]:
    """Earlier formats, and all that was set aside."""
    number = _number(current.name)
    found = []
    with suppress(OSError):
        for path in sorted(current.parent.iterdir()):
            name = _NAME.fullmatch(path.name)
            if name and (name.group(3) or int(name.group(2)) < number):
                found.append(path)
    return found


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found.group(2)) if found else 0


def _dealt_with(path: Path) -> Iterator[str]:
    name = _NAME.fullmatch(path.name)
    mark = name.group(1) if name else path.name
    if path.is_symlink() or not (path / mark).is_file():
        if SET_ASIDE in path.name:
            yield Reason(
                "{path} was in the way of the cache and is not the cache's: it can be removed",
                path=path,
            )
        return
    size = _size_of(path)
    shutil.rmtree(path, ignore_errors=True)
    if not path.exists():
        values = {"name": path.name, "size": size / _MB}
        if SET_ASIDE in path.name:
            yield Reason("a cache that was damaged was removed: {name}, {size:.1f} MB", **values)
        else:
            yield Reason("the former cache was removed: {name}, {size:.1f} MB", **values)


def _former_parts(current: Path) -> Iterator[str]:
    for name, what in _FORMER_PARTS.items():
        path = current / name
        if path.is_dir() and not path.is_symlink():
            size = _size_of(path)
            shutil.rmtree(path, ignore_errors=True)
            if not path.exists():
                yield Reason(
                    "{what} were removed: {name}, {size:.1f} MB",
                    what=what,
                    name=name,
                    size=size / _MB,
                )


def _size_of(folder: Path) -> int:
    total = 0
    with suppress(OSError):
        for path in folder.rglob("*"):
            with suppress(OSError):
                total += path.lstat().st_size
    return total
