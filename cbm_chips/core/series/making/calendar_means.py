"""The index of each date of a place, as its calendar shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Union

from ...model import Chip, FailedChip, Place
from ...rendering.indices import USUAL
from .chip_values import ParcelInChip, numbers_of

if TYPE_CHECKING:
    from ...outputs.html.page import Section


def with_calendar(section: Section) -> Section:
    """A section of a sheet with a calendar, which shows the usual index where it was read."""
    means = calendar_means(section.place, section.results)
    return replace(section, has_calendar=True, index=USUAL, means=means)


def calendar_means(
    place: Place, results: Iterable[Union[Chip, FailedChip]], name: str = USUAL
) -> Mapping[str, float]:
    """The mean over the parcel's clear pixels by the scene's id; without those not known.

    Args:
        place: whose pixels count.
        results: of one run, so that all chips have the same grid.
        name: of an index or a band.
    """
    chips = [result for result in results if isinstance(result, Chip)]
    if not chips:
        return {}
    parcel, means = ParcelInChip.of(place, chips[0].grid), {}
    for chip in chips:
        found = numbers_of(chip, parcel, [name]).get(name)
        if found is not None and found.mean is not None:
            means[chip.scene.id] = found.mean
    return means
