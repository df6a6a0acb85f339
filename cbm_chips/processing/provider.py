"""The provider `cbmchips` of the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .chip_sheet import ChipSheet
from .cloud_flags import CloudFlags
from .composite_chips import CompositeChips
from .parcel_at_location import ParcelAtLocation
from .raw_chips import RawChips
from .service_time_series import ServiceTimeSeries

ALGORITHMS = (RawChips, CompositeChips, CloudFlags, ChipSheet, ParcelAtLocation, ServiceTimeSeries)
ICON = Path(__file__).resolve().parents[2] / "resources" / "icon.svg"


class CbmChipsProvider(QgsProcessingProvider):
    """Lists the algorithms; each is a file beside this one."""

    def id(self) -> str:
        return "cbmchips"

    def name(self) -> str:
        return "CbM Chips"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
