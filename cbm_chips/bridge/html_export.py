"""What the dock shows as an HTML sheet: the same chips, the same look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.model import Chip, ChipRequest
from ..core.outputs.run_folder.kinds import Look
from ..core.rendering.indices import INDICES
from .pictures import PictureLook, painter_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..core.outputs.html.series_pictures import Pictures, Result


@dataclass(frozen=True)
class SheetOrder:
    """What is to be written.

    Attributes:
        request: place and period.
        results: all dates, in any order.
        look: as they are shown.
        path: of the page; replaced if it is there.
    """

    request: ChipRequest
    results: tuple[Result, ...]
    look: PictureLook
    path: Path


def write_sheet(order: SheetOrder) -> Path:
    """Write the page. In a worker thread.

    Raises:
        WriteError: when it can't be written.
    """
    from ..core.outputs.html.page import Section, write_html_sheet

    request = order.request
    section = Section(
        request.place,
        request.first_day,
        request.last_day,
        order.results,
        pictures_of(order.look, order.results),
    )
    return write_html_sheet([section], order.path, names=[request.place.name])


def pictures_of(look: PictureLook, results: Sequence[Result]) -> Pictures:
    """A composite by core's own means, an index by its colour ramp."""
    from ..core.outputs.html.series_pictures import CompositePictures

    if look.bands is None:
        return IndexPictures(look)
    stretch = "series" if look.is_shared else "chip"
    return CompositePictures(results, Look(look.bands, look.lut, stretch))


@dataclass(frozen=True)
class IndexPictures:
    """See `core.outputs.series_pictures.Pictures`; its words are the page's, English."""

    look: PictureLook

    @property
    def composite(self) -> str:
        """The index by its name and title."""
        row = INDICES[self.look.index or ""]
        return f"{row.name}, {row.title}"

    @property
    def stretch(self) -> str:
        """The range of values, which is the same for all dates."""
        row = INDICES[self.look.index or ""]
        low, high = row.value_range
        return f"{low:g} to {high:g} in the colours of {row.ramp}"

    def why_not(self, result: Result) -> str:
        """The reason, or the bands that lack."""
        if not isinstance(result, Chip):
            return result.reason
        missing = [band for band in self.look.needed if band not in result.bands]
        return "; ".join(f"{band}: {result.failures.get(band, 'not read')}" for band in missing)

    def rgba_of(self, chip: Chip) -> NDArray[np.uint8]:
        """As the thumbnail."""
        return self._paint(chip)

    @cached_property
    def _paint(self) -> Callable[[Chip], NDArray[np.uint8]]:
        return painter_of(self.look, ())
