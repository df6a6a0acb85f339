"""The cells of an HTML sheet: a date's picture, or why there is none, and its caption."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence

from ...model import DATE_UNKNOWN, Chip, Place, Scene
from .escaping import as_text
from .legend import flag
from .outline import Outlines
from .png import encode_png
from .series_pictures import Result, SeriesPictures
from .verdict_marks import verdict_of

WIDEST_PX = 288
"""Of a cell, as the style has it. A chip of fewer pixels shows each as a sharp square."""


class DateCells:
    """Makes the cells of one place."""

    def __init__(self, place: Place, pictures: SeriesPictures, *, prefix: str = "") -> None:
        """`prefix` keeps the cells' ids apart from those of other places on the page."""
        self._pictures, self._prefix = pictures, prefix
        self._seen: dict[str, int] = {}
        self._outlines = Outlines(place, prefix=prefix)

    def rows(self, results: Sequence[Result], *, columns: int) -> Iterator[str]:
        """Table rows of at most `columns` cells, in the order of `results`."""
        for start in range(0, len(results), columns):
            yield "<tr>\n"
            yield from map(self._cell, results[start : start + columns])
            yield "</tr>\n"

    def outlines(self) -> str:
        """What the pictures of `rows` refer to, for anywhere after them on the page."""
        return self._outlines.drawings()

    def _cell(self, result: Result) -> str:
        why = self._pictures.missing_reason(result)
        if why or not isinstance(result, Chip):
            shown = f'<div class="none">{as_text(why)}</div>'
        else:
            shown = self._image(result)
        caption = f"<figcaption>{_caption(result)}</figcaption>"
        anchor = self._anchor(result.scene.label or "undated")
        return f'<td id="{anchor}"><figure>{shown}\n{caption}</figure></td>\n'

    def _image(self, chip: Chip) -> str:
        picture = self._pictures.rgba_of(chip)
        height, width = picture.shape[:2]
        data = base64.b64encode(encode_png(picture)).decode("ascii")
        words = f"{chip.scene.acquired:%Y-%m-%d}, {verdict_of(chip)}"
        sharp = ' class="sharp"' if max(width, height) < WIDEST_PX else ""
        return (
            f'<div class="chip"><img{sharp} src="data:image/png;base64,{data}" width="{width}"'
            f' height="{height}" alt="{as_text(words)}">\n{self._outlines.over(chip.grid)}</div>'
        )

    def _anchor(self, label: str) -> str:
        """The date label, as the CbM service's page has it; a second one of it gets a number."""
        self._seen[label] = count = self._seen.get(label, 0) + 1
        return f"{self._prefix}{label}{f'-{count}' if count > 1 else ''}"


def _caption(result: Result) -> str:
    scene = result.scene
    below = " · ".join(as_text(part) for part in (scene.label, scene.platform) if part)
    return (
        f'<span class="day">{_day(scene)}</span>\n'
        f'{flag(result)}\n<span class="label">{below}</span>'
    )


def _day(scene: Scene) -> str:
    if not scene.is_dated:
        return DATE_UNKNOWN
    return scene.when(
        '<time datetime="%Y-%m-%dT%H:%M:%SZ">%Y-%m-%d</time> <span class="clock">%H:%M UTC</span>'
    )
