"""async-geotiff over an obstore `HTTPStore`: everything at once in one event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.task import Task, Wanted, Way, contend

if TYPE_CHECKING:
    from obstore.store import HTTPStore

    from benchmarks.task import Piece


def _read(task: Task) -> Iterator[Piece]:
    """Hands over when all are there, as `asyncio.gather` does."""
    yield from asyncio.run(_read_all(task))


async def _read_all(task: Task) -> list[Piece]:
    store = _store(task)
    return await asyncio.gather(*(_window(one, task.base, store) for one in task.wanted))


async def _window(one: Wanted, base: str, store: HTTPStore) -> Piece:
    from async_geotiff import GeoTIFF, Window

    file = await GeoTIFF.open(one.url[len(base) :], store=store)
    col, row = ~file.transform * (one.left, one.top)
    window = Window(round(col), round(row), one.size_px, one.size_px)
    return one.day, one.band, (await file.read(window=window)).data[0]


def _store(task: Task) -> HTTPStore:
    from obstore.store import HTTPStore

    options: dict[str, Any] = {"allow_http": True}
    if task.ca_file:
        options = {"root_certificate": Path(task.ca_file).read_bytes()}
    return HTTPStore(task.base, client_options=options)


if __name__ == "__main__":
    contend({"gather": Way(_read, ("async_geotiff", "obstore.store"))})
