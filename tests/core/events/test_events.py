"""Events between two clear dates, and where they lie in a legal window."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.events.answer import CERTAIN_DAYS, Gap, Position, answer, gaps_in
from cbm_chips.core.events.event import AFTER, BEFORE, EventMark, ParcelEvent, mark_of
from cbm_chips.core.events.event_log import EventLog, events_text, logs_of_text, of_json, to_json
from cbm_chips.core.events.legal_window import (
    LegalWindow,
    NamedWindow,
    windows_of_text,
    windows_text,
)
from cbm_chips.core.sentinel2.scl import CloudFlag

WINDOW = LegalWindow("No mowing", date(2022, 3, 15), date(2022, 7, 1))
DAYS = st.dates(date(2022, 1, 1), date(2022, 12, 31))


def day(text):
    return date.fromisoformat(f"2022-{text}")


def a_mark(when, **others):
    on = when if isinstance(when, date) else day(when)
    at = datetime(on.year, on.month, on.day, 10, 50, tzinfo=timezone.utc)
    return EventMark(at, f"S2A_{on:%Y%m%d}", **others)


def an_event(before=None, after=None):
    return ParcelEvent(*(one and a_mark(one) for one in (before, after)))


@pytest.mark.parametrize(
    ("before", "after", "position"),
    [
        ("03-15", "03-20", Position.INSIDE),
        ("06-26", "07-01", Position.INSIDE),
        ("03-01", "06-30", Position.UNDECIDABLE),
        ("03-09", "03-14", Position.BEFORE),
        ("03-10", "03-15", Position.STRADDLES),
        ("07-01", "07-06", Position.STRADDLES),
        ("07-02", "07-07", Position.AFTER),
        ("06-28", "07-08", Position.STRADDLES),
        ("06-28", "07-09", Position.UNDECIDABLE),
        ("03-01", "07-20", Position.UNDECIDABLE),
        ("05-01", None, Position.INCOMPLETE),
        (None, "05-01", Position.INCOMPLETE),
        (None, "03-14", Position.BEFORE),
        ("07-02", None, Position.AFTER),
    ],
)
def test_an_event_is_answered_by_the_days_on_which_it_may_have_happened(before, after, position):
    assert answer(an_event(before, after), WINDOW, ()).position is position


class TestAnUndecidableEvent:
    def test_names_its_gap_with_dates_and_length(self):
        told = answer(an_event("06-20", "07-09"), WINDOW, [day("06-25")])
        assert told.gap == Gap(day("06-25"), day("07-09"))
        assert told.gap.days == 14
        assert told.words == (
            "Undecidable for “No mowing”: no clear date between 2022-06-25 and 2022-07-09 (14 days)"
        )

    def test_is_one_only_where_the_clear_dates_are_far_apart(self):
        """Marks far apart with clear dates in between could be told more closely: no gap."""
        every_five = [day("06-20") + timedelta(days=5 * step) for step in range(5)]
        told = answer(an_event(every_five[0], every_five[-1]), WINDOW, every_five)
        assert told.position is Position.STRADDLES
        assert told.gap is None
        assert told.hint == "Not adjacent: 3 clear dates lie between, the first on 2022-06-25."


def test_marks_that_are_adjacent_have_no_hint():
    told = answer(an_event("05-01", "05-06"), None, [day("05-01"), day("05-06"), day("05-11")])
    assert (told.position, told.words, told.hint) == (None, "", "")


@given(DAYS, DAYS, st.lists(DAYS, max_size=12))
def test_an_answer_never_claims_more_than_its_days_allow(one, other, clear):
    if one == other:
        return
    before, after = sorted((one, other))
    told = answer(an_event(before, after), WINDOW, clear)
    possible = [before + timedelta(days=step) for step in range((after - before).days + 1)]
    in_window = {WINDOW.first <= on <= WINDOW.last for on in possible}
    if told.position is Position.INSIDE:
        assert in_window == {True}
    elif told.position in (Position.BEFORE, Position.AFTER):
        assert in_window == {False}
    else:
        assert in_window == {True, False}
        gap = told.gap
        assert (gap is not None) == (told.position is Position.UNDECIDABLE)
        if gap is not None:
            assert gap.days > CERTAIN_DAYS
            assert before <= gap.first < gap.last <= after
            assert not any(gap.first < on < gap.last for on in clear)
    assert list(told.between) == sorted({on for on in clear if before < on < after})


@given(st.lists(DAYS, max_size=20))
def test_gaps_of_a_window_hold_no_clear_date(clear):
    gaps = gaps_in(WINDOW, clear)
    assert [gap.days for gap in gaps] == sorted((gap.days for gap in gaps), reverse=True)
    for gap in gaps:
        assert WINDOW.first <= gap.first < gap.last <= WINDOW.last
        assert not any(gap.first < on < gap.last for on in clear)


class TestALog:
    def test_takes_two_marks_as_one_event_and_a_third_as_the_next(self):
        log = EventLog().mark(BEFORE, a_mark("05-01")).mark(AFTER, a_mark("05-06"))
        log = log.mark(BEFORE, a_mark("07-01"))
        assert log.events == (an_event("05-01", "05-06"), an_event("07-01"))
        assert log.complete == (an_event("05-01", "05-06"),)

    def test_may_begin_with_the_date_after(self):
        log = EventLog().mark(AFTER, a_mark("05-06")).mark(BEFORE, a_mark("05-01"))
        assert log.events == (an_event("05-01", "05-06"),)

    def test_refuses_marks_in_the_wrong_order(self):
        log = EventLog().mark(BEFORE, a_mark("05-06"))
        for wrong in ("05-06", "05-01"):
            with pytest.raises(RequestError) as refused:
                log.mark(AFTER, a_mark(wrong))
            assert refused.value.field == "event"

    def test_goes_back_mark_by_mark(self):
        empty = EventLog()
        one = empty.mark(BEFORE, a_mark("05-01"))
        two = one.mark(AFTER, a_mark("05-06"))
        gone = two.remove(0)
        assert gone.events == ()
        assert gone.undo() == two
        assert gone.undo().undo() == one
        assert gone.undo().undo().undo() == empty
        assert empty.undo() == empty

    def test_that_loses_an_event_which_is_not_there_stays(self):
        log = EventLog().mark(BEFORE, a_mark("05-01"))
        assert log.remove(1) is log
        assert log.remove(-1) is log

    def test_is_kept_as_text_with_its_scenes(self):
        log = EventLog().mark(BEFORE, a_mark("05-01", is_clear=False)).mark(AFTER, a_mark("05-06"))
        kept = logs_of_text(events_text({"315141": log, "empty": EventLog()}))
        assert kept == {"315141": EventLog(log.events)}


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda one: (
            st.lists(one)
            | st.dictionaries(st.sampled_from(["before", "after", "acquired", "scene"]), one)
        ),
    )
)
def test_what_is_kept_is_read_whatever_it_is(told):
    log = of_json(told)
    assert of_json(to_json(log)).events == log.events
    assert isinstance(logs_of_text(str(told)), dict)


@pytest.mark.parametrize(
    ("flag", "problem"),
    [
        (CloudFlag.CLOUDY, "2022-05-01 is cloudy"),
        (CloudFlag.NO_DATA, "2022-05-01 has no data"),
        (None, "This date is not read"),
    ],
)
def test_a_date_on_which_the_parcel_was_not_seen_can_not_be_marked(flag, problem):
    with pytest.raises(RequestError, match=problem):
        mark_of(a_mark("05-01").acquired, "scene", flag)


def test_a_partly_clear_date_may_be_marked_and_says_so():
    assert not mark_of(a_mark("05-01").acquired, "scene", CloudFlag.PARTLY).is_clear
    assert mark_of(a_mark("05-01").acquired, "scene", CloudFlag.NO_SCL).is_clear


class TestAWindow:
    def test_of_every_year_is_the_one_of_the_season_on_show(self):
        yearly = NamedWindow("No mowing", "03-15", "07-01")
        assert yearly.during(day("04-01"), day("10-31")) == WINDOW

    def test_that_ends_earlier_in_the_year_ends_in_the_next(self):
        winter = NamedWindow("Catch crop", "10-01", "01-31")
        season = winter.during(date(2021, 12, 1), date(2022, 6, 1))
        assert (season.first, season.last) == (date(2021, 10, 1), date(2022, 1, 31))

    def test_outside_the_season_on_show_is_that_of_the_same_year(self):
        late = NamedWindow("Late", "10-01", "10-31").during(day("04-01"), day("08-31"))
        assert late.first == day("10-01")

    def test_with_years_stays(self):
        once = NamedWindow("Once", "2021-10-01", "2022-01-31")
        assert once.during(day("06-01"), day("06-30")).first == date(2021, 10, 1)

    def test_may_begin_on_a_leap_day(self):
        assert NamedWindow("Leap", "02-29", "04-01").during(
            day("01-01"), day("12-31")
        ).first == day("02-28")

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ((" ", "03-15", "07-01"), "window_name"),
            (("A", "15 March", "07-01"), "window_start"),
            (("A", "03-15", "02-30"), "window_end"),
            (("A", "2022-03-15", "07-01"), "window_end"),
            (("A", "2022-03-15", "2022-03-14"), "window"),
        ],
    )
    def test_that_can_not_be_is_refused_by_its_field(self, values, field):
        with pytest.raises(RequestError) as refused:
            NamedWindow(*values)
        assert refused.value.field == field

    def test_is_kept_as_text(self):
        windows = (NamedWindow("A", "03-15", "07-01"), NamedWindow("B", "2022-03-15", "2022-07-01"))
        assert windows_of_text(windows_text(windows)) == windows
        assert windows_of_text('[["A", 3], ["A", "x", "y"], 7]') == ()
        assert windows_of_text("no text of ours") == ()

    @given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(0, 400), DAYS, DAYS)
    def test_of_every_year_overlaps_the_period_as_far_as_any_year_does(
        self, first, days, one, other
    ):
        window = NamedWindow("W", f"{one:%m-%d}", f"{other:%m-%d}")
        last = first + timedelta(days=days)
        best = window.during(first, last).overlap_days(first, last)
        for year in range(first.year - 1, last.year + 2):
            assert window._in(year).overlap_days(first, last) <= best
