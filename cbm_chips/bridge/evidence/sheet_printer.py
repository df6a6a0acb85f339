"""Pages through QGIS's print layout into a PDF. For the main thread, one page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from qgis.PyQt.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter

from .page_items import PageBox, PageFill, PageImage, PageItem, PageText, PrintedPage

DPI = 300
_SLACK_MM = 2.0
"""A label is a little larger than its text, or it would leave out the last line."""


class SheetPrinter:
    """Prints one sheet after another with the same layout: making its items is what takes long."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._project = QgsProject()
        """Of the layout, which does not keep it."""
        self._layout: QgsPrintLayout | None = None
        self._spare: dict[type, list[QgsLayoutItem]] = {}
        self._content = QByteArray()
        self._painter: QPainter | None = None
        self._writer: QPdfWriter | None = None
        self._pages = 0

    def begin(self, title: str) -> None:
        """A new document."""
        self._content, self._pages = QByteArray(), 0
        self._device = QBuffer(self._content)
        self._device.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._device)
        self._writer.setResolution(DPI)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setTitle(title)
        self._writer.setCreator("CbM Chips")
        self._painter = QPainter(self._writer)

    def print_page(self, page: PrintedPage) -> None:
        """Behind those before."""
        if self._writer is None or self._painter is None:
            return
        if self._pages:
            self._writer.newPage()
        self._pages += 1
        layout = self._layout = self._layout or _new_layout(self._project)
        shown = list(self._items(page, layout))
        QgsLayoutExporter(layout).renderPage(self._painter, 0)
        for item in shown:
            item.setVisibility(False)
            self._spare.setdefault(type(item), []).append(item)

    def end(self) -> bytes:
        """The document."""
        if self._painter is not None:
            self._painter.end()
        self._painter = self._writer = None
        return bytes(self._content)

    def close(self) -> None:
        """Let go of the layout: it belongs to the main thread."""
        self.end()
        self._spare.clear()
        self._layout = None

    def _items(self, page: PrintedPage, layout: QgsPrintLayout) -> Iterator[QgsLayoutItem]:
        """Those at hand are used again."""
        for height, told in enumerate(page.items, start=1):
            kind, fill = _KINDS[type(told)]
            spare = self._spare.get(kind)
            item = spare.pop() if spare else _new_item(kind, layout)
            fill(item, told)
            _place(item, told.box)
            item.setZValue(height)
            item.setVisibility(True)
            yield item


def _new_layout(project: QgsProject) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.undoStack().blockCommands(True)
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    context = layout.renderContext()
    context.setDpi(DPI)
    context.setTextRenderFormat(QgsRenderContext.TextFormatAlwaysText)
    return layout


def _new_item(kind: type, layout: QgsPrintLayout) -> Any:
    item = kind(layout)
    item.setBackgroundEnabled(False)
    item.setFrameEnabled(False)
    if isinstance(item, QgsLayoutItemLabel):
        item.setMarginX(0)
        item.setMarginY(0)
    layout.addLayoutItem(item)
    return item


def _place(item: QgsLayoutItem, box: PageBox) -> None:
    slack = _SLACK_MM if isinstance(item, QgsLayoutItemLabel) else 0.0
    item.attemptSetSceneRect(QRectF(box.x, box.y, box.width + slack, box.height + slack))


def _fill_label(item: QgsLayoutItemLabel, told: PageText) -> None:
    font = QFont()
    font.setPointSizeF(told.look.size_pt)
    font.setBold(told.look.is_bold)
    item.setText("\n".join(told.lines))
    if hasattr(item, "setTextFormat"):  # since 3.24
        text_format = QgsTextFormat()
        text_format.setFont(font)
        text_format.setSize(told.look.size_pt)
        text_format.setColor(QColor(told.look.color))
        item.setTextFormat(text_format)
        return
    item.setFont(font)
    item.setFontColor(QColor(told.look.color))


def _fill_picture(item: QgsLayoutItemPicture, told: PageImage) -> None:
    item.setPicturePath(told.path)
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperLeft)


def _fill_shape(item: QgsLayoutItemShape, told: PageFill) -> None:
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    item.setSymbol(QgsFillSymbol.createSimple({"color": told.color, "outline_style": "no"}))


_KINDS: dict[type[PageItem], Any] = {
    PageText: (QgsLayoutItemLabel, _fill_label),
    PageImage: (QgsLayoutItemPicture, _fill_picture),
    PageFill: (QgsLayoutItemShape, _fill_shape),
}
