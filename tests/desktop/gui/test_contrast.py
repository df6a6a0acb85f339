"""What carries a meaning can be read in QGIS's themes: 4.5 : 1 at least, as WCAG asks of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.window import settle

THEMES = ("default", "Blend of Gray", "Night Mapping")
PARTS = st.integers(0, 255)
COLOURS = st.tuples(PARTS, PARTS, PARTS)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest, loaded: Any, iface: Any) -> Iterator[str]:
    from qgis.core import QgsApplication

    style, palette = QgsApplication.instance().styleSheet(), QgsApplication.palette()
    QgsApplication.setUITheme(request.param)
    iface.menu[0].trigger()
    settle()
    yield request.param
    QgsApplication.setUITheme("default")
    QgsApplication.instance().setStyleSheet(style)
    QgsApplication.setPalette(palette)
    settle()


@given(COLOURS, COLOURS)
def test_every_colour_is_made_readable_on_every_surface(
    colour: tuple[int, ...], surface: tuple[int, ...]
) -> None:
    from qgis.PyQt.QtGui import QColor

    from cbm_chips.gui.widgets.contrast import LEAST, contrast, readable

    made = readable(QColor(*colour), QColor(*surface))

    assert contrast(made, QColor(*surface)) >= LEAST
    if contrast(QColor(*colour), QColor(*surface)) >= LEAST:
        assert made == QColor(*colour)


def test_what_the_dock_says_can_be_read_in_each_theme(theme: str, loaded: Any) -> None:
    _flags_can_be_read_on_the_list(loaded.dock)
    _a_refusal_and_the_fold_arrow_can_be_read_on_the_dock(loaded.dock)
    _the_line_of_values_can_be_read_as_it_is_painted(loaded.dock)


def _flags_can_be_read_on_the_list(dock: Any) -> None:
    from qgis.PyQt.QtGui import QPalette

    from cbm_chips.gui.thumbnails.pictures.painting import colour_of
    from cbm_chips.gui.thumbnails.pictures.texts import DateStatus
    from cbm_chips.gui.widgets.contrast import LEAST, contrast

    palette = dock.panel.view.palette()
    base = palette.color(QPalette.ColorRole.Base)
    assert contrast(palette.color(QPalette.ColorRole.Text), base) >= LEAST
    for status in DateStatus:
        assert contrast(colour_of(status, palette), base) >= LEAST, status


def _a_refusal_and_the_fold_arrow_can_be_read_on_the_dock(dock: Any) -> None:
    from qgis.PyQt.QtGui import QPalette

    from cbm_chips.gui.widgets.contrast import LEAST, contrast, surface_of

    form = dock.form
    form.box.setCollapsed(False)
    form.size.metres.setValue(30)
    settle()
    words = form._messages["size_m"]._words

    assert words.styleSheet()  # a theme's style sheet would win over a palette
    assert (
        contrast(words.palette().color(QPalette.ColorRole.WindowText), surface_of(words)) >= LEAST
    )
    for is_folded in (False, True):
        form.box.setCollapsed(is_folded)
        form.box.grab()
        shown = colour_of_icon(form.box._arrow)
        assert contrast(shown, surface_of(form.box)) >= LEAST, (shown.name(), is_folded)


def _the_line_of_values_can_be_read_as_it_is_painted(dock: Any) -> None:
    from qgis.PyQt.QtGui import QColor

    from cbm_chips.gui.widgets.contrast import LEAST, contrast

    line = dock.panel.info
    line.show()
    settle()
    words = line.grab(line._words.geometry()).toImage()
    across = range(words.width())
    shown = {words.pixel(x, y) for y in range(words.height()) for x in across}
    surface = QColor(words.pixel(words.width() - 1, 0))
    assert max(contrast(QColor(color), surface) for color in shown) >= LEAST


def colour_of_icon(button: Any) -> Any:
    """In its middle."""
    settle()
    image = button.icon().pixmap(16, 16).toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)
