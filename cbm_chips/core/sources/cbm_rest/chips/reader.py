"""Chips as windows: had made by the server, fetched, and cut onto our own grid."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Union

from ....errors import ReadError, SourceError, SourceUnreachable
from ....reading.contract import HEARTBEAT_S, Pixels, Read, Reader, ReadJob, open_plainly
from ....reading.gdal.stored_tiff import TIFF_BEGINNINGS
from ....reasons import Reason, cleaned
from ....sentinel2.product_names import epsg_of_tile, read_name, tile_of
from ..wire.http import BODY_BUDGET_S
from ..wire.responses import ServerFile
from .chip_orders import ChipOrder, OrderResult, OrderRunner
from .products import product_and_band
from .request_square import square_around_grid

if TYPE_CHECKING:
    from ....reading.contract import AccessTo
    from ..service import Service
    from ..wire.parameters import RequestSquare

READER = "cbm"
DOWNLOADS = 4

_TRIES = 2
_GONE = (404, 410)

FilesMade = Mapping[tuple["RequestSquare", str, str], str]


class CbmReader:
    """See `contract.Reader`; every window is a file that the server makes for it."""

    def __init__(
        self, service: Service, general: Reader, *, listed: Collection[str], made: FilesMade
    ) -> None:
        """Nothing is requested yet.

        Args:
            service: the server.
            general: cuts the grid out of a file on disk.
            listed: names of all products found.
            made: (square, product, band) -> path of a file the server has made already.
        """
        self._service, self._general = service, general
        self._listed, self._made = listed, made

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job; `access` is not needed, as no file can be opened where it is."""
        if not jobs:
            return
        stop = threading.Event()
        pool = ThreadPoolExecutor(1 + DOWNLOADS, thread_name_prefix="cbm-chips-cbm-files")
        arrived: SimpleQueue[Union[Read, Future[None]]] = SimpleQueue()
        order_runner = OrderRunner(self._service, listed=self._listed, stop=stop)
        run = _OrderRun(
            order_runner, _Downloader(self._service, self._general, stop), pool, arrived
        )
        try:
            orders = _orders_of(jobs)
            pool.submit(run.conduct, orders, self._made).add_done_callback(arrived.put)
            while True:
                try:
                    news = arrived.get(timeout=HEARTBEAT_S)
                except Empty:
                    yield None
                    continue
                if isinstance(news, Future):  # it comes last
                    return news.result()
                yield news
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


class _OrderRun:
    """The jobs of one call of `read_all`."""

    def __init__(
        self,
        order_runner: OrderRunner,
        fetch: _Downloader,
        pool: ThreadPoolExecutor,
        arrived: SimpleQueue[Union[Read, Future[None]]],
    ) -> None:
        self._order_runner, self._fetch, self._pool, self._arrived = (
            order_runner,
            fetch,
            pool,
            arrived,
        )

    def conduct(self, orders: Sequence[ChipOrder], made: FilesMade) -> None:
        """Carry out every order; files that are gone are ordered once more."""
        known = [order for order in orders if (order.square, *order.key) in made]
        unknown = [order for order in orders if (order.square, *order.key) not in made]
        hints = (
            (order, ServerFile(*order.key, made[(order.square, *order.key)])) for order in known
        )
        gone = self._carry_out(hints) + self._carry_out(self._order_runner.run(unknown))
        for order, error in self._carry_out(self._order_runner.run([order for order, _ in gone])):
            self._arrived.put(Read(order.job, error=error))

    def _carry_out(self, outcomes: Iterable[OrderResult]) -> list[tuple[ChipOrder, ReadError]]:
        """Fetch while further files are made; returns those whose file is gone."""
        downloads = []
        for order, outcome in outcomes:
            if isinstance(outcome, ReadError):
                self._arrived.put(Read(order.job, error=outcome))
            else:
                downloads.append(self._pool.submit(self._bring, order, outcome.path))
        return [gone for gone in (download.result() for download in downloads) if gone]

    def _bring(self, order: ChipOrder, path: str) -> tuple[ChipOrder, ReadError] | None:
        try:
            self._arrived.put(Read(order.job, pixels=self._fetch.pixels(order, path)))
        except ReadError as error:
            if error.http_status in _GONE:
                return order, error
            self._arrived.put(Read(order.job, error=error))
        return None


class _Downloader:
    """A file of the server -> pixels."""

    def __init__(self, service: Service, general: Reader, stop: threading.Event) -> None:
        self._service, self._general, self._stop = service, general, stop

    def pixels(self, order: ChipOrder, path: str) -> Pixels:
        """The window; nothing is left on disk.

        Raises:
            ReadError: with the status where the server refused.
        """
        with TemporaryDirectory(prefix="cbm-chips-") as folder:
            file = Path(folder, f"{order.product}.{order.band}.tif")
            self._download(path, file)
            size = file.stat().st_size
            return replace(self._cut(file, order.job), reader=READER, bytes_read=size)

    def _download(self, path: str, file: Path) -> None:
        until = time.monotonic() + BODY_BUDGET_S  # of all tries together
        for attempt in range(1, _TRIES + 1):
            left_s = until - time.monotonic()
            try:
                file.write_bytes(self._service.file(path, self._stop, budget_s=left_s))
            except SourceUnreachable as error:
                if attempt == _TRIES or self._stop.is_set() or time.monotonic() >= until:
                    raise ReadError(str(error)) from error
            except SourceError as error:
                raise ReadError(str(error)) from error
            except OSError as error:
                raise ReadError(
                    Reason("the chip could not be kept: {error}", error=error.strerror)
                ) from error
            else:
                return

    def _cut(self, file: Path, job: ReadJob) -> Pixels:
        with file.open("rb") as opened:
            beginning = opened.read(512)
        if not beginning.startswith(TIFF_BEGINNINGS):
            host = self._service.address.host
            if beginning.lstrip()[:1] == b"<":
                raise ReadError(Reason("{host} sent a web page in place of the chip", host=host))
            raise ReadError(Reason("{host} sent no GeoTIFF in place of the chip", host=host))
        local = ReadJob(replace(job.asset, href=str(file)), job.grid)
        for read in self._general.read_all([local], open_plainly):
            if read is None:
                continue
            if read.pixels is not None:
                return read.pixels
            why = cleaned(str(read.error), lambda text: text.replace(str(file), file.name))
            raise ReadError(Reason("the chip can't be read: {why}", why=why))
        raise ReadError(Reason("the chip was not read"))


def _orders_of(jobs: Iterable[ReadJob]) -> list[ChipOrder]:
    squares: dict[tuple[object, ...], RequestSquare] = {}
    orders = []
    for job in jobs:
        product, band = product_and_band(job.asset.href)
        epsg = epsg_of_tile(tile_of(read_name(product).tile))
        where = (job.grid.epsg, *job.grid.bounds, epsg)
        if where not in squares:
            squares[where] = square_around_grid(job.grid, epsg)
        orders.append(ChipOrder(job, squares[where], product, band))
    return orders
