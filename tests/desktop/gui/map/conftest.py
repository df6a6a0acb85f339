"""A real map canvas, and what was heard of the places that are picked on it."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.desktop.gui.map.pointing import (
    look_at_centre,
)


@pytest.fixture
def canvas(clean_project: Any) -> Iterator[Any]:
    from qgis.gui import QgsMapCanvas, QgsMapToolPan
    from qgis.PyQt import sip

    canvas = QgsMapCanvas()
    canvas.resize(600, 400)
    canvas.show()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.pan = pan
    look_at_centre(canvas, "EPSG:3857")
    yield canvas
    sip.delete(canvas)  # one that outlives QGIS takes the process down with it


@pytest.fixture
def picker(canvas: Any) -> Iterator[Any]:
    from cbm_chips.gui.map.picker import MapPicker

    picker = MapPicker(canvas)
    picker.heard = SimpleNamespace(places=[], lists=[], problems=[])
    picker.placePicked.connect(picker.heard.places.append)
    picker.placesPicked.connect(picker.heard.lists.append)
    picker.problem.connect(picker.heard.problems.append)
    yield picker
    picker.unload()
