"""The sheet of a parcel as an HTML page that needs no other file."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...outputs.html.escaping import as_name, as_text
from ...outputs.html.outline import Outlines
from .outline_figure import outline_figure
from .sheet_words import OUTCOME_COLOURS, PROOF_COLOURS

if TYPE_CHECKING:
    from .sheet_values import EvidenceSheet, Facts, SheetAnswer, SheetPicture, SheetTable

STYLE_PATH = Path(__file__).with_name("sheet.css")
LONG_CHARACTERS = 300
"""A remark that is longer has the page's width."""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def sheet_html(sheet: EvidenceSheet) -> str:
    """The page; whatever text is on it comes out as text."""
    return "".join((head(sheet.title), *_parts(sheet), foot()))


def head(title: str) -> str:
    """The beginning of a page, in the style of the sheets."""
    style = STYLE_PATH.read_text("utf-8")
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="CbM Chips">\n'
        f"<title>{as_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )


def foot() -> str:
    """The end of a page."""
    return "</body>\n</html>\n"


def _parts(sheet: EvidenceSheet) -> Iterator[str]:
    labels = sheet.labels
    yield f"<header>\n<h1>{as_name(sheet.title)}</h1>\n"
    yield f'<p class="lead">{as_text(sheet.lead)}</p>\n' if sheet.lead else ""
    yield "</header>\n<main>\n"
    answers = "".join(map(_answer, sheet.answers)) or _nothing(labels["no_answers"])
    yield _section("answers", labels["answers"], f'<div class="answers">\n{answers}</div>\n')
    yield _section("parcel", labels["parcel"], _parcel(sheet))
    yield _section("pictures", labels["pictures"], "".join(_pictures(sheet)))
    plot = "".join(_plot(sheet))
    yield _section("plot", labels["plot"], plot) if plot else ""
    yield _section("history", sheet.history.title, _table(sheet.history))
    fields = "".join(
        f"<details>\n<summary>{as_text(one.title)}</summary>\n{_table(one)}</details>\n"
        for one in sheet.fields
    )
    yield _section("fields", labels["fields"], fields) if fields else ""
    yield (
        f"</main>\n<footer>\n<p>{as_text(labels['record'])}: "
        f"<code>{as_text(sheet.record_sha256)}</code></p>\n<p>{as_text(sheet.notice)}</p>\n"
        "<p>CbM Chips</p>\n</footer>\n"
    )


def _plot(sheet: EvidenceSheet) -> Iterator[str]:
    if sheet.plot.svg:
        data, title = base64.b64encode(sheet.plot.svg).decode("ascii"), sheet.labels["plot"]
        yield f'<img class="plot" src="data:image/svg+xml;base64,{data}" alt="{as_text(title)}">\n'
    if sheet.plot.note:
        yield _nothing(sheet.plot.note)


def _section(name: str, title: str, content: str) -> str:
    return f'<section id="{name}">\n<h2>{as_text(title)}</h2>\n{content}</section>\n'


def _nothing(words: str) -> str:
    return f'<p class="nothing">{as_text(words)}</p>\n'


def _answer(answer: SheetAnswer) -> str:
    colour = OUTCOME_COLOURS[answer.outcome]
    is_long = any(len(value) > LONG_CHARACTERS for _, value in answer.facts)
    return (
        f'<article class="answer{" long" * is_long}">\n<h3>{as_text(answer.title)}</h3>\n'
        f'<p><b class="mark" style="background: {colour}">{as_text(answer.words)}</b></p>\n'
        f"{_list(answer.facts)}</article>\n"
    )


def _list(facts: Facts) -> str:
    rows = "".join(f"<dt>{as_text(name)}</dt><dd>{as_text(value)}</dd>\n" for name, value in facts)
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _parcel(sheet: EvidenceSheet) -> str:
    figure = outline_figure(sheet.place) if sheet.place else ""
    return f'<div class="parcel">\n{figure}{_list(sheet.facts)}</div>\n'


def _pictures(sheet: EvidenceSheet) -> Iterator[str]:
    if not sheet.pictures:
        yield _nothing(sheet.labels["no_pictures"])
        return
    outlines = Outlines(sheet.place) if sheet.place else None
    yield '<div class="pictures">\n'
    for picture in sheet.pictures:
        yield _picture(picture, outlines, sheet.labels["no_picture"])
    yield "</div>\n"
    if outlines is not None:
        yield outlines.drawings()


def _picture(picture: SheetPicture, outlines: Outlines | None, no_picture: str) -> str:
    colour = PROOF_COLOURS[picture.proof]
    return (
        f"<figure>\n{_image(picture, outlines) or _empty(no_picture)}"
        f"<figcaption>\n<h3>{as_text(picture.title)}</h3>\n"
        f'<p class="proof" style="border-color: {colour}">{as_text(picture.words)}</p>\n'
        f"{_list(picture.facts)}</figcaption>\n</figure>\n"
    )


def _empty(words: str) -> str:
    return f'<div class="none">{as_text(words)}</div>\n'


def _image(picture: SheetPicture, outlines: Outlines | None) -> str:
    made = picture.made
    if made.chip is None or not made.png:
        return ""
    data = base64.b64encode(made.png).decode("ascii")
    over = outlines.over(made.chip.grid) if outlines else ""
    return (
        f'<div class="chip"><img src="data:image/png;base64,{data}"'
        f' alt="{as_text(picture.title)}">{over}</div>\n'
    )


def _table(table: SheetTable) -> str:
    names = "".join(f'<th scope="col">{as_text(name)}</th>' for name in table.head)
    rows = "".join(f"<tr>{_cells(row)}</tr>\n" for row in table.rows)
    return (
        f'<div class="wide"><table>\n<thead><tr>{names}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _cells(row: Iterable[str]) -> str:
    return "".join(f"<td>{as_text(cell)}</td>" for cell in row)
