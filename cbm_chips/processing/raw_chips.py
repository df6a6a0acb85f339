"""Bands as they are, one GeoTIFF per date and band."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ..bridge.translation import tr
from ..core.outputs.run_folder.writer import RunWriter
from . import parameters as names
from .folder_run import FolderAlgorithm
from .parameters import Given, split_bands

DEFAULT_BANDS = "B08,B04,SCL"


class RawChips(FolderAlgorithm):
    """`cbmchips:rawchips`."""

    def name(self) -> str:
        return "rawchips"

    def displayName(self) -> str:
        return tr("Extract raw chips")

    def shortHelpString(self) -> str:
        return tr(
            "Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.\n"
            "Give a point, or a layer of parcels: then every parcel becomes a series of its own "
            "and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF "
            "with the numbers of the original file (no resampling; 0 is no data) in a folder per "
            "place. manifest.json lists the files by date, chips.csv says of every date how "
            "cloudy it is and, if it has no chip, why.\n"
            "The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included."
        )

    def own_parameters(self) -> list[QgsProcessingParameterDefinition]:
        return [
            QgsProcessingParameterString(
                names.BANDS, tr("Bands, separated by commas"), DEFAULT_BANDS
            )
        ]

    def wished_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return split_bands(self.parameterAsString(given, names.BANDS, context))

    def writer(self, folder: Path, given: Given, context: QgsProcessingContext) -> RunWriter:
        return RunWriter(folder, "bands")
