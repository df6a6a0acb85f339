"""The picture of one date on the map, over all layers and without one of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRect, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QImage, QPainter, QPalette, QPen

from ...bridge.qt_alive import is_alive
from .chip_mesh import ChipMesh, ScreenMesh

if TYPE_CHECKING:
    from ...core.model import Grid

BELOW_ALL_MARKS = -5.0
"""Above the map, below rubber bands and markers, which are at 0 and more."""
_MARGIN_PX, _GAP_PX = 4, 3
_NOTHING = QRectF()

DrawSymbol = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True)
class ChipLabel:
    """What stands beside a picture.

    Attributes:
        text: one line; empty for no label.
        symbol: draws the flag's shape into a square; None for no symbol.
        colour: of the text.
    """

    text: str
    symbol: DrawSymbol | None = field(default=None, compare=False)
    colour: QColor | None = None


@dataclass(frozen=True)
class ChipOnMap:
    """A date as the map shows it.

    Attributes:
        grid: the ground.
        label: names the date.
        image: its picture; None where only the label is shown.
    """

    grid: Grid
    label: ChipLabel
    image: QImage | None = None


class ChipItem(QgsMapCanvasItem):
    """Follows the map as its own layers do. What is drawn is kept until the map moves."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        """Shows nothing yet."""
        super().__init__(canvas)
        self._canvas = canvas
        self._shown: ChipOnMap | None = None
        self._mesh: ChipMesh | None = None
        self._mesh_is_for: tuple[Grid, QgsCoordinateReferenceSystem] | None = None
        self._screen: ScreenMesh | None = None
        self._visible, self._label_box = QRect(), _NOTHING
        self._drawn: QImage | None = None
        self.setZValue(BELOW_ALL_MARKS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def shown(self) -> ChipOnMap | None:
        """What is shown; None for nothing."""
        return self._shown

    def show_chip(self, shown: ChipOnMap | None) -> None:
        """Show a date instead of the one before, or nothing."""
        self._shown = shown
        if is_alive(self, self._canvas):
            self.updatePosition()

    def remove(self) -> None:
        """Take it off the map, if that is still there."""
        if is_alive(self, self._canvas):
            self._canvas.scene().removeItem(self)

    def updatePosition(self) -> None:
        """QGIS calls this whenever the map moves, also while it is dragged."""
        self.prepareGeometryChange()
        self._drawn, self._screen = None, None
        self._visible, self._label_box = QRect(), _NOTHING
        mesh = self._mesh_now()
        if mesh is not None:
            self._screen = mesh.on_screen(self._to_screen)
            view = QRectF(self._canvas.rect())
            chip = self._screen.bounds
            if chip.intersects(view):
                self._visible = (chip & view).toAlignedRect()
                self._label_box = self._place_of_label(chip, view)
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._visible).united(self._label_box)

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        if self._shown is None or self._visible.isEmpty():
            return
        if self._shown.image is not None:
            ratio = painter.device().devicePixelRatioF()
            painter.drawImage(self._visible.topLeft(), self._picture(self._shown.image, ratio))
        if not self._label_box.isEmpty():
            self._draw_label(painter, self._shown.label)

    def _mesh_now(self) -> ChipMesh | None:
        """Computed anew where the ground or the map's CRS is another one."""
        if self._shown is None:
            return None
        wanted = self._shown.grid, self._canvas.mapSettings().destinationCrs()
        if self._mesh_is_for != wanted:
            self._mesh, self._mesh_is_for = ChipMesh.of(*wanted), wanted
        return self._mesh

    def _to_screen(self, point: QgsPointXY) -> QPointF:
        return self.toCanvasCoordinates(point)

    def _picture(self, image: QImage, ratio: float) -> QImage:
        """The part in view, drawn once for each position of the map."""
        if self._drawn is None or self._drawn.devicePixelRatioF() != ratio:
            where = self._visible
            drawn = QImage(where.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            drawn.fill(Qt.GlobalColor.transparent)
            drawn.setDevicePixelRatio(ratio)
            painter = QPainter(drawn)
            painter.translate(-where.topLeft())
            painter.setClipRect(where)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._screen is not None:
                self._screen.draw(painter, image)
            painter.end()
            self._drawn = drawn
        return self._drawn

    def _place_of_label(self, chip: QRectF, view: QRectF) -> QRectF:
        """Above the chip's upper left corner; in the picture where there is no room above."""
        label = self._shown.label if self._shown is not None else None
        if label is None or not label.text:
            return _NOTHING
        metrics = QFontMetrics(self._canvas.font())
        width = metrics.horizontalAdvance(label.text) + 3 * _MARGIN_PX
        width += metrics.height() if label.symbol is not None else 0
        box = QRectF(chip.left(), 0, width, metrics.height() + _MARGIN_PX)
        box.moveBottom(chip.top() - _GAP_PX)
        if box.top() < view.top():
            box.moveTop(max(chip.top(), view.top()) + _GAP_PX)
        box.moveLeft(max(view.left(), min(box.left(), view.right() - box.width())))
        return QRectF(box.toAlignedRect())

    def _draw_label(self, painter: QPainter, label: ChipLabel) -> None:
        palette, box = self._canvas.palette(), self._label_box
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._canvas.font())
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        edge = 0.6 * box.height()
        symbol = QRectF(box.left() + _MARGIN_PX, box.center().y() - edge / 2, edge, edge)
        if label.symbol is not None:
            label.symbol(painter, symbol)
        painter.setPen(label.colour or palette.color(QPalette.ColorRole.Text))
        left = symbol.right() + _MARGIN_PX if label.symbol is not None else box.left() + _MARGIN_PX
        room = QRectF(left, box.top(), box.right() - left, box.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label.text
        )
        painter.restore()
