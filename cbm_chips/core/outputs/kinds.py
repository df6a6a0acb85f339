"""What a run may write per chip: the table `OUTPUTS`.

A kind tells at once which files a chip becomes, and may write them later: pictures that share
one stretch have to wait until the whole series is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Union, overload

from ..composites import DEFAULT_COMPOSITE, BandTriple, layers, parse_bands
from ..stretch import Limits, Lut, Percentiles, shared_limits
from .geotiffs import write_bands, write_composite, write_multiband

if TYPE_CHECKING:
    from ..model import Chip
    from ..stretch import Layers, Valid


@dataclass(frozen=True)
class Look:
    """How a composite looks.

    Attributes:
        bands: shown as red, green, blue.
        lut: percentiles or absolute values.
        stretch: a name out of `STRETCHES`.
    """

    bands: BandTriple = parse_bands(DEFAULT_COMPOSITE)
    lut: Lut = Percentiles(5.0, 95.0)
    stretch: str = "chip"


class SeriesWriter(Protocol):
    """Writes the chips of one place."""

    def add(self, chip: Chip, folder: Path) -> Written:
        """Write the chip, or keep what will be needed to."""

    def finish(self) -> Iterator[Written]:
        """Write what was kept."""


@dataclass(frozen=True)
class Written:
    """The files of one chip, which exist; none if it has nothing to write, or not yet."""

    chip: Chip
    paths: tuple[Path, ...] = ()
