"""The service's own page of chips (chipsByLocation) as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from ...errors import ReadError, SourceError, SourceUnreachable
from ...grids import grid_of
from ...product_names import read_name
from .answers import TooMany, product_of
from .errands import GivenUp
from .parameters import Period, Spot, checked_bands, checked_lut
from .search import WINDOW_DAYS
from .spots import spot_of

if TYPE_CHECKING:
    from ...model import ChipRequest
    from .service import Service

PAGE_SIZE_M = 1280
"""Whatever is asked, the page's chips are of this size."""

_GONE = (404, 410)
_PNG = b"\x89PNG\r\n\x1a\n"  # PNG specification, section 5.2


@dataclass(frozen=True)
class SheetPicture:
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
class LostPicture:
    """A picture on the page that could not be had; the others come all the same.

    Attributes:
        acquired: aware UTC datetime of the sensor.
        reason: why, in words.
        is_gone: the server made it and has thrown it away.
    """

    acquired: datetime
    reason: str
    is_gone: bool = False


@dataclass(frozen=True)
class Sheet:
    """The page's pictures, oldest first, and what is missing of them."""

    pictures: tuple[SheetPicture, ...]
    lost: tuple[LostPicture, ...] = ()


def chip_sheet(
    service: Service, request: ChipRequest, *, bands: tuple[str, str, str], lut: str
) -> Sheet:
    """The service's pictures of the period, stretched by the service.

    They are always `PAGE_SIZE_M` wide. Bands in the order R, G, B.

    Raises:
        SourceError: when the server can't be asked, or none of its pictures can be had.
    """
    checked_bands(bands, request.level)
    checked_lut(lut)
    grid = grid_of(request.place, PAGE_SIZE_M)
    asking = _Pages(service, spot_of(grid, grid.epsg), request.level, bands, lut)
    period = Period(request.first_day, request.last_day)
    found = asking.pictures(period)
    if any(isinstance(one, LostPicture) and one.is_gone for one in found):
        found = asking.pictures(period)  # thrown away in between: made once more
    pictures = [one for one in found if isinstance(one, SheetPicture)]
    lost = [one for one in found if isinstance(one, LostPicture)]
    if lost and not pictures:
        raise SourceError(lost[0].reason)
    pictures.sort(key=lambda picture: (picture.acquired, picture.product))
    return Sheet(tuple(pictures), tuple(sorted(lost, key=lambda one: one.acquired)))


@dataclass(frozen=True)
class _Pages:
    """Pages asked for window by window."""

    service: Service
    spot: Spot
    level: str
    bands: tuple[str, str, str]
    lut: str

    def pictures(self, period: Period) -> list[SheetPicture | LostPicture]:
        """Every picture of the period once, or why it can't be had."""
        return [_picture(self.service, path) for path in dict.fromkeys(self.paths(period))]

    def paths(self, period: Period) -> list[str]:
        """Where the pictures are; `{}` halves the window."""
        if period.days > WINDOW_DAYS:
            return [path for part in period.pieces(WINDOW_DAYS) for path in self.paths(part)]
        try:
            page = self.service.chips_page(
                self.spot, period, level=self.level, bands=self.bands, lut=self.lut
            )
        except TooMany:
            if period.days == 1:
                raise
            return [path for part in period.halves() for path in self.paths(part)]
        return paths_in(page)


def paths_in(page: str) -> list[str]:
    """The `src` of every image on the page whose name is a product's; nothing else counts."""
    reading = _Images()
    reading.feed(page)
    reading.close()
    return [path for path in reading.sources if _product_in(path)]


class _Images(HTMLParser):
    """Collects images; takes what the browser would take, unbalanced rows included."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An image's address."""
        if tag == "img":
            self.sources += [value for name, value in attrs if name == "src" and value]


def _picture(service: Service, path: str) -> SheetPicture | LostPicture:
    product = _product_in(path)
    acquired = datetime.strptime(read_name(product).start + "+0000", "%Y%m%dT%H%M%S%z")
    try:
        png = _fetched(service, path)
    except GivenUp:
        raise
    except ReadError as error:
        return LostPicture(acquired, str(error), is_gone=error.http_status in _GONE)
    except SourceError as error:
        return LostPicture(acquired, str(error))
    return SheetPicture(acquired, product, png)


def _fetched(service: Service, path: str) -> bytes:
    try:
        png = service.file(path)
    except SourceUnreachable:  # cut short
        png = service.file(path)
    if not png.startswith(_PNG):
        raise SourceError(f"{service.address.host} sent something that is no picture")
    return png


def _product_in(path: str) -> str:
    name = path.rpartition("/")[2]
    return product_of(name[: -len(".png")]) if name.lower().endswith(".png") else ""
