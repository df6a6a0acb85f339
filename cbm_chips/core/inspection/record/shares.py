"""Whether a folder lies on another machine, where SQLite's write-ahead log is not safe."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph"})
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW


def is_remote(path: Path, mounts: str = "/proc/self/mounts") -> bool:
    """True for a share of the network, as far as the system tells.

    Args:
        path: absolute, links resolved.
        mounts: Linux's list of what is mounted.
    """
    if os.fspath(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _WINDOWS_REMOTE)
    return _type_in(mounts, path) in _REMOTE


def _type_in(mounts: str, path: Path) -> str:
    try:
        with open(mounts, encoding="utf-8", errors="replace") as lines:
            rows = [line.split() for line in lines]
    except OSError:  # other systems have no such file
        return ""
    above = {os.fspath(path), *map(os.fspath, path.parents)}
    places = ((row[1].replace("\\040", " "), row[2]) for row in rows if len(row) > 2)
    found = [(len(place), kind) for place, kind in places if place in above]
    return max(found)[1].removeprefix("fuse.") if found else ""
