"""GeoTIFFs in memory for the block reader: by GDAL, by hand, damaged; and how they are read."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pytest
from rasterio.errors import RasterioIOError
from rasterio.io import MemoryFile
from rasterio.transform import Affine

from cbm_chips.core.reading.cog.decode import rows_of
from cbm_chips.core.reading.cog.header import parse_layout
from cbm_chips.core.reading.cog.inflate import inflaters
from cbm_chips.core.reading.cog.layout import Layout
from cbm_chips.core.reading.cog.tags import NeedBytes

SHORT, LONG, DOUBLE, LONG8, ASCII = 3, 4, 12, 16, 2
_CODES = {ASCII: "s", SHORT: "H", LONG: "I", DOUBLE: "d", LONG8: "Q"}
WHERE = {"crs": "EPSG:32631", "transform": Affine(10, 0, 600_000, 0, -10, 5_900_000)}
MOST_ROUNDS = 200


def by_gdal(pixels, *, filled_rows: int | None = None, **profile) -> bytes:
    """A GeoTIFF of `pixels`, or of its first rows: blocks below stay sparse."""
    height, width = pixels.shape
    rows = height if filled_rows is None else filled_rows
    profile = {"driver": "GTiff", "tiled": True, "compress": "DEFLATE", **WHERE, **profile}
    with MemoryFile() as memory:
        with memory.open(
            width=width, height=height, count=1, dtype=pixels.dtype, **profile
        ) as dataset:
            if rows:
                dataset.write(pixels[:rows], 1, window=((0, rows), (0, width)))
        return bytes(memory.getbuffer())


@lru_cache(maxsize=8)
def has_codec(name: str) -> bool:
    """True if rasterio's GDAL compresses this way: not each one was built with all."""
    try:
        return bool(by_gdal(np.zeros((16, 16), np.uint8), compress=name))
    except RasterioIOError:
        return False


WITH_ZSTD = pytest.mark.skipif(not has_codec("ZSTD"), reason="this GDAL has no Zstandard")


def as_rasterio_reads(data: bytes):
    """Pixels, EPSG code, transform and nodata by rasterio."""
    with MemoryFile(data) as memory, memory.open() as dataset:
        epsg = dataset.crs.to_epsg() if dataset.crs else None
        return dataset.read(1), epsg, tuple(dataset.transform)[:6], dataset.nodata


def _blocks_of(pixels, block: tuple[int, int], order: str) -> list[bytes]:
    (height, width), (down, across) = pixels.shape, block
    streams = []
    for top in range(0, height, down):
        for left in range(0, width, across):
            part = np.zeros(block, pixels.dtype.newbyteorder(order))
            there = pixels[top : top + down, left : left + across]
            part[: there.shape[0], : there.shape[1]] = there
            streams.append(zlib.compress(part.tobytes()))
    return streams


def _usual_tags(pixels, block: tuple[int, int]) -> dict[int, tuple[int, Sequence[float]]]:
    """All but where the blocks are: one band of ten metres in EPSG:32631."""
    (height, width), (down, across) = pixels.shape, block
    return {
        256: (SHORT, [width]),
        257: (LONG, [height]),
        258: (SHORT, [pixels.dtype.itemsize * 8]),
        259: (SHORT, [8]),
        262: (SHORT, [1]),
        277: (SHORT, [1]),
        322: (SHORT, [across]),
        323: (LONG, [down]),
        339: (SHORT, [{"u": 1, "i": 2, "f": 3}[pixels.dtype.kind]]),
        33550: (DOUBLE, [10, 10, 0]),
        33922: (DOUBLE, [0, 0, 0, 600_000, 5_900_000, 0]),
        34735: (SHORT, [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32631]),
    }


def by_hand(
    pixels,
    *,
    order: str = "<",
    big: bool = False,
    block: tuple[int, int] = (16, 16),
    table_kind: int = LONG,
    tags: Mapping[int, tuple[int, Sequence[float] | bytes] | None] | None = None,
    directory_last: bool = False,
) -> bytes:
    """A tiled DEFLATE GeoTIFF whose tags can be replaced or, by None, left out."""
    streams = _blocks_of(pixels, block, order)
    entries = {
        **_usual_tags(pixels, block),
        324: (table_kind, [0] * len(streams)),
        325: (table_kind, [len(stream) for stream in streams]),
        **(tags or {}),
    }
    there = {tag: entry for tag, entry in sorted(entries.items()) if entry is not None}
    head = 16 if big else 8
    room = len(_directory(there, head, order, big))
    at = head if directory_last else head + room
    body = b"".join(streams)
    if tags is None or 324 not in tags:
        starts = [at + sum(map(len, streams[:number])) for number in range(len(streams))]
        there[324] = (table_kind, starts)
    where = head + len(body) if directory_last else head
    directory = _directory(there, where, order, big)
    start = struct.pack(order + "2sHHHQ", _MARKS[order], 43, 8, 0, where)
    if not big:
        start = struct.pack(order + "2sHI", _MARKS[order], 42, where)
    return start + (body + directory if directory_last else directory + body)


_MARKS = {"<": b"II", ">": b"MM"}


def _directory(entries, at: int, order: str, big: bool) -> bytes:
    count, value = ("Q", "Q") if big else ("H", "I")
    inline = struct.calcsize("<" + value)
    table = struct.pack(order + count, len(entries))
    values = b""
    values_at = at + len(table) + len(entries) * (4 + 2 * inline) + inline
    for tag, (kind, content) in entries.items():
        packed = content
        if not isinstance(content, bytes):
            packed = struct.pack(f"{order}{len(content)}{_CODES[kind]}", *content)
        table += struct.pack(order + "HH" + value, tag, kind, len(content))
        if len(packed) <= inline:
            table += packed.ljust(inline, b"\0")
        else:
            table += struct.pack(order + value, values_at + len(values))
            values += packed
    return table + bytes(inline) + values


def layout_of(data: bytes, *, knows_size: bool = True, piece_bytes: int | None = None) -> Layout:
    """Parse as a reader does: fetch what is asked for, or only some of it at a time."""
    pieces: dict[int, bytes] = {}
    for _ in range(MOST_ROUNDS):
        try:
            return parse_layout(pieces, size_bytes=len(data) if knows_size else None)
        except NeedBytes as need:
            start, stop = need.start, need.stop
        assert 0 <= start < stop <= start + (16 << 20)
        assert stop <= len(data) or not knows_size
        assert start not in pieces
        stop = stop if piece_bytes is None else min(stop, start + piece_bytes)
        pieces[start] = data[start:stop]
    raise AssertionError("asked again and again")


def window_of_blocks(data: bytes, layout: Layout, rows: slice, cols: slice, inflate=None):
    """A window put together from prefixes of blocks."""
    native = layout.dtype.newbyteorder("=")
    window = np.empty((rows.stop - rows.start, cols.stop - cols.start), native)
    down, across = layout.block_height_px, layout.block_width_px
    for row in range(rows.start // down, -(-rows.stop // down)):
        for col in range(cols.start // across, -(-cols.stop // across)):
            top, bottom = max(rows.start, row * down), min(rows.stop, (row + 1) * down)
            left, right = max(cols.start, col * across), min(cols.stop, (col + 1) * across)
            inside = slice(top - row * down, bottom - row * down)
            beside = slice(left - col * across, right - col * across)
            place = np.s_[
                top - rows.start : bottom - rows.start, left - cols.start : right - cols.start
            ]
            block = layout.block(col, row)
            if not block.byte_count:
                window[place] = int(layout.nodata or 0)
                continue
            raw = (inflate or inflaters()[0])(
                data[block.offset : block.offset + block.byte_count],
                inside.stop * layout.row_bytes,
                is_whole=True,
                is_all=inside.stop == down,
            )
            window[place] = rows_of(raw, layout, rows=inside, cols=beside)
    return window


def whole(data: bytes, layout: Layout, inflate=None):
    """All pixels."""
    return window_of_blocks(
        data, layout, slice(0, layout.height_px), slice(0, layout.width_px), inflate
    )


def damaged(data: bytes, seed: int, *, below: int | None = None) -> bytes:
    """A few bytes of the first `below` replaced, or the end cut off, or both."""
    dice = random.Random(seed)
    damage = bytearray(data)
    for _ in range(dice.randint(0, 4)):
        damage[dice.randrange(min(below or len(data), len(data)))] = dice.choice(
            [0, 1, 2, 3, 4, 8, 16, 42, 255, dice.randrange(256)]
        )
    return bytes(damage[: dice.randrange(len(damage))] if dice.random() < 0.2 else damage)
