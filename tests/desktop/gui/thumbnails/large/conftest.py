"""A panel with the chips of six days, without a run."""

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
    with thumbnail_panel(420, 600) as made:
        show_six_dates(made)
        yield made
