"""The pictures of a server's chip sheet, at most eight beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QDate, QModelIndex, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFontMetrics, QImage, QPainter, QPalette, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ...bridge.texts.words import short_day
from ...core.sentinel2.product_names import read_name
from ..thumbnails.pictures.layout import as_grid, bold_of, small_of
from ..thumbnails.pictures.painting import muted, scaled

MOST_COLUMNS = 8
LEAST_PX = 96
MARGIN, GAP = 4, 3
SMALL_LINES = 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ServerPicture:
    """A picture as it is shown.

    Attributes:
        label: time of sensing, `20190602T104031`, as the service writes it.
        day: the same day in the locale's short form.
        product: name of the product.
        image: what the server painted.
    """

    label: str
    day: str
    product: str
    image: QImage

    @property
    def kind(self) -> str:
        """`S2A T31UFU`."""
        name = read_name(self.product)
        tile = f"T{name.tile}" if name.tile else ""
        return " ".join(part for part in (name.platform, tile) if part) or self.product

    @property
    def tip(self) -> str:
        """Time and product."""
        return "\n".join((self.label, self.product))


def pictures_of(answer: Sequence[Any]) -> list[ServerPicture]:
    """Oldest first; what is no picture is left out."""
    found = []
    for item in sorted(answer, key=lambda item: item.acquired):
        image = QImage.fromData(item.png)
        day = QDate(item.acquired.year, item.acquired.month, item.acquired.day)
        if not image.isNull():
            label = f"{item.acquired:%Y%m%dT%H%M%S}"
            found.append(ServerPicture(label, short_day(day), item.product, image))
    return found


class ServerPictureModel(QAbstractListModel):
    """One row per picture."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.pictures: list[ServerPicture] = []

    def show_pictures(self, pictures: list[ServerPicture]) -> None:
        """Others than before."""
        self.beginResetModel()
        self.pictures = pictures
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.pictures)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        picture = self.pictures[index.row()]
        texts = {
            int(Qt.ItemDataRole.DisplayRole): picture.day,
            int(Qt.ItemDataRole.ToolTipRole): plain_tip(picture.tip),
            int(Qt.ItemDataRole.AccessibleTextRole): picture.tip.replace("\n", ", "),
        }
        return texts.get(int(role))


class _PictureDelegate(QStyledItemDelegate):
    """Picture, day, satellite and MGRS tile."""

    def __init__(self, view: ChipPageView) -> None:
        super().__init__(view)
        self.cell = QSize(LEAST_PX, LEAST_PX)

    def fit(self, view: ChipPageView) -> None:
        """As many columns as have room for the words, eight at most; no picture is stretched."""
        bold, small = QFontMetrics(bold_of(view.font())), QFontMetrics(small_of(view.font()))
        least = max(LEAST_PX, small.horizontalAdvance("S2A T31UFU")) + 2 * MARGIN
        room = view.viewport().width() - 1  # rows as wide as the view would be broken
        columns = max(1, min(MOST_COLUMNS, room // least))
        width = room // columns
        texts = bold.height() + SMALL_LINES * small.height()
        self.cell = QSize(width, width + GAP + texts)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        picture = index.model().pictures[index.row()]
        edge = option.rect.width() - 2 * MARGIN
        where = QRect(option.rect.left() + MARGIN, option.rect.top() + MARGIN, edge, edge)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            self._frame(painter, option)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(where.topLeft(), scaled(picture.image, where.size(), ratio))
        self._texts(painter, option, where, picture)
        painter.restore()

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = option.palette.color(QPalette.ColorRole.Highlight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2.0))
        colour.setAlphaF(0.14)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, where: QRect, picture: ServerPicture
    ) -> None:
        top = where.bottom() + GAP
        lines = (
            (picture.day, bold_of(option.font), option.palette.color(QPalette.ColorRole.Text)),
            (picture.kind, small_of(option.font), muted(option.palette)),
        )
        for text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(colour)
            height = painter.fontMetrics().height()
            room = QRect(where.left(), top, where.width(), height)
            fitting = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, _LEFT, fitting)
            top += height


class ChipPageView(QListView):
    """Scrolls downwards; arrow keys move."""

    def __init__(self) -> None:
        super().__init__()
        self._delegate = _PictureDelegate(self)
        self.setItemDelegate(self._delegate)
        as_grid(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(tr("Pictures of the server"))

    @property
    def columns(self) -> int:
        """Pictures beside one another."""
        return max(1, int(self.viewport().width()) // max(1, self._delegate.cell.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.fit(self)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
