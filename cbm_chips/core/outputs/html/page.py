"""The HTML sheet: all dates of one or more places on one page that needs no other file.

It is the page that the CbM service gives for `chipsByLocation`, made of the chips of any source:
a table of at most eight columns, oldest first, the date's label under each picture. No script, no
address, no file beside it; whatever text is on it comes out as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ...model import Chip
from ...rendering.look import Look
from ...sentinel2.cloud_rules import CLOUD_RULES, name_of, rule_words
from ..stand_ins import placing
from .calendar import calendar
from .cells import DateCells
from .columns import MOST_COLUMNS, check_columns
from .escaping import as_name, as_text
from .legend import legend, symbols
from .series_pictures import RenderedPictures, Result, SeriesPictures, counted_words

if TYPE_CHECKING:
    from ...model import ChipRequest, Place
    from ...sentinel2.scl import CloudRule

STYLE_PATH = Path(__file__).with_name("style.css")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Section:
    """One place on the page.

    Attributes:
        place: its name, and what is drawn on the pictures.
        first_day, last_day: the period asked for; None where no date of it is known.
        results: chips, and the dates that have none; in any order.
        pictures: how the chips are shown.
        has_calendar: the dates stand there by month and week, too.
        index: name of the one that the calendar shows.
        means: its mean of each date, by the scene's id, as far as it is known.
    """

    place: Place
    first_day: date | None
    last_day: date | None
    results: Sequence[Result]
    pictures: SeriesPictures
    has_calendar: bool = False
    index: str = ""
    means: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls, results: Iterable[Result], request: ChipRequest, *, look: Look | None = None
    ) -> Section:
        """The results of a request; by default with one stretch for all dates."""
        dates = tuple(results)
        pictures = RenderedPictures(dates, look or Look())
        return cls(request.place, request.first_day, request.last_day, dates, pictures)


def write_html_sheet(
    sections: Iterable[Section],
    path: Path,
    *,
    names: Sequence[str],
    columns: int = MOST_COLUMNS,
) -> Path:
    """Write the page.

    Args:
        sections: places in the order of the page; taken one by one, none is kept.
        path: of the page.
        names: what the places are called: title and list of contents.
        columns: 1 to 8; narrow windows show fewer.

    Returns:
        Where it is: beside the one of before under a number, if that could not be replaced.

    Raises:
        RequestError: field `columns`.
        WriteError: when it can't be written.
    """
    check_columns(columns)
    with placing(path) as placed, _opened(placed.beside) as file:
        file.writelines(_page(sections, names, columns))
    return placed.path


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


def _page(sections: Iterable[Section], names: Sequence[str], columns: int) -> Iterator[str]:
    is_many = len(names) != 1
    title = f"{len(names)} places" if is_many else names[0]
    style = STYLE_PATH.read_text("utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="CbM Chips">\n'
        f"<title>{as_text(title)}: image chips</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"{symbols()}"
    )
    if is_many:
        yield f"<header>\n<h1>Image chips of {title}</h1>\n{_contents(names)}</header>\n"
    yield "<main>\n"
    years: set[int] = set()
    for number, section in enumerate(sections, start=1):
        scenes = (result.scene for result in section.results)
        years.update(scene.acquired.year for scene in scenes if scene.is_dated)
        prefix = f"p{number}-" if is_many else ""
        yield from _section(section, columns, prefix=prefix, number=number)
    yield f"</main>\n{_footer(years)}</body>\n</html>\n"


def _contents(names: Sequence[str]) -> str:
    rows = "".join(
        f'<li><a href="#place-{number}">{as_name(name)}</a></li>\n'
        for number, name in enumerate(names, start=1)
    )
    return f'<nav aria-label="Places">\n<ul>\n{rows}</ul>\n</nav>\n' if rows else ""


def _lead(section: Section) -> str:
    if section.first_day is None or section.last_day is None:
        return ""
    return f'<p class="lead">{section.first_day} – {section.last_day}</p>\n'


def _section(section: Section, columns: int, *, prefix: str, number: int) -> Iterator[str]:
    dates = sorted(section.results, key=lambda result: (result.scene.acquired, result.scene.id))
    rank = "h2" if prefix else "h1"
    yield (
        f'<section id="place-{number}">\n<{rank}>{as_name(section.place.name)}</{rank}>\n'
        f"{_lead(section)}"
        f"{_facts(section)}"
        f'<table class="chips" style="--columns: {columns}">\n'
        f"<caption>{as_text(counted_words(dates))}</caption>\n<tbody>\n"
    )
    cells = DateCells(section.place, section.pictures, prefix=prefix)
    if dates:
        yield from cells.rows(dates, columns=columns)
    else:
        yield "<tr>\n<td>No date.</td>\n</tr>\n"
    yield "</tbody>\n</table>\n"
    if section.has_calendar:
        yield from calendar(dates, section.pictures, section.means, index=section.index)
    yield f"{cells.outlines()}{legend(dates, section.place)}</section>\n"


def _facts(section: Section) -> str:
    place = section.place
    chips = [result for result in section.results if isinstance(result, Chip)]
    facts = {
        "Parcel": place.details,
        "Centre (latitude, longitude)": f"{place.lat:.5f}, {place.lon:.5f}",
        "Ground": _ground(chips),
        **section.pictures.facts,
        "Cloud rule": _each(_rule(result.rule) for result in section.results),
        "Flags judged over": _each(chip.provenance.outline_basis for chip in chips),
        "Source": _sources(section.results),
    }
    rows = "".join(
        f"<li><span>{name}</span> {as_text(words)}</li>\n" for name, words in facts.items() if words
    )
    return f'<ul class="facts">\n{rows}</ul>\n'


def _rule(rule: CloudRule | None) -> str:
    """`Default: shadow, clouds, cirrus (default: bad 1 3 8 9 10, tolerance 0 %)`."""
    if rule is None:
        return ""
    known = CLOUD_RULES.get(name_of(rule.bad_classes))
    return f"{known.title} ({rule_words(rule)})" if known else rule_words(rule)


def _ground(chips: Iterable[Chip]) -> str:
    grids = (chip.grid for chip in chips)
    return _each(
        f"{grid.right - grid.left:g} m × {grid.top - grid.bottom:g} m, EPSG:{grid.epsg}"
        for grid in grids
    )


def _sources(results: Iterable[Result]) -> str:
    return _each(
        " · ".join(part for part in (r.scene.provider, r.scene.collection, r.scene.level) if part)
        for r in results
    )


def _each(words: Iterable[str]) -> str:
    """Each once, in the order of first mention."""
    return "; ".join(word for word in dict.fromkeys(words) if word)


def _footer(years: Iterable[int]) -> str:
    listed = ", ".join(map(str, sorted(years)))
    notice = (
        "Sentinel pictures are published with the words "
        f"“Contains modified Copernicus Sentinel data {listed}”."
    )
    return f"<footer>\n<p>{notice if listed else ''} Made with CbM Chips.</p>\n</footer>\n"
