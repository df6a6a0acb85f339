"""Names of files and folders, made of checked parts only.

Labels come from people and scene ids from servers; neither becomes a path as it is. What is
left are ASCII letters, digits, `-`, `_` and `.`, which every file system takes. Where a folder lies
deep, its files have shorter names: Windows opens no path of 260 characters.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..model import Place, Scene

LONGEST = 80
LONGEST_PATH = 259 if os.name == "nt" else 4095
SHORTEST = 12
"""Of a scene's id: a few letters and the hash of all of it."""
FILE_ROOM = 64
"""Characters that the name of a place leaves to its files, where it can."""
MANIFEST = "manifest.json"
TABLE = "chips.csv"
PLACES = "places.geojson"

_OTHERS = re.compile(r"[^A-Za-z0-9._-]+")
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9]")
_RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def place_folder(place: Place, parent: Path | None = None) -> str:
    """The folder's name for a place: its label made safe.

    Where nothing of a label is left (in another script), the coordinates are used.
    Different labels may come out the same; see `UniqueNames`. In a `parent` that lies deep it is
    short enough for the place's files.
    """
    safe = safe_name(place.name)
    if parent is not None:
        safe = safe[: max(room_in(parent) - 1 - FILE_ROOM, SHORTEST)].rstrip(".")
    return safe if _SAYS_SOMETHING.search(safe) else f"{place.lon:.5f}_{place.lat:.5f}"


def room_in(folder: Path) -> int:
    """Characters that a name in the folder may have."""
    return LONGEST_PATH - len(os.path.abspath(folder)) - 1


def _numbered(name: str, number: int) -> str:
    ending = f"-{number}"
    return name[: LONGEST - len(ending)] + ending


class UniqueNames:
    """Names given out one after another, each once: `name`, or `name-2`, `name-3`, ...

    Names that differ in upper and lower case only count as the same, as they do on Windows.
    """

    def __init__(self) -> None:
        """None is taken."""
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, name: str) -> str:
        """`name`, or with the first number behind it that is free."""
        key = name.lower()
        candidate, number = name, self._last.get(key, 1)
        while candidate.lower() in self._taken:
            number += 1
            candidate = _numbered(name, number)
        self._last[key] = number
        self._taken.add(candidate.lower())
        return candidate


def chip_file_name(scene: Scene, what: str, folder: Path | None = None) -> str:
    """`<YYYYMMDDTHHMMSS>_<scene>.<what>.tif`; `what` is a band, composite, index or resolution.

    An id that had to be changed, or shortened for a `folder` that lies deep, carries a short hash
    of the original, so that two scenes never share a file.
    """
    longest = LONGEST
    if folder is not None:
        others = len(f"{scene.label}_.{what}.tif")
        longest = min(LONGEST, max(room_in(folder) - others, SHORTEST))
    return f"{scene.label}_{_told_apart(scene.id, longest)}.{safe_name(what)}.tif"


def difference_file_name(first: Scene, second: Scene, what: str) -> str:
    """`<first time>_<second time>_<hash>.<what>.tif`; the hash tells pairs of one moment apart."""
    both = f"{first.id}\n{second.id}".encode("utf-8", "surrogatepass")
    told_apart = hashlib.sha256(both).hexdigest()[:8]
    times = "_".join(scene.label or "undated" for scene in (first, second))
    return f"{times}_{told_apart}.{safe_name(what)}.tif"


def series_file_name(parcels: str, first_day: str, last_day: str) -> str:
    """`<parcels>_<first day>_<last day>`, without ending; `parcels` is the name of their layer."""
    return f"{safe_name(parcels)}_{first_day}_{last_day}"


def as_file_name(text: str) -> str:
    """`text` as one part of a path; what had to be changed carries a short hash of the original."""
    return _told_apart(text)


def group_file_name(stem: str, group: str, ending: str) -> str:
    """Of a table of one group: `answers_E5.csv`."""
    return f"{stem}_{_told_apart(group)}{ending}" if group else f"{stem}{ending}"


@lru_cache(maxsize=1024)
def _told_apart(text: str, longest: int = LONGEST) -> str:
    """Remembered, as all files of a date have the scene's id in their names."""
    safe = safe_name(text)
    if safe == text and len(safe) <= longest:
        return safe
    original = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{safe[: longest - 9]}-{original}"


@lru_cache(maxsize=1024)
def safe_name(text: str) -> str:
    """`text` as one part of a path: never empty, hidden, reserved, too long or a step upwards."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    safe = _OTHERS.sub("_", plain).strip()[:LONGEST].lstrip(".").rstrip(".")
    if not safe:
        return "_"
    if _RESERVED_ON_WINDOWS.fullmatch(safe):
        return f"_{safe}"[:LONGEST].rstrip(".")
    return safe
