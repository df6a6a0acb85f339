"""Pictures as evidence: the same chip and look give the same bytes, on every machine and later.

What a shared stretch takes from other dates is pinned down in the look first, so that its text in
the record is enough to make the picture again from the chip alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import RequestError
from ..reasons import Reason
from ..rendering.class_renderer import CLASSIFICATION, Classification
from ..rendering.composite_renderer import CompositeRenderer
from ..rendering.composites import composite_of, parse_bands
from ..rendering.indices import Index, find_index
from ..rendering.look import Look
from ..rendering.stretch import STRETCHES, Absolute, parse_lut, stretch_name

if TYPE_CHECKING:
    from ..model import Chip
    from ..rendering.look import OneBand

_HALF = 0.5
_BETWEEN = "_"


def pinned_look(look: Look, chip: Chip, series: Iterable[Chip] = ()) -> Look:
    """The look whose picture of `chip` hangs on nothing else: its limits are in it as numbers.

    Args:
        look: as the chip was shown.
        chip: the date.
        series: the dates that a shared stretch was taken from.

    Raises:
        RequestError: field `bands`, when the chip lacks one that the look needs.
    """
    renderer = look.renderer(series)
    if not isinstance(renderer, CompositeRenderer):
        return look
    red, green, blue = map(_apart, renderer.limits_of(chip))
    return replace(look, lut=Absolute((red, green, blue)), is_shared=True)


def _apart(pair: tuple[float, float]) -> tuple[float, float]:
    """Of a flat band, whose one value is mid grey, limits around it."""
    low, high = pair
    return (low, high) if low < high else (low - _HALF, low + _HALF)


def picture_png(chip: Chip, look: Look) -> bytes:
    """The picture without outline, one pixel for each of the chip's, as PNG.

    Args:
        chip: with the bands of the look.
        look: a pinned one, see `pinned_look`; percentiles are taken of this chip alone.

    Raises:
        RequestError: field `bands`, when the chip lacks one that the look needs.
    """
    from ..outputs.html.png import encode_stored_png

    return encode_stored_png(look.renderer((chip,)).rgba_of(chip))


def sha256_of(content: bytes) -> str:
    """The hash as `sha256sum` writes it."""
    return hashlib.sha256(content).hexdigest()


def look_text(look: Look) -> str:
    """`B08_B04_B03 300_4200_100_2400_80_1900 series`, `NDVI -1_1 RdYlGn` or `SCL`."""
    shows = look.shows
    if isinstance(shows, Classification):
        return shows.name
    if isinstance(shows, Index):
        low, high = shows.value_range
        return f"{shows.name} {low!r}{_BETWEEN}{high!r} {shows.ramp}"
    return f"{shows.name} {look.lut} {stretch_name(is_shared=look.is_shared)}"


def look_of_text(text: str) -> Look:
    """The look of a `look_text`.

    Raises:
        RequestError: for anything else.
    """
    name, *how = text.split()[:3] or [""]
    if name == CLASSIFICATION.name or (how and how[-1] not in STRETCHES):
        return Look(_one_band(name, how))
    if len(how) != 2:
        raise _refusal(text)
    lut, stretch = how
    return Look(composite_of(parse_bands(name)), parse_lut(lut), STRETCHES[stretch])


def _one_band(name: str, how: list[str]) -> OneBand:
    """With the range and the ramp of its day, whatever the table says by now."""
    from ..rendering.color_ramps import RAMPS

    if name == CLASSIFICATION.name:
        return CLASSIFICATION
    index = find_index(name)
    try:
        limits, ramp = how
        low, high = map(float, limits.split(_BETWEEN))
    except ValueError:
        raise _refusal(" ".join((name, *how))) from None
    if ramp not in RAMPS or not low < high:
        raise _refusal(" ".join((name, *how)))
    return replace(index, value_range=(low, high), ramp=ramp)


def _refusal(text: str) -> RequestError:
    allowed = Reason("a composite with its stretch, an index with its range and colours, or SCL")
    return RequestError("look", text, allowed)
