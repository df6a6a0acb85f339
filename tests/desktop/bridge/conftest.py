"""What tests of the bridge share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def stored() -> Iterator[Any]:
    """QGIS's settings without any of ours, and as they were before afterwards."""
    from qgis.core import QgsSettings

    settings = QgsSettings()
    settings.remove("cbm_chips")
    before = {key: settings.value(key) for key in settings.allKeys()}
    yield settings
    for key in settings.allKeys():
        if key not in before:
            settings.remove(key)
    for key, value in before.items():
        settings.setValue(key, value)
