"""What the dock shows as an HTML sheet: the same chips, the same look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.model import ChipRequest
from ...core.rendering.look import Look

if TYPE_CHECKING:
    from ...core.outputs.html.series_pictures import Result


@dataclass(frozen=True)
class SheetOrder:
    """What is to be written.

    Attributes:
        request: place and period.
        results: all dates, in any order.
        look: as they are shown.
        path: of the page; replaced if it is there.
    """

    request: ChipRequest
    results: tuple[Result, ...]
    look: Look
    path: Path


def write_sheet(order: SheetOrder) -> Path:
    """Write the page. In a worker thread.

    Raises:
        WriteError: when it can't be written.
    """
    from ...core.outputs.html.page import Section, write_html_sheet
    from ...core.series.making.calendar_means import with_calendar

    section = with_calendar(Section.of(order.results, order.request, look=order.look))
    return write_html_sheet([section], order.path, names=[order.request.place.name])
