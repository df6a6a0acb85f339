"""Texts from servers and files, where Qt would otherwise guess whether they are markup."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """For tool tips, and whatever else takes rich text unasked: shown as it is written."""
    if "<" not in text and "&" not in text:  # Qt never takes that for markup
        return text
    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return f"<p style='white-space:pre-wrap'>{lines}</p>"


def plain_entry(text: str) -> str:
    """For menus and buttons: an ampersand is no shortcut."""
    return " ".join(text.split()).replace("&", "&&")


def plain_log(text: str) -> str:
    """For QGIS's log, whose panel shows markup: a traceback is full of `<module>`."""
    return escape(text, quote=False)
