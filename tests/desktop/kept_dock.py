"""One dock for the tests of a file that say `@pytest.mark.kept_dock`.

To open a dock takes as long as to read a place, and a person opens one a day: what is told of a
read, a plot or a comparison has to be so whatever was there before. Who tells of opening, closing,
settings or of a dock's first moment takes the one that is opened for each test.
"""

from __future__ import annotations

from typing import Any

from tests.desktop.window import (
    CENTRE,
    FakeInterface,
    forget_settings,
    look_at,
    settle,
    wait_for_tasks,
)


class KeptDock:
    """Opened with its first use; a new one where a test has closed it."""

    def __init__(self) -> None:
        self._iface: FakeInterface | None = None
        self._plugin: Any = None
        self._switched: dict[Any, bool] = {}
        """Of a new dock: its switches, on or off."""

    def iface(self) -> FakeInterface:
        """The interface, with what is new in a dock that was used."""
        if self._iface is not None and self._is_open():
            self._tidy(self._iface, self._plugin.dock)
        else:
            self.close()
            self._open()
        assert self._iface is not None
        return self._iface

    def stop(self) -> None:
        """Before the layers go that something may still be reading."""
        if self._is_open():
            while self._plugin.dock.escape.press():
                pass
            wait_for_tasks()

    @property
    def plugin(self) -> Any:
        """Its dock is open."""
        return self._plugin

    def close(self) -> None:
        """As QGIS unloads a plugin and closes its window."""
        if self._plugin is not None:
            self._plugin.unload()
            settle()
        if self._iface is not None:
            close_window(self._iface)
        self._iface = self._plugin = None

    def _open(self) -> None:
        from cbm_chips.plugin import CbmChipsPlugin

        self._iface = FakeInterface()
        self._plugin = CbmChipsPlugin(self._iface)
        self._plugin.initGui()
        settle()
        self._iface.menu[0].trigger()
        actions = self._plugin.dock.actions_to_register
        self._switched = {one: one.isChecked() for one in actions if one.isCheckable()}
        look_at(self._iface.canvas, CENTRE)

    def _is_open(self) -> bool:
        from cbm_chips.bridge.qt_alive import is_alive

        dock = self._plugin.dock
        if dock is None or not is_alive(dock) or dock._is_unloaded:
            return False
        return bool(dock.isVisible() and not dock.isFloating())

    def _tidy(self, iface: FakeInterface, dock: Any) -> None:
        """As a person makes room for the next parcel, in a project and a profile that are new."""
        from qgis.PyQt.QtWidgets import QDialog

        from cbm_chips.bridge.qt_alive import is_alive
        from cbm_chips.gui.session.form_values.form_state import FormState

        for dialog in dock.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
        self.stop()
        for action, is_on in self._switched.items():
            if is_alive(action) and action.isChecked() != is_on:
                action.trigger()
        dock.session.sources.close(waits=True)  # whoever counts requests finds nothing read
        _show_as_at_first(dock)
        forget_settings()
        dock.form.change(FormState())
        dock.form.box.setCollapsed(True)
        dock.session.remark("")
        self._tidy_window(iface)

    def _tidy_window(self, iface: FakeInterface) -> None:
        iface.bar.clearWidgets()
        iface.shown_options.clear()
        iface.tables.clear()
        iface.canvas.setLayers([])
        iface.canvas.setCurrentLayer(None)
        iface.window.resize(1280, 800)
        iface.window.activateWindow()
        look_at(iface.canvas, CENTRE)
        settle()
        forget_settings()


def _show_as_at_first(dock: Any) -> None:
    from cbm_chips.gui.plot.options import PlotOptions
    from cbm_chips.gui.thumbnails.controls.view_button import GRID

    panel, plot = dock.panel, dock.plot.panel
    panel.controls.choose_view(GRID)
    panel.controls.choose_filter("all")
    panel.controls.choose_order("oldest first")
    panel.controls.show_fit(True)
    panel.view.selectionModel().clear()
    panel.lookout.look_for(None)
    panel.view.section.fit()
    dock.session.compared.clear()
    dock.judging.events.set_windows(())
    dock.judging.events.choose_window("")
    plot.controls.show_options(PlotOptions())
    plot.changed.emit(plot.options)


def close_window(iface: FakeInterface) -> None:
    """QGIS's window, at its end."""
    iface.window.close()
    iface.window.deleteLater()
    settle()
