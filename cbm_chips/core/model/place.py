"""Place: what the user pointed at, in EPSG:4326."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..coordinates import in_one_piece
from ..errors import RequestError
from ..reasons import Reason

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Place:
    """What the user pointed at, in EPSG:4326 (x = lon, y = lat, degrees).

    Attributes:
        lon, lat: the chip's centre, unless the chip would miss the parcel; see `chip_center`.
        label: a name for people and for folders.
        outline: polygon or multipolygon in EPSG:4326, or None for a bare point.
        details: what else is known of it, for people, such as crop and area; not compared.
    """

    lon: float
    lat: float
    label: str = ""
    outline: BaseGeometry | None = field(default=None, hash=False)
    details: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse what can't be a place."""
        object.__setattr__(self, "lon", number_between("lon", self.lon, low=-180.0, high=180.0))
        object.__setattr__(self, "lat", number_between("lat", self.lat, low=-90.0, high=90.0))
        if self.outline is not None:
            _check_outline(self.outline)

    @classmethod
    def of_parcel(cls, outline: BaseGeometry, label: str = "") -> Place:
        """The place of a parcel: centred on the outline's centroid."""
        _check_outline(outline)
        centre = in_one_piece(outline).centroid
        lon = centre.x - 360.0 if centre.x > 180.0 else centre.x
        return cls(lon=lon, lat=centre.y, label=label, outline=outline)

    @property
    def name(self) -> str:
        """The label, or the coordinates with five decimals (about 1 m)."""
        return self.label or f"{self.lon:.5f}_{self.lat:.5f}"


def number_between(
    name: str, value: object, *, low: float, high: float, allowed: str = ""
) -> float:
    """`value` as a float within both limits.

    Raises:
        RequestError: for anything else; `name` is the field, `allowed` the words for the limits.
    """
    allowed = allowed or Reason("a number from {low:g} to {high:g}", low=low, high=high)
    if isinstance(value, bool):
        raise RequestError(name, value, allowed)
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        raise RequestError(name, value, allowed) from None
    if not math.isfinite(number) or not low <= number <= high:
        raise RequestError(name, value, allowed)
    return number


def _check_outline(outline: BaseGeometry) -> None:
    kind = getattr(outline, "geom_type", type(outline).__name__)
    if kind not in ("Polygon", "MultiPolygon"):
        raise RequestError("outline", kind, Reason("a polygon or multipolygon in EPSG:4326"))
    if outline.is_empty or not outline.is_valid:
        from shapely.validation import explain_validity

        what = Reason("an empty geometry") if outline.is_empty else explain_validity(outline)
        raise RequestError("outline", what, Reason("a valid polygon that is not empty"))
    west, south, east, north = outline.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise RequestError("outline", outline.bounds, Reason("degrees of longitude and latitude"))
