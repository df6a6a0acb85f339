"""Parcels of the sample archive on the map."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.running import parcels_of
from tests.sample_servers import Served


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """Four of the sample's, the one in the middle among them, on the map and selected."""
    ids = [row["id"] for row in parcels_of(servers, "315141").getFeatures()]
    layer = parcels_of(servers, *ids)
    layer.setSubsetString("")
    names = sorted(feature["id"] for feature in layer.getFeatures())[:3]
    layer = parcels_of(servers, *names, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    layer.selectAll()
    return layer
