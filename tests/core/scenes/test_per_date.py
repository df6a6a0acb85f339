"""Of a day the clearest scene stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.scenes.per_date import Judged, clearest_per_date
from tests.builders import a_scene, utc
from tests.core.scenes.overpasses import ids


def judged(name, bad, valid, acquired="2020-06-28T11:43:00"):
    return Judged(a_scene(name, acquired), bad, valid)


def best_of(*candidates):
    kept, dropped = clearest_per_date(reversed(candidates))
    assert (kept, dropped) == clearest_per_date(candidates)
    return ids(candidate.scene for candidate in kept)


def test_of_a_day_the_clearer_scene_stays_and_the_other_is_reported():
    kept, dropped = clearest_per_date([judged("cloudy", 0.8, 1.0), judged("clear", 0.1, 1.0)])

    assert ids(candidate.scene for candidate in kept) == ["clear"]
    assert [(drop.scene.id, drop.kept) for drop in dropped] == [("cloudy", "clear")]


def test_no_data_counts_like_cloud():
    assert best_of(judged("sliver without cloud", 0.0, 0.2), judged("whole", 0.5, 1.0)) == ["whole"]


def test_equally_clear_scenes_are_settled_by_time():
    early = judged("z", 0.0, 1.0, "2020-06-28T10:00:00")
    late = judged("a", 0.0, 1.0, "2020-06-28T11:40:00")

    assert best_of(early, late) == ["z"]


def test_a_scene_that_could_not_be_judged_comes_after_one_with_a_clear_pixel():
    assert best_of(judged("unknown", None, 1.0), judged("some", 0.9, 1.0)) == ["some"]
    assert best_of(judged("half", None, 0.5), judged("all", None, 1.0)) == ["all"]


def test_days_end_at_midnight_utc_and_come_oldest_first():
    before = judged("before", 0.0, 1.0, "2020-06-28T23:59:59")
    after = judged("after", 0.0, 1.0, "2020-06-29T00:00:01")
    local = replace(
        after, scene=replace(after.scene, acquired=utc("2020-06-29T00:00:01").astimezone())
    )

    assert best_of(before, local) == ["before", "after"]


CANDIDATES = st.lists(
    st.builds(
        lambda number, minutes, bad, valid: Judged(
            a_scene(number, utc("2020-03-05T22:00:00") + timedelta(minutes=minutes)), bad, valid
        ),
        st.integers(0, 10**6).map(str),
        st.integers(0, 300),
        st.none() | st.floats(0, 1),
        st.floats(0, 1),
    ),
    max_size=8,
    unique_by=lambda candidate: candidate.scene.id,
)


@given(CANDIDATES, st.randoms(use_true_random=False))
def test_the_clearest_of_a_day_does_not_depend_on_the_order(candidates, chance):
    shuffled = list(candidates)
    chance.shuffle(shuffled)
    kept, dropped = clearest_per_date(candidates)

    assert clearest_per_date(shuffled)[0] == kept
    assert len(kept) + len(dropped) == len(candidates)
