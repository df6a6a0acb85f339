"""Three bands as a picture, one GeoTIFF per date."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..bridge.translation import tr
from ..core.outputs.run_folder.writer import RunWriter
from ..core.rendering.composites import DEFAULT_COMPOSITE
from ..core.rendering.look import Look
from .folder_run import FolderAlgorithm
from .look_parameters import bands_given, composite, look_given, stretch
from .parameters import Given


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
        return [composite(DEFAULT_COMPOSITE), *stretch("chip")]

    def wished_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return self._look(given, context).bands

    def writer(self, folder: Path, given: Given, context: QgsProcessingContext) -> RunWriter:
        return RunWriter(folder, "composite", look=self._look(given, context))

    def _look(self, given: Given, context: QgsProcessingContext) -> Look:
        return look_given(self, given, context, bands_given(self, given, context))
