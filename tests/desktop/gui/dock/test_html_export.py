"""What the dock shows, saved as an HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import (
    CENTRE,
    FakeInterface,
    cancel_task,
    click,
    set_form,
    settle,
    task_threads_taken,
    wait_for,
)
from tests.html_pages import Page
from tests.open_files import held_open
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def dock(loaded: Any, iface: FakeInterface, servers: Served) -> Any:
    """With four dates of the sample archive on show."""
    iface.menu[0].trigger()
    set_form(loaded.dock, source=servers.api.url)
    click(iface, loaded.dock, CENTRE)
    wait_for(lambda: not loaded.dock.session.runs.is_running)
    return loaded.dock


def saved(iface: FakeInterface, dock: Any, path: Path) -> Page:
    dock.layers.sheet.save(path)
    wait_for(lambda: iface.bar.currentItem() is not None)
    return Page.read(path)


def test_the_page_has_every_date_of_the_dock_once(
    iface: FakeInterface, dock: Any, tmp_path: Path
) -> None:
    page = saved(iface, dock, tmp_path / "sheet.html")

    assert not page.faults
    assert page.headings == [dock.session.place.name]
    assert len(page.pictures) == sum(bool(entry.chip) for entry in dock.panel.entries()) == 4
    assert "2022-06-01 – 2022-06-30" in page.text
    assert "one stretch for all dates" in page.text


def test_an_index_is_shown_in_its_colours(iface: FakeInterface, dock: Any, tmp_path: Path) -> None:
    form = dock.form
    form.index.setCurrentIndex(form.index.findData("NDVI"))
    form.index.activated.emit(form.index.currentIndex())
    wait_for(lambda: not dock.session.runs.is_running)

    page = saved(iface, dock, tmp_path / "sheet.html")

    assert not page.faults
    assert len(page.pictures) == 4
    assert "NDVI, " in page.text
    assert "in the colours of RdYlGn" in page.text


def test_a_file_is_asked_for_without_blocking_and_the_page_can_be_opened(
    iface: FakeInterface, dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

    opened: list[Path] = []
    monkeypatch.setattr(dock.layers.sheet.message, "open", opened.append)
    (entry,) = [one for one in dock.actions_to_register if one.objectName() == "CbmChipsSheet"]
    entry.trigger()
    dialog = dock.findChild(QFileDialog, "CbmChipsSheetFile")
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name.endswith("_2022-06-01_2022-06-30.html")

    target = tmp_path / "mine.html"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    wait_for(lambda: iface.bar.currentItem() is not None)
    iface.bar.currentItem().findChild(QPushButton).click()

    assert target.is_file()
    assert opened == [target]


def test_a_page_that_can_not_be_written_is_told(
    iface: FakeInterface, dock: Any, tmp_path: Path
) -> None:
    (tmp_path / "sheet.html").mkdir()
    dock.layers.sheet.save(tmp_path / "sheet.html")
    wait_for(lambda: "sheet.html could not be written" in dock.status_bar.said)
    assert iface.bar.currentItem() is None


def test_a_page_that_a_browser_has_open_is_beside_it_and_that_is_told(
    iface: FakeInterface, dock: Any, tmp_path: Path
) -> None:
    (tmp_path / "sheet.html").write_text("as it was", encoding="utf-8")
    with held_open(tmp_path / "sheet.html"):
        dock.layers.sheet.save(tmp_path / "sheet.html")
        wait_for(lambda: "sheet-2.html" in dock.status_bar.said)
    assert "sheet.html could not be replaced" in dock.status_bar.said
    assert (tmp_path / "sheet-2.html").is_file()


def test_without_dates_nothing_is_asked(loaded: Any, iface: FakeInterface) -> None:
    from qgis.PyQt.QtWidgets import QFileDialog

    iface.menu[0].trigger()
    loaded.dock.layers.sheet.action.trigger()
    settle()
    assert loaded.dock.findChild(QFileDialog, "CbmChipsSheetFile") is None
    assert "no dates" in loaded.dock.status_bar.said


def test_one_that_the_user_cancels_in_qgis_list_of_tasks_says_so(dock: Any, tmp_path: Path) -> None:
    with task_threads_taken():
        dock.layers.sheet.save(tmp_path / "sheet.html")
        assert "Writing the sheet" in dock.status_bar.said
        cancel_task("HTML sheet")
    wait_for(lambda: dock.status_bar.said == "Cancelled.")


def test_where_a_date_s_picture_is_saved_and_why_not_is_told(dock: Any, tmp_path: Path) -> None:
    from cbm_chips.gui.thumbnails.controls.menu import MenuTarget
    from cbm_chips.gui.thumbnails.grid.model import Role

    index = dock.panel.view.model().index(0, 0)
    wait_for(lambda: index.data(int(Role.PICTURE)) is not None)
    entry, picture, overlay = (
        index.data(int(role)) for role in (Role.ENTRY, Role.PICTURE, Role.OVERLAY)
    )
    target = MenuTarget((entry,), entry, picture, overlay)
    (tmp_path / "file").touch()
    for place, words in (("one.png", "Saved: "), ("file/one.png", "could not be written")):
        dock.panel._exporter.save(target, tmp_path / place)
        wait_for(lambda words=words: words in dock.status_bar.said)


def test_a_second_page_does_not_end_the_first(dock: Any, tmp_path: Path) -> None:
    said: list[str] = []
    dock.session.remarked.connect(said.append)
    with task_threads_taken():
        dock.layers.sheet.save(tmp_path / "one.html")
        dock.layers.sheet.save(tmp_path / "two.html")
    wait_for(lambda: sum(words.startswith("The sheet is saved") for words in said) == 2)

    assert (tmp_path / "one.html").exists()
    assert (tmp_path / "two.html").exists()
