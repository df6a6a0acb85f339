"""A run's folder in the layout of the original CbM client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.model import Chip
from ...core.outputs.names import UniqueNames, place_folder
from ...core.reasons import Reason
from ...core.sentinel2.bands import BANDS
from ..base.cancelling import keep
from ..base.error_boundary import GuardedAlgorithm
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import optional

if TYPE_CHECKING:
    from ...core.outputs.client_layout.write import ClientRoot
    from ...core.outputs.run_folder.read_back import StoredPlace

INPUT, AOI, YEAR = "INPUT", "AOI", "YEAR"
USUAL_AREA = "aoi"


class ClientFoldersOfRun(GuardedAlgorithm):
    """`cbmchips:clientfolders`. It asks no source: all is in the run's folder."""

    def name(self) -> str:
        return "clientfolders"

    def displayName(self) -> str:
        return tr("Save a run in the CbM client's folders")

    def group(self) -> str:
        return tr("Image chips")

    def groupId(self) -> str:
        return "imagechips"

    def tags(self) -> list[str]:
        return ["sentinel-2", "chips", "cbm", "jrc", "client", "notebook", "export", "parcels"]

    def shortHelpString(self) -> str:
        return tr(
            "Writes the chips of a run as the original CbM client keeps them, for its notebooks.\n"
            "The folder is what 'Extract raw chips' wrote. Every place becomes "
            "<area>/<year>/<parcel>/ with info.json (the parcel) and chip_images, which holds a "
            "GeoTIFF for each product and band, and a list images_list.<BAND>.csv for each band. "
            "Lists that are there already go on. Such a folder can be given as the source to the "
            "other algorithms, and be opened in the dock."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        folder = QgsProcessingParameterFile.Behavior.Folder
        area = QgsProcessingParameterString(AOI, tr("Area: its code"), USUAL_AREA)
        year = QgsProcessingParameterString(YEAR, tr("Year of the parcels"))
        year.setHelp(tr("Without one, the year of the last date."))
        for parameter in (
            QgsProcessingParameterFile(INPUT, tr("Folder of a run"), folder),
            area,
            optional(year),
            QgsProcessingParameterFolderDestination(names.OUTPUT, tr("Data folder of the client")),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates written")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates that failed")))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        self._root(given, context, "2000")

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...core.outputs.run_folder.read_back import read_run

        run = read_run(Path(self.parameterAsString(given, INPUT, context)))
        if not any(_bands(place) for place in run):
            allowed = Reason("a run of raw chips: this one has pictures only")
            raise RequestError("manifest", self.parameterAsString(given, INPUT, context), allowed)
        last = max(date.record.failed.scene.acquired for place in run for date in place.dates)
        root = self._root(given, context, str(last.year))
        writing = _LayoutWriting(root, feedback)
        for number, place in enumerate(run):
            if feedback.isCanceled():
                break
            writing.write(place)
            feedback.setProgress(100.0 * (number + 1) / len(run))
        results = {
            names.OUTPUT: str(root.folder),
            names.COUNT: writing.count,
            names.FAILED: writing.failed,
        }
        if feedback.isCanceled():
            words = tr_count("Cancelled: {count} dates are in the folders.", writing.count)
            keep(words, context, feedback)
        return results

    def _root(self, given: Given, context: QgsProcessingContext, year: str) -> ClientRoot:
        from ...core.outputs.client_layout.write import ClientRoot

        folder, area, stated = (
            str(self.parameterAsString(given, name, context)).strip()
            for name in (names.OUTPUT, AOI, YEAR)
        )
        return ClientRoot(Path(folder), area or USUAL_AREA, stated or year)


class _LayoutWriting:
    """Writes the places of a run, one after another, and counts their dates."""

    def __init__(self, root: ClientRoot, feedback: QgsProcessingFeedback) -> None:
        self._root, self._feedback = root, feedback
        self._names = UniqueNames()
        self.count = self.failed = self._offered = 0

    def write(self, place: StoredPlace) -> None:
        """Its folder; a date that can't be read back, or written, costs itself."""
        from ...core.outputs.client_layout.write import write_client_folder

        folder = self._root.of(self._names.take(place_folder(place.place)))
        self._offered = 0
        count = write_client_folder(folder, place.place, self._chips(place))
        self.count += count
        self.failed += self._offered - count
        words = tr_count("{place}: {count} dates", count, place=place.place.name)
        self._feedback.pushInfo(words)

    def _chips(self, place: StoredPlace) -> Iterator[Chip]:
        from ...core.outputs.client_layout.write import has_files

        for date in place.dates:
            if self._feedback.isCanceled():
                return
            if not date.record.has_chip:
                continue
            chip = date.chip(_bands(place))
            if isinstance(chip, Chip):
                self._offered += has_files(chip)
                yield chip
            else:
                self.failed += 1
                self._feedback.reportError(
                    f"{place.place.name} {chip.scene.label}: {worded(chip.reason)}", False
                )


def _bands(place: StoredPlace) -> tuple[str, ...]:
    """All that some date of the place has a file of."""
    found = dict.fromkeys(what for date in place.dates for what in date.files)
    return tuple(what for what in found if what in BANDS)
