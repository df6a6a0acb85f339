"""How far two looks at the same parcels agree, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...bridge.texts.translation import tr
from ...bridge.texts.words import number
from ...core.inspection.agreement import (
    Disagreement,
    LooksAgreement,
    disagreements,
    looks_agreement,
)
from ...core.inspection.values import InspectionEntry
from ..base.record_algorithm import ALL, RECORD, TABLE, RecordAlgorithm, record_parameter
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given
from ..parameters.kinds import optional
from ..tables.table_sink import TableSink

SECOND, CONFUSION, DISAGREEMENTS = "SECOND", "CONFUSION", "DISAGREEMENTS"
AGREEMENT, KAPPA = "AGREEMENT", "KAPPA"
_COLUMNS: dict[str, type] = {
    "question": str,
    "both": int,
    "agreed": int,
    "agreement": float,
    "kappa": float,
    "only_first": int,
    "only_second": int,
}
_PAIR: dict[str, type] = {"question": str, "first": str, "second": str, "count": int}
_SAID = ("outcome", "reason", "comment", "inspector", "decided")
_TWICE = (f"{look}_{one}" for look in ("first", "second") for one in _SAID)
_DIFFERENT: dict[str, type] = dict.fromkeys(("parcel", "question", *_TWICE), str)


class AgreementAlgorithm(RecordAlgorithm):
    """`cbmchips:agreement`."""

    def name(self) -> str:
        return "agreement"

    def displayName(self) -> str:
        return tr("Agreement of two looks")

    def tags(self) -> list[str]:
        return [*super().tags(), "kappa", "cohen", "confusion", "second look", "blind"]

    def shortHelpString(self) -> str:
        return tr(
            "Compares two looks at the same questions: the first and the second one of a record, "
            "or the first looks of two records (an answer that both files hold, as a copy does, is "
            "no second one).\n"
            "A row of the table is a group (bucket); the last one is all of them. It has the "
            "questions that both have answered, those with the same outcome, the overall "
            "agreement, and Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe), the agreement beyond "
            "that of chance. Kappa stays empty where it is not defined: where both have only ever "
            "given the same single outcome.\n"
            "The confusion table counts each pair of outcomes; the list of disagreements has the "
            "questions whose outcomes differ, with both answers. Answers that were taken back do "
            "not count."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        sink = QgsProcessingParameterFeatureSink
        second = tr("Second record: without one, the second looks of the first")
        for parameter in (
            record_parameter(RECORD, tr("Record of an inspection")),
            optional(record_parameter(SECOND, second)),
            sink(names.OUTPUT, tr("Agreement"), TABLE),
            sink(CONFUSION, tr("Confusion table"), TABLE, None, True, False),
            sink(DISAGREEMENTS, tr("Disagreements"), TABLE, None, True),
        ):
            self.addParameter(parameter)
        for name, title in (
            (names.COUNT, tr("Questions with two answers")),
            (AGREEMENT, tr("Overall agreement")),
            (KAPPA, tr("Cohen's kappa")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def records(self) -> tuple[str, ...]:
        return (RECORD, SECOND)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        first, second = self._looks(given, context)
        rows, different = looks_agreement(first, second), disagreements(first, second)
        total = rows[-1] if rows else LooksAgreement("", {}, is_total=True)
        _tell(total, feedback)
        results: dict[str, Any] = {
            names.COUNT: total.both,
            AGREEMENT: total.agreement,
            KAPPA: total.kappa,
        }
        for name, columns, cells in (
            (names.OUTPUT, _COLUMNS, map(_cells, rows)),
            (CONFUSION, _PAIR, _pairs(rows)),
            (DISAGREEMENTS, _DIFFERENT, map(_both, different)),
        ):
            if is_given(given, name):
                results[name] = self._written(name, columns, cells, given, context)
        return results

    def _looks(self, given: Given, context: QgsProcessingContext) -> tuple[Any, Any]:
        own = self.standing(RECORD, given, context)
        if not is_given(given, SECOND):
            return own.first, own.second
        return own.against(self.standing(SECOND, given, context))

    def _written(
        self,
        name: str,
        columns: dict[str, type],
        rows: Iterable[dict[str, Any]],
        given: Given,
        context: QgsProcessingContext,
    ) -> str:
        table = TableSink(self, given, context, columns, output=name)
        for row in rows:
            table.add(row)
        return table.close()


def _cells(row: LooksAgreement) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in _COLUMNS}
    return {**told, "question": ALL if row.is_total else row.question}


def _pairs(rows: Iterable[LooksAgreement]) -> Iterator[dict[str, Any]]:
    for row in rows:
        for (first, second), count in sorted(row.counts.items()):
            told = {"first": first.value, "second": second.value, "count": count}
            yield {"question": _cells(row)["question"], **told}


def _both(pair: Disagreement) -> dict[str, Any]:
    parcel, question = pair.first.item.key
    first = {f"first_{name}": value for name, value in _said(pair.first).items()}
    second = {f"second_{name}": value for name, value in _said(pair.second).items()}
    return {"parcel": parcel, "question": question, **first, **second}


def _said(entry: InspectionEntry) -> dict[str, str]:
    outcome = entry.answer.outcome
    told = (outcome.value if outcome else "", entry.answer.reason, entry.answer.comment)
    return dict(zip(_SAID, (*told, entry.inspector, entry.decided.isoformat())))


def _tell(total: LooksAgreement, feedback: QgsProcessingFeedback) -> None:
    if total.agreement is None:
        feedback.pushWarning(tr("No question has two answers: there is nothing to compare."))
        return
    words = tr("{agreed} of {both} questions have the same outcome ({share} %).")
    share = number(100 * total.agreement, 1)
    feedback.pushInfo(words.format(agreed=total.agreed, both=total.both, share=share))
    if total.kappa is None:
        feedback.pushInfo(tr("Cohen's kappa is not defined: there is only one outcome."))
    else:
        feedback.pushInfo(tr("Cohen's kappa: {kappa}").format(kappa=number(total.kappa, 3)))
