"""The chip sheet that a CbM server paints itself, and the menu of what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import PARCEL, choose
from tests.desktop.gui.cbm_service.steps import entry, in_summer, opened
from tests.desktop.window import (
    CENTRE,
    SLOW_S,
    click,
    set_form,
    settle,
    wait_for,
    wait_for_tasks,
)
from tests.servers.process import ServerProcess


def pick_a_place(iface: Any, dock: Any) -> None:
    """Of which a few days are read; afterwards the form says the whole summer again."""
    set_form(dock, start="2022-06-01", end="2022-06-05")
    click(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running)
    set_form(dock, start="2022-05-01", end="2022-08-31")


@pytest.fixture
def dock(dock: Any) -> Any:
    return in_summer(dock)


@pytest.fixture
def sheet(iface: Any, dock: Any) -> Iterator[Any]:
    pick_a_place(iface, dock)
    dialog = opened(dock, "CbmChipsServerSheet")
    wait_for(lambda: not dialog.pending.is_asking)
    yield dialog
    dialog.close()
    settle()


class TestTheMenu:
    def test_has_them_for_a_cbm_server_only(self, dock: Any) -> None:
        names = ("CbmChipsServerSheet", "CbmChipsServerSeries")
        assert all(entry(dock, name).isVisible() for name in names)
        dock.form.source.set_source("sample")
        assert not any(entry(dock, name).isVisible() for name in names)

    def test_says_what_is_missing(self, dock: Any) -> None:
        assert opened(dock, "CbmChipsServerSheet") is None
        assert "Pick a place" in dock.status_bar.said
        assert opened(dock, "CbmChipsServerSeries") is None
        assert "give its id" in dock.status_bar.said

    def test_says_that_a_login_cannot_be_opened(self, dock: Any, server: ServerProcess) -> None:
        choose(dock, server.url, "gone123")
        dock.service.box.pid.setText(PARCEL)
        entry(dock, "CbmChipsServerSeries").trigger()
        assert "Login: 'gone123'" in dock.status_bar.said


@pytest.mark.kept_dock
class TestTheSheet:
    def test_shows_the_pictures_oldest_first(self, sheet: Any) -> None:
        labels = [picture.label for picture in sheet.model.pictures]
        assert len(labels) == 16
        assert labels == sorted(labels)
        assert "without georeference" in sheet._title.text()
        assert not any("georeference" in one.tip for one in sheet.model.pictures)
        assert sheet.model.pictures[0].kind == "S2B T31UFU"

    @pytest.mark.usefixtures("empty_cache")
    def test_is_asked_with_bands_and_stretch_of_the_form(
        self, sheet: Any, server: ServerProcess
    ) -> None:
        asked = [one for one in server.stats()["asked"] if "chipsByLocation" in one]
        assert asked
        assert "bands=B08_B04_B03" in asked[0]
        assert "lut=5_95" in asked[0]

    def test_has_eight_columns_at_most(self, sheet: Any) -> None:
        for width in (400, 900, 3000):
            sheet.resize(width, 600)
            settle()
            assert 1 <= sheet.view.columns <= 8
            tops = {
                sheet.view.visualRect(sheet.model.index(row)).top()
                for row in range(len(sheet.model.pictures))
            }
            assert len(tops) >= 16 / sheet.view.columns

    def test_a_picture_can_be_saved_and_copied(self, sheet: Any, tmp_path: Path) -> None:
        from qgis.PyQt.QtGui import QGuiApplication, QImage

        sheet.save_to(tmp_path / "one.png")
        assert sheet.saving.is_running, "not in the main thread"
        wait_for(lambda: not sheet.saving.is_running)
        assert QImage(str(tmp_path / "one.png")).width() == sheet.current().image.width() > 100
        sheet.copy.click()
        assert QGuiApplication.clipboard().image().size() == sheet.current().image.size()
        sheet.save_to(tmp_path / "one.png" / "one.png")
        wait_for(lambda: not sheet.saving.is_running)
        assert "could not be written" in sheet.message.text

    @pytest.mark.usefixtures("empty_cache")
    def test_a_picture_that_is_lost_is_named_and_the_others_come(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        pick_a_place(iface, dock)
        server.switch(cut_after=50, cut_times=2)  # the first one, and once more
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: not dialog.pending.is_asking)
        assert len(dialog.model.pictures) == 15
        assert dialog.message.text.startswith("15 pictures, the oldest first. ")
        assert "broke off" in dialog.message.text
        dialog.close()
        settle()

    def test_that_is_empty_says_so(self, iface: Any, dock: Any) -> None:
        choose(dock, "http://127.0.0.1:9", "")
        click(iface, dock, CENTRE)
        wait_for(lambda: not dock.session.runs.is_running)
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: not dialog.pending.is_asking)
        assert "can't be reached" in dialog.message.text
        assert not dialog.save.isEnabled()
        dialog.close()
        settle()

    @pytest.mark.usefixtures("empty_cache")
    def test_closing_it_gives_the_question_up(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        pick_a_place(iface, dock)
        wait_for_tasks()
        server.reset()
        server.switch(latency=SLOW_S)
        dialog = opened(dock, "CbmChipsServerSheet")
        wait_for(lambda: server.stats()["queries"])
        dialog.close()
        wait_for_tasks()
