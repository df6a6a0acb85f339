"""The dates of a place by month and week: a page of the sheet of its own, when it is printed."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...model import Chip
from ...month_weeks import WEEKS, CalendarMonth, months_of
from ...sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from .escaping import as_text
from .legend import flag
from .png import encode_png
from .series_pictures import Result, SeriesPictures
from .verdict_marks import verdict_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LARGEST_PX = 64
"""Of a picture in the calendar: every second pixel, or fewer, of the one above."""


def calendar(
    results: Sequence[Result],
    pictures: SeriesPictures,
    means: Mapping[str, float],
    *,
    index: str = "",
) -> Iterator[str]:
    """The table; nothing where no date is known.

    Args:
        results: of one place, the oldest first.
        pictures: how the chips are shown.
        means: the index of dates, by the scene's id.
        index: its name.
    """
    dated = [result for result in results if result.scene.is_dated]
    days: list[date] = [result.scene.acquired.date() for result in dated]
    if not dated:
        return
    head = "".join(f'<th scope="col">{first}–{last}</th>' for first, last in WEEKS)
    told = f"; below each, the mean of {as_text(index)} over its clear pixels" if means else ""
    yield (
        f'<table class="calendar">\n<caption>Calendar: months, and weeks of the month{told}'
        f"</caption>\n<thead><tr><td></td>{head}</tr></thead>\n<tbody>\n"
    )
    for month in months_of(days):
        yield _row(month, dated, pictures, means)
    yield "</tbody>\n</table>\n"


def _row(
    month: CalendarMonth,
    dated: Sequence[Result],
    pictures: SeriesPictures,
    means: Mapping[str, float],
) -> str:
    name = f"{date(month.year, month.month, 1):%Y-%m}"
    cells = (
        "".join(_cell(dated[place], pictures, means) for place in places) for places in month.weeks
    )
    weeks = "".join(f"<td>{cell}</td>\n" for cell in cells)
    return f'<tr><th scope="row">{name}</th>\n{weeks}</tr>\n'


def _cell(result: Result, pictures: SeriesPictures, means: Mapping[str, float]) -> str:
    mean = means.get(result.scene.id)
    told = "" if mean is None else f'<span class="index">{mean:.2f}</span>'
    return (
        f'<div class="date">{_image(result, pictures)}{class_bar(result.histogram)}\n'
        f'<span class="day">{result.scene.acquired.day}</span> {flag(result)} {told}</div>'
    )


def _image(result: Result, pictures: SeriesPictures) -> str:
    if not isinstance(result, Chip) or pictures.missing_reason(result):
        return '<div class="none"></div>'
    picture = reduced(pictures.rgba_of(result))
    height, width = picture.shape[:2]
    data = base64.b64encode(encode_png(picture)).decode("ascii")
    words = f"{result.scene.acquired:%Y-%m-%d}, {verdict_of(result)}"
    return (
        f'<img src="data:image/png;base64,{data}" width="{width}" height="{height}"'
        f' alt="{as_text(words)}">'
    )


def reduced(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Every so many pixels of a picture, [h, w, 4], so that it is no larger than `LARGEST_PX`."""
    step = -(-max(picture.shape[:2]) // LARGEST_PX)
    return picture[step // 2 :: step, step // 2 :: step] if step > 1 else picture


def class_bar(histogram: Mapping[int, int] | None) -> str:
    """The share of each class as a bar of ESA's colours; empty without a histogram."""
    total = sum((histogram or {}).values())
    if not total:
        return ""
    parts, left = [], 0.0
    for code, pixels in sorted((histogram or {}).items()):
        known = NO_DATA_CODE <= code < len(SCL_CLASSES)
        row, width = SCL_CLASSES[code if known else NO_DATA_CODE], 100 * pixels / total
        parts.append(
            f'<rect x="{left:.2f}" width="{width:.2f}" height="6" fill="{row.color}">'
            f"<title>{row.label} {width:.0f} %</title></rect>"
        )
        left += width
    return (
        '<svg class="classes" viewBox="0 0 100 6" preserveAspectRatio="none" role="img">'
        f"{''.join(parts)}</svg>"
    )
