"""Runs inside QGIS: what a person does in the plugin manager, from the first version to none.

Installs an old version and uses it, puts the new one over it, uninstalls it, installs it under
another name, and tells what was there after each step.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMenu, QMessageBox, QToolBar
from qgis.utils import iface

OLD, NEW, RENAMED = (os.environ[f"CBM_CHIPS_{name}"] for name in ("OLD", "NEW", "RENAMED"))
CATALOG, TOLD = os.environ["CBM_CHIPS_CATALOG"], Path(os.environ["CBM_CHIPS_TOLD"])
PROFILE = Path(QgsApplication.qgisSettingsDirPath())
GIVE_UP_MS = 480_000
told: dict[str, Any] = {}


def seen() -> dict[str, list[str]]:
    """All that a plugin of ours may have added."""
    keys = [key for key in QgsSettings().allKeys() if "cbm" in key.lower()]
    files = [str(path.relative_to(PROFILE)) for path in PROFILE.rglob("*cbm*")]
    window = iface.mainWindow()
    bars = [*window.findChildren(QToolBar), *window.menuBar().findChildren(QMenu)]
    actions = [one.text() for bar in bars for one in bar.actions() if "CbM" in one.text()]
    docks = [one.windowTitle() for one in window.findChildren(QDockWidget)]
    providers = [one.id() for one in QgsApplication.processingRegistry().providers()]
    return {
        "settings": sorted(keys),
        "files": sorted(files),
        "actions": sorted(actions),
        "docks": sorted(docks),
        "providers": sorted(providers),
    }


def manager() -> Any:
    """QGIS's own; any question of it is answered with yes."""
    import pyplugin_installer

    QMessageBox.exec = QMessageBox.exec_ = lambda *_: QMessageBox.StandardButton.Yes
    pyplugin_installer.initPluginInstaller()
    return pyplugin_installer.instance()


def version(name: str) -> str:
    """As QGIS reads it."""
    utils.updateAvailablePlugins()
    return str(utils.pluginMetadata(name, "version"))


def begin() -> None:
    """The old version, used: settings, a place, a cache, packages, the user's chips."""
    told["before"] = seen()
    manager().installFromZipFile(OLD)
    told["old"] = version("cbm_chips")
    _later(_use)


def _use() -> None:
    utils.plugins["cbm_chips"]._action.trigger()
    from cbm_chips.cbm_chips.bridge import settings
    from cbm_chips.cbm_chips.bridge.sources.dependencies import own_folder
    from cbm_chips.cbm_chips.core.cache import ChipCache
    from cbm_chips.cbm_chips.core.model import Place
    from cbm_chips.cbm_chips.gui.session.places.recent_places import RecentPlaces

    settings.save(settings.Settings(threads=7))
    RecentPlaces().note([Place(5.664, 52.694, "my parcel")])
    ChipCache(settings.load().cache_path).close()
    (settings.load().cache_path / "kept").touch()
    own_folder().mkdir(parents=True)
    (own_folder() / "kept.py").touch()
    (PROFILE / "my-chips").mkdir()
    (PROFILE / "my-chips" / "cbm_chip.tif").touch()
    told["used"] = seen()
    _later(_upgrade)


def _upgrade() -> None:
    manager().installFromZipFile(NEW)
    told["new"] = version("cbm_chips")
    _later(_look)


def _look() -> None:
    from cbm_chips.cbm_chips.bridge import settings
    from cbm_chips.cbm_chips.gui.session.places.recent_places import RecentPlaces

    places = [place.label for place in RecentPlaces().all()]
    told["kept"] = {"threads": settings.load().threads, "places": places}
    if utils.plugins["cbm_chips"].dock is None:
        utils.plugins["cbm_chips"]._action.trigger()
    told["upgraded"] = seen()
    _later(_uninstall)


def _uninstall() -> None:
    manager().uninstallPlugin("cbm_chips", quiet=True)
    _until_gone(lambda: _later(_under_another_name))


def _until_gone(then: Callable[[], None]) -> None:
    """A thread removes the cache."""
    told["gone"] = seen()
    if any("packages" in file or "cache" in file for file in told["gone"]["files"]):
        QTimer.singleShot(100, lambda: _until_gone(then))
    else:
        then()


def _under_another_name() -> None:
    manager().installFromZipFile(RENAMED)
    _later(_run)


def _run() -> None:
    import processing

    given = {"SOURCE": CATALOG, "POINT": "5.664,52.694", "START": "2022-06-01"}
    asked = {**given, "END": "2022-06-30", "BANDS": "SCL", "OUTPUT": str(PROFILE / "run")}
    told["renamed"] = {
        "plugins": [name for name in utils.plugins if "chips" in name.lower()],
        "count": processing.run("cbmchips:rawchips", asked)["COUNT"],
    }
    _end()


def _later(step: Callable[[], None]) -> None:
    """When QGIS has done what waits; an error ends all."""

    def safely() -> None:
        try:
            step()
        except Exception:  # noqa: BLE001  told to who waits outside
            told["error"] = traceback.format_exc()
            _end()

    QTimer.singleShot(500, safely)


def _end() -> None:
    TOLD.write_text(json.dumps(told), encoding="utf-8")
    QApplication.instance().quit()
    os._exit(0)  # QGIS may ask questions


QTimer.singleShot(GIVE_UP_MS, _end)
_later(begin)
