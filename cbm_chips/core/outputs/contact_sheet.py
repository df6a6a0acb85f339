"""The contact sheet of a run: all dates of a place on one PNG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..model import DATE_UNKNOWN, Chip
from .kinds import MOST_COLUMNS, Look, check_columns
from .lettering import shortened, width_of, write
from .png import encode_png
from .replacing import replacing
from .series_pictures import CompositePictures, Result, counted_words
from .strokes import Color
from .thumbnails import (
    WORDS,
    Outline,
    draw_mark,
    enlarged,
    explained,
    framed,
    mark_of,
    part_of,
    verdict_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import ChipRequest, Grid

    Picture = NDArray[np.uint8]

_PAPER: Color = (255, 255, 255)
_INK: Color = (32, 32, 32)
_PART: Color = (142, 31, 75)
"""Of what must not be overlooked."""
_MARGIN_PX, _GAP_PX = 24, 14
_TITLE_PX, _TEXT_PX, _SMALL_PX = 13.0, 9.0, 8.0
_HEADER_PX = 80
_CAPTION_PX = 44
_MARK_PX = 14.0


@dataclass(frozen=True)
class _Layout:
    """Where things stand, in pixels: `count` cells in `columns`, each a picture and its caption."""

    count: int
    columns: int
    thumb_px: int

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of the sheet."""
        rows = -(-self.count // self.columns)
        height = _HEADER_PX + rows * self._row_px - (_GAP_PX if rows else 0) + _MARGIN_PX
        return height, 2 * _MARGIN_PX + self.columns * self._column_px - _GAP_PX

    @property
    def _row_px(self) -> int:
        return self.thumb_px + _CAPTION_PX + _GAP_PX

    @property
    def _column_px(self) -> int:
        return self.thumb_px + _GAP_PX

    def cell(self, sheet: Picture, number: int) -> Picture:
        """The part of the sheet that is a date's."""
        row, column = divmod(number, self.columns)
        top, left = _HEADER_PX + row * self._row_px, _MARGIN_PX + column * self._column_px
        return sheet[top : top + self.thumb_px + _CAPTION_PX, left : left + self.thumb_px]


def write_contact_sheet(
    results: Iterable[Result],
    request: ChipRequest,
    path: Path,
    *,
    look: Look | None = None,
    columns: int = MOST_COLUMNS,
    thumb_px: int = 192,
) -> Path:
    """Write the contact sheet of a request's results as PNG; see `contact_sheet`.

    Raises:
        RequestError: field `columns`.
        WriteError: when it can't be written.
    """
    sheet = contact_sheet(results, request, look=look, columns=columns, thumb_px=thumb_px)
    with replacing(path) as beside:
        beside.write_bytes(encode_png(sheet))
    return path


def contact_sheet(
    results: Iterable[Result],
    request: ChipRequest,
    *,
    look: Look | None = None,
    columns: int = MOST_COLUMNS,
    thumb_px: int = 192,
) -> Picture:
    """All dates of a place, oldest first, as uint8 RGB [h, w, 3].

    Args:
        results: chips, and the dates that have none: they show why.
        request: what was asked: place and period.
        look: the composite and its stretch; by default one stretch for all dates. What is shared
            is taken from the clear dates, if there are any: clouds would darken the rest.
        columns: 1 to 8; fewer where there are fewer dates.
        thumb_px: edge of a picture.

    Raises:
        RequestError: field `columns`.
    """
    check_columns(columns)
    dates = sorted(results, key=lambda result: (result.scene.acquired, result.scene.id))
    look = look or Look(stretch="series")
    layout = _Layout(len(dates), max(min(columns, len(dates)), min(columns, 4)), thumb_px)
    sheet = np.full((*layout.size, 3), _PAPER, np.uint8)
    pictures = CompositePictures(dates, look)
    _write_header(sheet, _header(dates, request, pictures))
    thumbs = _Thumbs(request, pictures, thumb_px)
    for number, result in enumerate(dates):
        cell = layout.cell(sheet, number)
        cell[:thumb_px] = thumbs.of(result)
        framed(cell[:thumb_px])
        _write_caption(cell[thumb_px:], result)
    return sheet


class _Thumbs:
    """Makes the pictures of one sheet, square and of one size."""

    def __init__(self, request: ChipRequest, pictures: CompositePictures, thumb_px: int) -> None:
        self._place, self._pictures = request.place, pictures
        self._size = {"width_px": thumb_px, "height_px": thumb_px}
        self._outline = lru_cache(maxsize=8)(self._make_outline)

    def of(self, result: Result) -> Picture:
        """The chip's composite with the outline, or the reason in its place."""
        why = self._pictures.why_not(result)
        if why or not isinstance(result, Chip):
            return explained(why, **self._size)
        picture = enlarged(self._pictures.rgba_of(result), **self._size)
        self._outline(result.grid).draw(picture)
        return picture

    def _make_outline(self, grid: Grid) -> Outline:
        return Outline(self._place, grid, **self._size)


def _header(
    dates: Sequence[Result], request: ChipRequest, pictures: CompositePictures
) -> tuple[str, str, str]:
    return (
        f"{request.place.name}   {request.first_day} – {request.last_day}",
        counted_words(dates),
        f"{pictures.composite} · {pictures.stretch}",
    )


def _write_header(sheet: Picture, lines: tuple[str, str, str]) -> None:
    room_px = sheet.shape[1] - 2.0 * _MARGIN_PX
    title = shortened(lines[0], height_px=_TITLE_PX, room_px=room_px)
    write(sheet, title, (_MARGIN_PX, 30), height_px=_TITLE_PX, color=_INK, pen_px=1.9)
    for baseline, line in zip((50, 67), lines[1:]):
        text = shortened(line, height_px=_TEXT_PX, room_px=room_px)
        write(sheet, text, (_MARGIN_PX, baseline), height_px=_TEXT_PX, color=WORDS)


def _write_caption(caption: Picture, result: Result) -> None:
    width_px = caption.shape[1]
    scene = result.scene
    write(caption, scene.when("%Y-%m-%d") or DATE_UNKNOWN, (1, 17), height_px=_TEXT_PX, color=_INK)
    beside = f"{scene.when('%H:%M')} {scene.platform}".strip()
    start = width_px - 1 - width_of(beside, height_px=_SMALL_PX)
    write(caption, beside, (start, 17), height_px=_SMALL_PX, color=WORDS, pen_px=1.15)
    draw_mark(caption, mark_of(result), (0.0, 24.0), size_px=_MARK_PX)
    verdict = verdict_of(result)
    write(caption, verdict, (_MARK_PX + 6, 35), height_px=_TEXT_PX, color=_INK)
    _write_part(caption, part_of(result), _MARK_PX + 12 + width_of(verdict, height_px=_TEXT_PX))


def _write_part(caption: Picture, part: str, left: float) -> None:
    """How much of the parcel is judged, as much of the words as there is room from `left` on."""
    share = part.partition(" of")[0]
    shorter = (part, f"{share} in chip" if share else "", share)
    starts = [caption.shape[1] - 1 - width_of(words, height_px=_SMALL_PX) for words in shorter]
    number = next((n for n, start in enumerate(starts) if start >= left), len(shorter) - 1)
    at = (starts[number], 35)
    write(caption, shorter[number], at, height_px=_SMALL_PX, color=_PART, pen_px=1.5)
