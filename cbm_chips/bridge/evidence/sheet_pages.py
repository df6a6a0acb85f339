"""The sheet of a parcel on pages of A4."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.inspection.bundle.outline_figure import outline_figure
from ...core.inspection.bundle.outlined import outlined_png
from ...core.inspection.bundle.sheet_words import OUTCOME_COLOURS, PROOF_COLOURS
from ...core.inspection.pictures import look_of_text
from .line_breaks import broken, line_mm
from .page_flow import FlowColumn, PageFlow
from .page_items import (
    BOTTOM,
    CONTENT_WIDTH,
    LEFT,
    PAGE_HEIGHT,
    QUIET,
    RULE,
    PageBox,
    PageFill,
    PageText,
    PrintedPage,
    TextLook,
)

if TYPE_CHECKING:
    from ...core.inspection.bundle.sheet_values import (
        EvidenceSheet,
        Facts,
        SheetAnswer,
        SheetPicture,
        SheetTable,
    )

_TITLE, _LEAD = TextLook(18, is_bold=True), TextLook(10, color=QUIET)
_SECTION, _HEADING = TextLook(13, is_bold=True), TextLook(10, is_bold=True)
_NAME, _VALUE, _WHITE = TextLook(8, color=QUIET), TextLook(8.5), TextLook(9.5, True, "#ffffff")
_SMALL_NAME, _SMALL = TextLook(7, color=QUIET), TextLook(7)
_PICTURE_MM, _FIGURE_MM, _PLOT_MM = 82.0, 48.0, 90.0
_GAP, _NAMES_MM = 5.0, 31.0
_HISTORY_WIDTHS = (25.0, 30.0, 22.0, 21.0, 41.0, 20.0, 21.0)
_FIGURE_INK = "#1c1c1c"


def pages_of(sheet: EvidenceSheet, folder: Path) -> list[PrintedPage]:
    """All pages; their pictures are written into `folder`."""
    flow = PageFlow()
    flow.text(sheet.title, _TITLE)
    if sheet.lead:
        flow.text(sheet.lead, _LEAD)
    _answers(flow, sheet)
    _parcel(flow, sheet, folder)
    _pictures(flow, sheet, folder)
    _plot(flow, sheet, folder)
    _table(flow, sheet.history, _HISTORY_WIDTHS)
    for table in sheet.fields:
        title = f"{sheet.labels['fields']}: {table.title}"
        _table(flow, table, (50.0, 130.0), title=title)
    _foots(flow.pages, sheet)
    return flow.pages


def _section(flow: PageFlow, title: str, least: float = 25.0) -> None:
    flow.skip(_GAP)
    flow.need(line_mm(_SECTION) + 4 + least)
    flow.rule(2)
    flow.text(title, _SECTION)
    flow.skip(1.5)


def _answers(flow: PageFlow, sheet: EvidenceSheet) -> None:
    _section(flow, sheet.labels["answers"])
    if not sheet.answers:
        flow.text(sheet.labels["no_answers"], _LEAD)
    for number, answer in enumerate(sheet.answers):
        if number:
            flow.skip(_GAP)
        _answer(flow, answer)


def _answer(flow: PageFlow, answer: SheetAnswer) -> None:
    flow.need(30)
    flow.text(answer.title, _HEADING)
    lines = broken(answer.words, CONTENT_WIDTH - 6, _WHITE)
    height = len(lines) * line_mm(_WHITE) + 2
    flow.y += 1
    box = PageBox(LEFT, flow.y, 60, height)
    flow.add(PageFill(box, OUTCOME_COLOURS[answer.outcome]))
    within = PageBox(LEFT + 3, flow.y + 1, CONTENT_WIDTH - 6, height - 2)
    flow.add(PageText(within, lines, _WHITE))
    flow.y += height + 1.5
    flow.rows(answer.facts, _columns(LEFT, CONTENT_WIDTH, 45, (_NAME, _VALUE)))


def _columns(
    x: float, width: float, names_mm: float, looks: tuple[TextLook, TextLook]
) -> list[FlowColumn]:
    """Names on the left, values on the right."""
    names, values = looks
    return [
        FlowColumn(x, names_mm - 2, names),
        FlowColumn(x + names_mm, width - names_mm, values),
    ]


def _parcel(flow: PageFlow, sheet: EvidenceSheet, folder: Path) -> None:
    figure = outline_figure(sheet.place, _FIGURE_INK) if sheet.place else ""
    _section(flow, sheet.labels["parcel"], _FIGURE_MM if figure else 20)
    page, top = len(flow.pages), flow.y
    width = CONTENT_WIDTH
    if figure:
        path = folder / "outline.svg"
        path.write_text(figure, encoding="utf-8")
        width -= _FIGURE_MM + _GAP
        flow.image(str(path), PageBox(LEFT + width + _GAP, top, _FIGURE_MM, _FIGURE_MM))
    flow.rows(sheet.facts, _columns(LEFT, width, 50, (_NAME, _VALUE)))
    if figure and len(flow.pages) == page:
        flow.y = max(flow.y, top + _FIGURE_MM)


def _pictures(flow: PageFlow, sheet: EvidenceSheet, folder: Path) -> None:
    _section(flow, sheet.labels["pictures"], _PICTURE_MM)
    if not sheet.pictures:
        flow.text(sheet.labels["no_pictures"], _LEAD)
    for number, picture in enumerate(sheet.pictures):
        path = _written(sheet, picture, folder / f"{number}.png")
        _picture(flow, picture, path, sheet.labels["no_picture"])
        flow.skip(_GAP)


def _written(sheet: EvidenceSheet, picture: SheetPicture, path: Path) -> Path | None:
    """With the outline, if there is one."""
    made = picture.made
    if made.chip is None or not made.png:
        return None
    content = made.png
    if sheet.place is not None:
        rgba = look_of_text(made.kept.evidence.shown_as).renderer((made.chip,)).rgba_of(made.chip)
        content = outlined_png(rgba, sheet.place, made.chip.grid)
    path.write_bytes(content)
    return path


def _picture(flow: PageFlow, picture: SheetPicture, path: Path | None, nothing: str) -> None:
    side = _PICTURE_MM if path else 20.0
    x, width = LEFT + _PICTURE_MM + _GAP, CONTENT_WIDTH - _PICTURE_MM - _GAP
    flow.need(max(side, _height_beside(picture, width)))
    page, top = len(flow.pages), flow.y
    box = PageBox(LEFT, top, _PICTURE_MM, side)
    if path:
        flow.image(str(path), box)
    else:
        flow.add(PageFill(box, RULE))
        flow.add(PageText(PageBox(LEFT + 3, top + 3, side, 5), (nothing,), _NAME))
    flow.text(picture.title, _HEADING, x=x, width=width)
    proof = TextLook(8.5, True, PROOF_COLOURS[picture.proof])
    flow.text(picture.words, proof, x=x, width=width)
    flow.y += 1
    flow.rows(picture.facts, _columns(x, width, _NAMES_MM, (_SMALL_NAME, _SMALL)))
    if len(flow.pages) == page:
        flow.y = max(flow.y, top + side)


def _height_beside(picture: SheetPicture, width: float) -> float:
    """Of the words beside a picture."""
    words = len(broken(picture.words, width, TextLook(8.5, is_bold=True)))
    facts = sum(len(broken(value, width - _NAMES_MM, _SMALL)) for _, value in picture.facts)
    return line_mm(_HEADING) + words * line_mm(TextLook(8.5)) + 1 + facts * line_mm(_SMALL)


def _plot(flow: PageFlow, sheet: EvidenceSheet, folder: Path) -> None:
    plot = sheet.plot
    if not plot.svg and not plot.note:
        return
    _section(flow, sheet.labels["plot"], _PLOT_MM if plot.svg else 0)
    if plot.svg:
        path = folder / "plot.svg"
        path.write_bytes(plot.svg)
        flow.image(str(path), PageBox(LEFT, flow.y, CONTENT_WIDTH, _PLOT_MM))
        flow.y += _PLOT_MM
    if plot.note:
        flow.text(plot.note, _SMALL)


def _table(flow: PageFlow, table: SheetTable, widths: Sequence[float], *, title: str = "") -> None:
    _section(flow, title or table.title)
    lefts = [LEFT + sum(widths[:number]) for number in range(len(widths))]
    heads = [FlowColumn(x, w - 2, _SMALL_NAME) for x, w in zip(lefts, widths)]
    cells = [FlowColumn(x, w - 2, _SMALL) for x, w in zip(lefts, widths)]
    flow.rows([table.head], heads, gap=1, has_rules=True)
    flow.rows(table.rows, cells, gap=1, has_rules=True)


def _foots(pages: list[PrintedPage], sheet: EvidenceSheet) -> None:
    """Parcel, hash and notice on the left, the number on the right."""
    y = PAGE_HEIGHT - BOTTOM + 5
    told = f"{sheet.labels['record']}: {sheet.record_sha256}"
    left: Facts = ((f"{sheet.title} · CbM Chips", told),)
    for number, page in enumerate(pages, start=1):
        count = sheet.labels["page"].format(page=number, pages=len(pages))
        page.items.append(PageFill(PageBox(LEFT, y - 1.5, CONTENT_WIDTH, 0.2), RULE))
        lines = (*(text for row in left for text in row), sheet.notice)
        page.items.append(PageText(PageBox(LEFT, y, 140, 11), lines, _SMALL_NAME))
        page.items.append(PageText(PageBox(172, y, 23, 4), (count,), _SMALL_NAME))
