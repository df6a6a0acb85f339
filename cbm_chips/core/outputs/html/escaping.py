"""Any text as text of an HTML page: it shows, and it can be nothing else."""

from __future__ import annotations

from html import escape

_JOINERS = "\u200c\u200d"
"""Invisible, and some scripts can't be written without them."""


def as_text(value: object) -> str:
    """`value` for content and for attributes in quotes.

    Characters that HTML forbids or that turn the writing round (controls, half characters,
    overrides of direction) become spaces.
    """
    text = str(value)
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in _JOINERS else " " for char in text)
    return escape(text, quote=True)


def as_name(label: object) -> str:
    """A foreign name, whose direction of writing does not affect the text around it."""
    return f"<bdi>{as_text(label)}</bdi>"
