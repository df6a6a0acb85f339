"""The provider `cbmchips` of the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core.outputs.kinds.table import OUTPUTS
from .algorithms.agreement import AgreementAlgorithm
from .algorithms.animation import Animation
from .algorithms.chip_sheet import ChipSheet
from .algorithms.client_folders import ClientFoldersOfRun
from .algorithms.cloud_flags import CloudFlags
from .algorithms.evidence import EvidenceAlgorithm
from .algorithms.export_answers import ExportAnswersAlgorithm
from .algorithms.extract_chips import ExtractChips
from .algorithms.install_packages import InstallPackages
from .algorithms.match_up import MatchUp
from .algorithms.parcel_at_location import ParcelAtLocation
from .algorithms.parcel_time_series import ParcelObservability, ParcelTimeSeries
from .algorithms.queue_progress import QueueProgressAlgorithm
from .algorithms.series_plot import SeriesPlotOfTable
from .algorithms.service_time_series import ServiceTimeSeries

OTHERS = (
    CloudFlags,
    ChipSheet,
    ClientFoldersOfRun,
    Animation,
    ParcelTimeSeries,
    ParcelObservability,
    SeriesPlotOfTable,
    MatchUp,
    ParcelAtLocation,
    ServiceTimeSeries,
    QueueProgressAlgorithm,
    AgreementAlgorithm,
    ExportAnswersAlgorithm,
    EvidenceAlgorithm,
    InstallPackages,
)
ICON = Path(__file__).resolve().parents[2] / "resources" / "icon.svg"


class CbmChipsProvider(QgsProcessingProvider):
    """Lists the algorithms: one for each kind of output, and those that are a file beside this."""

    def id(self) -> str:
        return "cbmchips"

    def name(self) -> str:
        return "CbM Chips"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def loadAlgorithms(self) -> None:
        for kind in OUTPUTS.values():
            self.addAlgorithm(ExtractChips(kind))
        for algorithm in OTHERS:
            self.addAlgorithm(algorithm())
