"""What an animation is to look like; importing it loads no imaging package."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import RequestError
from ...reasons import Reason

LEAST_MS, MOST_MS = 50, 10_000
LEAST_EDGE_PX, MOST_EDGE_PX = 64, 2048


@dataclass(frozen=True)
class AnimationOptions:
    """How a season becomes frames.

    Attributes:
        has_cloudy: dates on which the parcel is cloudy are frames, too.
        has_outline: the parcel, or a cross at a point, is drawn.
        has_date: a line below the picture has the date, and where in the period it is.
        frame_ms: how long a date is shown.
        edge_px: about how wide a frame is; a pixel of the chip becomes a whole number of them.
        has_gif, has_pngs: which files are written.
    """

    has_cloudy: bool = False
    has_outline: bool = True
    has_date: bool = True
    frame_ms: int = 500
    edge_px: int = 512
    has_gif: bool = True
    has_pngs: bool = True

    def __post_init__(self) -> None:
        """Refuse what is no animation, naming the field."""
        _within("frame_ms", self.frame_ms, LEAST_MS, MOST_MS)
        _within("edge_px", self.edge_px, LEAST_EDGE_PX, MOST_EDGE_PX)
        if not (self.has_gif or self.has_pngs):
            raise RequestError("has_gif", False, Reason("a GIF, PNGs, or both"))


def _within(field: str, value: int, low: int, high: int) -> None:
    if isinstance(value, bool) or not low <= value <= high:
        raise RequestError(field, value, Reason("{low} to {high}", low=low, high=high))
