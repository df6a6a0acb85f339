"""The algorithms that write chips: one for each row of the table of output kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ...bridge.texts.translation import tr
from ...core.outputs.kinds.kind import Asks, OutputKind
from ...core.outputs.run_folder.writer import RunWriter
from ...core.rendering.composites import DEFAULT_COMPOSITE
from ...core.rendering.look import Look
from ..base.folder_run import FolderAlgorithm
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, split_bands
from ..parameters.look_parameters import bands_given, composite, look_given, stretch

DEFAULT_BANDS = "B08,B04,SCL"


class _Questions(Protocol):
    """The parameters of what a kind asks for, and what was given for them."""

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """The definitions."""

    def bands(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> tuple[str, ...]:
        """The bands to read."""

    def look(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> Look | None:
        """How pictures are made; None where none are."""


class _AsksBands:
    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        text = tr("Bands, separated by commas")
        return [QgsProcessingParameterString(names.BANDS, text, DEFAULT_BANDS)]

    def bands(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> tuple[str, ...]:
        return split_bands(algorithm.parameterAsString(given, names.BANDS, context))

    def look(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> Look | None:
        return None


class _AsksLook:
    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        return [composite(DEFAULT_COMPOSITE), *stretch("series")]

    def bands(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> tuple[str, ...]:
        return self.look(algorithm, given, context).bands

    def look(
        self, algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
    ) -> Look:
        return look_given(algorithm, given, context, bands_given(algorithm, given, context))


_QUESTIONS: dict[Asks, _Questions] = {Asks.BANDS: _AsksBands(), Asks.LOOK: _AsksLook()}


class ExtractChips(FolderAlgorithm):
    """`cbmchips:rawchips`, `cbmchips:compositechips`, ...: see the rows of `OUTPUTS`."""

    def __init__(self, kind: OutputKind) -> None:
        """The algorithm of one kind."""
        super().__init__()
        self._kind = kind
        self._questions = _QUESTIONS[kind.asks]

    def createInstance(self) -> ExtractChips:
        return type(self)(self._kind)

    def name(self) -> str:
        return self._kind.algorithm

    def displayName(self) -> str:
        return tr(self._kind.title)

    def shortHelpString(self) -> str:
        return tr(self._kind.help)

    def own_parameters(self) -> list[QgsProcessingParameterDefinition]:
        return self._questions.parameters()

    def requested_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return self._questions.bands(self, given, context)

    def look(self, given: Given, context: QgsProcessingContext) -> Look | None:
        return self._questions.look(self, given, context)

    def writer(self, folder: Path, given: Given, context: QgsProcessingContext) -> RunWriter:
        repeat = self.repetition(given, context).content
        return RunWriter(folder, self._kind.name, look=self.look(given, context), repeat=repeat)
