"""A picture on the map lies where its pixels' ground is, whatever the map does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyproj
import pytest

from cbm_chips.core.model import Grid

GRID = Grid(32631, 678_900.0, 5_842_400.0, 10.0, 128, 128)
SIZE = (640, 420)


@pytest.fixture
def canvas(clean_project: Any) -> Iterator[Any]:
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt import sip

    canvas = QgsMapCanvas()
    canvas.resize(*SIZE)
    canvas.setFrameStyle(0)
    canvas.enableAntiAliasing(False)
    canvas.show()
    yield canvas
    sip.delete(canvas)


@pytest.fixture
def item(canvas: Any) -> Iterator[Any]:
    from cbm_chips.gui.map.chip_item import ChipItem

    item = ChipItem(canvas)
    yield item
    item.remove()


def image_of(grid: Grid = GRID) -> Any:
    """No two pixels have the same colour."""
    from qgis.PyQt.QtGui import QImage

    rows, columns = np.indices((grid.height_px, grid.width_px)).astype(np.uint32)
    argb = 0xFF000000 | (rows << 16) | (columns << 8) | ((rows + columns) % 2 * 255)
    data = argb.astype(np.uint32).tobytes()
    image = QImage(data, grid.width_px, grid.height_px, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def show(item: Any, grid: Grid = GRID, *, image: Any = None, text: str = "8 Mar 2022") -> None:
    from cbm_chips.gui.map.chip_item import ChipLabel, ChipOnMap

    item.show_chip(ChipOnMap(grid, ChipLabel(text), image))


def look_at(canvas: Any, authid: str, *, metres_across: float, rotation: float = 0.0) -> None:
    """The middle of the chip, in a map of this CRS."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsProject,
        QgsRectangle,
    )

    crs = QgsCoordinateReferenceSystem(authid)
    middle = ((GRID.left + GRID.right) / 2, (GRID.bottom + GRID.top) / 2)
    half = metres_across / 2
    box = QgsRectangle(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)
    utm = QgsCoordinateReferenceSystem(f"EPSG:{GRID.epsg}")
    canvas.setDestinationCrs(crs)
    canvas.setRotation(rotation)
    to_map = QgsCoordinateTransform(utm, crs, QgsProject.instance())
    canvas.setExtent(to_map.transformBoundingBox(box))


def painted(item: Any) -> np.ndarray:
    """uint32[h, w]: what the item paints on the map's view."""
    from qgis.PyQt.QtGui import QImage, QPainter

    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    item.paint(painter)
    painter.end()
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(data), np.uint32).reshape(SIZE[1], SIZE[0])


def expected(canvas: Any, grid: Grid = GRID) -> np.ndarray:
    """uint32[h, w] by the ground of every pixel's centre, point by point."""
    to_map = canvas.getCoordinateTransform()
    rows, columns = np.indices((SIZE[1], SIZE[0]))
    first, right, down = (
        to_map.toMapCoordinatesF(x, y) for x, y in ((0.5, 0.5), (1.5, 0.5), (0.5, 1.5))
    )
    x = first.x() + columns * (right.x() - first.x()) + rows * (down.x() - first.x())
    y = first.y() + columns * (right.y() - first.y()) + rows * (down.y() - first.y())
    authid = canvas.mapSettings().destinationCrs().authid()
    to_grid = pyproj.Transformer.from_crs(authid, f"EPSG:{grid.epsg}", always_xy=True)
    east, north = to_grid.transform(x, y)
    column = np.floor((east - grid.left) / grid.resolution_m).astype(int)
    row = np.floor((grid.top - north) / grid.resolution_m).astype(int)
    inside = (row >= 0) & (row < grid.height_px) & (column >= 0) & (column < grid.width_px)
    argb = 0xFF000000 | (row << 16) | (column << 8) | ((row + column) % 2 * 255)
    return np.where(inside, argb, 0).astype(np.uint32)


def assert_same_to_a_pixel(found: np.ndarray, wanted: np.ndarray) -> None:
    """Every pixel shows what is wanted there, where two meet at most what is wanted beside it."""
    matches = found == wanted
    assert matches.mean() > 0.99
    for rows in (-1, 0, 1):
        for columns in (-1, 0, 1):
            matches |= found == np.roll(wanted, (rows, columns), (0, 1))
    assert matches[1:-1, 1:-1].mean() > 0.9999


@pytest.mark.parametrize(
    "authid", ["EPSG:32631", "EPSG:3857", "EPSG:28992", "EPSG:4326", "EPSG:32633"]
)
@pytest.mark.parametrize("metres_across", [3000, 900, 150])
@pytest.mark.parametrize("rotation", [0.0, 33.0])
def test_every_pixel_lies_on_its_ground(
    canvas: Any, item: Any, authid: str, metres_across: float, rotation: float
) -> None:
    look_at(canvas, authid, metres_across=metres_across, rotation=rotation)
    show(item, image=image_of(), text="")
    found = painted(item)
    wanted = expected(canvas)
    assert (wanted != 0).mean() > 0.05
    assert_same_to_a_pixel(found, wanted)


def test_follows_the_map_when_it_is_moved_enlarged_turned_and_gets_another_crs(
    canvas: Any, item: Any
) -> None:
    look_at(canvas, "EPSG:32631", metres_across=3000)
    show(item, image=image_of(), text="")
    for authid, metres, rotation in (
        ("EPSG:32631", 1000, 0.0),
        ("EPSG:3857", 1000, 0.0),
        ("EPSG:3857", 2000, -71.0),
    ):
        look_at(canvas, authid, metres_across=metres, rotation=rotation)
        assert_same_to_a_pixel(painted(item), expected(canvas))
    middle = canvas.center()
    middle.setX(middle.x() + 300)
    canvas.setCenter(middle)
    assert_same_to_a_pixel(painted(item), expected(canvas))


def test_pixels_of_20_m_cover_the_same_ground(canvas: Any, item: Any) -> None:
    look_at(canvas, "EPSG:3857", metres_across=1000)
    coarse = GRID.at(20.0)
    show(item, GRID, image=image_of(coarse), text="")
    assert_same_to_a_pixel(painted(item), expected(canvas, coarse))


def test_without_a_picture_only_the_label_is_drawn(canvas: Any, item: Any) -> None:
    look_at(canvas, "EPSG:3857", metres_across=3000)
    show(item)
    box = item._label_box.toRect()
    found = painted(item) != 0
    assert found.any()
    found[box.top() : box.bottom() + 1, box.left() : box.right() + 1] = False
    assert not found.any()


@pytest.mark.parametrize("metres_across", [200, 1500, 40_000])
def test_the_label_stays_in_view_beside_its_chip(
    canvas: Any, item: Any, metres_across: float
) -> None:
    from qgis.PyQt.QtCore import QRectF

    look_at(canvas, "EPSG:3857", metres_across=metres_across)
    show(item, image=image_of())
    assert QRectF(canvas.rect()).contains(item._label_box)
    assert item.boundingRect().contains(item._label_box)


def test_outside_the_view_or_the_crs_nothing_is_drawn(canvas: Any, item: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    look_at(canvas, "EPSG:3857", metres_across=1500)
    canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
    show(item, image=image_of())
    assert not painted(item).any()
    assert item.boundingRect().isEmpty()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    assert not painted(item).any()


def test_is_drawn_once_for_each_position_of_the_map(canvas: Any, item: Any) -> None:
    look_at(canvas, "EPSG:3857", metres_across=900)
    show(item, image=image_of())
    painted(item)
    drawn = item._drawn
    painted(item)
    assert item._drawn is drawn


@pytest.mark.parametrize(("columns", "rows"), [(65, 63), (5, 3), (1, 1), (512, 512)])
def test_any_number_of_pixels_is_drawn_without_a_seam(
    canvas: Any, item: Any, columns: int, rows: int
) -> None:
    left, top = GRID.left + 640 - 5 * columns, GRID.top - 640 + 5 * rows
    grid = Grid(GRID.epsg, left, top, 10.0, columns, rows)
    look_at(canvas, "EPSG:3857", metres_across=max(6 * columns, 150))
    show(item, grid, image=image_of(grid), text="")
    assert_same_to_a_pixel(painted(item), expected(canvas, grid))
