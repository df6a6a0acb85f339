"""Outcomes and reason codes in the language of QGIS; the record has them in English."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.inspection.scheme import DEFAULT_REASONS
from ...core.inspection.values import Outcome
from ...core.reasons import Reason
from .words import worded

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.CONFIRMED: Reason("Confirmed"),
    Outcome.NOT_CONFIRMED: Reason("Not confirmed"),
    Outcome.INCONCLUSIVE: Reason("Inconclusive"),
    Outcome.CANNOT_BE_INSPECTED: Reason("Cannot be inspected"),
}


def outcome_words(outcome: Outcome) -> str:
    """An outcome, as it stands at the beginning of a sentence."""
    return worded(OUTCOME_WORDS[outcome])


def reason_words(code: str) -> str:
    """A reason code that is shipped, in words; an agency's own as it is."""
    shipped = (worded(one) for one in DEFAULT_REASONS if one == code)
    return next(shipped, code)
