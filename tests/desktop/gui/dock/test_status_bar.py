"""The dock's last line."""

from __future__ import annotations

from typing import Any

from cbm_chips.core.pipeline.series import Counts
from tests.desktop.window import settle


def test_progress_is_told_without_painting_the_rest_of_the_window(qgis_app: Any) -> None:
    from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

    from cbm_chips.gui.dock.status.status_bar import StatusBar

    class Thumbnails(QWidget):
        painted = 0

        def paintEvent(self, event: Any) -> None:
            self.painted += 1

    window, thumbnails, line = QWidget(), Thumbnails(), StatusBar()
    window.resize(400, 300)
    rows = QVBoxLayout(window)
    rows.addWidget(thumbnails, 1)
    rows.addWidget(line)
    window.show()
    line.reading(Counts(dates=24, done=1))
    settle()
    before = thumbnails.painted

    thumbnails.update()
    line.reading(Counts(dates=24, done=20))
    amid = thumbnails.painted
    settle()

    assert (amid - before, thumbnails.painted - before) == (0, 1)
    assert line._bar.value() == 20
    assert line._bar.updatesEnabled()
    window.close()
    window.deleteLater()
