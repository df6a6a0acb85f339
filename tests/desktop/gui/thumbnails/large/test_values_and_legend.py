"""Below the dates: the values under the mouse, and the legend."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cbm_chips.core.rendering.class_renderer import CLASSIFICATION
from cbm_chips.core.rendering.look import Look
from tests.chips import a_parcel
from tests.desktop.gestures import key, move_to
from tests.desktop.gui.thumbnails.six_dates import (
    DAYS,
    canvas,
    look,
    scene,
)


class TestTheValues:
    def test_are_of_the_pixel_under_the_mouse(self, panel: Any) -> None:
        from qgis.PyQt.QtCore import QPointF

        panel.view.hovered.emit(panel.view.model().index(0, 0), QPointF(0.5, 0.25))

        first = panel.entries()[0].chip
        expected = first.bands["B08"][32, 64] * 0.0001 - 0.1
        assert f"B08 {expected:.3f}" in panel.info.text
        assert panel.info.text.index("B08") < panel.info.text.index("B04")

    def test_name_index_and_class(self, panel: Any) -> None:
        from qgis.PyQt.QtCore import QPointF

        panel.set_look(look("NDVI"))
        panel.view.hovered.emit(panel.view.model().index(0, 0), QPointF(0.5, 0.5))

        assert panel.info.text.startswith("NDVI ")

    def test_go_when_the_mouse_does(self, panel: Any) -> None:
        from qgis.PyQt.QtCore import QModelIndex, QPointF

        panel.view.hovered.emit(panel.view.model().index(0, 0), QPointF(0.5, 0.5))
        panel.view.hovered.emit(QModelIndex(), None)

        assert panel.info.text == ""

    def test_come_with_the_mouse_in_both_views(self, panel: Any) -> None:
        cell = panel.view.visualRect(panel.view.model().index(0, 0))
        move_to(panel.view.viewport(), panel.view.shape.picture(cell).center())
        assert panel.info.text.startswith("B08")

        panel.view.hovered.emit(panel.view.model().index(-1, 0), None)
        panel.pages.toggle_large()
        seen = canvas(panel.pages.large)
        move_to(seen, seen.rect().center())
        assert panel.info.text.startswith("B08")

    def test_of_a_date_without_chip_are_none(self, panel: Any) -> None:
        from qgis.PyQt.QtCore import QPointF

        panel.view.hovered.emit(panel.view.model().index(3, 0), QPointF(0.5, 0.5))

        assert panel.info.text == ""

    def test_follow_the_look_and_the_date_under_a_mouse_at_rest(self, panel: Any) -> None:
        panel.pages.toggle_large()
        seen = canvas(panel.pages.large)
        move_to(seen, seen.rect().center())
        assert panel.info.text.startswith("B08")

        for _ in range(3):  # to the one that failed
            key(panel.pages.large, "Right")
        assert panel.info.text == ""

        key(panel.pages.large, "Left")
        panel.set_look(look("NDVI"))
        assert panel.info.text.startswith("NDVI")

        panel.begin(2, a_parcel("next"), 1280)
        assert panel.info.text == ""


class TestTheLegend:
    def test_of_an_index_has_its_colours_and_numbers(self, panel: Any) -> None:
        panel.set_look(look("NDVI"))

        assert panel.info.legend.text() == "NDVI -1 – 1"
        assert panel.info.legend.toolTip()

    def test_of_classes_begins_with_those_of_the_date(self, panel: Any) -> None:
        panel.go_to(scene(DAYS[0]).id)
        panel.set_look(Look(CLASSIFICATION))

        there = {int(code) for code in np.unique(panel.current().chip.bands["SCL"])}
        swatches = panel.info.legend._content
        assert len(swatches) == 12
        assert [swatch.is_there for swatch in swatches] == sorted(
            (code in there for code in range(12)), reverse=True
        )

    def test_of_a_composite_names_its_bands(self, panel: Any) -> None:
        assert panel.info.legend.text() == "B08, B04, B03"
        assert "vegetation in red" in panel.info.legend.toolTip()

    @pytest.mark.parametrize("width", [60, 302, 2000])
    @pytest.mark.parametrize("shows", ["NDVI", "BSI", CLASSIFICATION, ("B08", "B04", "B03")])
    def test_is_painted_at_any_width(self, panel: Any, width: int, shows: Any) -> None:
        wanted = Look(shows) if shows is CLASSIFICATION else look(shows)
        panel.info.show_look(wanted)
        panel.info.legend.resize(width, 18)

        assert not panel.info.legend.grab().isNull()
