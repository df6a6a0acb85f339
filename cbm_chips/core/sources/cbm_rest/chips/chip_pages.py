"""The service's own page of chips (chipsByLocation) as pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from html import unescape
from typing import TYPE_CHECKING

from ....errors import ReadError, SourceError, SourceUnreachable
from ....model import NO_DATE
from ....reasons import Reason
from ....scenes.grids import grid_of
from ....sentinel2.product_names import read_name, time_of
from ..wire.parameters import DateRange, RequestSquare, checked_bands, checked_lut
from ..wire.request_queue import MOST_TIMES
from ..wire.responses import ServerFailed, TooManyChips, product_of
from ..wire.single_flight import WaitCancelled
from .request_square import square_around_grid
from .search import MOST_IN_VAIN, WINDOW_DAYS

if TYPE_CHECKING:
    from ....model import ChipRequest
    from ..service import Service

PAGE_SIZE_M = 1280
"""The page's chips always have this size."""

_GONE = (404, 410)
_IMAGE = re.compile(r"<img\b([^<>]{0,2000})>", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"  # PNG specification, section 5.2


@dataclass(frozen=True)
class PagePicture:
    """One picture of the page: 128 x 128 pixels, without georeference.

    Attributes:
        acquired: aware UTC datetime of the sensor.
        product: ESA's name of the product.
        png: the file's bytes.
    """

    acquired: datetime
    product: str
    png: bytes


@dataclass(frozen=True)
class MissingPicture:
    """A picture on the page that could not be fetched; the others are not affected.

    Attributes:
        acquired: aware UTC datetime of the sensor.
        reason: for people.
        is_gone: the server made it and has thrown it away.
    """

    acquired: datetime
    reason: str
    is_gone: bool = False


@dataclass(frozen=True)
class ChipPage:
    """The page's pictures, oldest first, and what is missing of them."""

    pictures: tuple[PagePicture, ...]
    lost: tuple[MissingPicture, ...] = ()


def chip_page(
    service: Service, request: ChipRequest, *, bands: tuple[str, str, str], lut: str
) -> ChipPage:
    """The service's pictures of the period, stretched by the service.

    They are always `PAGE_SIZE_M` wide. Bands in the order R, G, B.

    Raises:
        SourceError: when the server can't be asked, or none of its pictures can be fetched.
    """
    checked_bands(bands, request.level)
    checked_lut(lut)
    grid = grid_of(request.place, PAGE_SIZE_M)
    wanted = _PageRequest(square_around_grid(grid, grid.epsg), request.level, bands, lut)
    period = DateRange(request.first_day, request.last_day)
    found = _found(service, wanted, period)
    if any(isinstance(one, MissingPicture) and one.is_gone for one in found):
        found = _found(service, wanted, period)  # deleted in between: made again
    pictures = [one for one in found if isinstance(one, PagePicture)]
    lost = [one for one in found if isinstance(one, MissingPicture)]
    if lost and not pictures:
        raise SourceError(lost[0].reason)
    pictures.sort(key=lambda picture: (picture.acquired, picture.product))
    return ChipPage(tuple(pictures), tuple(sorted(lost, key=lambda one: one.acquired)))


def _found(
    service: Service, wanted: _PageRequest, period: DateRange
) -> list[PagePicture | MissingPicture]:
    """Every picture of the period once, or why it is missing."""
    pages = _PageSearch(service, wanted)
    paths = pages.paths(period)
    return [*(_picture(service, path) for path in paths), *pages.lost]


class _PageSearch:
    """Pages requested window by window; a failure costs its own window only."""

    def __init__(self, service: Service, wanted: _PageRequest) -> None:
        self._service, self._wanted = service, wanted
        self._in_vain = 0
        self.lost: list[MissingPicture] = []

    def paths(self, period: DateRange) -> list[str]:
        """Where the pictures are, each once; `{}` halves the window."""
        if self._in_vain >= MOST_IN_VAIN:  # the server is left alone
            return []
        if period.days > WINDOW_DAYS:
            return [path for part in period.pieces(WINDOW_DAYS) for path in self.paths(part)]
        try:
            page = self._page(period)
        except (TooManyChips, ServerFailed) as error:
            return self._of_parts(period, error)
        self._in_vain = 0
        found = {path: _time_of(_product_in(path)).date() for path in paths_in(page)}
        return [path for path, day in found.items() if period.first <= day <= period.last]

    def _of_parts(self, period: DateRange, error: SourceError) -> list[str]:
        self._in_vain += 1 if isinstance(error, TooManyChips) else MOST_TIMES
        is_over = self._in_vain >= MOST_IN_VAIN
        if isinstance(error, TooManyChips) and period.days > 1 and not is_over:
            return [path for part in period.halves() for path in self.paths(part)]
        midnight = datetime.combine(period.first, datetime.min.time(), timezone.utc)
        days: object = period
        if is_over:
            days = Reason("from {day} on it is not asked any more", day=period.first)
        self.lost.append(
            MissingPicture(midnight, Reason("{error} ({days})", error=error, days=days))
        )
        return []

    def _page(self, period: DateRange) -> str:
        """With one day more: an older server's page ends before the last day begins."""
        wanted, last = self._wanted, min(period.last, date.max - timedelta(days=1))
        longer = DateRange(period.first, last + timedelta(days=1))
        return self._service.chips_page(
            wanted.square, longer, level=wanted.level, bands=wanted.bands, lut=wanted.lut
        )


@dataclass(frozen=True)
class _PageRequest:
    """The parameters that all pages share."""

    square: RequestSquare
    level: str
    bands: tuple[str, str, str]
    lut: str


def paths_in(page: str) -> list[str]:
    """The `src` of every image on the page whose name is a product's."""
    sources = [_SRC.search(image.group(1)) for image in _IMAGE.finditer(page)]
    paths = [unescape("".join(found.groups(""))) for found in sources if found]
    return [path for path in dict.fromkeys(paths) if _product_in(path)]


def _picture(service: Service, path: str) -> PagePicture | MissingPicture:
    product = _product_in(path)
    acquired = _time_of(product)
    try:
        png = _fetched(service, path)
    except WaitCancelled:
        raise
    except ReadError as error:
        return MissingPicture(acquired, str(error), is_gone=error.http_status in _GONE)
    except SourceError as error:
        return MissingPicture(acquired, str(error))
    return PagePicture(acquired, product, png)


def _fetched(service: Service, path: str) -> bytes:
    try:
        png = service.file(path)
    except SourceUnreachable:  # cut short
        png = service.file(path)
    if not png.startswith(_PNG):
        raise SourceError(
            Reason("{host} sent something that is no picture", host=service.address.host)
        )
    return png


def _product_in(path: str) -> str:
    name = path.rpartition("/")[2]
    return product_of(name[: -len(".png")]) if name.lower().endswith(".png") else ""


def _time_of(product: str) -> datetime:
    return time_of(read_name(product).start) or NO_DATE
