"""Settings and cache go with an uninstalled plugin, and with no other that is unloaded."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.desktop import window

GROUP = "cbm_chips_of_a_test"


@pytest.fixture
def plugin_folder(qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a plugin in a profile of its own, with a setting and a cache."""
    from qgis import utils
    from qgis.core import QgsSettings

    from cbm_chips.bridge import uninstalling

    plugins = tmp_path / "plugins"
    folder = plugins / "cbm_chips"
    folder.mkdir(parents=True)
    (folder / "metadata.txt").write_text("[general]\nname=CbM Chips\n", encoding="utf-8")
    monkeypatch.setattr(utils, "plugin_paths", [str(plugins)])
    monkeypatch.setattr(uninstalling, "PLUGIN", folder)
    monkeypatch.setattr(uninstalling, "PREFIX", f"{GROUP}/")
    monkeypatch.setattr(uninstalling, "_paths", lambda: uninstalling._of_cache(tmp_path / "cache"))
    kept = tmp_path / "cache" / "cbm-chips-cache-5"
    kept.mkdir(parents=True)
    (kept / kept.name).touch()
    (tmp_path / "cache" / "cbm-chips-cache-foreign").mkdir()
    QgsSettings().setValue(f"{GROUP}/threads", "7")
    return folder


def left(folder: Path) -> tuple[Any, set[str]]:
    """The setting, and what is in the cache's folder, once QGIS has gone on."""
    from qgis.core import QgsSettings
    from qgis.PyQt.QtCore import QTimer

    from cbm_chips.bridge.uninstalling import REMOVING

    went_on: list[bool] = []

    QTimer.singleShot(0, lambda: went_on.append(True))
    window.wait_for(lambda: went_on)
    for thread in threading.enumerate():
        if thread.name == REMOVING:
            thread.join()
    cache = folder.parents[1] / "cache"
    return QgsSettings().value(f"{GROUP}/threads"), {path.name for path in cache.iterdir()}


ALL = {"cbm-chips-cache-5", "cbm-chips-cache-foreign"}


def test_whoever_switches_it_off_or_updates_it_keeps_all(plugin_folder: Path) -> None:
    from cbm_chips.bridge.uninstalling import clear_if_uninstalled

    clear_if_uninstalled()

    assert left(plugin_folder) == ("7", ALL)


def test_an_uninstalled_one_leaves_what_others_keep_beside_its_cache(plugin_folder: Path) -> None:
    from cbm_chips.bridge.uninstalling import clear_if_uninstalled

    clear_if_uninstalled()
    shutil.rmtree(plugin_folder)

    assert left(plugin_folder) == (None, {"cbm-chips-cache-foreign"})


def test_all_is_kept_while_another_copy_is_there(plugin_folder: Path) -> None:
    from cbm_chips.bridge.uninstalling import clear_if_uninstalled

    shutil.copytree(plugin_folder, plugin_folder.with_name("another"))
    clear_if_uninstalled()
    shutil.rmtree(plugin_folder)

    assert left(plugin_folder) == ("7", ALL)
