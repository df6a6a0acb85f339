"""The packages of the plugin's own in the options: told, installed and removed by a click."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_packages import ONE, TWO, package_folder
from tests.desktop.window import wait_for
from tests.package_index import package_index

__all__ = ["package_folder"]

pytestmark = pytest.mark.usefixtures("empty_cache")


def test_packages_are_told(page: Any) -> None:
    from cbm_chips.bridge.sources.dependencies import explain, missing

    assert page.packages.message.text == (explain(missing()) or "All packages are there.")


def test_packages_are_installed_and_removed_by_a_click(
    folder: Path, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.PyQt.QtWidgets import QMessageBox

    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "exec", lambda *_: yes)
    box = page.packages
    with package_index(ONE, TWO) as index:
        box.show_index(index.url)
        box.look()
        wait_for(box.install.isEnabled)
        assert not box.remove.isEnabled()
        box.install.click()
        wait_for(box.remove.isEnabled)
    assert box.told.text.startswith("Installed from 127.0.0.1")
    assert not box.install.isEnabled()
    box.remove.click()
    wait_for(box.install.isEnabled)
    assert not folder.exists()


def test_an_index_with_a_login_is_refused_and_never_stored(page: Any) -> None:
    page.packages.show_index("https://me:word@127.0.0.1/simple")
    page.packages.index.editingFinished.emit()
    assert "without login" in page.packages.told.text
    assert page.settings().package_index == ""


def test_whose_gdal_reads_is_told(page: Any) -> None:
    wait_for(page.packages.reader.text)
    assert "QGIS's own GDAL reads" in page.packages.reader.text()
