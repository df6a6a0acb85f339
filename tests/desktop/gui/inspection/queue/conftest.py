"""A queue in the dock, opened from the sample of a quality assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.inspection.queue.steps import HEADER, open_queue
from tests.desktop.running import parcels_of
from tests.sample_servers import Served


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """All of the sample's, on the map."""
    layer = parcels_of(servers, "315141")
    layer.setSubsetString("")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


@pytest.fixture
def ids(parcels: Any) -> list[str]:
    """Of the layer's first parcels."""
    return [str(feature["id"]) for feature, _ in zip(parcels.getFeatures(), range(6))]


@pytest.fixture
def sample(ids: list[str], tmp_path: Path) -> Path:
    """Each parcel is in bucket E5, the first two in ANC as well; one row joins to nothing."""
    rows = [f"E5,{one},H{at},{at},1,{3 * at}" for at, one in enumerate(ids, 1)]
    rows += [f"ANC,{one},H{at},{at},0,{3 * at + 1}" for at, one in enumerate(ids[:2], 1)]
    path = tmp_path / "x_extracted_sample_1.csv"
    path.write_text("\n".join([HEADER, *rows, "E5,0999,H9,9,0,99"]), encoding="utf-8")
    return path


@pytest.fixture
def desk(dock: Any, parcels: Any) -> Any:
    return dock.inspection.desk


@pytest.fixture
def opened(desk: Any, sample: Path, tmp_path: Path) -> Any:
    """The sample's queue, of two parcels of E5 and all of ANC."""
    open_queue(desk, sample, tmp_path / "r.gpkg", wanted={"E5": "2"})
    return desk
