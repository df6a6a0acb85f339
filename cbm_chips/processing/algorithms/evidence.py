"""Evidence of inspected parcels: a record in, a folder of bundles out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...bridge.evidence.bundles import EvidenceRun, EvidenceWish
from ...bridge.evidence.record_sources import SourceInstead
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.errors import ChipsError
from ...core.inspection.bundle.made_picture import PictureProof
from ...core.model import Place
from ...core.reasons import Reason
from ..base.cancelling import cancelled_by, is_cancelled, keep
from ..base.places import parcels_of
from ..base.record_algorithm import RECORD, RecordAlgorithm, record_parameter
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given
from ..parameters.kinds import advanced, optional

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...core.inspection.bundle.write import WrittenBundle

_MOST_NAMED = 20
IDS, ZIP, GEOTIFFS, PDF = "IDS", "ZIP", "GEOTIFFS", "PDF"
INDEX, PROVED, DIFFERENT, NOT_MADE = "INDEX", "PROVED", "DIFFERENT", "NOT_MADE"


class EvidenceAlgorithm(RecordAlgorithm):
    """`cbmchips:evidence`."""

    def name(self) -> str:
        return "evidence"

    def displayName(self) -> str:
        return tr("Evidence of inspected parcels")

    def tags(self) -> list[str]:
        return [*super().tags(), "evidence", "proof", "sha256", "pdf", "sheet", "html", "zip"]

    def shortHelpString(self) -> str:
        return tr(
            "Writes, for each parcel of an inspection's record, what its answers rest on: a bundle "
            "of files to be handed on.\n"
            "A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), "
            "all rows of the record as record.json, the outline, the pictures that were looked at "
            "with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, "
            "the pixels as GeoTIFFs, and the sheet as a PDF.\n"
            "The pictures are made again, from the cache where it has them, and compared with "
            "their hashes at the time of the answer. What differs, or can't be read any more, is "
            "shown with the reason and costs itself alone. The time series on the sheet is of what "
            "is kept of the season: nothing is asked for it, and the sheet says what lacks.\n"
            "All parcels with answers are written, or those of the layer (or its selection), or of "
            "the ids given. The layer's outlines stand in where the record has none. An index page "
            "and a table list what is in the folder; other bundles in it stay. A run that is "
            "cancelled leaves whole bundles only. The record may be open elsewhere meanwhile."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in self._parameters():
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFile(INDEX, tr("Index (HTML)")))
        for name, title in (
            (names.COUNT, tr("Bundles written")),
            (PROVED, tr("Pictures proved")),
            (DIFFERENT, tr("Pictures that differ")),
            (NOT_MADE, tr("Pictures that could not be made again")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def _parameters(self) -> list[QgsProcessingParameterDefinition]:
        ids = QgsProcessingParameterString(
            IDS, tr("Ids of the only parcels, separated by commas"), ""
        )
        source = QgsProcessingParameterString(
            names.SOURCE, tr("Source: without one, that of the record"), ""
        )
        return [
            record_parameter(RECORD, tr("Record of an inspection")),
            *(optional(one) for one in names.parcels_and_names()),
            optional(ids),
            _switch(PDF, tr("The sheet as a PDF, too")),
            _switch(GEOTIFFS, tr("The pixels as GeoTIFFs, too")),
            _switch(ZIP, tr("A zip for each parcel instead of a folder")),
            advanced(optional(names.with_list_of_sources(source))),
            advanced(optional(QgsProcessingParameterAuthConfig(names.AUTH, tr("Login")))),
            QgsProcessingParameterFolderDestination(names.OUTPUT, tr("Folder for the evidence")),
        ]

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        super().check_all(given, context)
        if is_given(given, names.PARCELS):
            parcels_of(self, given, context, only_look=True)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        name = self.parameterAsString(given, names.SOURCE, context)
        login = self.parameterAsString(given, names.AUTH, context)
        self._run = EvidenceRun(SourceInstead(name, login))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        wish = self._wish(given, context)
        told: Counter[str] = Counter()
        without = set(wish.parcels or ())
        try:
            with cancelled_by(feedback):
                for bundle in self._written(wish, feedback):
                    without.discard(bundle.parcel)
                    _report(bundle, told, feedback)
        except ChipsError:
            if not feedback.isCanceled():
                raise
        if feedback.isCanceled():
            words = tr_count("Cancelled: {count} bundles are in the folder.", told[names.COUNT])
            keep(words, context, feedback)
        elif not told[names.COUNT]:
            raise QgsProcessingException(tr("None of these parcels has an answer in the record."))
        elif without:
            words = tr_count("{count} parcels have no answer in the record:", len(without))
            feedback.pushWarning(f"{words} {_named(without)}")
        counts = {name: told[name] for name in (names.COUNT, PROVED, DIFFERENT, NOT_MADE)}
        return {names.OUTPUT: str(wish.folder), INDEX: str(self._run.index), **counts}

    def _written(
        self, wish: EvidenceWish, feedback: QgsProcessingFeedback
    ) -> Iterator[WrittenBundle]:
        done = 0
        with closing(self._run.steps(wish)) as steps:
            for step in steps:
                if step.bundle is not None:
                    done += 1
                    yield step.bundle
                    feedback.setProgress(100.0 * done / step.count)
                if is_cancelled(feedback):
                    return

    def _wish(self, given: Given, context: QgsProcessingContext) -> EvidenceWish:
        outlines = self._outlines(given, context)
        text = self.parameterAsString(given, IDS, context)
        ids = {one.strip() for one in text.split(",") if one.strip()}
        is_layer = is_given(given, names.PARCELS)
        parcels = ids or (set(outlines) if is_layer else None)
        return EvidenceWish(
            Path(self.parameterAsFile(given, RECORD, context)),
            Path(self.parameterAsString(given, names.OUTPUT, context)),
            parcels,
            is_zip=self.parameterAsBool(given, ZIP, context),
            has_geotiffs=self.parameterAsBool(given, GEOTIFFS, context),
            has_pdf=self.parameterAsBool(given, PDF, context),
            outlines=outlines,
        )

    def _outlines(
        self, given: Given, context: QgsProcessingContext
    ) -> dict[str, BaseGeometry | None]:
        """By id; of a parcel that is no area None."""
        if not is_given(given, names.PARCELS):
            return {}
        targets = parcels_of(self, given, context).targets(context.transformContext())
        return {
            target.label: target.outline if isinstance(target, Place) else None
            for target in targets
        }


def _switch(name: str, title: str) -> QgsProcessingParameterBoolean:
    return QgsProcessingParameterBoolean(name, title, False)


_COUNTED = {
    PictureProof.PROVED: PROVED,
    PictureProof.DIFFERENT: DIFFERENT,
    PictureProof.NOT_MADE: NOT_MADE,
}


def _named(parcels: Collection[str]) -> str:
    told = sorted(parcels)
    return ", ".join((*told[:_MOST_NAMED], "…") if len(told) > _MOST_NAMED else told)


def _report(bundle: WrittenBundle, told: Counter[str], feedback: QgsProcessingFeedback) -> None:
    told[names.COUNT] += 1
    count = len(bundle.proofs)
    words = Reason("{proved} of {pictures} proved", proved=bundle.proved, pictures=count)
    feedback.pushInfo(f"{bundle.parcel}: {worded(words) if count else tr('no picture')}")
    for proof, reason in bundle.proofs:
        told[_COUNTED.get(proof, "")] += 1
        if reason:
            feedback.pushWarning(f"{bundle.parcel}: {worded(reason)}")
