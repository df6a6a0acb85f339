"""A run's folder as one HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ...bridge.texts.translation import tr
from ...core.outputs.html.columns import MOST_COLUMNS
from ...core.rendering.composites import BandTriple
from ...core.rendering.stretch import parse_lut
from ..base.error_boundary import GuardedAlgorithm
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given
from ..parameters.kinds import optional
from ..parameters.look_parameters import LUT, bands_given, composite, look_given, stretch

if TYPE_CHECKING:
    from ...core.outputs.html.page import Section

INPUT, COLUMNS = "INPUT", "COLUMNS"


class ChipSheet(GuardedAlgorithm):
    """`cbmchips:chipsheet`. It asks no source: all is in the folder."""

    def name(self) -> str:
        return "chipsheet"

    def displayName(self) -> str:
        return tr("Make an HTML sheet of chips")

    def group(self) -> str:
        return tr("Image chips")

    def groupId(self) -> str:
        return "imagechips"

    def tags(self) -> list[str]:
        return ["sentinel-2", "chips", "html", "report", "parcels", "cbm", "print"]

    def shortHelpString(self) -> str:
        return tr(
            "Puts all dates of a run on one HTML page, to be looked at in a browser, printed or "
            "passed on.\n"
            "The folder is what 'Extract raw chips' or 'Extract colour composite chips' wrote. The "
            "pictures are within the page; it needs no other file and no network. Dates are in "
            "order, the oldest first, each with its flag, dates without a picture with the "
            "reason. Several places become sections of the same page.\n"
            "Bands are composed anew with the look-up table and stretch given here. Pictures that "
            "a run of composites made are shown as they are; without bands given, what the folder "
            "holds is chosen."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        folder = QgsProcessingParameterFile.Behavior.Folder
        whole = QgsProcessingParameterNumber.Type.Integer
        for parameter in (
            QgsProcessingParameterFile(INPUT, tr("Folder of a run"), folder),
            QgsProcessingParameterNumber(
                COLUMNS, tr("Most columns"), whole, MOST_COLUMNS, False, 1, MOST_COLUMNS
            ),
            optional(composite()),
            *stretch("series"),
            QgsProcessingParameterFileDestination(
                names.OUTPUT, tr("HTML sheet"), tr("HTML pages ({0})").format("*.html")
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates on the page")))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        self._bands(given, context)
        parse_lut(self.parameterAsString(given, LUT, context))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsString(given, INPUT, context))
        output = Path(self.parameterAsFileOutput(given, names.OUTPUT, context))
        page, count = self._write(folder, output, given, context, feedback)
        return {names.OUTPUT: str(page), names.COUNT: count}

    def _write(
        self,
        folder: Path,
        output: Path,
        given: Given,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Path, int]:
        from ...core.outputs.html.from_run_folder import RunContents, check_size, sections_of
        from ...core.outputs.html.page import write_html_sheet
        from ...core.outputs.run_folder.read_back import read_run
        from ...core.series.making.calendar_means import with_calendar

        run = read_run(folder)
        count = check_size(run)
        showable = RunContents.of(run)
        bands = showable.choose(self._bands(given, context))
        look = look_given(self, given, context, bands)
        is_ready_made = showable.is_ready_made(bands)
        if is_ready_made:
            feedback.pushInfo(tr("The run's own pictures are shown, stretched as they are."))
        sections = map(with_calendar, sections_of(run, look, is_ready_made=is_ready_made))
        page = write_html_sheet(
            _watched(sections, len(run), feedback),
            output,
            names=[place.place.name for place in run],
            columns=self.parameterAsInt(given, COLUMNS, context),
        )
        return page, count

    def _bands(self, given: Given, context: QgsProcessingContext) -> BandTriple | None:
        if not is_given(given, names.BANDS):
            return None
        return bands_given(self, given, context)


def _watched(
    sections: Iterable[Section], count: int, feedback: QgsProcessingFeedback
) -> Iterator[Section]:
    """The same, with progress; stopped, it leaves no page behind."""
    for number, section in enumerate(sections):
        if feedback.isCanceled():
            raise QgsProcessingException(tr("Cancelled: no page was written."))
        feedback.setProgress(100 * number / count)
        yield section
