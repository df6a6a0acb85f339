"""Runs inside QGIS: install a zip as *Plugins > Install from ZIP* does, tell how it went, quit."""

import json
import os
from pathlib import Path

from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox


def install() -> None:
    """Any question of the plugin manager is answered with yes."""
    error = ""
    QMessageBox.exec = QMessageBox.exec_ = lambda *_: QMessageBox.StandardButton.Yes
    try:
        import pyplugin_installer

        pyplugin_installer.initPluginInstaller()
        pyplugin_installer.instance().installFromZipFile(os.environ["CBM_CHIPS_ZIP"])
    except Exception as failure:  # noqa: BLE001  told to who waits outside
        error = repr(failure)
    said = {"error": error, "is_loaded": "cbm_chips" in utils.plugins}
    Path(os.environ["CBM_CHIPS_TOLD"]).write_text(json.dumps(said), encoding="utf-8")
    QTimer.singleShot(0, QApplication.instance().quit)


QTimer.singleShot(3000, install)
