"""Having chips made on the server: many at once where it can, and the first ones soon."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Union

from ....errors import ReadError, SourceError
from ....reasons import Reason
from ....sentinel2.product_names import read_name
from ..service import MOST_BATCH_FILES, MOST_CHIPS
from ..wire.parameters import DateRange, RequestSquare
from ..wire.request_queue import MOST_TIMES
from ..wire.responses import NotOffered, ServerFailed, ServerFile, TooManyChips

if TYPE_CHECKING:
    from ....reading.contract import ReadJob
    from ..service import Service

FIRST_PRODUCTS = 4
"""Products in the first request: few, for a first picture soon."""

MOST_IN_VAIN = 12
"""After so many requests in a row without a file no more are sent."""

_MISSING = 404
_SCL = "SCL"


@dataclass(frozen=True)
class ChipOrder:
    """One file for the server to make, for one job.

    Attributes:
        job: what it is for.
        square: the square of the chip.
        product: ESA's name, without `.SAFE`.
        band: name out of `BANDS`.
    """

    job: ReadJob
    square: RequestSquare
    product: str
    band: str

    @property
    def key(self) -> tuple[str, str]:
        """Identifies it in a response; a label may belong to two tiles."""
        return (self.product, self.band)


OrderResult = tuple[ChipOrder, Union[ServerFile, ReadError]]
_Unsettled = Generator[OrderResult, None, list[ChipOrder]]
"""Yields what is settled, returns what is not."""


class OrderRunner:
    """Has the server make files, request by request."""

    def __init__(self, service: Service, *, listed: Collection[str], stop: threading.Event) -> None:
        """`listed`: all known products; no request covers one that is not ordered."""
        self._service, self._listed, self._stop = service, listed, stop
        self._in_vain = 0

    def run(self, orders: Iterable[ChipOrder]) -> Iterator[OrderResult]:
        """Every order once: the file, or why there is none; classes before bands."""
        still = {id(order): order for order in orders}
        try:
            for order, outcome in self._results(still.values()):
                del still[id(order)]
                yield order, outcome
        except (
            SourceError
        ) as error:  # no response, or the login is refused: the rest would fail alike
            for order in still.values():
                yield order, ReadError(str(error))

    def _results(self, orders: Iterable[ChipOrder]) -> Iterator[OrderResult]:
        for group in _groups(orders):
            left = yield from self._in_batches(group)
            yield from self._by_location(left)

    def _in_batches(self, orders: list[ChipOrder]) -> _Unsettled:
        left: list[ChipOrder] = []
        batches = deque(_batches(orders))
        while batches:
            batch = batches.popleft()
            if not self._service.has_batch:
                left += batch
                continue
            products, bands = _products(batch), _bands(batch)
            try:
                made = self._service.raw_chips_batch(
                    batch[0].square, products, bands, stop=self._stop
                )
            except (TooManyChips, ServerFailed) as error:
                halves = _halves(batch) if isinstance(error, TooManyChips) else []
                batches.extendleft(reversed(halves))
                if not halves:  # single requests may work; no more batches in this run
                    left += batch + [order for other in batches for order in other]
                    batches.clear()
            except NotOffered:
                left += batch
            else:
                left += yield from _matched(batch, made.files)
        return left

    def _by_location(self, orders: list[ChipOrder]) -> Iterator[OrderResult]:
        """Band by band, window by window."""
        for band in _bands(orders):
            of_band = [order for order in orders if order.band == band]
            windows = deque(_windows(of_band, self._listed))
            while windows:
                yield from self._window(windows.popleft(), windows)

    def _window(
        self, window: list[ChipOrder], windows: deque[list[ChipOrder]]
    ) -> Iterator[OrderResult]:
        level = read_name(window[0].product).level
        try:
            made = self._service.raw_chips(
                window[0].square, _period(window), level=level, band=window[0].band, stop=self._stop
            )
        except NotOffered as error:
            yield from _failed(window, str(error))
        except (TooManyChips, ServerFailed) as error:
            self._count(error)
            halves = _halves(window) if isinstance(error, TooManyChips) else []
            windows.extendleft(reversed(halves))
            yield from [] if halves else _failed(window, str(error))
        else:
            self._in_vain = 0
            left = yield from _matched(window, made.files)
            yield from _failed(
                left, Reason("{host} could not make this chip", host=self._service.address.host)
            )

    def _count(self, error: SourceError) -> None:
        """A server that refuses every request is not asked again.

        Raises:
            SourceError: when that is so.
        """
        self._in_vain += 1 if isinstance(error, TooManyChips) else MOST_TIMES
        if self._in_vain >= MOST_IN_VAIN:
            raise SourceError(Reason("{error}; it is not asked any more", error=error)) from error


def _groups(orders: Iterable[ChipOrder]) -> list[list[ChipOrder]]:
    """Orders of one square and level, in their order; classes first, as they decide the rest."""
    groups: dict[tuple[bool, RequestSquare, str], list[ChipOrder]] = {}
    for order in orders:
        key = (order.band != _SCL, order.square, read_name(order.product).level)
        groups.setdefault(key, []).append(order)
    return [groups[key] for key in sorted(groups, key=lambda key: key[0])]


def _batches(orders: list[ChipOrder]) -> list[list[ChipOrder]]:
    """Products x bands, all of which are ordered; the first batch is small."""
    bands_of: dict[str, tuple[str, ...]] = {}
    for product in _products(orders):
        bands_of[product] = _bands(order for order in orders if order.product == product)
    batches: list[list[ChipOrder]] = []
    for bands in dict.fromkeys(bands_of.values()):
        alike = [product for product, some in bands_of.items() if some == bands]
        most = max(MOST_BATCH_FILES // len(bands), 1)
        for products in _pieces(alike, most=most, is_start=not batches):
            batches.append([order for order in orders if order.product in products])
    return batches


def _windows(orders: list[ChipOrder], listed: Collection[str]) -> list[list[ChipOrder]]:
    """Products between which no other is known, oldest first; the first window is small."""
    wanted = set(_products(orders))
    windows: list[list[str]] = []
    run: list[str] = []
    for product in sorted(wanted.union(listed), key=_start):
        if product in wanted:
            run.append(product)
        elif run:
            windows += _pieces(run, most=MOST_CHIPS, is_start=not windows)
            run = []
    windows += _pieces(run, most=MOST_CHIPS, is_start=not windows) if run else []
    return [[order for order in orders if order.product in window] for window in windows]


def _pieces(products: list[str], *, most: int, is_start: bool) -> list[list[str]]:
    first = min(FIRST_PRODUCTS, most) if is_start else most
    cuts = [0, *range(first, len(products), most), len(products)]
    return [products[start:stop] for start, stop in zip(cuts, cuts[1:]) if stop > start]


def _halves(orders: list[ChipOrder]) -> list[list[ChipOrder]]:
    """By products; nothing if there is only one."""
    products = _products(orders)
    if len(products) < 2:
        return []
    first = set(sorted(products, key=_start)[: len(products) // 2])
    return [
        [order for order in orders if order.product in first],
        [order for order in orders if order.product not in first],
    ]


def _matched(orders: list[ChipOrder], files: Iterable[ServerFile]) -> _Unsettled:
    made = {(file.product, file.band): file for file in files}
    left = []
    for order in orders:
        if order.key in made:
            yield order, made[order.key]
        else:
            left.append(order)
    return left


def _failed(orders: Iterable[ChipOrder], reason: str) -> Iterator[OrderResult]:
    for order in orders:
        yield order, ReadError(reason, http_status=_MISSING)


def _products(orders: Iterable[ChipOrder]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(order.product for order in orders))


def _bands(orders: Iterable[ChipOrder]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(order.band for order in orders))


def _start(product: str) -> tuple[str, str]:
    return (read_name(product).start, product)


def _period(orders: Iterable[ChipOrder]) -> DateRange:
    days = [
        datetime.strptime(_start(order.product)[0][:8] + "+0000", "%Y%m%d%z") for order in orders
    ]
    return DateRange(min(days).date(), max(days).date())
