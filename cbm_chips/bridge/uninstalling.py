"""What an uninstalled plugin leaves behind: chips, records and logins, which are the user's own.

QGIS tells a plugin that it is unloaded, not why: it does so before an update, and for whoever
switches the plugin off. The folder tells: QGIS removes it right after the unloading, and in an
update puts the new one there, before it goes on with its events.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QTimer

from ..core.reading.shutdown import THREAD_NAME
from .network import CA_FILE
from .settings import CACHE_FOLDER, PREFIX, load
from .sources.dependencies import own_folder
from .sources.session import CLOSING_THREAD_NAME

PLUGIN = Path(__file__).parents[2]
"""Not resolved: a link to a clone is what QGIS removes, not the clone."""
SHORTCUTS = "shortcuts"
THREADS = (CLOSING_THREAD_NAME, THREAD_NAME)
"""So begin the names of those that may have a cache open."""
REMOVING = "cbm-chips-uninstalling"
PATIENCE_S = 20.0
_NAME = "name=CbM Chips"


@dataclass(frozen=True)
class Traces:
    """What goes with the plugin.

    Attributes:
        paths: folders and files of the profile, and what is the cache's in a folder of the user's.
        shortcuts: names of actions, as QGIS keeps their keys.
    """

    paths: tuple[Path, ...]
    shortcuts: tuple[str, ...]


def clear_if_uninstalled(shortcuts: Iterable[str] = ()) -> None:
    """Look at the folder as soon as QGIS goes on; call it when all else is unloaded.

    Nothing is imported from then on: by then the plugin's modules are gone.
    """
    traces = Traces(tuple(_paths()), tuple(shortcuts))
    QTimer.singleShot(0, lambda: _clear(traces) if _is_gone(PLUGIN) else None)


def _paths() -> Iterator[Path]:
    profile = Path(QgsApplication.qgisSettingsDirPath())
    yield from (own_folder(), profile / CACHE_FOLDER, profile / CA_FILE)
    chosen = load().cache_folder
    if chosen:
        yield from _of_cache(Path(chosen))


def _of_cache(folder: Path) -> Iterator[Path]:
    """What bears our mark in a folder that the user chose for it."""
    with suppress(OSError):
        yield from (one for one in folder.glob("cbm-chips-cache-*") if (one / one.name).is_file())
    if (folder / "sample" / "VERSION").is_file():
        yield folder / "sample"


def _is_gone(plugin: Path) -> bool:
    """It was uninstalled, and no other copy is left, in this profile or the system's folder."""
    if os.path.lexists(plugin):
        return False
    found = (one for root in utils.plugin_paths for one in Path(root).glob("*/metadata.txt"))
    return not any(_NAME in one.read_text("utf-8", "replace") for one in found)


def _clear(traces: Traces) -> None:
    settings = QgsSettings()
    settings.remove(PREFIX.rstrip("/"))
    for name in traces.shortcuts:
        settings.remove(f"{SHORTCUTS}/{name}")
    # A cache of gigabytes takes a while, and threads may be about to close it.
    threading.Thread(target=_remove, args=(traces.paths,), name=REMOVING).start()


def _remove(paths: Iterable[Path]) -> None:
    for thread in threading.enumerate():
        if thread.name.startswith(THREADS):
            thread.join(PATIENCE_S)
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            path.unlink()
