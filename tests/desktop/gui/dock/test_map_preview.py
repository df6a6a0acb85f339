"""The map shows the date that is current in the dock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import CENTRE, click, read_once, settle, slow_files, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


def key(dock: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    dock.window().activateWindow()
    dock.panel.view.setFocus()
    settle()
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{name}"))


def go_to(dock: Any, entry: Any) -> None:
    """By the arrow keys, from the first date on."""
    key(dock, "Home")
    for _ in range(dock.panel.entries().index(entry)):
        key(dock, "Right")


def date_of(entry: Any) -> str:
    from cbm_chips.gui.thumbnails.pictures import texts

    return texts.date_of(entry)


def shown(dock: Any) -> Any:
    return dock.preview.item.shown


@pytest.fixture
def dates(iface: Any, dock: Any) -> list[Any]:
    """Those of June are read, with their pictures; none is current."""
    read_once(iface, dock)
    wait_for(dock.panel.is_idle)
    return dock.panel.entries()


@pytest.fixture
def chips_folder(dock: Any, tmp_path: Path) -> Path:
    from cbm_chips.bridge.settings import Settings, save

    save(Settings(chips_folder=str(tmp_path / "chips")))
    return tmp_path / "chips"


def load(dock: Any) -> Any:
    layers: list[Any] = []
    dock.layers.loader.loaded.connect(layers.extend)
    key(dock, "Return")
    wait_for(lambda: layers)
    return layers[0]


class TestThePreview:
    def test_follows_the_current_date_and_looks_like_its_thumbnail(
        self, dock: Any, dates: list[Any]
    ) -> None:
        assert shown(dock) is None
        for entry in dates:
            go_to(dock, entry)
            assert shown(dock).grid == entry.chip.grid
            assert shown(dock).image == dock.panel.model.picture_of(entry.scene.id)
            assert shown(dock).label.text.startswith(date_of(entry))

    def test_looks_the_same_when_the_button_of_its_look_is_pressed_again(
        self, dock: Any, dates: list[Any]
    ) -> None:
        (active,) = (one for one in dock.looks.keyed if one.isChecked())
        active.trigger()
        assert active.isChecked()
        assert not dock.session.runs.is_running

    def test_names_the_flag(self, dock: Any, dates: list[Any]) -> None:
        flags = []
        for entry in dates:
            go_to(dock, entry)
            flags.append((entry.flag.value, shown(dock).label.text.split(" · ")[1].split(" ")[0]))
        assert all(word.startswith(flag) for flag, word in flags)

    def test_has_the_look_of_the_form(self, dock: Any, dates: list[Any]) -> None:
        go_to(dock, dates[0])
        before = shown(dock).image.copy()
        key(dock, "T")
        wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())
        wait_for(lambda: shown(dock).image != before)
        assert shown(dock).image == dock.panel.model.picture_of(dates[0].scene.id)

    @pytest.mark.usefixtures("empty_cache")
    def test_of_a_date_that_is_not_read_yet_is_only_its_name(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        with slow_files(servers, 200):
            click(iface, dock, CENTRE)
            wait_for(dock.panel.entries)
            key(dock, "End")
            if dock.panel.current().chip is None:
                assert shown(dock).image is None
                assert "2022" in shown(dock).label.text
            wait_for(lambda: not dock.session.runs.is_running)
        wait_for(lambda: shown(dock).image is not None)

    def test_goes_with_its_place(self, iface: Any, dock: Any, dates: list[Any]) -> None:
        key(dock, "Right")
        grid = shown(dock).grid
        click(iface, dock, (CENTRE[0] + 0.005, CENTRE[1]))
        assert shown(dock) is None or shown(dock).grid != grid
        wait_for(lambda: not dock.session.runs.is_running)

    def test_goes_when_the_dock_is_closed_and_is_there_again_with_it(
        self, dock: Any, dates: list[Any]
    ) -> None:
        key(dock, "Right")
        dock.close()
        settle()
        assert shown(dock) is None
        dock.setUserVisible(True)
        settle()
        assert shown(dock) is not None

    def test_is_switched_by_a_key_and_stays_so_at_the_next_start(
        self, iface: Any, loaded: Any, dock: Any, dates: list[Any]
    ) -> None:
        from cbm_chips.gui.dock.dock import ChipsDock

        key(dock, "Right")
        key(dock, "M")
        assert shown(dock) is None
        key(dock, "Right")
        assert shown(dock) is None
        later = ChipsDock(iface, iface.window)
        assert not later.preview.action.isChecked()
        later.unload()
        later.deleteLater()
        key(dock, "M")
        assert shown(dock) is not None

    def test_leaves_the_map_with_the_plugin(
        self, iface: Any, loaded: Any, dock: Any, dates: list[Any]
    ) -> None:
        key(dock, "Right")
        item = dock.preview.item
        assert item in iface.canvas.scene().items()
        loaded.unload()
        assert item not in iface.canvas.scene().items()

    @pytest.mark.usefixtures("empty_cache")
    def test_makes_no_layer_no_file_and_no_request(
        self, dock: Any, dates: list[Any], servers: Served, clean_project: Any, chips_folder: Path
    ) -> None:
        servers.reset()
        for entry in dates:
            go_to(dock, entry)
        assert not clean_project.mapLayers()
        assert not chips_folder.exists()
        assert servers.pixel_requests() == 0


class TestLayersBesideThePreview:
    def test_are_not_covered_by_it_until_another_date_is_current(
        self, dock: Any, dates: list[Any], chips_folder: Path
    ) -> None:
        key(dock, "Right")
        load(dock)
        assert shown(dock).image is None
        assert shown(dock).label.text.endswith("layer")
        key(dock, "Right")
        assert shown(dock).image is not None

    def test_say_in_its_label_which_of_two_is_on_top(
        self, dock: Any, dates: list[Any], chips_folder: Path
    ) -> None:
        for entry in dates[:2]:
            go_to(dock, entry)
            load(dock)
        for entry in (dates[0], dates[1], dates[0]):
            key(dock, "H")
            assert shown(dock).image is None
            assert shown(dock).label.text.startswith(date_of(entry))

    def test_that_play_in_turn_are_not_covered_either(
        self, dock: Any, dates: list[Any], chips_folder: Path
    ) -> None:
        go_to(dock, dates[0])
        dock.layers.shown.emit(None)
        assert shown(dock) is None
        go_to(dock, dates[1])
        assert shown(dock).image is not None

    def test_give_way_to_it_again_when_they_are_hidden_or_removed(
        self, dock: Any, dates: list[Any], chips_folder: Path, clean_project: Any
    ) -> None:
        key(dock, "Right")
        layer = load(dock)
        clean_project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
        assert shown(dock).image is not None
        key(dock, "Right")
        load(dock)
        assert shown(dock).image is None
        dock.layers.removal.remove_place()
        assert shown(dock).image is not None


def test_painting_takes_a_few_milliseconds(iface: Any, dock: Any, dates: list[Any]) -> None:
    """CPU time of this thread, at the largest: the chip fills the map."""
    import time

    from qgis.PyQt.QtGui import QImage, QPainter

    key(dock, "Right")
    dock.picker.zoom_to_place()
    settle()
    image = QImage(iface.canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    spent_s = []
    for _ in range(5):
        dock.preview.item.updatePosition()
        painter = QPainter(image)
        began = time.thread_time()
        dock.preview.item.paint(painter)
        spent_s.append(time.thread_time() - began)
        painter.end()
    assert min(spent_s) < 0.02
