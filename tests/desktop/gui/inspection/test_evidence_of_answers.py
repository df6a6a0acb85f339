"""What an answer rests on: what was on show and looked at, no more and no less."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.queue.sample_queue import SampleQueue
from cbm_chips.core.inspection.values import QueueItem
from tests.desktop.answering import answer, rows, show_parcel
from tests.desktop.window import wait_for

pytestmark = pytest.mark.kept_dock

QUEUE = SampleQueue((QueueItem("315010", "E5"), QueueItem("315011", "E5")), (), "sample.csv")


@pytest.fixture
def book(dock: Any, tmp_path: Path) -> Any:
    """The parcel of the first question is on show, and somebody looks."""
    dock.inspection.queue.open(QUEUE)
    show_parcel(dock, "315010")
    book = dock.inspection.answers
    book.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: book.record.is_open)
    book.maker.looking.watch(True)
    return book


def clear(dock: Any) -> list[Any]:
    return [one for one in dock.session.entries() if one.flag == "clear"]


class TestAnAnswer:
    def test_has_the_pictures_that_were_opened_with_their_hashes(
        self, dock: Any, book: Any
    ) -> None:
        from cbm_chips.core.inspection.picture_evidence import picture_evidence

        chips = [one.chip for one in dock.session.entries() if one.chip is not None]
        for entry in clear(dock)[:2]:
            dock.session.current.go_to(entry.scene.id)
        answer(book, "1")
        (row,) = rows(book)
        opened = [one for one in row.pictures if one.viewed_s > 0]
        seen = {one.scene: one for one in row.pictures}
        assert {one.scene.id for one in clear(dock)[:2]} <= set(seen)
        assert opened or row.viewed_s < 0.02
        for entry in clear(dock)[:2]:
            made = picture_evidence(entry.chip, dock.session.look(), series=chips)
            assert (seen[entry.scene.id].sha256, seen[entry.scene.id].shown_as) == (
                made.sha256,
                made.shown_as,
            )
            assert seen[entry.scene.id].baseline

    def test_has_parcel_request_rule_and_who(self, dock: Any, book: Any) -> None:
        from cbm_chips.core.outputs.repeat.request_text import run_of_text

        answer(book, "1")
        (row,) = rows(book)
        place = dock.session.shown.request.place
        assert row.parcel.geometry_wkb == bytes(place.outline.wkb)
        assert row.parcel.full_pixels > 8
        assert row.parcel.is_observable is True
        assert row.parcel.clear_dates == len({one.scene.acquired.date() for one in clear(dock)})
        assert row.parcel.cloud_rule.startswith("default")
        assert run_of_text(row.request).request.place.label == "315010"
        assert row.sample == "sample.csv"
        assert row.inspector
        assert row.opened <= row.decided

    def test_has_the_event_against_the_window(self, dock: Any, book: Any) -> None:
        from cbm_chips.core.events.legal_window import NamedWindow

        events, (first, second) = dock.judging.events, clear(dock)[:2]
        events.set_windows((NamedWindow("June", "06-01", "06-30"),))
        events.choose_window("June")
        for side, entry in (("before", first), ("after", second)):
            dock.session.current.go_to(entry.scene.id)
            events.mark(side)
        answer(book, "1")
        (row,) = rows(book)
        assert row.answer.last_before == first.scene.acquired.date()
        assert row.answer.first_after == second.scene.acquired.date()
        assert row.answer.position == "inside"
        assert (row.window_name, row.window_first) == ("June", date(2022, 6, 1))

    def test_says_whether_the_machine_s_answer_was_seen(self, dock: Any, book: Any) -> None:
        from cbm_chips.core.markers.join import joined_to
        from cbm_chips.core.markers.marker import MachineMarker, MarkerFile

        found = MachineMarker("315010", "mowing", date(2022, 6, 1), date(2022, 6, 6), 0.83, "S2")
        markers = dock.judging.markers
        markers.set_blind(True)
        markers.take(joined_to(MarkerFile("sen4cap", (found,), ()), ["315010"]))
        answer(book, "1")
        dock.inspection.queue.go_to(0)
        markers.reveal()
        answer(book, "2")
        blind, open_ = rows(book)
        assert blind.machine == open_.machine == "mowing 2022-06-01/2022-06-06 83 % S2"
        assert (blind.is_machine_seen, open_.is_machine_seen) == (False, True)
        markers.set_blind(False)

    def test_of_a_parcel_that_is_not_on_show_claims_nothing(self, dock: Any, book: Any) -> None:
        dock.inspection.queue.go_to(1)
        show_parcel(dock, "315010")
        answer(book, "1")
        (row,) = rows(book)
        assert row.item.parcel == "315011"
        assert row.pictures == ()
        assert row.request == ""
        assert row.parcel.geometry_wkb == b""


class TestTheTime:
    def test_counts_per_date_and_look_while_somebody_may_be_looking(self, dock: Any) -> None:
        from cbm_chips.gui.session.inspection.looking_time import LookingTime

        now = [0.0]
        show_parcel(dock, "315010")
        looking = LookingTime(dock.session, dock, clock=lambda: now[0])
        first, second = (one.scene.id for one in clear(dock)[:2])
        looking.begin()
        dock.session.current.go_to(first)
        looking.watch(True)
        now[0] += 3
        dock.session.current.go_to(second)
        now[0] += 2
        looking.watch(False)  # QGIS is behind another window
        now[0] += 100
        looking.watch(True)
        now[0] += 1
        assert looking.seconds == 6
        assert {scene: seconds for (scene, _), seconds in looking.viewed.items()} == {
            first: 3,
            second: 3,
        }
        looking.begin()
        assert looking.seconds == 0
        assert looking.viewed == {}


class TestScreenReaders:
    def test_hear_the_answer_where_the_focus_is(self, dock: Any, book: Any) -> None:
        dock.inspection.actions.switch.setChecked(True)
        answer(book, "1")
        dock.inspection.queue.go_to(0)
        assert "315010: Confirmed" in dock.panel.view.accessibleDescription()
        assert "315010: Confirmed" in dock.panel.pages.large.accessibleDescription()
