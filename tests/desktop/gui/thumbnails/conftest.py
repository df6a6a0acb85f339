"""A panel with the chips of six days, without a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.chips import a_failed_chip, a_parcel
from tests.desktop.gui.thumbnails.test_thumbnails import (
    DAYS,
    batch,
    chip,
    found,
    scene,
    wait_for,
)


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    from cbm_chips.gui.thumbnails import ThumbnailPanel

    made = ThumbnailPanel()
    made.resize(420, 600)
    made.show()
    made.begin(1, a_parcel(), 1280)
    events = [chip(day) for day in DAYS]
    events[3] = a_failed_chip("HTTP 503", scene=scene(DAYS[3]))
    made.take(batch(found(*DAYS), *events))
    wait_for(made.is_idle)
    yield made
    made.stop()
    made.close()
    made.deleteLater()
