"""From blocks to the pixels of one job's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...errors import ReadError
from ..contract import WINDOW, NotWindowed, Pixels, ReadJob
from ..no_data import cleaned, nodata_of
from ..placement import FilePlacement, file_placement, window_of
from .inflate import CorruptData, DamagedBlock, ShortData, inflaters, is_damaged
from .window_plan import BlockPart, PixelPart, block_parts, byte_ranges, pixel_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from ...model import Asset
    from ..contract import Buffer
    from ..pixel_set import PixelSet
    from .header_store import FileHeader
    from .layout import Layout

READER = "windows"
"""Name of the reader, for provenance."""


class WindowRead:
    """The window of one job: the byte ranges it takes, and its pixels as they are decoded.

    Parts may be decoded in several threads at once.
    """

    def __init__(self, job: ReadJob, header: FileHeader) -> None:
        """Plan the byte ranges.

        Raises:
            NotWindowed: when the file has to be warped onto the grid.
        """
        layout = header.layout
        placement = _placed(layout, job.asset)
        window = window_of(job.grid, placement.file)
        if window is None:
            raise NotWindowed("it has to be warped onto the grid")
        self.header = header
        self._job, self._window = job, window
        self._notes = placement.notes
        is_outside = not (window.width and window.height)
        self.byte_ranges = [] if is_outside else byte_ranges(self._parts())
        self._dtype = layout.dtype.newbyteorder("=")
        # Blocks without a part are sparse in the file: no data.
        self._values = np.zeros(self._shape, self._dtype)

    @property
    def _shape(self) -> tuple[int, int]:
        return (self._window.height, self._window.width)

    def _parts(self) -> Iterator[BlockPart]:
        return block_parts(self.header.layout, self._window)

    def _take(self, part: BlockPart, raw: bytes | memoryview) -> None:
        """Put the pixels of a part in their place; `raw` is its inflated block down to them."""
        pixels = rows_of(raw, self.header.layout, rows=part.rows, cols=part.cols)
        self._values[part.to_rows, part.to_cols] = pixels

    def _on_grid(self, values: NDArray[np.generic] | None) -> NDArray[np.generic]:
        return self._window.paste(values, self._job.grid, self._dtype)

    def decode(self, part: BlockPart, prefix: Buffer) -> bool:
        """Decode a part of the window out of a prefix of its block; False if that is too short.

        A whole block is inflated to its end, as only that shows whether it is sound.

        Raises:
            CorruptData: when `prefix` is no prefix of such a block; `DamagedBlock` when it is the
                whole block.
        """
        layout = self.header.layout
        is_whole = len(prefix) >= part.block.byte_count
        rows = layout.block_height_px if is_whole else part.rows.stop
        wanted_bytes = rows * layout.row_bytes
        is_all = rows == layout.block_height_px
        try:
            raw = inflaters()[0](prefix, wanted_bytes, is_whole=is_whole, is_all=is_all)
        except ShortData:
            return False
        except CorruptData as error:
            if is_whole and is_damaged(prefix[: part.block.byte_count]):
                raise DamagedBlock(str(error)) from error
            raise
        self._take(part, raw)
        return True

    def pixels(self, *, bytes_read: int, notes: tuple[str, ...] = ()) -> Pixels:
        """The window on the job's grid, after all parts are decoded; arguments see `Pixels`."""
        layout, asset = self.header.layout, self._job.asset
        part = None
        if self._values.size:
            part = cleaned(self._values, asset, nodata=nodata_of(layout.nodata, asset))
        return Pixels(
            self._on_grid(part),
            WINDOW,
            READER,
            bytes_read=bytes_read,
            scale=layout.scale,
            notes=(*self._notes, *notes),
        )


class PixelRead(WindowRead):
    """Likewise, of the job's wanted pixels alone: blocks without any are not fetched."""

    @property
    def _shape(self) -> tuple[int, int]:
        return (1, len(self._wanted.rows))

    def _parts(self) -> Iterator[BlockPart]:
        return pixel_parts(self.header.layout, self._window, self._wanted)

    def _take(self, part: BlockPart, raw: bytes | memoryview) -> None:
        if isinstance(part, PixelPart):
            picks, layout = part.pixels, self.header.layout
            first = picks.first_row * layout.row_bytes
            count = (picks.last_row - picks.first_row) * layout.block_width_px
            stored = np.frombuffer(raw, layout.dtype, count, first).astype(self._dtype, copy=False)
            found = picks.of(stored, differences=layout.predictor != 1)
            self._values[0, picks.places] = found

    def _on_grid(self, values: NDArray[np.generic] | None) -> NDArray[np.generic]:
        return self._values if values is None else values

    @property
    def _wanted(self) -> PixelSet:
        if self._job.wanted is None:
            raise ValueError("a job that wants the whole grid")
        return self._job.wanted


def window_read(job: ReadJob, header: FileHeader) -> WindowRead:
    """What reads the job's window, or the pixels that it wants; raises as `WindowRead`."""
    return WindowRead(job, header) if job.wanted is None else PixelRead(job, header)


def _placed(layout: Layout, asset: Asset) -> FilePlacement:
    """Where the file lies.

    Raises:
        NotWindowed: when neither the file nor the source states it.
    """
    try:
        has_crs = layout.epsg is not None
        return file_placement(layout.file_grid, asset, has_crs=has_crs, has_transform=True)
    except ReadError as error:
        raise NotWindowed(str(error)) from error


def rows_of(
    raw: bytes | memoryview, layout: Layout, *, rows: slice, cols: slice
) -> NDArray[np.generic]:
    """The pixels of rows and columns of a block, array[h, w] in this machine's byte order.

    Args:
        raw: the block's inflated bytes, at least down to the last row wanted.
        layout: of the file.
        rows: from start to stop, within the block.
        cols: likewise.

    Raises:
        ValueError: when `raw` is too short.
    """
    width = layout.block_width_px
    start, count = rows.start * layout.row_bytes, (rows.stop - rows.start) * width
    stored = np.frombuffer(raw, layout.dtype, count, start).reshape(-1, width)
    native = layout.dtype.newbyteorder("=")
    pixels = stored[:, cols].astype(native, order="C")
    if layout.predictor == 1 or not pixels.size:
        return pixels
    # Differences to the left neighbour (TIFF 6.0, section 14), which wrap around. What lies left
    # of the window only counts by its sum, and that takes a tenth of the time of running sums.
    if cols.start:
        pixels[:, 0] += np.add.reduce(stored[:, : cols.start], axis=1, dtype=native)
    # Into a new array: in place numpy would copy first, and take three times as long.
    return np.cumsum(pixels, axis=1, dtype=native)
