"""The dock with June of the sample archive, and two of its dates left and right of a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.compare.marked_dates import (
    mark_both,
)
from tests.desktop.window import read, wait_for, wait_for_tasks


@pytest.fixture
def season(iface: Any, dock: Any, tmp_path: Path) -> Iterator[Any]:
    """The dock with June of the sample; the map follows the layer tree."""
    from qgis.core import QgsProject
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from cbm_chips.bridge.settings import Settings, save

    save(Settings(chips_folder=str(tmp_path / "chips")))
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), iface.canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    read(iface, dock)
    wait_for(dock.panel.is_idle)
    yield dock
    wait_for_tasks()
    del bridge


@pytest.fixture
def swiped(season: Any) -> Any:
    """June's first and last clear date, left and right of a line."""
    mark_both(season)
    season.compare.letters["L"].trigger()
    wait_for(lambda: season.compare.swipe.is_on and season.compare.swipe.item.rendered)
    return season
