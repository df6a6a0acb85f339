"""What a page says of a look: the composite or index, and how its values become colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Union

from ...rendering.class_renderer import Classification
from ...rendering.composites import Composite
from ...rendering.indices import Index
from ...rendering.stretch import Percentiles
from ...sentinel2.scl import SCL_CLASSES, CloudFlag

if TYPE_CHECKING:
    from ...model import Chip
    from ...rendering.look import Look

_STRETCHES = {False: "each chip for itself", True: "one stretch for all dates of a place"}


def facts_of(shows: Union[Composite, Index, Classification], stretch: str) -> Mapping[str, str]:
    """What is shown, and how: `Red, green, blue` -> `True colour, B04_B03_B02`."""
    if isinstance(shows, Classification):
        return {"Classes": f"{shows.name}, {shows.title}", "Colours": stretch}
    if isinstance(shows, Index):
        return {"Index": f"{shows.name}, {shows.title}", "Stretch": stretch}
    title = f"{shows.title}, {shows.name}" if shows.title else shows.name
    return {"Red, green, blue": title, "Stretch": stretch}


def stretch_text(look: Look, chips: Sequence[Chip]) -> str:
    """How values become colours; `chips` are those shown."""
    if isinstance(look.shows, Classification):
        return ", ".join(f"{row.label} {row.color}" for row in SCL_CLASSES[1:])
    if isinstance(look.shows, Index):
        low, high = look.shows.value_range
        return f"{low:g} to {high:g} in the colours of {look.shows.ramp}"
    is_by_percentiles = isinstance(look.lut, Percentiles)
    how = f"percentiles {look.lut}" if is_by_percentiles else f"LUT {look.lut}"
    by_clear = look.is_shared and any(chip.flag is CloudFlag.CLEAR for chip in chips)
    knows_clouds = any(chip.bad_pixels is not None for chip in chips)
    without = ", clouds left out" if knows_clouds and is_by_percentiles else ""
    which = _STRETCHES[look.is_shared]
    return f"{how} · {which}{', from the clear ones' if by_clear else ''}{without}"
