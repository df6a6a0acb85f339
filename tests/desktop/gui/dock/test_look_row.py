"""The buttons above the dates: what the pictures show, by a key or a click, without the form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.desktop.window import read, set_form, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock

KEYS = {"T": "B04_B03_B02", "C": "B08_B04_B03", "V": "NDVI", "S": "SCL"}
BUTTONS = {"T": "True colour", "C": "False colour", "V": "NDVI", "S": "SCL"}


def press(dock: Any, key: str) -> None:
    """The key's action: a window that has no focus gets no keys."""
    from qgis.PyQt.QtGui import QKeySequence

    (found,) = [one for one in dock.panel.view.actions() if one.shortcut() == QKeySequence(key)]
    found.trigger()


def checked(dock: Any) -> list[str]:
    return [button.text() for button in dock.looks.buttons if button.isChecked()]


def shown(dock: Any) -> str:
    return dock.panel.look.shows.name


class TestAKey:
    @pytest.mark.parametrize("key", KEYS)
    def test_chooses_for_pictures_form_and_buttons_alike(self, dock: Any, key: str) -> None:
        press(dock, key)

        state = dock.form.state()
        assert shown(dock) == KEYS[key] == (state.index or state.composite)
        assert checked(dock) == [BUTTONS[key]]

    def test_is_one_of_those_that_qgis_lists_and_no_two_are_the_same(self, dock: Any) -> None:
        listed = {one.objectName() for one in dock.actions_to_register}
        keys = [one.shortcut().toString() for one in dock.panel.view.actions()]

        names = {"CbmChipsTrueColour", "CbmChipsFalseColour", "CbmChipsNdvi", "CbmChipsClasses"}
        assert names <= listed
        assert len(keys) == len(set(keys))
        looks = {one.shortcut().toString() for one in dock.looks.keyed}
        assert not set("123456789") & looks  # they answer

    @pytest.mark.usefixtures("empty_cache")
    def test_reads_what_was_not_read_and_nothing_else(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        read(iface, dock)
        before = [entry.scene.id for entry in dock.panel.entries()]
        servers.reset()

        press(dock, "T")

        assert "B02" in dock.status_bar.said
        assert [entry.scene.id for entry in dock.panel.entries()] == before
        wait_for(lambda: not dock.session.runs.is_running)
        wait_for(dock.panel.is_idle)
        files = " ".join(path for path in servers.files.stats()["by_path"])
        assert "B02" in files
        assert not [band for band in ("B03", "B04", "B08", "SCL") if band in files]
        assert dock.status_bar.said == ""
        assert not dock.place_line._update.isVisibleTo(dock)

    @pytest.mark.usefixtures("empty_cache")
    def test_back_to_what_was_read_reads_nothing(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        read(iface, dock)
        servers.reset()

        for key in "SVC":
            press(dock, key)
            wait_for(dock.panel.is_idle)
            assert not dock.session.runs.is_running

    @pytest.mark.usefixtures("empty_cache")
    def test_while_dates_are_read_goes_on_with_all_of_them(self, iface: Any, dock: Any) -> None:
        from tests.desktop.window import CENTRE, click

        click(iface, dock, CENTRE)
        wait_for(dock.panel.entries)

        press(dock, "T")

        wait_for(lambda: not dock.session.runs.is_running)
        chips = [entry.chip for entry in dock.panel.entries() if entry.chip]
        assert len(chips) == 4
        assert all("B02" in chip.bands for chip in chips)

    @pytest.mark.usefixtures("empty_cache")
    def test_stopped_halfway_leaves_the_pictures_that_were_there(
        self, iface: Any, dock: Any
    ) -> None:
        read(iface, dock)
        press(dock, "T")
        dock.session.runs.cancel()

        press(dock, "C")
        wait_for(dock.panel.is_idle)

        from cbm_chips.gui.thumbnails.grid.model import Role

        model = dock.panel.view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        with_chip = [row for row in rows if row.data(int(Role.ENTRY)).chip]
        assert len(with_chip) == 4
        assert all(row.data(int(Role.PICTURE)) is not None for row in with_chip)


class TestTheForm:
    def test_shows_on_the_buttons_what_is_chosen_in_it(self, dock: Any) -> None:
        set_form(dock, composite="B12_B8A_B04", index="")
        assert checked(dock) == ["Short-wave infrared"]

        set_form(dock, index="BSI")
        assert checked(dock) == ["BSI"]

        set_form(dock, index="", composite="B01_B02_B03")
        assert checked(dock) == ["B01 B02 B03"]

    def test_greys_bands_and_stretch_while_an_index_is_shown(self, dock: Any) -> None:
        form = dock.form
        set_form(dock, index="SCL")
        assert not form.composite.isEnabled()
        assert not form.stretch.isEnabled()

        set_form(dock, index="")
        assert form.composite.isEnabled()
        assert form.stretch.isEnabled()

    def test_minds_no_stretch_that_does_not_matter(self, dock: Any) -> None:
        set_form(dock, lut="nonsense", index="NDVI")

        assert dock.form.look().shows.name == "NDVI"
        assert not [line.text for line in dock.form._messages.values() if line.text]

    def test_refuses_classes_where_there_are_none(self, dock: Any) -> None:
        set_form(dock, index="SCL", level="LEVEL1C")

        assert "LEVEL2A" in dock.form._messages["index"].text

    def test_keeps_the_choice_with_the_project(self, dock: Any) -> None:
        press(dock, "S")

        dock.form.set_state(replace(dock.form.state(), index=""))
        dock.form.recall()

        assert checked(dock) == ["SCL"]


def test_every_other_look_is_in_the_menu(dock: Any) -> None:
    more = dock.looks.buttons[-1].menu().actions()
    titles = [entry.text() for entry in more]
    for name in ("Red edge", "Agriculture", "NDMI", "EVI", "BSI"):
        assert any(name in title for title in titles), name

    next(entry for entry in more if entry.text().startswith("NDMI")).trigger()
    assert shown(dock) == "NDMI"
    assert checked(dock) == ["NDMI"]


def test_classes_become_a_layer_as_they_are_shown(iface: Any, dock: Any) -> None:
    from qgis.core import QgsProject

    read(iface, dock)
    press(dock, "S")
    clear = [entry for entry in dock.panel.entries() if entry.chip][:1]

    dock.layers.load(clear)

    wait_for(lambda: QgsProject.instance().mapLayers())
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.source().endswith(".SCL.tif")
