"""What the tests of the algorithms share: the plugin, loaded once for each file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module")
def plugin(qgis_app: object) -> Iterator[object]:
    """As `qgis_process` loads it."""
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
