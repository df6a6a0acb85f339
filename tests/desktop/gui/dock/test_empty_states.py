"""What the dock says when something is empty, partial or at fault, and what it offers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.desktop.window import message, press, read, set_form, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


class TestAnEmptyPeriod:
    def test_is_answered_by_the_nearest_date_and_the_way_there(self, iface: Any, dock: Any) -> None:
        set_form(dock, start="2023-01-10", end="2023-01-20")
        read(iface, dock)
        assert "no date here for 10 Jan – 20 Jan 2023." in message(dock)
        wait_for(lambda: "The nearest" in message(dock))

        press(dock)
        wait_for(lambda: not dock.session.runs.is_running)

        entries = dock.panel.entries()
        assert entries
        last = entries[-1].scene.acquired.date().isoformat()
        state = dock.form.state()
        assert state.end == last
        assert (state.days.start, state.period) < (state.end, "x")

    def test_without_a_date_far_and_wide_never_leads_back_to_days_that_were_searched(
        self, iface: Any, dock: Any
    ) -> None:
        set_form(dock, start="2019-06-01", end="2019-06-30")
        read(iface, dock)
        wait_for(lambda: "either" in message(dock))
        words = message(dock)
        assert "no date here for 1 Jun – 30 Jun 2019. There is none for 13 Mar 2018 – " in words
        assert "nearest" not in words

        press(dock)
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.form.state().days.start == "2017-03-01"
        assert "no date here for 1 Mar – 31 Oct 2017" in message(dock)

    def test_where_all_days_were_searched_says_what_to_do_instead(self) -> None:
        from cbm_chips.bridge.sources.providers import ProviderRow
        from cbm_chips.core.model import ChipRequest, Place
        from cbm_chips.gui.dock.empty_state import empty_states as states
        from cbm_chips.gui.session.form_values.form_state import FormState
        from cbm_chips.gui.session.runs import Run
        from cbm_chips.gui.session.searches.other_days import SearchedDays

        whole = {"start": "2022-03-01", "end": "2022-10-31"}
        request = ChipRequest(Place(5, 52), bands=("B04",), **whole)
        searched = SearchedDays()
        searched.note(Run(1, request, ProviderRow("sample", "Sample")))
        assert searched.elsewhere(FormState(source="sample", period="", **whole)) is None
        other = searched.elsewhere(FormState(period="", **whole))
        assert (other.period, other.start) == ("", "2021-03-01")

        state = states.nothing_found(request, "Sample", None)
        assert "All days were searched: pick another place" in state.sentence
        assert state.offers == (states.Offer.PICK,)

    def test_is_forgotten_as_soon_as_another_run_begins(self, iface: Any, dock: Any) -> None:
        set_form(dock, start="2023-01-10", end="2023-01-20")
        read(iface, dock)
        set_form(dock)
        dock.session.again()
        assert not dock.empty_states.nearest._call.is_running
        wait_for(lambda: not dock.session.runs.is_running)
        assert not message(dock)

    @pytest.mark.parametrize(
        ("before", "after", "closest", "words", "first", "last"),
        [
            ("2022-05-30", None, "2022-05-30", "is 30 May 2022", "2022-05-21", "2022-05-30"),
            (None, "2022-06-20", "2022-06-20", "is 20 Jun 2022", "2022-06-20", "2022-06-29"),
            (
                "2022-05-01",
                "2022-06-12",
                "2022-06-12",
                "are 1 May 2022 and 12 Jun 2022",
                "2022-06-12",
                "2022-06-21",
            ),
        ],
    )
    def test_offers_as_many_days_as_were_asked_for(
        self, before: Any, after: Any, closest: str, words: str, first: str, last: str
    ) -> None:
        from datetime import date

        from cbm_chips.core.model import ChipRequest, Place
        from cbm_chips.core.pipeline.searching.nearest_dates import Nearest, closest_day
        from cbm_chips.gui.dock.empty_state import empty_states as states
        from cbm_chips.gui.session.form_values.form_state import FormState

        request = ChipRequest(Place(5, 52), "2022-06-01", "2022-06-10", ("B04",))
        found = Nearest(*(date.fromisoformat(day) if day else None for day in (before, after)))
        state = states.nearest_found(request, "Sample", found)
        assert words in state.sentence
        day = closest_day(request, found)
        assert day.isoformat() == closest
        state = states.days_to(request, day, FormState())
        assert (state.start, state.end, state.period) == (first, last, "")


class TestARefusedLogin:
    @pytest.mark.usefixtures("empty_cache")
    @pytest.mark.parametrize("status", [401, 403])
    def test_leads_to_the_options(
        self, iface: Any, dock: Any, servers: Served, status: int
    ) -> None:
        servers.api.switch(fail_first_n=99, fail_status=status)
        read(iface, dock)
        servers.api.switch(fail_first_n=0, fail_status=503)
        assert "wants a login, or another one" in message(dock)
        assert str(status) in message(dock)
        press(dock)
        assert iface.shown_options == ["CbM Chips"]

    @pytest.mark.usefixtures("empty_cache")
    def test_is_no_fault_of_the_plugin(self, iface: Any, dock: Any, servers: Served) -> None:
        servers.api.switch(fail_first_n=99, fail_status=501)
        read(iface, dock)
        servers.api.switch(fail_first_n=0, fail_status=503)
        assert message(dock).startswith("Nothing came from ")
        assert "login" not in message(dock)


class TestAFieldThatCanNotBe:
    def test_is_scrolled_into_sight(self, iface: Any, dock: Any) -> None:
        from tests.desktop.window import CENTRE, click

        iface.window.resize(1280, 420)
        set_form(dock, size_m=1290)
        click(iface, dock, CENTRE)
        settle()
        settle()
        mark = dock.form._messages["size_m"]
        assert mark.text
        assert not mark.visibleRegion().isEmpty()


class TestPartOfADate:
    @pytest.mark.usefixtures("empty_cache")
    def test_that_failed_counts_in_line_filter_and_retry_alike(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B", "kind": "404"}])
        read(iface, dock)
        assert ", 1 failed" in dock.status_bar.status
        dock.panel.controls.choose_filter("failed")
        assert dock.panel.view.model().rowCount() == 1
        (entry,) = [one for one in dock.panel.entries() if one.is_retryable]
        assert entry.chip is not None
        assert entry.reason == "B03, B04, B08: 404, file missing"

    @pytest.mark.usefixtures("empty_cache")
    def test_is_read_again_by_a_click_where_the_picture_would_be(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B", "kind": "404"}])
        read(iface, dock)
        wait_for(dock.panel.is_idle)
        dock.panel.controls.choose_filter("failed")
        view = dock.panel.view
        index = view.model().index(0, 0)
        area = view._delegate.retry_area(view.visualRect(index), index)
        assert not area.isEmpty()

        servers.files.set_faults([])
        view.retry_asked.emit(index)
        wait_for(lambda: not dock.session.runs.is_running)
        assert "failed" not in dock.status_bar.status


class TestTheAmountRead:
    def test_is_told_in_the_line_as_soon_as_a_reader_knows_it(self) -> None:
        from cbm_chips.core.pipeline.series import Counts
        from cbm_chips.gui.dock.status.status_bar import final_words, progress_words, stopped_words

        counts = Counts(dates=23, done=14, clear=9, cloudy=2, failed=1, bytes_read=1_800_000)
        so_far = "14 of 23 dates, 9 clear, 2 cloudy, 1 failed, 1.8 MB"
        assert progress_words(counts) == so_far
        assert stopped_words(counts) == f"Stopped: {so_far}"
        done = replace(counts, done=23, clear=12, from_cache=14)
        words = "23 dates in 0.9 s, 12 clear, 2 cloudy, 1 failed, 1.8 MB, 14 from cache"
        assert final_words(done, 0.94) == words

    def test_is_left_out_where_nobody_knows_or_nothing_was_read(self) -> None:
        from cbm_chips.core.pipeline.series import Counts
        from cbm_chips.gui.dock.status.status_bar import progress_words

        assert progress_words(Counts(dates=2, done=1)) == "1 of 2 dates"


class TestAFaultOfThePlugin:
    def test_ends_in_a_sentence_and_leaves_the_traceback_in_the_log(
        self, iface: Any, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.core import QgsApplication

        from cbm_chips.bridge.tasks import chip_task as tasks

        def broken(*_: object) -> Any:
            raise ZeroDivisionError("a bug")

        told: list[str] = []
        log = QgsApplication.messageLog()
        log.messageReceived.connect(lambda text, tag, level: told.append(text))
        monkeypatch.setattr(tasks, "run", broken)
        read(iface, dock)

        assert "A fault of the plugin (ZeroDivisionError)" in message(dock)
        assert "Traceback" not in message(dock)
        assert any("Traceback" in text and "ZeroDivisionError" in text for text in told)
        monkeypatch.undo()
        press(dock)
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.panel.counts().done == 4
