"""The place, its filter and the current date come back with the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.model import Place
from cbm_chips.core.pipeline.date_lists import FILTERS
from tests.desktop.running import parcels_of
from tests.desktop.window import (
    CENTRE,
    click,
    click_parcel,
    look_at,
    message,
    press,
    read,
    set_form,
    settle,
    wait_for,
)
from tests.sample_servers import Served


@pytest.fixture
def saved(iface: Any, dock: Any, servers: Served, clean_project: Any, tmp_path: Path) -> str:
    """A project that was saved while a parcel was looked at, at the third date, the clear ones."""
    layer = parcels_of(servers, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    click_parcel(iface, dock, CENTRE)
    done(dock)
    dock.panel.go_to(dock.panel.entries()[2].scene.id)
    dock.panel.controls.choose_filter("clear")
    path = str(tmp_path / "field.qgz")
    assert clean_project.write(path)
    return path


@pytest.fixture
def next_morning(loaded: Any, dock: Any, saved: str, iface: Any) -> Iterator[Any]:
    """QGIS was started again; its dock is open on an empty project."""
    from qgis.core import QgsProject

    from cbm_chips.plugin import CbmChipsPlugin

    loaded.unload()
    settle()
    QgsProject.instance().clear()
    plugin = CbmChipsPlugin(iface)
    plugin.initGui()
    settle()
    yield plugin.dock
    plugin.unload()
    settle()


def done(dock: Any) -> None:
    wait_for(lambda: dock.session.shown and not dock.session.runs.is_running)


def after_1970(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)


def open_project(path: str) -> None:
    from qgis.core import QgsProject

    assert QgsProject.instance().read(path)
    settle()


class TestWithADockThatIsOpen:
    @pytest.mark.usefixtures("empty_cache")
    def test_all_is_as_it_was_and_comes_from_the_cache(
        self, next_morning: Any, saved: str, servers: Served, clean_project: Any
    ) -> None:
        dock = next_morning
        assert dock.session.place is None
        servers.reset()
        open_project(saved)
        done(dock)
        place = dock.session.place
        assert (place.label, place.outline is None) == ("315141", False)
        assert "315141" in dock.place_line._words.text()
        assert dock.panel.controls.filter == "clear"
        wanted = dock.panel.lookout.wanted
        assert wanted == dock.panel.entries()[2].scene.acquired
        assert servers.pixel_requests() == 0
        assert not clean_project.isDirty()

        dock.panel.controls.choose_filter("all")
        assert dock.session.current.entry.scene.acquired == wanted

    def test_the_map_keeps_the_projects_extent(
        self, next_morning: Any, saved: str, iface: Any, clean_project: Any
    ) -> None:
        open_project(saved)
        done(next_morning)
        look_at(iface.canvas, (6.0, 52.0))
        clean_project.write()
        click(iface, next_morning, (6.0, 52.0))
        open_project(saved)
        done(next_morning)
        assert next_morning.session.place.label == "315141"
        centre = iface.canvas.extent().center()
        assert (centre.x(), centre.y()) == pytest.approx((6.0, 52.0), abs=1e-6)

    def test_another_project_without_a_place_leaves_what_is_on_show(
        self, iface: Any, dock: Any, tmp_path: Path, clean_project: Any
    ) -> None:
        clean_project.write(str(tmp_path / "empty.qgz"))
        read(iface, dock)
        place = dock.session.place
        open_project(str(tmp_path / "empty.qgz"))
        assert dock.session.place == place
        assert len(dock.panel.entries()) == 4


class TestWithADockThatIsNotSeen:
    @pytest.mark.usefixtures("empty_cache")
    def test_nothing_is_asked_before_it_is(
        self, next_morning: Any, saved: str, servers: Served
    ) -> None:
        dock = next_morning
        dock.close()
        servers.reset()
        open_project(saved)
        assert dock.session.place.label == "315141"
        assert dock.session.shown is None
        assert not servers.api.stats()["requests"]

        dock.show()
        done(dock)
        assert dock.session.shown.request.place.label == "315141"

    def test_a_click_elsewhere_counts_more(self, next_morning: Any, saved: str, iface: Any) -> None:
        dock = next_morning
        dock.close()
        open_project(saved)
        click(iface, dock, (5.66, 52.69))
        done(dock)
        there = dock.session.place
        dock.show()
        settle()
        assert dock.session.place == there


class TestASourceWithALogin:
    def test_is_read_when_the_user_says_so(
        self, dock: Any, saved: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from dataclasses import replace

        started: list[Place] = []
        row = dock.session.source
        views = replace(dock.session._views, source=lambda: replace(row, authcfg="a1b2c3d"))
        monkeypatch.setattr(dock.session, "_views", views)
        monkeypatch.setattr(type(dock.session), "start", lambda self, place: started.append(place))
        open_project(saved)
        assert started == []
        assert "315141" in message(dock)
        press(dock)
        assert [place.label for place in started] == ["315141"]


class TestTheProject:
    def test_is_not_made_dirty_by_looking(
        self, iface: Any, dock: Any, saved: str, clean_project: Any
    ) -> None:
        assert not clean_project.isDirty()
        click(iface, dock, (5.66, 52.69))
        done(dock)
        dock.panel.controls.choose_filter("all")
        dock.panel.go_to(dock.panel.entries()[0].scene.id)
        assert not clean_project.isDirty()
        assert "315141" in clean_project.readEntry("cbm_chips", "/place", "")[0]
        clean_project.write()
        assert "315141" not in clean_project.readEntry("cbm_chips", "/place", "")[0]
        assert not clean_project.isDirty()

    def test_with_nonsense_in_it_is_opened_all_the_same(
        self, dock: Any, clean_project: Any, tmp_path: Path
    ) -> None:
        for text in ("", "[]", "{}", '{"place": {"lon": 900, "lat": 1}}', "7"):
            clean_project.writeEntry("cbm_chips", "/place", text)
            clean_project.write(str(tmp_path / "odd.qgz"))
            clean_project.clear()
            open_project(str(tmp_path / "odd.qgz"))
            assert clean_project.readEntry("cbm_chips", "/place", "none")[0] == text
            assert dock.session.place is None, text

    def test_that_is_closed_ends_the_queue_of_its_parcels(
        self, iface: Any, dock: Any, servers: Served, clean_project: Any
    ) -> None:
        layer = parcels_of(servers, "315141")
        layer.setSubsetString("")
        clean_project.addMapLayer(layer)
        iface.canvas.setLayers([layer])
        layer.selectAll()
        dock.picker.selectedAction.trigger()
        assert dock.queue.bar.isVisible()
        clean_project.clear()
        assert not dock.queue.bar.isVisible()


class TestTheText:
    @given(
        st.floats(-180, 180),
        st.floats(-90, 90),
        st.text(max_size=20),
        st.sampled_from(sorted(FILTERS)),
        st.none() | st.integers(0, 10**9).map(after_1970),
    )
    def test_gives_back_what_was_put_in(
        self, lon: float, lat: float, label: str, chosen: str, acquired: datetime | None
    ) -> None:
        from cbm_chips.gui.session.places.project_place import ProjectPlace, from_text, to_text

        state = ProjectPlace(Place(lon, lat, label=label), chosen, acquired)
        assert from_text(to_text(state)) == state

    def test_of_another_version_is_read_as_far_as_it_makes_sense(self) -> None:
        from cbm_chips.gui.session.places.project_place import ALL, ProjectPlace, from_text, to_text

        text = json.loads(to_text(ProjectPlace(Place(5, 52))))
        odd = from_text(json.dumps({**text, "filter": "blue ones", "acquired": "soon", "new": 1}))
        assert (odd.place, odd.filter, odd.acquired) == (Place(5, 52), ALL, None)

    def test_of_an_outline_without_end_is_none(self) -> None:
        from shapely.geometry import Point

        from cbm_chips.gui.session.places.project_place import ProjectPlace, to_text

        huge = Place.of_parcel(Point(5, 52).buffer(0.01, 10_000), "huge")
        assert to_text(ProjectPlace(huge)) == ""


def test_a_form_kept_with_the_project_is_there_before_its_place_is_read(
    iface: Any, dock: Any, saved: str
) -> None:
    set_form(dock, start="2022-05-01", end="2022-05-31")
    click(iface, dock, (5.66, 52.69))
    open_project(saved)
    done(dock)
    assert str(dock.session.shown.request.start) == "2022-06-01"
    assert dock.session.shown.request.place.label == "315141"
