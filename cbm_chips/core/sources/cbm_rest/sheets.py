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


def chip_sheet(
    service: Service, request: ChipRequest, *, bands: tuple[str, str, str], lut: str
) -> tuple[SheetPicture, ...]:
    """The service's pictures of the period, oldest first, stretched by the service.

    They are always `PAGE_SIZE_M` wide. Bands in the order R, G, B.

    Raises:
        SourceError: when the server can't be asked, or a picture is none.
    """
    checked_bands(bands, request.level)
    checked_lut(lut)
    grid = grid_of(request.place, PAGE_SIZE_M)
    asking = _Pages(service, spot_of(grid, grid.epsg), request.level, bands, lut)
    period = Period(request.first_day, request.last_day)
    try:
        pictures = asking.pictures(period)
    except ReadError as error:
        if error.http_status not in _GONE:
            raise SourceError(str(error)) from error
        pictures = asking.pictures(period)  # thrown away in between: made once more
    return tuple(sorted(pictures, key=lambda picture: (picture.acquired, picture.product)))


@dataclass(frozen=True)
class _Pages:
    """Pages asked for window by window."""

    service: Service
    spot: Spot
    level: str
    bands: tuple[str, str, str]
    lut: str

    def pictures(self, period: Period) -> list[SheetPicture]:
        """Every picture of the period once."""
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


def _picture(service: Service, path: str) -> SheetPicture:
    try:
        png = b"".join(service.file(path))
    except SourceUnreachable:  # cut short
        png = b"".join(service.file(path))
    if not png.startswith(_PNG):
        raise SourceError(f"{service.address.host} sent something that is no picture")
    product = _product_in(path)
    acquired = datetime.strptime(read_name(product).start + "+0000", "%Y%m%dT%H%M%S%z")
    return SheetPicture(acquired, product, png)


def _product_in(path: str) -> str:
    name = path.rpartition("/")[2]
    return product_of(name[: -len(".png")]) if name.lower().endswith(".png") else ""
