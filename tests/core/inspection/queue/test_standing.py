"""Where in a queue somebody stands, who stands in for whom, and what comes up again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.queue.progress import QueueAnswer, QueueStanding
from cbm_chips.core.inspection.queue.reserve import quassa_wanted
from cbm_chips.core.inspection.queue.second_look import (
    second_look,
    second_look_of_text,
    second_look_text,
)
from cbm_chips.core.inspection.values import InspectionQuestion, QueueItem

YES, BARRED = QueueAnswer(), QueueAnswer(can_be_inspected=False)


def queue(*, e5: int, anc: int) -> list[QueueItem]:
    """In turns, so that the parcels of both have the same numbers."""
    both = [("E5", e5), ("ANC", anc)]
    return [
        QueueItem(f"{number:03}", code)
        for number in range(1, max(e5, anc) + 1)
        for code, count in both
        if number <= count
    ]


def standing(wanted: int | None = None, *, e5: int = 4, anc: int = 2) -> QueueStanding:
    return QueueStanding(queue(e5=e5, anc=anc), [InspectionQuestion("E5", wanted=wanted)])


def names(of: QueueStanding) -> list[str]:
    return [" ".join(item.key) for item in of.items]


class TestProgress:
    def test_is_that_of_all_and_of_the_bucket(self) -> None:
        at = standing()
        at.decide({("001", "E5"): YES, ("001", "ANC"): YES, ("003", "E5"): YES})
        now = at.progress(2)
        assert (now.number, now.count, now.decided) == (3, 6, 3)
        assert (now.question, now.number_in, now.count_in, now.decided_in) == ("E5", 2, 4, 2)

    def test_of_nothing_is_nothing(self) -> None:
        assert QueueStanding([]).progress(0).count == 0

    def test_next_undecided_goes_around_the_end(self) -> None:
        at = standing(e5=3, anc=0)
        at.decide({("002", "E5"): YES})
        assert at.next_undecided(0) == 2
        assert at.next_undecided(2) == 0
        at.decide({("001", "E5"): YES, ("003", "E5"): YES})
        assert at.next_undecided(0) is None

    def test_an_answer_that_is_taken_back_is_open_again(self) -> None:
        at = standing()
        at.decide({("001", "E5"): YES})
        at.decide({("001", "E5"): None})
        assert (at.progress(0).decided, at.next_undecided(5)) == (0, 0)

    def test_ids_are_found_with_their_zeros_or_without(self) -> None:
        assert standing().rows_with_id("001") == [0, 1]
        assert standing().rows_with_id(" 1 ") == [0, 1]
        assert not standing().rows_with_id("0")


class TestTheReserve:
    def test_is_behind_what_is_wanted(self) -> None:
        assert names(standing(2)) == ["001 E5", "001 ANC", "002 E5", "002 ANC"]

    def test_stands_in_for_one_that_cannot_be_inspected(self) -> None:
        at = standing(2)
        assert at.replacement(at.items[0]) == QueueItem("003", "E5")
        assert at.decide({("001", "E5"): BARRED})
        assert names(at) == ["001 E5", "001 ANC", "002 E5", "002 ANC", "003 E5"]
        assert at.is_replaced(at.items[0])
        now = at.progress(4)
        assert (now.number, now.count, now.number_in, now.count_in) == (4, 4, 2, 2)

    def test_stands_in_for_one_of_its_own(self) -> None:
        at = standing(2)
        at.decide({("001", "E5"): BARRED, ("003", "E5"): BARRED})
        assert names(at)[-1] == "004 E5"

    def test_comes_to_an_end(self) -> None:
        at = standing(3)
        at.decide({("001", "E5"): BARRED})
        assert at.replacement(at.items[1]) is None  # another bucket, which has none
        assert at.replacement(at.items[2]) is None
        at.decide({("002", "E5"): BARRED})
        assert at.progress(0).count_in == 3

    def test_goes_back_when_the_answer_is_taken_back(self) -> None:
        at = standing(2)
        at.decide({("001", "E5"): BARRED})
        at.decide({("001", "E5"): None})
        assert names(at) == names(standing(2))

    def test_stays_once_it_is_answered(self) -> None:
        at = standing(2)
        at.decide({("001", "E5"): BARRED})
        at.decide({("003", "E5"): YES})
        at.decide({("001", "E5"): YES})
        assert "003 E5" in names(at)

    @given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([YES, BARRED, None]))))
    def test_is_the_same_however_the_answers_came(
        self, said: list[tuple[int, QueueAnswer | None]]
    ) -> None:
        at, last = standing(2), {}
        for place, one in said:
            last[at.all[place].key] = one
            at.decide({at.all[place].key: one})
        known = {key: one for key, one in last.items() if one is not None}
        anew = QueueStanding(at.all, at.questions.values(), known)
        assert names(at) == names(anew)
        rows = range(len(at.items))
        assert [at.progress(row) for row in rows] == [anew.progress(row) for row in rows]

    @pytest.mark.parametrize(
        ("size", "wanted"), [(0, 0), (1, 1), (20, 1), (21, 2), (5999, 300), (6000, 300)]
    )
    def test_is_what_the_rule_leaves(self, size: int, wanted: int) -> None:
        assert quassa_wanted(size) == wanted


class TestTheSecondLook:
    def test_chooses_the_same_by_the_same_seed_in_whatever_order(self) -> None:
        items = queue(e5=40, anc=10)
        first, again = second_look(items, "7", 10), second_look(items[::-1], "7", 10)
        assert first == again
        assert len(first.keys) == 5
        assert second_look(items, "8", 10).keys != first.keys

    def test_is_the_same_after_it_was_kept_as_text(self) -> None:
        look = second_look(queue(e5=3, anc=1), "Größe", 50.5)
        assert second_look_of_text(second_look_text(look)) == look
        assert second_look_of_text("{}") is None

    @pytest.mark.parametrize("share", [0, -1, 101])
    def test_refuses_shares_that_are_none(self, share: float) -> None:
        with pytest.raises(RequestError, match="share_pct"):
            second_look(queue(e5=3, anc=0), "1", share)

    def test_has_one_question_at_least(self) -> None:
        assert len(second_look(queue(e5=3, anc=0), "1", 0.1).keys) == 1
        assert not second_look([], "1", 10).keys
