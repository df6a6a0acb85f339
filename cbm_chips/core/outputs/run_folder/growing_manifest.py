"""The manifest while a run goes on: complete after every date, at the same small cost for each.

Its two lists grow side by side in one file: behind the dates there is room, blank as JSON allows,
which is doubled when it is used up.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from ..atomic_write import WriteError, in_words
from ..growing_file import FileState, check_ours, check_state, cut, put, state_of
from ..stand_ins import StandingFile
from ..unnamed_copy import write_at
from .manifest import INSTEAD

FIRST_ROOM = 4096
_HEAD, _BETWEEN, _TAIL = b'"dates": [', b'\n], "chips": [', b"\n]}\n"

Pair = tuple[str, str]
"""A date's label and a file, relative to the manifest's folder."""


class GrowingManifest:
    """In order of arrival; the sorted one of `manifest.manifest_text` takes its place."""

    def __init__(
        self,
        place: StandingFile,
        written: Callable[[], Iterable[Pair]],
        instead: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """Nothing is written yet.

        Args:
            place: where it is.
            written: gives all files so far.
            instead: gives the names of the other lists that are not at their own, by those.
        """
        self._place, self._written, self._instead = place, written, instead
        self._told: Mapping[str, str] | None = None
        self._file = (0, 0)
        self._dates_begin = self._dates_end = self._room_end = self._chips_end = 0

    def add(self, label: str, files: Iterable[str]) -> None:
        """The files of one date, which `written` gives, too, by now.

        Raises:
            WriteError: when it can't be written; what is listed stays.
        """
        chips = [_text(file) for file in files]
        dates = [_text(label) for _ in chips]
        is_full = self._dates_end + _length(dates) > self._room_end
        if is_full or self._told != self._instead():
            self._rewrite()
        elif chips:
            try:
                self._append(dates, chips)
            except WriteError as error:
                if not isinstance(error.__cause__, (FileNotFoundError, PermissionError)):
                    raise
                self._rewrite()

    def check(self) -> None:
        """Nothing where it is not begun.

        Raises:
            FileNotOurs: when another run has put its own in its place.
        """
        if self._told is not None:
            check_ours(self._place.path, self._state)

    @property
    def _state(self) -> FileState:
        return (*self._file, self._chips_end + len(_TAIL))

    def _append(self, dates: list[bytes], chips: list[bytes]) -> None:
        is_first = self._dates_end == self._dates_begin
        more_dates, more_chips = (_joined(texts, is_first) for texts in (dates, chips))
        path = self._place.path
        with in_words(path), path.open("r+b", buffering=0) as file:
            check_state(path, os.fstat(file.fileno()), self._state)
            put(file, self._chips_end, more_chips, tail=_TAIL)
            try:
                write_at(file, self._dates_end, more_dates)
            except OSError:
                with suppress(OSError):
                    write_at(file, self._dates_end, b" " * len(more_dates))
                cut(file, self._chips_end, tail=_TAIL)
                raise
        self._chips_end += len(more_chips)
        self._dates_end += len(more_dates)

    def _rewrite(self) -> None:
        self.check()
        pairs = list(self._written())
        dates = _joined([_text(label) for label, _ in pairs], True)
        chips = _joined([_text(file) for _, file in pairs], True)
        room = b" " * max(FIRST_ROOM, len(dates))
        told = dict(self._instead())
        first = f'{{"{INSTEAD}": {json.dumps(told)}, ' if told else "{"
        head = first.encode("ascii") + _HEAD
        content = b"".join((head, dates, room, _BETWEEN, chips, _TAIL))
        self._place.put(lambda beside: beside.write_bytes(content))
        self._told = told
        self._dates_begin = len(head)
        self._dates_end = self._dates_begin + len(dates)
        self._room_end = self._dates_end + len(room)
        self._chips_end = self._room_end + len(_BETWEEN) + len(chips)
        with in_words(self._place.path):
            self._file = state_of(self._place.path.stat())[:2]


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
