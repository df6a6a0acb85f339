"""Runs side by side, in one thread: each goes on until it waits; when all wait, it is read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ..reading.shared_reads import SharedReads

_Event = TypeVar("_Event")


def side_by_side(
    runs: Mapping[int, Generator[_Event, None, None]],
    reads: SharedReads,
    is_waiting: Callable[[_Event], bool],
) -> Iterator[tuple[int, _Event] | None]:
    """The events of all runs with their number; None while nothing comes.

    Args:
        runs: by number; those listed first go first, as far as they can.
        reads: what they read with.
        is_waiting: True for what a run yields while it waits for its reader.
    """
    going = dict(runs)
    try:
        while going:
            for number, events in list(going.items()):
                for event in events:
                    if is_waiting(event):
                        break
                    yield number, event
                else:
                    del going[number]
            if reads.has_jobs:
                yield from reads.serve()
            yield None
    finally:
        for events in going.values():
            events.close()
