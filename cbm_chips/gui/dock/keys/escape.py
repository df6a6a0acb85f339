"""What Esc means in the dock and on the map: one order for all."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[], bool]
"""Ends something; False if there was nothing to end."""


class EscapeOrder:
    """Ends the first of its steps that is under way; whoever hears Esc asks here.

    What lies over the rest is closed first, then what runs is stopped, then the map's tool is left.
    """

    def __init__(self, *steps: Step) -> None:
        """`steps`, the first to be tried first."""
        self._steps = list(steps)

    def put_first(self, step: Step) -> None:
        """What lies over everything else is closed first."""
        self._steps.insert(0, step)

    def press(self) -> bool:
        """Esc was pressed; False if it meant nothing."""
        return any(step() for step in self._steps)
