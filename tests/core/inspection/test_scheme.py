"""What an agency sets for a campaign: it goes through a file unchanged, or is refused in words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.events.legal_window import NamedWindow
from cbm_chips.core.inspection.scheme import (
    KEYS,
    AnswerButton,
    InspectionScheme,
    scheme_of_text,
    scheme_text,
)
from cbm_chips.core.inspection.values import InspectionQuestion, Outcome

AGENCY = InspectionScheme(
    name="Paying agency",
    campaign="2026",
    buttons=(AnswerButton("1", "Ja", Outcome.CONFIRMED, colour="#00FF00"),),
    reasons=("cloud gap", "Wolken"),
    questions=(InspectionQuestion("E5", "Zwischenfrucht?", "Catch crop", 60),),
    windows=(NamedWindow("Catch crop", "09-15", "12-31"), NamedWindow("Other", "03-01", "04-01")),
)


def test_the_shipped_buttons_answer_with_every_outcome_by_key() -> None:
    outcomes = [one.outcome for one in InspectionScheme().buttons[:4]]
    assert outcomes == list(Outcome)
    assert [one.key for one in InspectionScheme().buttons] == list(KEYS)


def test_an_agency_s_scheme_goes_through_its_file() -> None:
    assert scheme_of_text(scheme_text(AGENCY)) == AGENCY


def test_what_a_file_leaves_out_is_as_shipped() -> None:
    read = scheme_of_text('{"format": "cbm-chips inspection scheme 1", "campaign": 2026}')
    assert read == InspectionScheme(campaign="2026")


def test_the_hash_is_of_what_is_asked_and_not_of_other_windows() -> None:
    less = replace(AGENCY, windows=AGENCY.windows[:1])
    assert less.sha256 == AGENCY.sha256
    other = replace(AGENCY, windows=(NamedWindow("Catch crop", "09-15", "12-30"),))
    assert other.sha256 != AGENCY.sha256
    assert replace(AGENCY, campaign="2027").sha256 != AGENCY.sha256


def test_a_question_that_is_not_known_has_only_its_code() -> None:
    assert AGENCY.question("ANC") == InspectionQuestion("ANC")
    assert AGENCY.question("E5").wanted == 60


def test_an_outcome_has_the_colour_of_its_first_button() -> None:
    assert AGENCY.colour_of(Outcome.CONFIRMED) == "#00ff00"
    assert AGENCY.colour_of(Outcome.INCONCLUSIVE) == "#808080"


def test_reasons_of_buttons_can_be_chosen_too() -> None:
    button = AnswerButton("5", "Hail", Outcome.INCONCLUSIVE, "hail")
    assert replace(AGENCY, buttons=(button,)).all_reasons == ("cloud gap", "Wolken", "hail")


YES = {"label": "x", "outcome": "confirmed"}


def _changed(**parts: object) -> str:
    return json.dumps({**json.loads(scheme_text(AGENCY)), **parts})


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "scheme"),
        ("[]", "scheme"),
        ("[" * 100_000, "scheme"),
        ('{"format": "another"}', "scheme"),
        (_changed(buttons=[]), "answers"),
        (_changed(buttons="all"), "scheme"),
        (_changed(buttons=[{"label": "no outcome"}]), "scheme"),
        (_changed(buttons=[{"label": "x", "outcome": "maybe"}]), "outcome"),
        (_changed(buttons=[{"label": " ", "outcome": "confirmed"}]), "answer_label"),
        (_changed(buttons=[{**YES, "key": "12"}]), "answer_key"),
        (_changed(buttons=[{**YES, "colour": "red"}]), "answer_colour"),
        (_changed(buttons=[{**YES, "key": "1"}] * 2), "answer_key"),
        (_changed(reasons=["a", "a"]), "reasons"),
        (_changed(reasons=[3]), "scheme"),
        (_changed(questions=[{"code": "E5", "wanted": -1}]), "wanted"),
        (_changed(questions=[{"code": "E5"}, {"code": "E5"}]), "question"),
        (_changed(windows=[["W", "13-01", "12-31"]]), "window_start"),
        (_changed(windows=[["W"]]), "scheme"),
    ],
)
def test_what_is_no_scheme_is_refused_and_says_where(text: str, field: str) -> None:
    with pytest.raises(RequestError) as refused:
        scheme_of_text(text)
    assert refused.value.field == field


_TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1).filter(
    lambda text: text.strip() == text
)


@given(
    labels=st.lists(_TEXTS, min_size=1, max_size=9),
    outcome=st.sampled_from(Outcome),
    reasons=st.lists(_TEXTS, unique=True),
    codes=st.lists(_TEXTS, unique=True),
)
def test_any_words_go_through_the_file(
    labels: list[str], outcome: Outcome, reasons: list[str], codes: list[str]
) -> None:
    scheme = InspectionScheme(
        buttons=tuple(AnswerButton(key, text, outcome) for key, text in zip(KEYS, labels)),
        reasons=tuple(reasons),
        questions=tuple(InspectionQuestion(code, code) for code in codes),
    )
    assert scheme_of_text(scheme_text(scheme)) == scheme
