"""Algorithms for many parcels that write the parcels' chips as well, if wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.model import DEFAULT_SIZE_M, LARGEST_SIZE_M, SNAP_M, ChipRequest
from ...core.outputs.repeat.repetition import Repetition
from ..parameters.chip_parameters import Given, is_given
from ..parameters.kinds import advanced
from .chip_algorithm import ANYWHERE
from .chips_beside import ChipsBeside
from .extraction import Target
from .parcel_algorithm import SCHEDULER, ParcelAlgorithm
from .places import parcels_of
from .repeat_chips import ChipsAgain, repetition_of_chips

if TYPE_CHECKING:  # with numpy, which QGIS's start is not to load
    from ...core.parcels.planning.parcel_request import ParcelRequest

SCL = "SCL"
CHIPS, CHIP_SIZE = "CHIPS", "CHIP_SIZE"


class WithChips(ParcelAlgorithm):
    """Has the parameters of `chip_parameters`."""

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        super().check_all(given, context)
        self._check_chips(given, context)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        super().prepare(given, context)
        self._check_chips(given, context)  # models skip the check
        self._rule = self._wanted.rule

    def chips_beside(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> ChipsBeside | None:
        if not is_given(given, CHIPS):
            return None
        parcels = parcels_of(self, given, context)
        targets = list(parcels.targets(context.transformContext()))
        folder = Path(self.parameterAsString(given, CHIPS, context))
        wanted = self._chip_request(given, context)
        self._targets = targets
        beside = self.chips_in(folder, wanted, targets, feedback)
        beside.repeat = self.repetition(given, context).content
        return beside

    def again(self, given: Given, context: QgsProcessingContext) -> ChipsAgain:
        folder = Path(self.parameterAsString(given, CHIPS, context)).absolute()
        run = self.repeatable(self._chip_request(given, context), given, context)
        return ChipsAgain(run, folder=folder)

    def repetition(self, given: Given, context: QgsProcessingContext) -> Repetition:
        if not is_given(given, CHIPS):
            return super().repetition(given, context)
        return repetition_of_chips(self.given_again, self.again(given, context), self._targets)

    def chips_in(
        self,
        folder: Path,
        wanted: ChipRequest,
        targets: list[Target],
        feedback: QgsProcessingFeedback,
    ) -> ChipsBeside:
        """What writes the chips: those of all dates."""
        return ChipsBeside(folder, wanted, targets, feedback, self.title_of(CHIPS))

    def _chip_request(self, given: Given, context: QgsProcessingContext) -> ChipRequest:
        wanted: ParcelRequest = self._parcel_request(given, context)
        return ChipRequest(
            ANYWHERE,
            start=wanted.start,
            end=wanted.end,
            bands=(*wanted.bands_read, SCL),
            size_m=self.parameterAsInt(given, CHIP_SIZE, context),
            max_scene_cloud_pct=wanted.max_scene_cloud_pct,
        )

    def _check_chips(self, given: Given, context: QgsProcessingContext) -> None:
        if not is_given(given, CHIPS):
            return
        if is_given(given, SCHEDULER):
            allowed = tr("no folder where a scheduler is given: chips are cut on this computer")
            raise RequestError(CHIPS, str(given[CHIPS]), allowed)
        self._chip_request(given, context)


def chip_parameters() -> Iterator[QgsProcessingParameterDefinition]:
    """Where chips go, and how large they are."""
    chips = QgsProcessingParameterFolderDestination(
        CHIPS, tr("Folder for the chips of the parcels"), None, True
    )
    chips.setCreateByDefault(False)
    chips.setHelp(
        tr(
            "Optional: the chips as well, band by band, with SCL, in the folders that 'Extract raw "
            "chips' writes. They come of the same reads: no file is asked twice."
        )
    )
    yield chips
    kind = QgsProcessingParameterNumber.Type.Integer
    size = QgsProcessingParameterNumber(
        CHIP_SIZE, tr("Edge of the chip in metres"), kind, DEFAULT_SIZE_M
    )
    size.setMinimum(SNAP_M)
    size.setMaximum(LARGEST_SIZE_M)
    yield advanced(size)
