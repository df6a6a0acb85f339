"""The built-in sample: what is said while it is made."""

from __future__ import annotations

from ..texts.translation import tr_count


def sample_words(done: int, dates: int) -> str:
    """`Making the built-in sample: 12 of 36 dates`."""
    return tr_count("Making the built-in sample: {done} of {count} dates", dates, done=done)
