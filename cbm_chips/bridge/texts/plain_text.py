"""Texts from servers and files, where Qt would otherwise guess whether they are markup."""

from __future__ import annotations

import re
from html import escape

from ...core.reading.failures import without_secrets

_PASSWORD = re.compile(r"(password|passwd|pwd)\s*=\s*('[^']*'|\"[^\"]*\"|[^\s;&]+)", re.IGNORECASE)


def plain_tip(text: str) -> str:
    """For tool tips, and whatever else takes rich text unasked: shown as it is written."""
    if "<" not in text and "&" not in text:  # Qt never takes that for markup
        return text
    lines = "<br/>".join(escape(line) for line in text.split("\n"))
    return f"<p style='white-space:pre-wrap'>{lines}</p>"


def plain_message(text: str) -> str:
    """For QGIS's message bar, which takes all texts for rich ones."""
    return escape(text, quote=False)


def plain_entry(text: str) -> str:
    """For menus and buttons: an ampersand is no shortcut."""
    return " ".join(text.split()).replace("&", "&&")


def plain_log(text: str) -> str:
    """For QGIS's log, which is kept, and whose panel shows markup.

    A traceback is full of `<module>`, and its last line may hold an address with its key.
    """
    return escape(without_logins(text), quote=False)


def without_logins(text: str) -> str:
    """Words without the logins and keys of the addresses, and the passwords of layers, in them."""
    return _PASSWORD.sub(r"\1=...", without_secrets(text))
