"""The built-in sample: what is said while it is made."""

from __future__ import annotations

from .translation import tr


def sample_words(done: int, dates: int) -> str:
    """`Making the built-in sample: 12 of 36 dates`."""
    words = tr("Making the built-in sample: {done} of {dates} dates")
    return words.format(done=done, dates=dates)
