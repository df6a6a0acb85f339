"""The plot as a file or for the clipboard: PNG, SVG, CSV. Nothing of it needs a window."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF, QImage, QPainter

from ...core.errors import ChipsError
from ...core.outputs.run_folder.table import as_cell
from ...core.outputs.stand_ins import placing
from ...core.reasons import Reason
from ...core.series.curves import SmoothedCurve
from ...core.series.plot.content import PlotContent
from ...core.series.plot.layout import lay_out
from ...core.series.rows import COLUMNS, rows_of
from ...core.series.values import ValueSeries
from ..texts.words import worded
from .colours import PlotColours
from .markers import Markers
from .painting import PlotStyle, paint_plot
from .text import plot_text

USUAL_SIZE = (1200, 600)
RATIO = 2.0
"""Pixels of a picture for each of the screen's, so that it prints well."""
RADIUS_LINES = 0.2
_TITLE_LINES = 1.6


class PlotNotSaved(ChipsError):
    """The file can't be made."""


@dataclass(frozen=True)
class PlotExport:
    """What is saved.

    Attributes:
        content: as it is shown.
        series, curves: the same as numbers, for a table.
        title: written above the plot.
        font: of all words; copied, as it goes into a thread.
        size: of the plot, in pixels of the screen.
        shown: the days in sight; None for all.
    """

    content: PlotContent
    series: tuple[ValueSeries, ...]
    curves: tuple[SmoothedCurve, ...]
    title: str
    font: QFont
    size: tuple[int, int] = USUAL_SIZE
    shown: tuple[float, float] | None = None


def kinds_of_plots() -> tuple[str, ...]:
    """How names of files end that `save_plot` can write."""
    return tuple(_WRITERS)


def save_plot(order: PlotExport, path: Path) -> Path:
    """Write the file that its name's end says; whole, or not at all. Where it is: see `placing`.

    Raises:
        PlotNotSaved: when the kind of file is not known, or can't be made here.
        WriteError: when it can't be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        known = ", ".join(suffix[1:].upper() for suffix in _WRITERS)
        raise PlotNotSaved(
            Reason("{name} is no kind of file for a plot: {known}", name=path.name, known=known)
        )
    with placing(path) as placed:
        write(order, placed.beside)
    return placed.path


def image_of(order: PlotExport) -> QImage:
    """The picture, on white."""
    width, height = order.size
    image = QImage(QSize(width, height) * RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(RATIO)
    image.fill(PlotColours.on_paper().base)
    painter = QPainter(image)
    _paint(painter, order)
    painter.end()
    return image


def table_text(order: PlotExport, *, separator: str = "\t") -> str:
    """A line of names, then the rows; no text can act as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows_of(order.series, order.curves):
        writer.writerow([as_cell(worded(cell) if isinstance(cell, str) else cell) for cell in row])
    return text.getvalue()


def _paint(painter: QPainter, order: PlotExport) -> None:
    painter.setFont(order.font)
    width, height = order.size
    line_px = QFontMetricsF(order.font).height()
    top = _TITLE_LINES * line_px if order.title else 0.0
    colours = PlotColours.on_paper()
    painter.fillRect(QRectF(0, 0, width, height), colours.base)
    painter.setPen(colours.text)
    middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    room = QRectF(0.3 * line_px, 0, width - 0.6 * line_px, top)
    elide = Qt.TextElideMode.ElideRight
    title = QFontMetricsF(order.font).elidedText(order.title, elide, room.width())
    painter.drawText(room, middle, title)
    painter.translate(0, top)
    text, content = plot_text(order.font), order.content
    layout = lay_out(content, text, width=width, height=height - top, shown=order.shown)
    markers = Markers(RADIUS_LINES * line_px, colours.base, stamps=False)
    has_line = not content.curves
    paint_plot(painter, layout, PlotStyle(colours, markers, content.has_quarters, has_line))


def _write_png(order: PlotExport, path: Path) -> None:
    if not image_of(order).save(str(path), "PNG"):
        raise OSError(f"Qt could not write {path.name}")


def _write_svg(order: PlotExport, path: Path) -> None:
    try:
        from qgis.PyQt.QtSvg import QSvgGenerator
    except ImportError:
        raise PlotNotSaved(
            Reason("SVG needs Qt's module QtSvg, which this Python has not: save PNG instead")
        ) from None
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(*order.size))
    generator.setViewBox(QRectF(0, 0, *order.size))
    generator.setTitle(order.title)
    painter = QPainter(generator)
    _paint(painter, order)
    painter.end()
    if not path.stat().st_size:
        raise OSError(f"Qt could not write {path.name}")


def _write_csv(order: PlotExport, path: Path) -> None:
    path.write_bytes(table_text(order, separator=",").encode("utf-8", "replace"))


_WRITERS: dict[str, Callable[[PlotExport, Path], None]] = {
    ".png": _write_png,
    ".svg": _write_svg,
    ".csv": _write_csv,
}
