"""Which files under a number are ours: they are read instead, and go once the right one is there.

A hidden list in their folder says it, with hashes: what somebody has changed since is theirs and
stays. With the last of them the list goes, too.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import threading
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

LIST = ".cbm-chips-numbered.json"
_PLAIN_NAME = re.compile(r"[^./\\:\0][^/\\:\0]*")
_LOCK = threading.Lock()
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class NumberedFile:
    """A file, or a folder, beside the one whose name it could not have.

    Attributes:
        name: such as `chips-2.csv`.
        wanted: such as `chips.csv`.
        digest: of what was written.
        is_over: the one that was wanted is newer by now.
    """

    name: str
    wanted: str
    digest: str
    is_over: bool = False


def is_numbered(name: object, wanted: str) -> bool:
    """It is the name of a file beside `wanted`: the same with a number before one of its dots."""
    ends = [at for at, char in enumerate(wanted) if char == "."]
    parts = [(wanted[:at], wanted[at:]) for at in (*ends, *(() if ends else (len(wanted),)))]
    allowed = "|".join(f"{re.escape(stem)}-[0-9]+{re.escape(rest)}" for stem, rest in parts)
    return isinstance(name, str) and re.fullmatch(allowed, name) is not None


def note_numbered(wanted: Path, instead: Path) -> None:
    """Keep in mind what `instead` stands for; where that can't be written it just stays."""
    with _LOCK, suppress(OSError):
        rows = [row for row in _listed(wanted.parent) if row.name != instead.name]
        rows.append(NumberedFile(instead.name, wanted.name, _digest(instead)))
        _write(wanted.parent, rows)


def numbered_names(folder: Path) -> set[str]:
    """Of those in a folder that stand for others."""
    return {row.name for row in _listed(folder)}


def stand_ins_of(wanted: Path) -> list[Path]:
    """Those written beside it since it was last written itself; the last one first.

    In the order in which they were written: a file's own time may be that of an equal one before.
    """
    rows = [row for row in _listed(wanted.parent) if row.wanted == wanted.name and not row.is_over]
    paths = [wanted.with_name(row.name) for row in reversed(rows)]
    return [path for path in paths if path.exists()]


def standing_for(wanted: Path) -> Path:
    """Where the newest of it is: beside, while the one of the name could not be replaced."""
    return next(iter(stand_ins_of(wanted)), wanted)


def remove_numbered(wanted: Path, only: Collection[str] | None = None) -> None:
    """It has its name again: those that stood for it go, if they are as they were written.

    One that a program has open goes the next time. Of `only` these names, where they are given.
    """
    if not os.path.lexists(wanted.with_name(LIST)):
        return
    with _LOCK, suppress(OSError):
        kept = []
        for row in _listed(wanted.parent):
            is_meant = row.wanted == wanted.name and (only is None or row.name in only)
            if is_meant and not _is_gone(wanted.with_name(row.name), row.digest):
                kept.append(replace(row, is_over=True))
            elif not is_meant and row.name != wanted.name:
                kept.append(row)
        _write(wanted.parent, kept)


def _is_gone(path: Path, digest: str) -> bool:
    """By us, or as ours: True for what somebody has changed."""
    try:
        if _digest(path) == digest:
            _remove(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _remove(path: Path) -> None:
    """A folder as a whole, or not at all: a program may have one of its files open."""
    if not path.is_dir():
        os.unlink(path)
        return
    doomed = path.with_name(f".{secrets.token_hex(8)}")
    os.rename(path, doomed)
    shutil.rmtree(doomed, ignore_errors=True)


def _digest(path: Path) -> str:
    """Of a folder: of all that is in it, empty folders and links as well."""
    hashed = sha256()
    for one in (path, *(sorted(path.rglob("*")) if path.is_dir() else ())):
        is_file = one.is_file() and not one.is_symlink()
        kind = one.stat().st_size if is_file else os.readlink(one) if one.is_symlink() else "/"
        hashed.update(os.fsencode(f"{one.relative_to(path).as_posix()}\0{kind}\0"))
        if is_file:
            with one.open("rb") as opened:
                while piece := opened.read(_CHUNK_BYTES):
                    hashed.update(piece)
    return hashed.hexdigest()


def _listed(folder: Path) -> list[NumberedFile]:
    """Nothing where there is no list, or another's of the name; none but numbered names."""
    try:
        rows = [NumberedFile(**row) for row in json.loads((folder / LIST).read_text("utf-8"))]
        return [row for row in rows if _is_plain(row)]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def _is_plain(row: NumberedFile) -> bool:
    return is_numbered(row.name, row.wanted) and _PLAIN_NAME.fullmatch(row.name) is not None


def _write(folder: Path, rows: Iterable[NumberedFile]) -> None:
    content = [asdict(row) for row in rows]
    if not content:
        (folder / LIST).unlink(missing_ok=True)
        return
    beside = folder / f".{secrets.token_hex(8)}.json"
    try:
        beside.write_text(json.dumps(content, indent=1), "utf-8")
        os.replace(beside, folder / LIST)
    finally:
        beside.unlink(missing_ok=True)
