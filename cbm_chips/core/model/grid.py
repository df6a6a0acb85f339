"""Grid: CRS, origin, resolution and size in pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """CRS, origin, resolution and size in pixels; north is up, (left, top) is the outer corner."""

    epsg: int
    left: float
    top: float
    resolution_m: float
    width_px: int
    height_px: int

    @property
    def transform(self) -> tuple[float, float, float, float, float, float]:
        """Affine coefficients (a, b, c, d, e, f): x = a*col + b*row + c, y = d*col + e*row + f."""
        return (self.resolution_m, 0.0, self.left, 0.0, -self.resolution_m, self.top)

    @property
    def right(self) -> float:
        """Easting of the outer right edge, metres."""
        return self.left + self.width_px * self.resolution_m

    @property
    def bottom(self) -> float:
        """Northing of the outer bottom edge, metres."""
        return self.top - self.height_px * self.resolution_m

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(left, bottom, right, top) in metres of the CRS."""
        return (self.left, self.bottom, self.right, self.top)

    def at(self, resolution_m: float) -> Grid:
        """The same ground in pixels of another size.

        Raises:
            ValueError: when the edges would not fall on pixel edges.
        """
        width = self.width_px * self.resolution_m / resolution_m
        height = self.height_px * self.resolution_m / resolution_m
        if width != int(width) or height != int(height):
            raise ValueError(f"{resolution_m} m pixels do not fit the edges of {self}")
        return Grid(self.epsg, self.left, self.top, resolution_m, int(width), int(height))
