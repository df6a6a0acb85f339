"""The manifest while a run goes on: complete after every date, at the same small cost for each.

Its two lists grow side by side in one file: behind the dates there is room, blank as JSON allows,
which is doubled when it is used up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from ..atomic_write import in_words, replacing
from ..growing_file import put

FIRST_ROOM = 4096
_HEAD, _BETWEEN, _TAIL = b'{"dates": [', b'\n], "chips": [', b"\n]}\n"

Pair = tuple[str, str]
"""A date's label and a file, relative to the manifest's folder."""


class GrowingManifest:
    """In order of arrival; `manifest.write_entries` puts the sorted one in its place."""

    def __init__(self, path: Path, written: Callable[[], Iterable[Pair]]) -> None:
        """Nothing is written yet; `written` gives all files so far."""
        self._path, self._written = path, written
        self._is_begun = False
        self._dates_end = self._room_end = self._chips_end = 0

    def add(self, label: str, files: Iterable[str]) -> None:
        """The files of one date, which `written` gives, too, by now.

        Raises:
            WriteError: when it can't be written; what is listed stays.
        """
        chips = [_text(file) for file in files]
        dates = [_text(label) for _ in chips]
        if not self._is_begun or self._dates_end + _length(dates) > self._room_end:
            self._rewrite()
        elif chips:
            self._append(dates, chips)

    def _append(self, dates: list[bytes], chips: list[bytes]) -> None:
        is_first = self._dates_end == len(_HEAD)
        more_dates, more_chips = (_joined(texts, is_first) for texts in (dates, chips))
        with in_words(self._path), self._path.open("r+b", buffering=0) as file:
            put(file, self._chips_end, more_chips, tail=_TAIL)
            put(file, self._dates_end, more_dates)
        self._chips_end += len(more_chips)
        self._dates_end += len(more_dates)

    def _rewrite(self) -> None:
        pairs = list(self._written())
        dates = _joined([_text(label) for label, _ in pairs], True)
        chips = _joined([_text(file) for _, file in pairs], True)
        room = b" " * max(FIRST_ROOM, len(dates))
        with replacing(self._path) as beside:
            beside.write_bytes(b"".join((_HEAD, dates, room, _BETWEEN, chips, _TAIL)))
        self._dates_end = len(_HEAD) + len(dates)
        self._room_end = self._dates_end + len(room)
        self._chips_end = self._room_end + len(_BETWEEN) + len(chips)
        self._is_begun = True


def _text(text: str) -> bytes:
    return json.dumps(text).encode("ascii")


def _joined(texts: list[bytes], is_first: bool) -> bytes:
    """One to a line; a comma ahead of all but the list's first."""
    lines = [b",\n" + text for text in texts]
    if is_first and lines:
        lines[0] = lines[0][1:]
    return b"".join(lines)


def _length(texts: list[bytes]) -> int:
    return sum(len(text) + 2 for text in texts)
