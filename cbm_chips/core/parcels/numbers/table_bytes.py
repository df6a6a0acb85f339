"""A piece's table as bytes for the cache: JSON head, then the columns one after the other."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from ...array_lists import as_list
from .table import ParcelTable, ReadDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

FORMAT = 1
_LENGTH = struct.Struct("<I")


def packed_table(table: ParcelTable) -> bytes:
    """As bytes; `unpacked_table` reverses it."""
    texts: dict[str, list[Any]] = {}
    columns = [table.numbers]
    for name, kind in table.types.items():
        values = table.columns[name]
        if kind is str:
            each: dict[Any, int] = {}
            codes = [each.setdefault(value, len(each)) for value in as_list(values)]
            texts[name], values = list(each), np.array(codes, np.int32)
        columns.append(values)
    head = json.dumps(
        {
            "format": FORMAT,
            "columns": list(table.types),
            "rows": len(table),
            "texts": texts,
            "dates": [asdict(date) for date in table.dates],
        }
    ).encode()
    return b"".join([_LENGTH.pack(len(head)), head, *(one.tobytes() for one in columns)])


def unpacked_table(content: bytes, types: Mapping[str, type], piece: str) -> ParcelTable:
    """The table in what `packed_table` gave; nothing was read for it.

    Raises:
        ValueError, KeyError, TypeError, struct.error: for anything else.
    """
    (length,) = _LENGTH.unpack_from(content)
    head = json.loads(content[_LENGTH.size : _LENGTH.size + length])
    if head["format"] != FORMAT or head["columns"] != list(types):
        raise ValueError("another table")
    at = _LENGTH.size + length

    def taken(dtype: type) -> NDArray[Any]:
        nonlocal at
        values: NDArray[Any] = np.frombuffer(content, dtype, head["rows"], at)
        at += values.nbytes
        return values.copy()

    numbers = taken(np.int64)
    columns = {}
    for name, kind in types.items():
        if kind is str:
            words = np.array([*head["texts"][name], None], object)
            columns[name] = words[taken(np.int32)]
        else:
            columns[name] = taken(np.int64 if kind is int else np.float64)
    dates = tuple(ReadDate(**date) for date in head["dates"])
    return ParcelTable(types, columns, numbers, piece, dates=dates)
