"""The pictures of one place's dates on a page, and what the page says of how they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, Union

from ...model import Chip, FailedChip
from ...rendering.look import Look, Renderer
from .look_texts import facts_of, stretch_text
from .verdict_marks import mark_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rgba = NDArray[np.uint8]

Result = Union[Chip, FailedChip]


class SeriesPictures(Protocol):
    """The pictures of the chips of one place."""

    @property
    def facts(self) -> Mapping[str, str]:
        """What is shown and how: `Red, green, blue` -> `True colour, B04_B03_B02`."""

    def missing_reason(self, result: Result) -> str:
        """Why there is no picture; empty if there is one."""

    def rgba_of(self, chip: Chip) -> Rgba:
        """The picture, uint8 [h, w, 4]; only where `missing_reason` is empty."""


@dataclass(frozen=True)
class RenderedPictures:
    """Pictures rendered from the bands of the chips."""

    dates: Sequence[Result]
    look: Look

    @property
    def facts(self) -> Mapping[str, str]:
        """See `SeriesPictures`."""
        return facts_of(self.look.shows, stretch_text(self.look, self._shown))

    def missing_reason(self, result: Result) -> str:
        """See `SeriesPictures`."""
        if isinstance(result, FailedChip):
            return result.reason or mark_of(result).word
        missing = self.look.missing_bands(result)
        return "; ".join(f"{band}: {result.failures.get(band, 'not read')}" for band in missing)

    def rgba_of(self, chip: Chip) -> Rgba:
        """See `SeriesPictures`."""
        return self._renderer.rgba_of(chip)

    @cached_property
    def _shown(self) -> list[Chip]:
        return [
            date for date in self.dates if isinstance(date, Chip) and not self.missing_reason(date)
        ]

    @cached_property
    def _renderer(self) -> Renderer:
        return self.look.renderer(self._shown)


def counted_words(dates: Sequence[Result]) -> str:
    """How many dates of which kind: `3 dates: 2 clear, 1 failed`."""
    counted = Counter(mark_of(date).word for date in dates)
    classes = ", ".join(f"{count} {word}" for word, count in counted.most_common())
    number = f"{len(dates)} date{'' if len(dates) == 1 else 's'}"
    return f"{number}: {classes}" if classes else number
