"""The plugin's folder of packages: what is in it, and changing it as a whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

from ...core.reasons import Reason
from ..sources.dependencies import own_folder, use_own_folder
from .origins import Origin
from .wheels import WHEELS, PackageError, Wheel, check, is_whole, unpack

_NEW, _OLD = ".new-", ".old-"

OnStep = Callable[[int, int, Wheel], None]
"""How many steps of how many are done, and what is worked at."""


def wanted_wheels() -> tuple[Wheel, ...]:
    """Those that neither QGIS nor the system has: only they belong into the own folder."""
    use_own_folder()
    invalidate_caches()
    return tuple(wheel for wheel in WHEELS if not _is_elsewhere(wheel.name))


def lacking_wheels() -> tuple[Wheel, ...]:
    """Those of the wanted ones that are missing, damaged, or of another version."""
    folder = own_folder()
    return tuple(wheel for wheel in wanted_wheels() if not is_whole(wheel, folder))


def own_wheels() -> tuple[Wheel, ...]:
    """The packages of which something lies in the own folder, whole or not."""
    try:
        entries = os.listdir(own_folder())
    except OSError:
        return ()
    return tuple(wheel for wheel in WHEELS if any(map(wheel.owns, entries)))


def install(wheels: Sequence[Wheel], origin: Origin, on_step: OnStep) -> None:
    """Put these wheels into the own folder, in place of what is there of them.

    All of them or none; other entries of the folder stay. Found at once by Python.

    Raises:
        PackageError: why not; then the folder is as it was.
    """
    with _changed(wheels) as folder:
        for number, wheel in enumerate(wheels):
            on_step(number, len(wheels), wheel)
            content = origin.fetch(wheel)
            check(wheel, content, origin.title)
            unpack(content, folder)
    on_step(len(wheels), len(wheels), wheels[-1])


def remove() -> None:
    """Take all of ours out of the own folder; an empty folder goes with them.

    Raises:
        PackageError: why not; then the folder is as it was.
    """
    with _changed(WHEELS):
        pass
    with suppress(OSError):  # what else is in it stays
        own_folder().rmdir()


def is_in_use(wheels: Iterable[Wheel]) -> bool:
    """One of them was imported from the own folder: what replaces it is used after a restart."""
    return any(wheel.name in sys.modules and not _is_elsewhere(wheel.name) for wheel in wheels)


@contextmanager
def _changed(wheels: Sequence[Wheel]) -> Iterator[Path]:
    """For `with`: a copy of the own folder without these, which takes its place at the end."""
    folder = own_folder()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _tidy(folder)
        with tempfile.TemporaryDirectory(prefix=f"{folder.name}{_NEW}", dir=folder.parent) as made:
            new = Path(made) / folder.name
            _copy_others(folder, new, wheels)
            yield new
            _put_in_place(new, folder)
    except OSError as error:
        raise PackageError(
            Reason("{folder} can't be written to: {error}", folder=folder, error=error.strerror)
        ) from error
    invalidate_caches()


def _copy_others(folder: Path, new: Path, wheels: Sequence[Wheel]) -> None:
    def ours(place: str, entries: list[str]) -> set[str]:
        is_top = Path(place) == folder
        return {one for one in entries if is_top and any(wheel.owns(one) for wheel in wheels)}

    if folder.is_dir():
        shutil.copytree(folder, new, symlinks=True, ignore=ours)
    else:
        new.mkdir()


def _put_in_place(new: Path, folder: Path) -> None:
    """Two renames; between them a crash leaves the old folder, which `_tidy` brings back."""
    old = new.parent.with_name(new.parent.name.replace(_NEW, _OLD))
    if folder.exists():
        os.replace(folder, old)
    try:
        os.replace(new, folder)
    except OSError:
        if old.exists():
            os.replace(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """After a crash."""
    for old in folder.parent.glob(f"{folder.name}{_OLD}*"):
        if not folder.exists():
            os.replace(old, folder)


def _is_elsewhere(name: str) -> bool:
    """Python finds it outside the own folder."""
    try:
        spec = find_spec(name)
    except ValueError:  # half imported
        spec = None
    origin = getattr(spec, "origin", None)
    return origin is not None and own_folder() not in Path(origin).parents
