"""The plugin as QGIS sees it: what it adds on loading, it removes on unloading.

Loading imports neither widgets nor numerical packages; they come with the first use.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .bridge.qt_alive import disconnect, is_alive
from .bridge.texts.translation import install_translator, remove_translator, tr

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QTranslator

    from .bridge.log import QgisLog
    from .gui.dock.dock import ChipsDock
    from .gui.dock.status.task_messages import TaskMessages
    from .gui.options.factory import OptionsFactory
    from .processing.provider import CbmChipsProvider

ICON = Path(__file__).resolve().parents[1] / "resources" / "icon.svg"
OPEN_KEY = "cbm_chips/dock_is_open"
LONGEST_SHUTDOWN_S = 12.0
"""A little more than GDAL gives a silent server."""
MENU = "CbM Chips"
"""Under Raster; the plugin's name, the same in every language."""


class CbmChipsPlugin:
    """Wiring only.

    `qgis_process` makes it without an interface and calls `initProcessing` alone.
    """

    def __init__(self, iface: Any) -> None:
        """`iface` is None where there is no window."""
        self._iface = iface
        self._provider: CbmChipsProvider | None = None
        self._translator: QTranslator | None = None
        self._action: QAction | None = None
        self._options: OptionsFactory | None = None
        self._messages: TaskMessages | None = None
        self._rest: QTimer | None = None
        self._log: QgisLog | None = None
        self._shortcuts: list[str] = []
        """Names under which QGIS keeps the keys that a user has changed."""
        self.dock: ChipsDock | None = None
        """Made when it is shown for the first time."""

    def initProcessing(self) -> None:
        """Add the Processing provider."""
        from .bridge.log import install_log
        from .processing.provider import CbmChipsProvider

        self._translate()
        if self._log is None:
            self._log = install_log()
        if self._provider is None:
            provider = CbmChipsProvider()
            # QGIS deletes one that it refuses, as where the plugin lies there under two names
            if QgsApplication.processingRegistry().addProvider(provider):
                self._provider = provider

    def initGui(self) -> None:
        """Add what is seen at once; the rest when QGIS has time for it."""
        self._translate()
        if self._iface is None:
            self.initProcessing()
            return
        self._add_action()
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._add_rest)
        self._rest.start(0)
        QCoreApplication.instance().aboutToQuit.connect(self._on_quit)

    def unload(self) -> None:
        """Remove what was added, as far as it is still there."""
        disconnect(QCoreApplication.instance(), "aboutToQuit", self._on_quit)
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        self._remove_dock()
        self._remove_options()
        self._remove_messages()
        self._remove_action()
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)  # deletes it
            self._provider = None
        self._wait_for_reads()
        self._remove_log()
        remove_translator(self._translator)
        self._translator = None
        if self._iface is not None:
            self._clear_if_uninstalled()

    def _clear_if_uninstalled(self) -> None:
        from .bridge.uninstalling import clear_if_uninstalled

        clear_if_uninstalled(self._shortcuts)

    def _translate(self) -> None:
        if self._translator is None:
            self._translator = install_translator()

    def _remove_log(self) -> None:
        if self._log is None:
            return
        from .bridge.log import remove_log

        log, self._log = self._log, None
        remove_log(log)

    def _on_quit(self) -> None:
        """QGIS may end without unloading its plugins."""
        if self._rest is not None:
            self._rest.stop()
        self._leave_dock()
        self._wait_for_reads()
        self._remove_log()  # a thread that is left must not write into what is gone

    def _leave_dock(self) -> None:
        """Ends what the dock began, even if it is being deleted."""
        if self.dock is not None:
            self.dock.unload()

    def _window(self) -> Any:
        """QGIS's window; None if it is deleted."""
        window = self._iface.mainWindow() if self._is_iface_there() else None
        return window if is_alive(window) else None

    def _is_iface_there(self) -> bool:
        """QGIS deletes its interface with its window."""
        return self._iface is not None and not (
            isinstance(self._iface, QObject) and not is_alive(self._iface)
        )

    @staticmethod
    def _wait_for_reads() -> None:
        """QGIS crashes when it ends under a read that still hangs in GDAL."""
        from .core.reading.shutdown import wait_for_reads

        wait_for_reads(timeout_s=LONGEST_SHUTDOWN_S)

    def _add_action(self) -> None:
        self._action = QAction(QIcon(str(ICON)), tr("CbM Chips"), self._iface.mainWindow())
        self._action.setObjectName("CbmChipsShow")
        self._action.setCheckable(True)
        self._action.setToolTip(tr("Sentinel-2 image chips of a place, date by date"))
        self._action.triggered.connect(self._show_dock)
        self._iface.addPluginToRasterMenu(MENU, self._action)
        self._iface.addToolBarIcon(self._action)

    def _add_rest(self) -> None:
        """What is slow to import: the provider and the page in the options."""
        from .gui.dock.status.task_messages import TaskMessages
        from .gui.options.factory import OptionsFactory

        self.initProcessing()
        if self._window() is None:
            return
        self._messages = TaskMessages(self._iface.messageBar())
        self._options = OptionsFactory()
        self._options.applied.connect(self._on_options)
        self._iface.registerOptionsWidgetFactory(self._options)
        if self._rest is not None and QgsSettings().value(OPEN_KEY, False, type=bool):
            self._rest.timeout.disconnect(self._add_rest)
            self._rest.timeout.connect(self._show_dock)
            self._rest.start(0)  # the window paints in between

    def _show_dock(self) -> None:
        """The first time only: from then on the action is the dock's own switch."""
        window = self._window()
        if self.dock is not None or self._action is None or window is None:
            return
        from qgis.gui import QgsGui

        from .gui.dock.dock import ChipsDock

        self.dock = ChipsDock(self._iface, window)
        self.dock.destroyed.connect(self._leave_dock)
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self._iface.addTabifiedDockWidget(area, self.dock, [], True)
        self.dock.setToggleVisibilityAction(self._action)
        self.dock.setUserVisible(True)
        self.dock.memory.restore()
        self._action.toggled.connect(self._remember_open)
        self._remember_open(True)
        shortcuts = QgsGui.shortcutsManager()
        for action in self.dock.actions_to_register:
            shortcuts.registerAction(action, action.shortcut().toString())
            self._shortcuts += [action.objectName(), action.text().replace("&", "")]

    def _remember_open(self, is_open: bool) -> None:
        """For the next start; a window that closes hides its docks, which does not count."""
        window = self._window()
        if window is not None and window.isVisible():
            QgsSettings().setValue(OPEN_KEY, is_open)

    def _on_options(self) -> None:
        if self.dock is not None and is_alive(self.dock):
            self.dock.form.source.refill()
            self.dock.session.rule.refresh()
            self.dock.inspection.refresh()

    def _remove_dock(self) -> None:
        if self.dock is None:
            return
        from qgis.gui import QgsGui

        dock, self.dock = self.dock, None
        disconnect(self._action, "toggled", self._remember_open)
        disconnect(dock, "destroyed", self._leave_dock)
        dock.unload()
        if not is_alive(dock):
            return
        shortcuts = QgsGui.shortcutsManager()
        for action in dock.actions_to_register:
            shortcuts.unregisterAction(action)
        if self._window() is not None:
            self._iface.removeDockWidget(dock)
        dock.deleteLater()

    def _remove_options(self) -> None:
        if self._options is None:
            return
        options, self._options = self._options, None
        disconnect(options, "applied", self._on_options)
        if self._window() is not None:
            self._iface.unregisterOptionsWidgetFactory(options)
        if is_alive(options):
            options.deleteLater()

    def _remove_messages(self) -> None:
        if self._messages is not None:
            self._messages.unload()
            self._messages = None

    def _remove_action(self) -> None:
        if self._action is None:
            return
        action, self._action = self._action, None
        if self._window() is not None:
            self._iface.removePluginRasterMenu(MENU, action)
            self._iface.removeToolBarIcon(action)
        if is_alive(action):
            action.deleteLater()
