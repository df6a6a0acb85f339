"""The form in the dock: what it says of the run on show, and how it fits any width and font."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import read, set_form, settle


def update_button(dock: Any) -> Any:
    return dock.place_line._update


class TestUpdate:
    @pytest.fixture
    def shown(self, iface: Any, dock: Any) -> Any:
        read(iface, dock)
        assert update_button(dock).isHidden()
        return dock

    def test_is_offered_by_what_differs_and_not_when_typed_back(self, shown: Any) -> None:
        metres = shown.form.size.metres
        before = metres.value()

        metres.setValue(640)
        assert not update_button(shown).isHidden()

        metres.setValue(before)
        assert update_button(shown).isHidden()

    def test_is_grey_while_a_field_is_refused_however_it_was_typed(self, shown: Any) -> None:
        metres = shown.form.size.metres
        before = metres.value()

        for way in ((30,), (60, 600, 6000), (6000,)):
            for typed in way:
                metres.setValue(typed)

            assert not update_button(shown).isHidden(), way
            assert not update_button(shown).isEnabled(), way
            assert "from 20 to 5120 m" in shown.form._messages["size_m"].text, way
            metres.setValue(before)
            assert update_button(shown).isHidden(), way

    def test_is_not_offered_for_what_is_only_shown_otherwise(self, shown: Any) -> None:
        set_form(shown, stretch="chip", composite="B04_B03_B02")
        assert update_button(shown).isHidden()

    def test_is_offered_for_other_days_and_another_source(self, shown: Any) -> None:
        source = shown.form.source.source()
        set_form(shown, source=source, end="2022-06-29")
        assert not update_button(shown).isHidden()
        set_form(shown, source=source)
        assert update_button(shown).isHidden()
        set_form(shown, source="earth-search")
        assert not update_button(shown).isHidden()


@pytest.fixture(params=[9, 14, 20])
def font_pt(request: pytest.FixtureRequest, qgis_app: object) -> Iterator[int]:
    """Of all widgets; as before afterwards."""
    from qgis.PyQt.QtGui import QFont
    from qgis.PyQt.QtWidgets import QApplication

    before = QApplication.font()
    font = QFont(before)
    font.setPointSize(request.param)
    QApplication.setFont(font)
    yield request.param
    QApplication.setFont(before)


def test_a_click_on_the_title_brings_the_fields_and_takes_them_away_again(dock: Any) -> None:
    fields = [dock.form.size, dock.form.period, dock.form.cloud_rule]
    assert not any(field.isVisible() for field in fields)
    for is_shown in (True, False, True):
        dock.form.box._arrow.click()
        settle()
        assert [field.isVisible() for field in fields] == [is_shown] * 3
        assert dock.form.box._area.verticalScrollBar().maximum() == 0  # all of them, at once


def test_what_is_wrong_is_in_sight_though_the_form_was_never_open(iface: Any, dock: Any) -> None:
    set_form(dock, size_m=1290)
    settle()
    message = dock.form._messages["size_m"]
    assert message.text
    assert not message.visibleRegion().isEmpty()


class TestTheSpace:
    def test_that_the_dock_asks_for_fits_a_small_screen_at_any_font(
        self, font_pt: int, dock: Any
    ) -> None:
        dock.form.box.setCollapsed(False)
        set_form(dock, size_m=30, lut="95_5")
        settle()

        lines = dock.minimumSizeHint().height() / dock.fontMetrics().lineSpacing()

        assert lines < 12
        assert dock.widget().upper.widgetResizable()

    @pytest.mark.usefixtures("empty_cache")
    def test_of_a_row_of_pictures_is_left_beside_the_open_form(self, iface: Any, dock: Any) -> None:
        """On a laptop: the form scrolls in its own box, what is below it stays in sight."""
        read(iface, dock)
        dock.form.box.setCollapsed(False)
        dock.setFloating(True)
        dock.resize(300, 650)
        settle()

        assert dock.height() == 650
        assert dock.widget().upper.verticalScrollBar().maximum() == 0
        assert dock.panel.view.height() >= 8 * dock.fontMetrics().lineSpacing()
        assert dock.status_bar.visibleRegion().boundingRect().height() == dock.status_bar.height()

    def test_of_an_error_is_its_lines(self, font_pt: int, dock: Any) -> None:
        for width in (320, 520, 900):
            content = dock.form.box._content
            set_form(dock, size_m=1280)
            settle()
            without = content.heightForWidth(width)

            set_form(dock, size_m=30)
            settle()

            added = content.heightForWidth(width) - without
            assert added <= 3 * dock.fontMetrics().lineSpacing() + 4

    def test_of_a_wide_dock_is_used_by_columns(self, dock: Any) -> None:
        content = dock.form.box._content
        narrow, middle, wide = (content.heightForWidth(width) for width in (320, 560, 1000))

        assert wide < middle < narrow

    def test_of_a_column_is_left_by_no_field(self, font_pt: int, dock: Any) -> None:
        dock.form.box.setCollapsed(False)
        content = dock.form.box._content
        for width in (320, 560, 1000):
            content.resize(width, content.heightForWidth(width))
            settle()
            boxes = [row.geometry() for row in content._rows if not row.isHidden()]
            assert all(content.rect().contains(box) for box in boxes if box.height())
            pairs = [(a, b) for a in boxes for b in boxes if a is not b]
            assert not any(a.intersects(b) for a, b in pairs)
