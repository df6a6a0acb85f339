"""How far each group has come."""

from __future__ import annotations

from cbm_chips.core.inspection.exports import InspectionStanding
from cbm_chips.core.inspection.progress_table import queue_progress
from cbm_chips.core.inspection.values import InspectionQuestion, KeptQueue
from tests.core.inspection.entries import (
    CONFIRMED,
    IMPOSSIBLE,
    NOT_CONFIRMED,
    an_entry,
    an_item,
)


def _by_key(*entries):
    return {entry.item.key: entry for entry in entries}


def test_what_is_wanted_answered_open_and_replaced_is_counted_by_group_and_in_all():
    items = [an_item(f"{number}") for number in range(6)] + [an_item("9", "ANC")]
    questions = (InspectionQuestion("E5", "Mown?", wanted=3), InspectionQuestion("ANC"))
    first = _by_key(
        an_entry("0"),
        an_entry("1", outcome=IMPOSSIBLE, replaced_by="3"),
        an_entry("9", "ANC", NOT_CONFIRMED),
    )
    second = _by_key(an_entry("0", outcome=NOT_CONFIRMED, look=2))
    standing = InspectionStanding(KeptQueue("sample", tuple(items), questions), first, second)
    e5, anc, total = queue_progress(standing)
    assert (e5.question, e5.text, e5.wanted, e5.rows) == ("E5", "Mown?", 3, 6)
    assert (e5.answered, e5.done, e5.open, e5.replaced, e5.reserve) == (2, 1, 2, 1, 2)
    assert (e5.outcomes, e5.second_looks) == ({CONFIRMED: 1, IMPOSSIBLE: 1}, 1)
    assert (anc.wanted, anc.rows, anc.outcomes) == (1, 1, {NOT_CONFIRMED: 1})
    assert (total.is_total, total.wanted, total.rows, total.answered) == (True, 4, 7, 3)


def test_an_empty_queue_has_no_rows():
    assert queue_progress(InspectionStanding(KeptQueue(), {}, {})) == ()
