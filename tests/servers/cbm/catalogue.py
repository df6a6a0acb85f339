"""The products the service finds, and which of several it takes.

The original asks a catalogue for the products whose footprint holds the point, newest first, and
keeps one for each sensing time: it sorts by overlap, baseline and time and takes the last.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional, Union

from .replies import CrashError

LEVELS = {"MSIL2A": "LEVEL2A", "MSIL1C": "LEVEL1C"}
BASELINE_OFFSET = 1000
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Window:
    """The days asked for, both included."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, start_date: str, end_date: str, *, has_last_day: bool = True) -> Window:
        """From `YYYY-mm-dd` texts; anything else crashes. Old pages end before the last day."""
        try:
            start, end = (datetime.strptime(day, "%Y-%m-%d") for day in (start_date, end_date))  # noqa: DTZ007 - UTC throughout
        except ValueError as error:
            raise CrashError(str(error)) from error
        return cls(start, end + timedelta(days=int(has_last_day)))

    def holds(self, sensing: str) -> bool:
        """Whether a sensing time lies strictly between."""
        return self.start < datetime.strptime(sensing, _TIME) < self.end  # noqa: DTZ007


@dataclass(frozen=True, eq=False)
class Product:
    """One product; two of them are never equal, so that chips can be remembered by theirs.

    Attributes:
        id: without `.SAFE`.
        files: band -> GeoTIFF; empty for a made-up product, whose pixels are made up too.
        lacks_offset: bands from which somebody took the 1000 of baseline 04.00 and later.
        ring: footprint in EPSG:4326; None holds every point.
        overlap: share of the square it covers; None: computed from the footprint.
        corner: upper left of a made-up tile of 109.8 km; None: it has no edges.
        scl: class of all pixels of a made-up SCL, or how many of some pixels have which.
        painted: ring in EPSG:4326 whose pixels have the classes of `scl` in just these numbers.
    """

    id: str
    files: Mapping[str, Path] = field(default_factory=dict)
    lacks_offset: frozenset[str] = frozenset()
    ring: Optional[tuple[tuple[float, float], ...]] = None
    overlap: Optional[float] = None
    corner: Optional[tuple[float, float]] = None
    scl: Union[int, Mapping[str, int]] = 4
    painted: Optional[tuple[tuple[float, float], ...]] = None

    @property
    def level(self) -> str:
        """LEVEL2A or LEVEL1C; empty for other names."""
        return LEVELS.get(self.id.split("_")[1], "")

    @property
    def sensing(self) -> str:
        """`20190602T104031`: always the fifth field from the end, as the original has it."""
        return sensing_of(self.id)

    @property
    def baseline(self) -> str:
        """`N0212`."""
        return self.id.split("_")[-4]

    @property
    def zone(self) -> int:
        """UTM zone by the tile's name."""
        return int(self.id.split("_")[-2][1:3])

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the point lies in the footprint."""
        if self.ring is None:
            return True
        from shapely.geometry import Point

        return bool(_polygon(self.ring).intersects(Point(lon, lat)))

    def covers(self, lon: float, lat: float, *, half_edge: int) -> float:
        """Share of the square around a point that the footprint covers, in web mercator.

        Raw floating point, so that rounding noise can beat the baseline as it does there; and x
        and y swapped, as GDAL 3 takes what is written for GDAL 2.
        """
        if self.overlap is not None:
            return self.overlap
        if self.ring is None:
            return 1.0
        from shapely.geometry import box

        x, y = _to_mercator().transform(lat, lon)
        square = box(x - half_edge, y - half_edge, x + half_edge, y + half_edge)
        return float(_mercator_polygon(self.ring).intersection(square).area / square.area)


def sensing_of(product_id: str) -> str:
    """Sensing time by a product's name."""
    return product_id.split("_")[-5]


@lru_cache(maxsize=512)
def _polygon(ring: tuple[tuple[float, float], ...]) -> Any:
    from shapely.geometry import Polygon

    return Polygon(ring)


@lru_cache(maxsize=512)
def _mercator_polygon(ring: tuple[tuple[float, float], ...]) -> Any:
    from shapely.geometry import Polygon

    return Polygon([_to_mercator().transform(lat, lon) for lon, lat in ring])


@lru_cache(maxsize=1)
def _to_mercator() -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(4326, 3857, always_xy=True)


@dataclass(frozen=True)
class Square:
    """Where, and how large in metres."""

    lon: float
    lat: float
    size_m: int


@dataclass(frozen=True)
class Catalogue:
    """Products in the order the catalogue answers."""

    products: tuple[Product, ...]

    def find(self, square: Square, window: Window, level: str) -> list[Product]:
        """One product per sensing time, in the order of overlap, baseline and time."""
        found = [
            product
            for product in self.products
            if product.level == level
            and window.holds(product.sensing)
            and product.holds(square.lon, square.lat)
        ]
        return without_duplicates(found, square)

    def product(self, product_id: str) -> Optional[Product]:
        """A product by its id."""
        return next((one for one in self.products if one.id == product_id), None)


def without_duplicates(products: Sequence[Product], square: Square) -> list[Product]:
    """Of the products of one sensing time the last by overlap, baseline, order of the answer."""

    def rank(product: Product) -> tuple[float, str, str]:
        share = product.covers(square.lon, square.lat, half_edge=square.size_m // 2)
        return share, product.baseline, product.sensing

    ordered = sorted(products, key=rank)
    last = {product.sensing: product for product in ordered}
    return [product for product in ordered if last[product.sensing] is product]


def archive_products(folder: Path) -> Catalogue:
    """The products of a static STAC catalogue whose items know their product's name."""
    products = []
    for path in sorted(folder.rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document.get("type") == "Feature" and "s2:product_uri" in document.get("properties", {}):
            products.append(_of_item(document, path.parent))
    return Catalogue(tuple(sorted(products, key=lambda one: (one.sensing, one.id), reverse=True)))


def _of_item(item: dict[str, Any], folder: Path) -> Product:
    product_id = item["properties"]["s2:product_uri"].rpartition(".SAFE")[0]
    files, shifted = {}, set()
    for asset in item["assets"].values():
        name = Path(asset["href"]).stem
        files[name] = (folder / asset["href"]).resolve()
        offset = asset.get("raster:bands", [{}])[0].get("offset")
        if offset == 0 and product_id.split("_")[-4] >= "N0400":
            shifted.add(name)
    ring = tuple((x, y) for x, y in item["geometry"]["coordinates"][0])
    return Product(product_id, files, frozenset(shifted), ring)


def made_up_products(rows: Sequence[Mapping[str, Any]]) -> Catalogue:
    """Products without files, in the order given; keys as in `Product`, "id" is enough."""
    return Catalogue(tuple(_made_up(row) for row in rows))


def _made_up(row: Mapping[str, Any]) -> Product:
    parts = dict(row)
    for name in ("ring", "painted"):
        if parts.get(name) is not None:
            parts[name] = tuple((x, y) for x, y in parts[name])
    if parts.get("corner") is not None:
        parts["corner"] = tuple(parts["corner"])
    return Product(**{**parts, "id": parts["id"].replace(".SAFE", "")})
