"""What the tests of scenes share."""

from __future__ import annotations

import pytest

from cbm_chips.core import Place
from tests.builders import LEFT, TOP


@pytest.fixture(scope="module")
def place():
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(32631, 4326, always_xy=True)
    lon, lat = to_degrees.transform(LEFT + 1280, TOP - 1280)
    return Place(lon=lon, lat=lat)
