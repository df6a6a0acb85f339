"""How far two looks agree: counted, and beyond what chance would give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.inspection.agreement import confusion, disagreements, looks_agreement
from cbm_chips.core.inspection.exports import InspectionStanding
from cbm_chips.core.inspection.values import KeptQueue, Outcome
from tests.core.inspection.entries import CONFIRMED, INCONCLUSIVE, NOT_CONFIRMED, an_entry

_YES, _NO = CONFIRMED, NOT_CONFIRMED


def _looks(*pairs, question="E5"):
    """First and second answers to the same questions; None for none."""
    looks = ({}, {})
    for number, pair in enumerate(pairs):
        for look, outcome in zip(looks, pair):
            if outcome is not None:
                entry = an_entry(str(number), question, outcome)
                look[entry.item.key] = entry
    return looks


def test_cohens_kappa_of_a_known_table():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: po = 0.7, pe = 0.5, kappa = 0.4
    looks = _looks(
        *[(_YES, _YES)] * 20, *[(_YES, _NO)] * 5, *[(_NO, _YES)] * 10, *[(_NO, _NO)] * 15
    )
    of_question, total = looks_agreement(*looks)
    assert (total.both, total.agreed, total.agreement) == (50, 35, 0.7)
    assert total.kappa == pytest.approx(0.4)
    assert (of_question.question, of_question.kappa) == ("E5", total.kappa)
    assert [counts[:2] for _, counts in confusion(total)][:2] == [(20, 5), (10, 15)]
    assert len(disagreements(*looks)) == 15


def test_where_chance_would_agree_always_kappa_is_not_defined():
    assert looks_agreement(*_looks((_YES, _YES), (_YES, _YES)))[-1].kappa is None
    assert looks_agreement(*_looks((_YES, None), (None, _NO)))[-1].kappa is None
    assert looks_agreement({}, {}) == ()


def test_each_question_counts_for_itself_and_one_that_one_of_them_answered_is_told():
    first, second = _looks((_YES, _YES), (_YES, None), (None, _NO))
    more = _looks((_NO, INCONCLUSIVE), question="ANC")
    rows = looks_agreement({**first, **more[0]}, {**second, **more[1]})
    assert [(row.question, row.both, row.agreed, row.is_total) for row in rows] == [
        ("ANC", 1, 0, False),
        ("E5", 1, 1, False),
        ("", 2, 1, True),
    ]
    assert (rows[-1].only_first, rows[-1].only_second) == (1, 1)
    (one,) = disagreements({**first, **more[0]}, {**second, **more[1]})
    assert (one.first.item.question, one.second.answer.outcome) == ("ANC", INCONCLUSIVE)


def _standing(first=(), second=()):
    looks = ({one.item.key: one for one in look} for look in (first, second))
    return InspectionStanding(KeptQueue(), *looks)


def _told(looks):
    return [{key[0]: one.answer.outcome for key, one in look.items()} for look in looks]


def test_of_two_records_the_first_looks_are_compared_where_there_are_such():
    again = [an_entry("1", outcome=_NO, look=2), an_entry("2", look=2)]
    one = _standing([an_entry("1", outcome=_YES)], again)
    other = _standing([an_entry("1", outcome=_YES, inspector="Berta")], again)
    assert _told(one.against(other)) == [{"1": _YES}, {"1": _YES}]
    assert _told(one.against(_standing((), again)))[1] == {"1": _NO, "2": CONFIRMED}


def test_an_answer_that_a_copy_of_the_record_has_too_is_no_second_look():
    mine = [an_entry("1"), an_entry("2", outcome=_YES)]
    copy = _standing(mine, [an_entry("2", outcome=_NO, look=2, inspector="Berta")])
    assert _told(_standing(mine).against(copy)) == [{"1": CONFIRMED, "2": _YES}, {"2": _NO}]
    assert _told(copy.against(copy))[1] == {"2": _NO}


@given(st.lists(st.tuples(*[st.sampled_from([*Outcome, None])] * 2)))
def test_kappa_lies_between_minus_one_and_one_and_is_one_only_where_all_agree(pairs):
    for row in looks_agreement(*_looks(*pairs)):
        assert row.kappa is None or -1 <= row.kappa <= 1
        assert row.kappa is None or (row.kappa == 1) == (row.agreed == row.both)
        assert sum(sum(counts) for _, counts in confusion(row)) == row.both
