"""An HTML page read strictly: what is on it, and what a page that stands alone may not have."""

from __future__ import annotations

import base64
import binascii
import io
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
from PIL import Image

VOID = frozenset({"meta", "img", "br", "hr", "link", "input", "base", "col"})
ADDRESSES = frozenset({"src", "href", "srcset", "action", "data", "poster", "background"})
FORBIDDEN = frozenset({"script", "link", "iframe", "object", "embed", "base", "form", "audio"})
PNG = "data:image/png;base64,"


class Page(HTMLParser):
    """What was found; `faults` is empty for a sound page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.headings: list[str] = []
        self.cells: list[str] = []
        """Text of each `td`; not those of the calendar, which shows the same dates again."""
        self.ids: list[str] = []
        self.row_lengths: list[int] = []
        self.pictures: list[str] = []
        """The `src` of each `img`, likewise."""
        self.lines: dict[str, str] = {}
        """The `d` of each SVG path that has an id."""
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self._is_calendar = False
        self._used: list[str] = []

    @classmethod
    def read(cls, path: Path) -> Page:
        return cls.of(path.read_text(encoding="utf-8"))

    @classmethod
    def of(cls, source: str) -> Page:
        page = cls()
        page.feed(source)
        page.close()
        page.faults += [f"never closed: {tag}" for tag in page._open]
        page.faults += [f"twice: {one}" for one in set(page.ids) if page.ids.count(one) > 1]
        page.faults += [f"no such id: {one}" for one in page._used if one not in page.ids]
        if not source.startswith(
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
        ):
            page.faults.append("doctype, language or charset are missing")
        return page

    def pixels(self, number: int) -> np.ndarray:
        data = base64.b64decode(self.pictures[number][len(PNG) :], validate=True)
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.format == "PNG"
            return np.asarray(picture.convert("RGBA"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        known = dict(attrs)
        if len(known) != len(attrs):
            self.faults.append(f"an attribute twice in {tag}")
        self._check(tag, known)
        if tag == "table":
            self._is_calendar = known.get("class") == "calendar"
        if tag == "td" and not self._is_calendar:
            self.cells.append("")
            self.row_lengths[-1] += 1
        if tag == "tr" and not self._is_calendar:
            self.row_lengths.append(0)
        if tag in ("h1", "h2"):
            self.headings.append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"not open: {tag}")

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            if "url(" in data or "@import" in data:
                self.faults.append("the style asks for a file")
            return
        self.text += data
        if "td" in self._open and not self._is_calendar:
            self.cells[-1] += data
        if {"h1", "h2"} & set(self._open):
            self.headings[-1] += data

    def _check(self, tag: str, known: dict[str, str | None]) -> None:
        if tag in FORBIDDEN:
            self.faults.append(f"there is a {tag}")
        self.faults += [f"{name} in {tag}" for name in known if name.startswith("on")]
        if known.get("id"):
            self.ids.append(known["id"])
        for name in ADDRESSES & set(known):
            address = known[name] or ""
            if address.startswith("#"):
                self._used.append(address[1:])
            elif not (tag == "img" and address.startswith(PNG)):
                self.faults.append(f"an address: {address[:80]}")
        if tag == "path" and known.get("id"):
            self.lines[known["id"]] = known.get("d") or ""
        if tag == "img":
            self.pictures.append(known.get("src") or "")
            self._check_picture(known)

    def _check_picture(self, known: dict[str, str | None]) -> None:
        if not known.get("alt"):
            self.faults.append("a picture without words")
        try:
            height, width = self.pixels(len(self.pictures) - 1).shape[:2]
        except (binascii.Error, OSError) as error:
            self.faults.append(f"no picture: {error}")
            return
        if (known.get("width"), known.get("height")) != (str(width), str(height)):
            self.faults.append("a picture of another size than told")
        if self._is_calendar:
            self.pictures.pop()
