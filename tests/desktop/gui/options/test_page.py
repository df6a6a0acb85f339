"""The page in QGIS's options, and what it stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.languages import needs_lrelease, spoken
from tests.desktop.window import wait_for

pytestmark = pytest.mark.usefixtures("empty_cache")


class TestSettings:
    def test_defaults_are_shown_and_stored_as_they_are(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load

        assert page.settings() == Settings()
        page.apply()
        assert load() == Settings()
        assert page.applications == [1]

    def test_every_field_is_stored_and_shown_again(
        self, page: Any, window: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.bridge.settings import Settings, load
        from cbm_chips.gui.options.page import OptionsPage

        wanted = Settings(
            chips_folder=str(tmp_path / "chips, mine"),
            cache_folder=str(tmp_path / "cache"),
            cache_size_mb=100,
            bad_classes=frozenset({3, 11}),
            tolerance_pct=2.5,
            own_classes=frozenset({3, 11}),
            threads=3,
            package_index="https://packages.example/simple",
        )
        page.show_settings(wanted)
        page.apply()

        assert load() == wanted
        assert OptionsPage(window).settings() == wanted

    def test_nothing_is_stored_before_apply(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load

        page.threads.setValue(1)
        assert load() == Settings()

    def test_restored_defaults_wait_for_apply_too(self, page: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load, save

        save(Settings(threads=2))
        page.show_settings(load())
        page.restore.click()
        assert page.settings() == Settings()
        assert load().threads == 2


class TestClouds:
    def test_twelve_boxes_say_code_and_name_and_show_the_colour(self, page: Any) -> None:
        from qgis.PyQt.QtGui import QColor
        from qgis.PyQt.QtWidgets import QCheckBox

        from cbm_chips.core.sentinel2.scl import SCL_CLASSES

        boxes = page.classes.findChildren(QCheckBox)
        assert len(boxes) == len(SCL_CLASSES) == 12
        for row, box in zip(SCL_CLASSES, boxes):
            assert " ".join(box.text().split()) == f"{row.code} {row.label}"
            image = box.icon().pixmap(box.iconSize()).toImage()
            assert image.pixelColor(image.rect().center()) == QColor(row.color)

    def test_no_data_is_never_a_choice(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QCheckBox

        box = page.classes.findChildren(QCheckBox)[0]
        assert (box.isChecked(), box.isEnabled()) == (True, False)
        assert 0 not in page.classes.classes()

    def test_a_named_set_ticks_its_boxes_and_a_tick_leaves_it(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QCheckBox, QComboBox

        from cbm_chips.core.sentinel2.cloud_rules import CLOUD_RULES, OWN

        combo = page.classes.findChild(QComboBox)
        for name, row in CLOUD_RULES.items():
            combo.setCurrentIndex(combo.findData(name))
            combo.activated.emit(combo.currentIndex())
            assert page.classes.classes() == row.bad_classes
        page.classes.findChildren(QCheckBox)[4].click()
        assert combo.currentData() == OWN


class TestItsWords:
    @needs_lrelease
    @pytest.mark.parametrize("language", ["en", "de", "nl"])
    def test_nothing_is_cut_off_at_twice_the_font_size(
        self, language: str, window: Any, tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtWidgets import QApplication, QScrollArea

        from cbm_chips.gui.options.page import OptionsPage

        font, large = QApplication.font(), QApplication.font()
        large.setPointSizeF(font.pointSizeF() * 2)
        QApplication.setFont(large)
        try:
            with spoken(language, tmp_path):
                big = OptionsPage(window)
                big.resize(700, 800)
                window.show()
                wait_for(lambda: not big.cache.use.text.endswith("…"))
                assert big.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
        finally:
            QApplication.setFont(font)

    def test_everything_to_be_used_has_a_name(self, page: Any) -> None:
        from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QTableWidget

        kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QTableWidget)
        for kind in kinds:
            for widget in page.findChildren(kind):
                if widget.isVisible() and not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text.strip("…."), widget
