"""One job on its way: its window, the stretches of the file that make it up, its pixels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ...errors import ReadError
from ..contract import WINDOW, NotWindowed, Pixels, ReadJob
from ..no_data import cleaned, nodata_of
from ..placement import FilePlacement, file_placement, window_of
from .inflate import CorruptData, Damaged, ShortData, inflaters, is_damaged
from .open_files import OpenFile
from .predictor import rows_of
from .window_plan import Part, parts_of, stretches

if TYPE_CHECKING:
    from ...model import Asset
    from ..contract import Buffer
    from .header_store import Table
    from .layout import Layout

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
        place = _placed(layout, job.asset)
        window = window_of(job.grid, place.file)
        if window is None:
            raise NotWindowed("it has to be warped onto the grid")
        self._job, self._file, self._table, self._window = job, file, table, window
        self._notes = place.notes
        is_beside = not (window.width and window.height)
        self.stretches = [] if is_beside else stretches(parts_of(layout, window))
        self._dtype = layout.dtype.newbyteorder("=")
        # What no part fills is sparse in the file: no data.
        self._values = np.zeros((window.height, window.width), self._dtype)

    def fill(self, prefixes: Iterable[tuple[Part, Buffer]]) -> list[tuple[Part, Buffer]]:
        """Put the pixels of some parts in their places; gives those whose prefix is too short.

        What gave pixels is worth keeping.

        Raises:
            CorruptData: when one is no part of such a block; `Damaged` when it is all of one.
        """
        short = []
        for part, prefix in prefixes:
            try:
                self._decode(part, prefix)
            except ShortData:
                short.append((part, prefix))
            else:
                self._file.prove(part, prefix, self._table)
        return short

    def pixels(self) -> Pixels:
        """The window on its grid, once it is filled."""
        layout, asset = self._table.layout, self._job.asset
        part = None
        if self._values.size:
            part = cleaned(self._values, asset, nodata=nodata_of(layout.nodata, asset))
        values = self._window.paste(part, self._job.grid, self._dtype)
        return Pixels(
            values,
            WINDOW,
            READER,
            bytes_read=self._file.bytes_read,
            scale=layout.scale,
            notes=(*self._notes, *self._file.notes),
        )

    def _decode(self, part: Part, prefix: Buffer) -> None:
        """Of a block that is all there all is inflated: only its end tells whether it is sound."""
        layout = self._table.layout
        is_whole = len(prefix) >= part.block.byte_count
        rows = layout.block_height_px if is_whole else part.rows.stop
        wanted_bytes = rows * layout.row_bytes
        is_all = rows == layout.block_height_px
        try:
            raw = inflaters()[0](prefix, wanted_bytes, is_whole=is_whole, is_all=is_all)
        except CorruptData as error:
            if is_whole and is_damaged(prefix[: part.block.byte_count]):
                raise Damaged(str(error)) from error
            raise
        pixels = rows_of(raw, layout, rows=part.rows, cols=part.cols)
        self._values[part.to_rows, part.to_cols] = pixels


def _placed(layout: Layout, asset: Asset) -> FilePlacement:
    """Where the file lies.

    Raises:
        NotWindowed: when it doesn't tell, and nobody else does.
    """
    try:
        has_crs = layout.epsg is not None
        return file_placement(layout.file_grid, asset, has_crs=has_crs, has_transform=True)
    except ReadError as error:
        raise NotWindowed(str(error)) from error
