"""One job on its way: its window, the stretches of the file that make it up, its pixels."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from ..jobs import WINDOW, Pixels, ReadJob
from ..placement import window_of
from .file_bytes import NotWindowed
from .files import OpenFile
from .inflate import ShortData, inflaters
from .plan import Part, Stretch, parts_of, stretches
from .predictor import rows_of

if TYPE_CHECKING:
    from .tables import Table

READER = "windows"
"""Who cut it, for provenance."""


class Cut:
    """A window being filled; its stretches may be filled by several threads at once."""

    def __init__(self, job: ReadJob, file: OpenFile, table: Table) -> None:
        """Plan it.

        Raises:
            NotWindowed: when the file has to be warped onto the grid.
        """
        layout = table.layout
        window = window_of(job.grid, layout.file_grid)
        if window is None:
            raise NotWindowed("it has to be warped onto the grid")
        self._job, self._file, self._table, self._window = job, file, table, window
        is_beside = not (window.width and window.height)
        self.stretches = [] if is_beside else stretches(parts_of(layout, window))
        self._dtype = layout.dtype.newbyteorder("=")
        # What no part fills is sparse in the file.
        self._values = np.full((window.height, window.width), layout.fill, self._dtype)
        self._unfilled = len(self.stretches)
        self._good: deque[tuple[Part, bytes]] = deque()
        self._lock = threading.Lock()

    def fill(self, stretch: Stretch, decoding: threading.BoundedSemaphore) -> bool:
        """Fetch a stretch and put its pixels in their places; True when it was the last one.

        `decoding` is held while the processor is busy.

        Raises:
            CorruptData, Changed, NotWindowed, ReadError, SourceError, Stopped.
        """
        prefixes = self._file.blocks(stretch, self._table)
        for part, prefix in zip(stretch.parts, prefixes):
            self._fill_part(part, prefix, decoding)
        with self._lock:
            self._unfilled -= 1
            return not self._unfilled

    def keep(self) -> None:
        """Keep what gave pixels; the disk takes its time, so hand the pixels over first."""
        with suppress(IndexError):
            while True:
                part, prefix = self._good.popleft()
                self._file.prove(part, prefix, self._table)

    def pixels(self) -> Pixels:
        """The window on its grid, once it is filled."""
        is_beside = not self._values.size
        part = None if is_beside else self._values
        values = self._window.paste(part, self._job.grid, self._dtype)
        return Pixels(values, WINDOW, READER, bytes_read=self._file.bytes_read)

    def _fill_part(self, part: Part, prefix: bytes, decoding: threading.BoundedSemaphore) -> None:
        while True:
            try:
                with decoding:
                    self._decode(part, prefix)
                break
            except ShortData:
                prefix = self._file.more_of(part, prefix, self._table)
        self._good.append((part, prefix))

    def _decode(self, part: Part, prefix: bytes) -> None:
        layout = self._table.layout
        is_whole = len(prefix) >= part.block.byte_count
        wanted_bytes = part.rows.stop * layout.row_bytes
        is_all = part.rows.stop == layout.block_height_px
        raw = inflaters()[0](prefix, wanted_bytes, is_whole=is_whole, is_all=is_all)
        pixels = rows_of(raw, layout, rows=part.rows, cols=part.cols)
        self._values[part.to_rows, part.to_cols] = pixels
