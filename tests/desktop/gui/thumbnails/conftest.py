"""A narrow panel without a run, and the same with the chips of six days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.gui.thumbnails.six_dates import (
    show_six_dates,
)
from tests.desktop.thumbnail_panel import thumbnail_panel


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    with thumbnail_panel(320, 600, points=9) as made:
        yield made
    QLocale.setDefault(before)


@pytest.fixture
def shown(panel: Any) -> Any:
    """Six dates, of which the fourth failed."""
    show_six_dates(panel)
    return panel
