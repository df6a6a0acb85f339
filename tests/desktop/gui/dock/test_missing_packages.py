"""Python packages that a source lacks: named, installed, found once they are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_packages import ONE, TWO, package_folder
from tests.desktop.window import message, press, wait_for
from tests.package_index import Index, package_index

__all__ = ["package_folder"]


class TestMissingPackages:
    def test_are_named_with_the_way_to_get_them(
        self, iface: Any, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.PyQt.QtGui import QGuiApplication

        from cbm_chips.bridge.sources import dependencies
        from cbm_chips.gui.session.packages import package_watch
        from tests.desktop.window import CENTRE, click

        lacking = tuple(row for row in dependencies.PACKAGES if row.name == "pystac")
        monkeypatch.setattr(dependencies, "missing", lambda *_: lacking)
        monkeypatch.setattr(package_watch, "missing", lambda *_: lacking)
        click(iface, dock, CENTRE)

        assert "these Python packages are missing: pystac." in message(dock)
        assert "pip install --no-deps" in message(dock)
        assert not dock.session.runs.is_running
        dock.panel._message.buttons[1].click()
        command = QGuiApplication.clipboard().text()
        assert " -m pip install --no-deps " in command
        assert command in message(dock)
        assert "\n" not in command

    def test_that_have_come_are_found_without_a_new_start(
        self, iface: Any, dock: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        from cbm_chips.bridge.sources import dependencies
        from tests.desktop.window import CENTRE, click

        folder = tmp_path / "python" / dependencies.FOLDER
        new = dependencies.Package(("a_package_of_this_test",), ("a-package==1",))
        monkeypatch.setattr(dependencies, "own_folder", lambda: folder)
        monkeypatch.setattr(dependencies, "useful_for", lambda _: (new,))
        dock.empty_states._packages._timer.setInterval(20)
        click(iface, dock, CENTRE)
        assert "missing: a_package_of_this_test" in message(dock)

        folder.mkdir(parents=True)
        (folder / "a_package_of_this_test.py").write_text("")
        wait_for(dock.panel.entries)
        assert not message(dock)
        wait_for(lambda: not dock.session.runs.is_running)
        sys.path.remove(str(folder))


class TestInstalling:
    @pytest.fixture
    def lacking(
        self, folder: Path, iface: Any, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Index]:
        """A dock whose source lacks two packages, which an index has."""
        from qgis.core import QgsSettings

        from cbm_chips.bridge.settings import PREFIX
        from cbm_chips.bridge.sources import dependencies
        from tests.desktop.window import CENTRE, click

        new = tuple(dependencies.Package((one.name,), (one.name,)) for one in (ONE, TWO))
        monkeypatch.setattr(dependencies, "useful_for", lambda _: new)
        with package_index(ONE, TWO) as index:
            QgsSettings().setValue(f"{PREFIX}package_index", index.url)
            click(iface, dock, CENTRE)
            yield index

    def test_one_click_installs_and_reads_what_was_clicked(self, dock: Any, lacking: Index) -> None:
        assert [one.text() for one in dock.panel._message.buttons][:2] == [
            "Install",
            "Copy the command",
        ]
        press(dock)
        wait_for(dock.panel.entries)
        wait_for(lambda: not dock.session.runs.is_running)
        assert not message(dock)

    def test_what_fails_is_told_above_the_command(self, dock: Any, lacking: Index) -> None:
        lacking.fault = "wrong"
        press(dock)
        wait_for(lambda: "SHA-256 differs" in message(dock))
        assert "pip install" in message(dock)

        lacking.fault = ""
        press(dock)
        wait_for(dock.panel.entries)
        wait_for(lambda: not dock.session.runs.is_running)

    def test_cancelled_goes_back_to_the_button(self, dock: Any, lacking: Index) -> None:
        lacking.fault = "silent"
        press(dock)
        wait_for(lacking.is_reached.is_set)
        wait_for(lambda: "Getting cbm-made-up-one 1.0 (1 of 2) …" in message(dock))
        press(dock)
        wait_for(lambda: "Nothing was changed: cancelled" in message(dock))
        assert dock.panel._message.buttons[0].text() == "Install"
