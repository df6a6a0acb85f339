"""The help page: a file of the plugin, shown in the user's browser."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ....bridge.texts.translation import languages, tr
from ...widgets.dialog_buttons import dialog_buttons

FOLDER = Path(__file__).resolve().parents[4] / "resources" / "help"
FALLBACK = "en"


def help_page(locale: str = "", *, folder: Path = FOLDER) -> Path:
    """The page closest to `locale`, by default QGIS's own language."""
    wanted = (*languages(locale or QgsApplication.locale()), FALLBACK)
    pages = (folder / f"{language}.html" for language in wanted)
    return next((page for page in pages if page.is_file()), folder / f"{FALLBACK}.html")


def show_help(parent: QWidget | None = None) -> None:
    """Open the page; in a window of our own where no browser takes it."""
    page = help_page()
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
        help_window(page, parent).show()


def help_window(page: Path, parent: QWidget | None = None) -> QDialog:
    """A window with the page; it deletes itself when closed."""
    window = QDialog(parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setWindowTitle(tr("CbM Chips: help"))
    browser = QTextBrowser()
    browser.setAccessibleName(tr("Help page"))
    browser.setOpenExternalLinks(True)
    browser.setSource(QUrl.fromLocalFile(str(page)))
    buttons = dialog_buttons(window, "Close")
    layout = QVBoxLayout(window)
    layout.addWidget(browser)
    layout.addWidget(buttons)
    letter = window.fontMetrics().averageCharWidth()
    window.resize(letter * 90, letter * 100)
    return window
