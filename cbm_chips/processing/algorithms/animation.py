"""Seasons as animated GIFs and numbered PNGs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.model import Place
from ...core.outputs.animation.options import (
    LEAST_EDGE_PX,
    LEAST_MS,
    MOST_EDGE_PX,
    MOST_MS,
    AnimationOptions,
)
from ...core.outputs.names import UniqueNames, place_folder
from ...core.rendering.composites import DEFAULT_COMPOSITE, composite_of
from ...core.rendering.indices import INDICES
from ...core.rendering.look import Look, find_one_band
from ...core.rendering.stretch import parse_lut
from ..base.cancelling import cancelled_by
from ..base.chip_algorithm import ChipAlgorithm
from ..base.extraction import Extraction, Result, Target
from ..base.folder_run import MOST_KEPT
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import advanced, choice
from ..parameters.look_parameters import LUT, bands_given, composite, stretch

INDEX, CLOUDY, OUTLINE, DATE = "INDEX", "CLOUDY", "OUTLINE", "DATE"
FRAME_MS, EDGE_PX, PNGS = "FRAME_MS", "EDGE_PX", "PNGS"
NO_INDEX = "none"
_USUAL = AnimationOptions()


class Animation(ChipAlgorithm):
    """`cbmchips:animation`."""

    def name(self) -> str:
        return "animation"

    def displayName(self) -> str:
        return tr("Make animations of a season")

    def shortHelpString(self) -> str:
        return tr(
            "Makes an animated GIF of every place, with a frame for each Sentinel-2 acquisition of "
            "a period, and the same frames as numbered PNGs.\n"
            "All frames of a place have one stretch, so that what changes is the ground. Dates on "
            "which the parcel is cloudy are left out unless they are wanted. The outline is drawn, "
            "and a line below tells the date and where in the period it is.\n"
            "It needs the Python package Pillow, which QGIS's installers bring."
        )

    def tags(self) -> list[str]:
        return [*super().tags(), "gif", "png", "animation", "timelapse", "movie"]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (*names.where_and_when(), *_of_frames(), *names.limits()):
            self.addParameter(parameter)
        folder = tr("Folder for the animations")
        self.addParameter(QgsProcessingParameterFolderDestination(names.OUTPUT, folder))
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Animations written")))
        failed = tr("Places without an animation")
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, failed))

    def requested_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return self._look(given, context).bands

    def check(self, given: Given, context: QgsProcessingContext) -> None:
        from ...core.outputs.animation.drawing import need_pillow

        need_pillow()
        self._options(given, context)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsString(given, names.OUTPUT, context))
        frames = _Animations(
            folder, self._look(given, context), self._options(given, context), feedback
        )
        targets = self.targets(given, context, feedback)
        with self.extraction(given, context, feedback) as extraction:
            self._write(extraction, targets, frames, feedback)
        extraction.refuse_if_nothing(targets)
        failed = frames.failed + len(extraction.failed_places)
        return {names.OUTPUT: str(folder), names.COUNT: frames.count, names.FAILED: failed}

    def _write(
        self,
        extraction: Extraction,
        targets: list[Target],
        frames: _Animations,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """A place that was cut short by the user has no animation."""
        frames.reserve(targets)
        kept: dict[int, list[Result]] = {}
        for place, result in extraction.over(targets, most_together=MOST_KEPT):
            if result is not None:
                kept.setdefault(id(place), []).append(result)
                continue
            with cancelled_by(feedback):
                frames.write(place, kept.pop(id(place), []))

    def _look(self, given: Given, context: QgsProcessingContext) -> Look:
        name = self.parameterAsEnumString(given, INDEX, context)
        if name and name != NO_INDEX:
            return Look(find_one_band(name))
        lut = parse_lut(self.parameterAsString(given, LUT, context))
        return Look(composite_of(bands_given(self, given, context)), lut, is_shared=True)

    def _options(self, given: Given, context: QgsProcessingContext) -> AnimationOptions:
        return AnimationOptions(
            has_cloudy=self.parameterAsBool(given, CLOUDY, context),
            has_outline=self.parameterAsBool(given, OUTLINE, context),
            has_date=self.parameterAsBool(given, DATE, context),
            frame_ms=self.parameterAsInt(given, FRAME_MS, context),
            edge_px=self.parameterAsInt(given, EDGE_PX, context),
            has_pngs=self.parameterAsBool(given, PNGS, context),
        )


class _Animations:
    """Writes the animations of a run, one after another, and counts them."""

    def __init__(
        self, folder: Path, look: Look, options: AnimationOptions, feedback: QgsProcessingFeedback
    ) -> None:
        self._folder, self._look, self._options = folder, look, options
        self._feedback = feedback
        self._paths: dict[int, Path] = {}
        self.count = self.failed = 0

    def reserve(self, targets: list[Target]) -> None:
        """Names of files don't depend on who is read first."""
        unique = UniqueNames()
        for place in targets:
            if isinstance(place, Place):
                self._paths[id(place)] = self._folder / unique.take(place_folder(place))

    def write(self, place: Place, dates: list[Result]) -> None:
        """One that can't be made costs itself, with its reason."""
        from ...core.outputs.animation.write import write_animation

        path = self._paths[id(place)]
        try:
            made = write_animation(path, place, dates, self._look, self._options)
        except RequestError as error:
            self.failed += 1
            self._feedback.reportError(f"{place.name}: {worded(error)}", False)
            return
        self.count += 1
        words = tr_count(
            "{place}: {count} frames, {left} dates left out",
            made.shown,
            place=place.name,
            left=made.cloudy + made.without_picture,
        )
        self._feedback.pushInfo(words)


def _of_frames() -> list[QgsProcessingParameterDefinition]:
    whole = QgsProcessingParameterNumber.Type.Integer
    lut, *_ = stretch("series")
    return [
        composite(DEFAULT_COMPOSITE),
        choice(INDEX, tr("Index in place of colours"), (NO_INDEX, *INDICES, "SCL")),
        QgsProcessingParameterBoolean(CLOUDY, tr("Cloudy dates, too"), _USUAL.has_cloudy),
        QgsProcessingParameterBoolean(OUTLINE, tr("Draw the parcel"), _USUAL.has_outline),
        QgsProcessingParameterBoolean(DATE, tr("Write the date"), _USUAL.has_date),
        QgsProcessingParameterNumber(
            FRAME_MS, tr("Milliseconds per date"), whole, _USUAL.frame_ms, False, LEAST_MS, MOST_MS
        ),
        advanced(
            QgsProcessingParameterNumber(
                EDGE_PX,
                tr("Width of the pictures in pixels, about"),
                whole,
                _USUAL.edge_px,
                False,
                LEAST_EDGE_PX,
                MOST_EDGE_PX,
            )
        ),
        advanced(QgsProcessingParameterBoolean(PNGS, tr("Numbered PNGs, too"), _USUAL.has_pngs)),
        lut,
    ]
