"""Events of a parcel, marked with two keys, held against a legal window, kept with the project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.sample_archive import landscape as ground
from tests.desktop.running import parcels_of
from tests.desktop.sample import declared_parcels
from tests.desktop.window import FakeInterface, set_form, settle, show_once, wait_for
from tests.sample_servers import Served

SEASON = {"start": "2022-04-01", "end": "2022-06-30", "index": "NDVI", "size_m": 640}
FIRST = date(2022, 1, 1)


@lru_cache
def a_meadow() -> tuple[str, list[date]]:
    """A parcel of the sample that is mown, and when: its truth."""
    whole = [patch for patch in ground.fields() if patch.cover.mowings]
    for parcel in declared_parcels():
        for patch in whole:
            if parcel.crop_name == patch.cover.plant.name and _is_same(parcel, patch):
                days = [FIRST + timedelta(days=int(day)) for day in patch.cover.mowings]
                return parcel.id, days
    raise AssertionError("no meadow in the sample")


def _is_same(parcel: Any, patch: Any) -> bool:
    from cbm_chips.core.sample_archive.parcels import _outline

    return bool(parcel.outline.equals(_outline(patch.outline)))


@pytest.fixture
def meadow(dock: Any, iface: FakeInterface, servers: Served, clean_project: Any) -> Iterator[Any]:
    """Its season on show, the truth at hand."""
    name, mown = a_meadow()
    show_parcel(dock, iface, servers, clean_project, name)
    yield mown
    from qgis.core import QgsProject

    QgsProject.instance().setDirty(False)


def show_parcel(dock: Any, iface: FakeInterface, servers: Served, project: Any, name: str) -> None:
    layer = parcels_of(servers, name)
    project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    from cbm_chips.core.model import Place

    parcel = next(one for one in declared_parcels() if one.id == name)
    set_form(dock, source=dock.form.state().source, **SEASON)
    show_once(dock, Place.of_parcel(parcel.outline, name))


def clear_entries(dock: Any) -> list[Any]:
    return [entry for entry in dock.session.entries() if entry.flag == "clear"]


def around(dock: Any, day: date) -> tuple[Any, Any]:
    """The last clear date before a day, and the first after it."""
    clear = clear_entries(dock)
    before = [entry for entry in clear if entry.scene.acquired.date() < day]
    after = [entry for entry in clear if entry.scene.acquired.date() >= day]
    return before[-1], after[0]


def press(dock: Any, key: str) -> None:
    """On the dates."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    dock.panel.view.setFocus()
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{key}"))
    settle()


def mark(dock: Any, key: str, entry: Any) -> None:
    dock.session.current.go_to(entry.scene.id)
    press(dock, key)


def mark_mowing(dock: Any, day: date) -> tuple[date, date]:
    before, after = around(dock, day)
    mark(dock, "B", before)
    mark(dock, "A", after)
    return before.scene.acquired.date(), after.scene.acquired.date()


def set_window(dock: Any, *windows: tuple[str, str, str]) -> None:
    from cbm_chips.core.events.legal_window import NamedWindow

    book = dock.judging.events
    book.set_windows(tuple(NamedWindow(*one) for one in windows))
    box = dock.judging.panel.window_box
    box.setCurrentIndex(box.findData(windows[0][0]))
    box.activated.emit(box.currentIndex())


@pytest.mark.kept_dock
class TestAMowing:
    def test_is_found_by_two_keys_and_holds_the_truth(self, dock: Any, meadow: list[date]) -> None:
        mown = next(day for day in meadow if date(2022, 4, 20) < day < date(2022, 6, 1))
        before, after = mark_mowing(dock, mown)
        assert before <= mown <= after
        (event,) = dock.judging.events.log.events
        assert (event.before.day, event.after.day) == (before, after)
        values = {entry.scene.acquired.date(): ndvi(entry) for entry in clear_entries(dock)}
        assert values[after] < values[before]

    def test_opens_the_panel_and_lies_over_the_plot(self, dock: Any, meadow: list[date]) -> None:
        assert not dock.judging.panel.isVisible()
        before, after = mark_mowing(dock, meadow[0])
        assert dock.judging.panel.isVisible()
        (interval,) = dock.plot.panel.view.content.overlays.intervals
        assert (interval.first, interval.last) == (before, after)
        (row,) = dock.judging.panel.list.texts
        assert row.startswith("1: ")

    def test_is_held_against_the_window_of_a_question(self, dock: Any, meadow: list[date]) -> None:
        mark_mowing(dock, meadow[0])
        (before, after) = (
            getattr(dock.judging.events.log.events[0], side).day for side in ("before", "after")
        )
        set_window(
            dock, ("Inside", f"{before:%m-%d}", f"{after:%m-%d}"), ("Late", "10-01", "10-31")
        )
        assert "Inside “Inside”" in dock.judging.panel.list.texts[0]
        (window,) = dock.plot.panel.view.content.overlays.windows
        assert (window.first, window.last, window.label) == (before, after, "Inside")
        dock.judging.events.choose_window("Late")
        assert "Outside “Late”: before it begins" in dock.judging.panel.list.texts[0]
        dock.judging.events.choose_window("")
        assert dock.plot.panel.view.content.overlays.windows == ()

    def test_that_marks_skip_a_clear_date_is_told(self, dock: Any, meadow: list[date]) -> None:
        clear = clear_entries(dock)
        mark(dock, "B", clear[0])
        mark(dock, "A", clear[3])
        assert "Not adjacent: 2 clear dates lie between" in dock.judging.panel.list.texts[0]

    def test_behind_a_gap_is_undecidable_and_the_gap_is_drawn(
        self, dock: Any, meadow: list[date]
    ) -> None:
        clear = [entry.scene.acquired.date() for entry in clear_entries(dock)]
        pairs = [(one, two) for one, two in zip(clear, clear[1:]) if (two - one).days > 10]
        first, last = pairs[0]
        entries = {entry.scene.acquired.date(): entry for entry in clear_entries(dock)}
        mark(dock, "B", entries[first])
        mark(dock, "A", entries[last])
        limit = first + timedelta(days=3)
        set_window(dock, ("Cut", "01-01", f"{limit:%m-%d}"))
        assert "Undecidable for “Cut”: no clear date between" in dock.judging.panel.list.texts[0]
        _, gap = dock.plot.panel.view.content.overlays.intervals
        assert gap.form == "hatched"
        assert (gap.first, gap.last) == (first, last)


@pytest.mark.kept_dock
class TestMarks:
    def test_are_undone_key_by_key(self, dock: Any, meadow: list[date]) -> None:
        mark_mowing(dock, meadow[0])
        press(dock, "U")
        (event,) = dock.judging.events.log.events
        assert event.after is None
        assert [one.label for one in dock.plot.panel.view.content.overlays.marks] == [
            "Event 1: after this"
        ]
        press(dock, "U")
        assert dock.judging.panel.list.texts == []

    def test_of_several_events_are_listed_in_turn(self, dock: Any, meadow: list[date]) -> None:
        for day in meadow[:2]:
            mark_mowing(dock, day)
        assert [row[:2] for row in dock.judging.panel.list.texts] == ["1:", "2:"]
        dock.judging.panel.list.choose("event 0")
        dock.judging.panel.list.removed.emit("event 0")
        assert len(dock.judging.panel.list.texts) == 1

    def test_on_a_cloudy_date_are_refused_with_its_day(self, dock: Any, meadow: list[date]) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        cloudy = next(one for one in dock.session.entries() if one.flag == "cloudy")
        mark(dock, "B", cloudy)
        assert "is cloudy" in told[-1]
        assert dock.judging.events.log.events == ()

    def test_without_a_place_are_refused_in_words(self, dock: Any) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        dock.judging.actions.before.trigger()
        assert told[-1] == "Choose a date of a place first."

    def test_are_copied_as_a_table(self, dock: Any, meadow: list[date]) -> None:
        from qgis.PyQt.QtGui import QGuiApplication

        before, after = mark_mowing(dock, meadow[0])
        set_window(dock, ("No mowing", "03-15", "07-01"))
        dock.judging.actions.copy.trigger()
        header, row = QGuiApplication.clipboard().text().splitlines()
        cells = dict(zip(header.split("\t"), row.split("\t")))
        assert (cells["before"], cells["after"]) == (before.isoformat(), after.isoformat())
        assert cells["window"] == "No mowing"
        assert cells["window_from"] == "2022-03-15"
        assert len(cells["scenes"].split()) == 2

    def test_stay_with_their_place(
        self, dock: Any, iface: FakeInterface, servers: Served, clean_project: Any, meadow: Any
    ) -> None:
        mark_mowing(dock, meadow[0])
        place = dock.session.place
        show_parcel(dock, iface, servers, clean_project, "315010")
        assert dock.judging.panel.list.texts == []
        dock.session.start(place)
        wait_for(lambda: not dock.session.runs.is_running)
        assert len(dock.judging.panel.list.texts) == 1

    def test_are_kept_with_the_project(
        self, dock: Any, clean_project: Any, meadow: list[date], tmp_path: Path
    ) -> None:
        assert not clean_project.isDirty() or clean_project.setDirty(False) is None
        mark_mowing(dock, meadow[0])
        assert clean_project.isDirty()
        marked = dock.judging.events.log.events
        path = str(tmp_path / "project.qgs")
        assert clean_project.write(path)
        place = dock.session.place
        clean_project.clear()
        assert dock.judging.events.log.events == ()
        clean_project.read(path)
        wait_for(lambda: not dock.session.runs.is_running)
        dock.session.start(place)
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.judging.events.log.events == marked


class TestWindows:
    def test_are_entered_in_a_dialog_and_kept_for_all_projects(self, dock: Any) -> None:
        from qgis.PyQt.QtWidgets import QDialog

        from cbm_chips.gui.session.form_values import store

        dock.judging.ask_for_windows()
        dialog = dock.findChild(QDialog, "CbmChipsWindows")
        dialog.add(("No mowing", "03-15", "soon"))
        dialog.accept()
        assert dialog.isVisible()
        dialog.table.item(0, 2).setText("07-01")
        dialog.accept()
        settle()
        assert [one.name for one in store.recall_windows()] == ["No mowing"]
        assert dock.judging.panel.window_box.findData("No mowing") == 1

    def test_without_an_event_tell_what_clear_dates_can_show(
        self, dock: Any, meadow: list[date]
    ) -> None:
        set_window(dock, ("No mowing", "03-15", "07-01"))
        assert "No event is marked; in “No mowing” there is no clear date" in (
            dock.judging.panel.note.text()
        )


def ndvi(entry: Any) -> float:
    import numpy as np

    chip = entry.chip
    red, infrared = (chip.bands[band] * 1e-4 - 0.1 for band in ("B04", "B08"))
    middle = slice(28, 36)
    values = (infrared - red) / (infrared + red)
    return float(np.mean(values[middle, middle]))
