"""Another cloud rule: the dates on show are judged anew, and nothing is read for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.desktop.window import read, set_form, wait_for
from tests.sample_servers import Served

OWN = frozenset({8, 9})


@pytest.fixture(autouse=True)
def usual_rule(qgis_app: object) -> Iterator[None]:
    from cbm_chips.bridge.settings import Settings, save

    save(Settings())
    yield
    save(Settings())


@pytest.fixture
def june(iface: Any, dock: Any, servers: Served) -> Any:
    """The dock with the dates of a June, all painted."""
    set_form(dock)
    read(iface, dock)
    wait_for(dock.panel.is_idle)
    return dock


def flags(dock: Any) -> list[CloudFlag]:
    return [entry.flag for entry in dock.panel.entries()]


def choose(dock: Any, name: str) -> None:
    """In the form's list, as with the mouse."""
    combo = dock.form.cloud_rule
    combo.setCurrentIndex(combo.findData(name))
    combo.activated.emit(combo.currentIndex())


def all_bad(dock: Any) -> None:
    """As the options do: no class is good."""
    from cbm_chips.bridge import settings

    settings.save(replace(settings.load(), bad_classes=frozenset(range(1, 12))))
    dock.session.rule.refresh()


@pytest.mark.usefixtures("empty_cache")
def test_grid_counts_filter_and_line_follow_and_nothing_is_asked(
    june: Any, servers: Served
) -> None:
    assert flags(june).count(CloudFlag.CLEAR) == 2
    june.panel.controls.choose_filter("clear")
    asked = servers.files.stats()["by_path"], servers.api.stats()["by_path"]

    all_bad(june)
    wait_for(june.panel.is_idle)

    assert set(flags(june)) == {CloudFlag.CLOUDY}
    assert june.panel.counts().clear == 0
    assert june.panel.view.model().rowCount() == 0
    assert "4 cloudy" in june.status_bar.status
    assert all(entry.chip.bad_pixels.all() for entry in june.panel.entries())
    choose(june, "default")
    assert flags(june).count(CloudFlag.CLEAR) == june.panel.view.model().rowCount() == 2
    assert (servers.files.stats()["by_path"], servers.api.stats()["by_path"]) == asked


def test_the_list_in_the_form_is_the_setting_of_the_options(june: Any) -> None:
    from cbm_chips.bridge import settings

    choose(june, "jrc_markers")
    assert settings.load().bad_classes == frozenset({3, 8, 9, 10, 11})
    settings.save(replace(settings.load(), bad_classes=OWN))
    june.session.rule.refresh()
    assert june.form.cloud_rule.currentText() == "Own choice"
    choose(june, "strict")
    choose(june, "own")
    assert settings.load().bad_classes == OWN


def test_own_classes_of_an_earlier_version_are_the_own_choice(qgis_app: object) -> None:
    from qgis.core import QgsSettings

    from cbm_chips.bridge import settings

    QgsSettings().setValue("cbm_chips/bad_classes", "8,9")
    QgsSettings().remove("cbm_chips/own_classes")
    assert settings.load().own_classes == settings.load().bad_classes == OWN


def test_who_follows_the_current_date_hears_of_its_new_verdict(june: Any) -> None:
    june.panel.view.setCurrentIndex(june.panel.view.model().index(1, 0))
    heard: list[Any] = []
    june.session.current.changed.connect(heard.append)

    all_bad(june)

    assert [entry.flag for entry in heard] == [CloudFlag.CLOUDY]


@pytest.mark.usefixtures("empty_cache")
def test_what_still_comes_is_judged_by_the_new_rule(iface: Any, dock: Any, servers: Served) -> None:
    set_form(dock)
    servers.files.set_faults([{"match": "B0", "kind": "slow", "seconds": 0.3, "chunk": 1 << 20}])
    dock.session.runs.began.connect(lambda run: all_bad(dock))

    read(iface, dock)

    assert set(flags(dock)) == {CloudFlag.CLOUDY}


def test_the_tooltip_names_the_rule(june: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    choose(june, "jrc_viewer")
    tip = june.panel.model.data(june.panel.model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "parcel viewer" in tip


def test_limits_that_are_held_for_many_parcels_are_taken_anew(june: Any) -> None:
    from cbm_chips.core.rendering.stretch import Absolute

    june.session.stretch.switch(is_on=True)
    june.session.take_stretch()
    wait_for(lambda: isinstance(june.panel.look.lut, Absolute))
    before = june.panel.look
    choose(june, "strict")
    wait_for(lambda: isinstance(june.panel.look.lut, Absolute) and june.panel.look != before)
