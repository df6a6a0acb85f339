"""Folders of the original client in the dock: opened as a place, saved from a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.client_folders import DAYS, write_folder
from tests.desktop.window import FakeInterface, read, set_form, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def dock(loaded: Any, iface: FakeInterface, servers: Served) -> Any:
    iface.menu[0].trigger()
    set_form(loaded.dock, source=servers.api.url)
    return loaded.dock


def opened(dock: Any, folder: Path) -> None:
    before = dock.session.shown
    dock.client_folders.opening.open(folder)
    wait_for(lambda: dock.session.shown is not before and not dock.session.runs.is_running)


def labels(dock: Any) -> list[str]:
    return [entry.scene.label for entry in dock.panel.entries() if entry.chip]


def test_a_folder_shows_its_dates_with_flags_and_pictures(dock: Any, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "ms" / "2019" / "315141", bands=("B03", "B04", "B08"))

    opened(dock, folder)

    assert labels(dock) == list(DAYS)
    assert [entry.flag.value for entry in dock.panel.entries()] == ["cloudy", "clear", "clear"]
    assert dock.session.place.label == "315141"
    assert dock.form.state().composite == "B08_B04_B03"
    assert dock.form.state().source == str(folder)


@pytest.mark.parametrize(
    ("bands", "scl", "shown"),
    [
        (("B04", "B08"), (4, 4, 4), ("B04_B08_B08", "NDVI")),
        (("B02", "B03", "B04"), (4, 4, 4), ("B04_B03_B02", "")),
        (("B04",), (), ("B04_B04_B04", "")),
        ((), (4, 4, 4), (None, "SCL")),
    ],
)
def test_what_the_bands_allow_is_shown(
    dock: Any, tmp_path: Path, bands: tuple[str, ...], scl: tuple[int, ...], shown: tuple[Any, Any]
) -> None:
    opened(dock, write_folder(tmp_path / "7", bands, scl=scl))

    state = dock.form.state()
    assert (shown[0] or state.composite, shown[1]) == (state.composite, state.index)
    assert labels(dock) == list(DAYS)
    looks = dock.session.look()
    assert all(not looks.missing_bands(entry.chip) for entry in dock.panel.entries())


def test_what_is_no_folder_is_said_and_nothing_changes(dock: Any, tmp_path: Path) -> None:
    said: list[str] = []
    dock.session.remarked.connect(said.append)
    before = dock.form.state()

    dock.client_folders.opening.open(tmp_path)
    wait_for(lambda: "chip_images" in said[-1])

    assert dock.form.state() == before


def test_what_is_on_show_is_saved_and_opens_again(
    iface: FakeInterface, dock: Any, tmp_path: Path
) -> None:
    from cbm_chips.gui.dock.client_folder.save_dialog import ClientSaveDialog

    read(iface, dock)
    before = labels(dock)
    said: list[str] = []
    dock.session.remarked.connect(said.append)

    dock.client_folders.saving.ask()
    (dialog,) = dock.findChildren(ClientSaveDialog)
    assert dialog.minimumSizeHint().width() <= 320
    dialog.folder.setFilePath(str(tmp_path))
    dialog.aoi.setText("m/s")
    dialog.accept()
    assert not dialog.message.isHidden()
    dialog.aoi.setText("ms")
    dialog.accept()
    wait_for(lambda: str(tmp_path) in said[-1])

    (info,) = tmp_path.glob("ms/2022/*/info.json")
    opened(dock, info.parent)
    assert labels(dock) == before
