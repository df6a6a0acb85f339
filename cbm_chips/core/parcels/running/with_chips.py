"""Tables and chips of the same parcels from the same reads: no file is asked twice for both."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Union

from ...array_lists import as_list
from ...pipeline.events import Waiting
from ...pipeline.places import (
    PlaceEvent,
    PlacePlans,
    one_place,
    planned_place,
    requests_of,
)
from ...pipeline.side_by_side import side_by_side
from ...reading.shared_reads import SharedReads
from ..numbers.piece_run import PieceProgress, PieceTools, run_piece
from ..numbers.table import ParcelTable

if TYPE_CHECKING:
    from datetime import date

    from ...model import ChipRequest, Place
    from ...pipeline.run import Tools
    from ...sources.source import Source
    from ..numbers.piece_run import PieceEvent
    from ..planning.plan import ParcelPlan, PlanPiece

PIECE = -1
"""Number of the piece's own run among those of its parcels."""
MOST_CHIPS = 256
"""Parcels whose chips are cut while their piece is read; more of them follow, from what is kept."""
ALL_DATES = 1 << 62

ChipStep = tuple[int, PlaceEvent]
"""A parcel, by its number in the layer, and what came of its chips."""


def tables_with_chips(
    plan: ParcelPlan,
    chips: ChipRequest,
    places: Mapping[int, Place],
    source: Source,
    tools: Tools,
) -> Generator[Union[ParcelTable, ChipStep, None], None, None]:
    """The tables of a plan's pieces, and the events of each of their parcels' chips.

    None comes while nothing arrives; stop iterating to cancel. Pieces are read one after another.

    Args:
        plan: of the numbers.
        chips: what is wanted of each chip; its place does not matter.
        places: parcel, by its number -> its place.
        source: of both.
        tools: likewise.
    """
    requests = yield from requests_of(chips, places)
    plans = PlacePlans(requests, source, tools)
    for piece in plan.pieces:
        numbers = [number for number in as_list(piece.numbers) if number in requests]
        for start in range(0, max(len(numbers), 1), MOST_CHIPS):
            own = None if start else piece
            yield from _side_by_side(own, numbers[start : start + MOST_CHIPS], plans)


def chips_on_days(
    chips: ChipRequest,
    places: Mapping[int, Place],
    days: Mapping[int, Set[date]],
    source: Source,
    tools: Tools,
) -> Generator[Union[ChipStep, None], None, None]:
    """The chips of parcels on days of their own; None comes while nothing arrives.

    Args:
        chips: what is wanted of each chip, of a period that holds all days.
        places: parcel, by its number -> its place.
        days: parcel, by its number -> when; the others get no chip.
        source: of all.
        tools: likewise.
    """
    chosen = {number: place for number, place in places.items() if days.get(number)}
    requests = yield from requests_of(chips, chosen)
    plans, wanted = PlacePlans(requests, source, tools, days=days), list(requests)
    for start in range(0, len(wanted), MOST_CHIPS):
        for step in _side_by_side(None, wanted[start : start + MOST_CHIPS], plans):
            if not isinstance(step, ParcelTable):
                yield step


def _side_by_side(
    piece: PlanPiece | None, numbers: list[int], plans: PlacePlans
) -> Iterator[Union[ParcelTable, ChipStep, None]]:
    source, tools = plans.source, plans.tools
    reads = SharedReads(source.reader(tools.reader))
    shared = replace(tools, reader=reads)
    runs: dict[int, Generator[Union[PieceEvent, PlaceEvent], None, None]] = {}
    if piece is not None:
        own = PieceTools(reads, source.access, tools.cache, dates_bytes=ALL_DATES)
        runs[PIECE] = run_piece(piece, own)
    found = yield from plans.found(numbers)
    for number in numbers:
        known = found.get(number)
        if known is None:
            runs[number] = one_place(plans.alone(number), source, tools)
        else:
            runs[number] = planned_place(known, source, shared)
    for step in side_by_side(runs, reads, _is_waiting):
        number, event = step or (PIECE, None)
        if event is None or isinstance(event, ParcelTable):
            yield event
        elif not isinstance(event, PieceProgress):
            yield number, event


def _is_waiting(event: Union[PieceEvent, PlaceEvent]) -> bool:
    return event is None or isinstance(event, Waiting)
