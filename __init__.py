"""Entrance for QGIS, which imports this folder as a package and calls `classFactory`."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: ANN401, N802  QGIS's name and QGIS's types
    """Return the plugin; QGIS is imported here, because tests import this file without it."""
    from .cbm_chips.plugin import CbmChipsPlugin

    return CbmChipsPlugin(iface)
