"""A queue as a value: what is to be answered, and what became of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..values import InspectionQuestion, QueueItem
from .sample import LeftOut


@dataclass(frozen=True)
class SampleQueue:
    """What the inspector goes through.

    Attributes:
        items: all questions in the order of inspection, with the reserve.
        questions: how many of each bucket are wanted, and what else is known of it.
        name: of the sample's file, or of the layer.
        left_out: rows that are not in it, or with a doubt.
        features: id of a parcel -> id of its feature in the layer.
    """

    items: Sequence[QueueItem] = ()
    questions: tuple[InspectionQuestion, ...] = ()
    name: str = ""
    left_out: tuple[LeftOut, ...] = ()
    features: Mapping[str, int] = field(default_factory=dict)


NO_QUEUE = SampleQueue()
