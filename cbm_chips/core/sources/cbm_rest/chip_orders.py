"""Having chips made on the server: many at once where it can, and the first ones soon."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Union

from ...errors import ReadError, SourceError
from ...sentinel2.product_names import read_name
from .parameters import Period, Spot
from .responses import NotOffered, ServerFailed, Staged, TooMany
from .service import MOST_BATCH_FILES, MOST_CHIPS, MOST_TIMES

if TYPE_CHECKING:
    from ...reading.contract import ReadJob
    from .service import Service

FIRST_PRODUCTS = 4
"""So few products in the first question, for a first picture soon."""

MOST_IN_VAIN = 12
"""So many questions for windows in a row without a file, and the server is asked no more."""

_MISSING = 404
_SCL = "SCL"


@dataclass(frozen=True)
class Want:
    """One file wanted of the server for one job.

    Attributes:
        job: what it is for.
        spot: the square to ask for.
        product: ESA's name, without `.SAFE`.
        band: name out of `BANDS`.
    """

    job: ReadJob
    spot: Spot
    product: str
    band: str

    @property
    def key(self) -> tuple[str, str]:
        """By which it is found again in an answer; a label may belong to two tiles."""
        return (self.product, self.band)


Outcome = tuple[Want, Union[Staged, ReadError]]
_Rest = Generator[Outcome, None, list[Want]]
"""Yields what is settled, returns what is not."""


class Stager:
    """Has files made, question by question."""

    def __init__(self, service: Service, *, listed: Collection[str], stop: threading.Event) -> None:
        """`listed`: all products known of; those not wanted are not asked for in passing."""
        self._service, self._listed, self._stop = service, listed, stop
        self._in_vain = 0

    def stage(self, wants: Iterable[Want]) -> Iterator[Outcome]:
        """Every want once: the file, or why there is none; classes before bands."""
        still = {id(want): want for want in wants}
        try:
            for want, outcome in self._staged(still.values()):
                del still[id(want)]
                yield want, outcome
        except SourceError as error:  # nobody answers, or the login is refused: so for the rest
            for want in still.values():
                yield want, ReadError(str(error))

    def _staged(self, wants: Iterable[Want]) -> Iterator[Outcome]:
        for group in _groups(wants):
            left = yield from self._in_batches(group)
            yield from self._by_location(left)

    def _in_batches(self, wants: list[Want]) -> _Rest:
        left: list[Want] = []
        batches = deque(_batches(wants))
        while batches:
            batch = batches.popleft()
            if not self._service.has_batch:
                left += batch
                continue
            products, bands = _products(batch), _bands(batch)
            try:
                made = self._service.raw_chips_batch(
                    batch[0].spot, products, bands, stop=self._stop
                )
            except (TooMany, ServerFailed) as error:
                halves = _halves(batch) if isinstance(error, TooMany) else []
                batches.extendleft(reversed(halves))
                if not halves:  # the other way may do; batches are not tried again in this run
                    left += batch + [want for other in batches for want in other]
                    batches.clear()
            except NotOffered:
                left += batch
            else:
                left += yield from _matched(batch, made.files)
        return left

    def _by_location(self, wants: list[Want]) -> Iterator[Outcome]:
        """Band by band, window by window."""
        for band in _bands(wants):
            of_band = [want for want in wants if want.band == band]
            windows = deque(_windows(of_band, self._listed))
            while windows:
                yield from self._window(windows.popleft(), windows)

    def _window(self, window: list[Want], windows: deque[list[Want]]) -> Iterator[Outcome]:
        level = read_name(window[0].product).level
        try:
            made = self._service.raw_chips(
                window[0].spot, _period(window), level=level, band=window[0].band, stop=self._stop
            )
        except NotOffered as error:
            yield from _failed(window, str(error))
        except (TooMany, ServerFailed) as error:
            self._count(error)
            halves = _halves(window) if isinstance(error, TooMany) else []
            windows.extendleft(reversed(halves))
            yield from [] if halves else _failed(window, str(error))
        else:
            self._in_vain = 0
            left = yield from _matched(window, made.files)
            yield from _failed(left, f"{self._service.address.host} could not make this chip")

    def _count(self, error: SourceError) -> None:
        """A server that says the same to every question is left alone.

        Raises:
            SourceError: when that is so.
        """
        self._in_vain += 1 if isinstance(error, TooMany) else MOST_TIMES
        if self._in_vain >= MOST_IN_VAIN:
            raise SourceError(f"{error}; it is not asked any more") from error


def _groups(wants: Iterable[Want]) -> list[list[Want]]:
    """Wants of one square and level, in their order; classes first, as they decide the rest."""
    groups: dict[tuple[bool, Spot, str], list[Want]] = {}
    for want in wants:
        key = (want.band != _SCL, want.spot, read_name(want.product).level)
        groups.setdefault(key, []).append(want)
    return [groups[key] for key in sorted(groups, key=lambda key: key[0])]


def _batches(wants: list[Want]) -> list[list[Want]]:
    """Products x bands, all of which are wanted; the first batch is small."""
    bands_of: dict[str, tuple[str, ...]] = {}
    for product in _products(wants):
        bands_of[product] = _bands(want for want in wants if want.product == product)
    batches: list[list[Want]] = []
    for bands in dict.fromkeys(bands_of.values()):
        alike = [product for product, some in bands_of.items() if some == bands]
        most = max(MOST_BATCH_FILES // len(bands), 1)
        for products in _pieces(alike, most=most, is_start=not batches):
            batches.append([want for want in wants if want.product in products])
    return batches


def _windows(wants: list[Want], listed: Collection[str]) -> list[list[Want]]:
    """Products between which no other is known, oldest first; the first window is small."""
    wanted = set(_products(wants))
    windows: list[list[str]] = []
    run: list[str] = []
    for product in sorted(wanted.union(listed), key=_start):
        if product in wanted:
            run.append(product)
        elif run:
            windows += _pieces(run, most=MOST_CHIPS, is_start=not windows)
            run = []
    windows += _pieces(run, most=MOST_CHIPS, is_start=not windows) if run else []
    return [[want for want in wants if want.product in window] for window in windows]


def _pieces(products: list[str], *, most: int, is_start: bool) -> list[list[str]]:
    first = min(FIRST_PRODUCTS, most) if is_start else most
    cuts = [0, *range(first, len(products), most), len(products)]
    return [products[start:stop] for start, stop in zip(cuts, cuts[1:]) if stop > start]


def _halves(wants: list[Want]) -> list[list[Want]]:
    """By products; nothing if there is only one."""
    products = _products(wants)
    if len(products) < 2:
        return []
    first = set(sorted(products, key=_start)[: len(products) // 2])
    return [
        [want for want in wants if want.product in first],
        [want for want in wants if want.product not in first],
    ]


def _matched(wants: list[Want], files: Iterable[Staged]) -> _Rest:
    made = {(file.product, file.band): file for file in files}
    left = []
    for want in wants:
        if want.key in made:
            yield want, made[want.key]
        else:
            left.append(want)
    return left


def _failed(wants: Iterable[Want], reason: str) -> Iterator[Outcome]:
    for want in wants:
        yield want, ReadError(reason, http_status=_MISSING)


def _products(wants: Iterable[Want]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(want.product for want in wants))


def _bands(wants: Iterable[Want]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(want.band for want in wants))


def _start(product: str) -> tuple[str, str]:
    return (read_name(product).start, product)


def _period(wants: Iterable[Want]) -> Period:
    days = [datetime.strptime(_start(want.product)[0][:8] + "+0000", "%Y%m%d%z") for want in wants]
    return Period(min(days).date(), max(days).date())
