"""Three bands as a picture, one GeoTIFF per date."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ..bridge.translation import tr
from ..core.outputs.run_folder.kinds import STRETCHES, Look
from ..core.outputs.run_folder.writer import RunWriter
from ..core.rendering.composites import DEFAULT_COMPOSITE, parse_bands
from ..core.rendering.stretch import parse_lut
from . import parameters as names
from .folder_run import FolderAlgorithm
from .parameters import Given, advanced, words

LUT, STRETCH = "LUT", "STRETCH"
DEFAULT_LUT = "5_95"


class CompositeChips(FolderAlgorithm):
    """`cbmchips:compositechips`."""

    def name(self) -> str:
        return "compositechips"

    def displayName(self) -> str:
        return tr("Extract colour composite chips")

    def shortHelpString(self) -> str:
        return tr(
            "Makes a small colour picture of a place from every Sentinel-2 acquisition of a "
            "period.\n"
            "The three bands are shown as red, green and blue; the first sets the resolution. "
            "The look-up table is two percentiles of the valid pixels, clouds and shadows left out "
            "(5_95), or six absolute values of reflectance x 10 000, low and high for each of the "
            "three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of "
            "all dates of a place together, so that dates compare. No data is transparent.\n"
            "Files, manifest and table are laid out as by 'Extract raw chips'."
        )

    def own_parameters(self) -> list[QgsProcessingParameterDefinition]:
        return [
            QgsProcessingParameterString(
                names.BANDS, tr("Bands for red, green and blue"), DEFAULT_COMPOSITE
            ),
            advanced(
                QgsProcessingParameterString(
                    LUT, tr("Look-up table: two percentiles or six values"), DEFAULT_LUT
                )
            ),
            advanced(words(STRETCH, tr("Percentiles of each chip or series"), tuple(STRETCHES))),
        ]

    def wished_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._look(given, context).bands))

    def writer(self, folder: Path, given: Given, context: QgsProcessingContext) -> RunWriter:
        return RunWriter(folder, "composite", look=self._look(given, context))

    def _look(self, given: Given, context: QgsProcessingContext) -> Look:
        return Look(
            bands=parse_bands(self.parameterAsString(given, names.BANDS, context)),
            lut=parse_lut(self.parameterAsString(given, LUT, context)),
            stretch=self.parameterAsEnumString(given, STRETCH, context),
        )
