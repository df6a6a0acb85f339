"""How a thumbnail is painted: sharp, nothing cut, states that one can tell from one another."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.model import Absence
from cbm_chips.core.scenes.acquisitions import Dropped
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.chips import a_failed_chip, a_parcel
from tests.desktop.gui.thumbnails.six_dates import (
    DAYS,
    batch,
    chip,
    found,
    pixels,
    scene,
    wait_for,
)


@pytest.mark.parametrize("points", [9, 18])
@pytest.mark.parametrize("width", [200, 289, 306, 500, 886, 2000])
@pytest.mark.parametrize("height", [147, 640])
def test_no_text_is_cut_and_no_tile_leaves_the_view(
    qgis_app: Any, points: int, width: int, height: int
) -> None:
    from qgis.PyQt.QtCore import QPoint, QRect
    from qgis.PyQt.QtGui import QFont

    from cbm_chips.gui.thumbnails.pictures.layout import TextSize, ThumbnailShape
    from cbm_chips.gui.thumbnails.pictures.texts import sample_dates

    font = QFont(qgis_app.font())
    font.setPointSize(points)
    text = TextSize.of(font, sample_dates())
    shape = ThumbnailShape.fit(width, wanted=88, text=text, height=height)
    cell = QRect(QPoint(0, 0), shape.cell)
    least = max(88, text.date, text.word)
    assert cell.height() <= height or shape.edge <= least or shape.is_beside
    assert shape.columns * cell.width() <= width
    assert shape.date(cell).width() >= text.date
    needed = text.status if shape.lines == 1 else text.word
    assert shape.status(cell).width() >= needed
    for part in (shape.picture(cell), shape.date(cell), shape.status(cell), shape.tick(cell)):
        assert cell.contains(part)
    assert width - shape.columns * cell.width() < shape.columns  # the width is filled


def test_symbols_words_and_colours_differ_and_can_be_read(qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QColor, QPalette

    from cbm_chips.gui.thumbnails.pictures.painting import _SHAPES, colour_of
    from cbm_chips.gui.thumbnails.pictures.texts import DateStatus, status_word

    assert set(_SHAPES) == set(DateStatus)
    assert len({status_word(status) for status in DateStatus}) == len(DateStatus)
    told = (DateStatus.CLEAR, DateStatus.PARTLY, DateStatus.CLOUDY)
    assert len({_SHAPES[status] for status in told}) == 3
    for ground, text in (("#ffffff", "#000000"), ("#26282a", "#f0f0f0"), ("#323232", "#b1b1b1")):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(ground))
        palette.setColor(QPalette.ColorRole.Text, QColor(text))
        for status in DateStatus:
            assert contrast(colour_of(status, palette), QColor(ground)) >= 3.9, (status, ground)
        for status in told:
            assert contrast(colour_of(status, palette), QColor(ground)) >= 4.5, (status, ground)


def contrast(one: Any, other: Any) -> float:
    """WCAG's contrast ratio."""

    def luminance(colour: Any) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in colour.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_enlarged_pictures_are_as_sharp_as_the_screen() -> None:
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage

    from cbm_chips.gui.thumbnails.pictures.painting import scaled

    picture = QImage(2, 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setPixelColor(0, 0, QColor("black"))
    picture.setPixelColor(1, 0, QColor("white"))
    pixmap = scaled(picture, QSize(10, 5), 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (20, 10, 2.0)
    row = pixels(pixmap.toImage())[5, :, 0].tolist()
    assert row == [0] * 10 + [255] * 10


def test_every_kind_of_date_can_be_painted(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    twin = scene(DAYS[5])
    events = [
        chip(DAYS[0], failures={"B11": "time-out"}),
        chip(DAYS[1], flag=CloudFlag.CLOUDY, cloud_fraction=0.9),
        a_failed_chip("HTTP 404: the file is missing at the server", scene=scene(DAYS[2])),
        a_failed_chip("the swath misses the chip", Absence.EXCLUDED, scene=scene(DAYS[3])),
        a_failed_chip("only JP2", Absence.UNUSABLE, scene=scene("2022-07-02")),
    ]
    panel.take(batch(found(*DAYS[:5], dropped=(Dropped(twin, "a twin"),)), *events))
    wait_for(panel.is_idle)
    for width in (200, 320, 900):
        panel.resize(width, 900)
        assert not panel.grab().isNull()
