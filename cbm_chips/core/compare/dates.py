"""Which dates can be compared, and why others can't."""

from __future__ import annotations

from ..pipeline.series import AWAITED, Entry, State
from ..reasons import Reason
from ..sentinel2.bands import BANDS

_WHY = {
    State.STOPPED: Reason("it was not read"),
    State.DUPLICATE: Reason("another scene of the same moment is used in its place"),
}


def why_not_compared(entry: Entry) -> str:
    """Why a date can't be compared with another one, as half a sentence; empty if it can be."""
    if entry.chip is None:
        if entry.state in AWAITED:
            return Reason("it is still being read")
        return entry.reason or _WHY.get(entry.state, Reason("it has no pixels"))
    if entry.chip.failures and not any(BANDS[band].reflective for band in entry.chip.bands):
        return entry.reason
    if not any(values.any() for values in entry.chip.bands.values()):
        return Reason("it has no pixels: all of the chip is without data")
    return ""
