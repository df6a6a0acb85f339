"""What is chosen beside the plot: which indices and bands, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QMenu, QToolButton, QWidget

from ...bridge.texts.translation import tr
from ...core.rendering.indices import INDICES
from ...core.sentinel2.bands import BANDS
from ..widgets.icon_button import icon_button
from .options import PlotOptions


class PlotControls(QWidget):
    """A button that names what is shown, and a menu for how."""

    changed = pyqtSignal(object)
    """`PlotOptions`."""

    def __init__(self, options: PlotOptions, parent: QWidget | None = None) -> None:
        """Shows `options`."""
        super().__init__(parent)
        self.options = options
        self.names, self.menu = QToolButton(), QMenu(self)
        self.names.setAutoRaise(True)
        self.names.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.names.setToolTip(tr("Indices and bands of the plot"))
        self.more = icon_button("mActionOptions", tr("How the plot is shown, and what is saved"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self._of_name = self._fill_names()
        self._switches = self._fill_menu()
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(2)
        line.addWidget(self.names)
        line.addStretch(1)
        line.addWidget(self.more)
        self.show_options(options)

    def show_options(self, options: PlotOptions) -> None:
        """Other ones, without telling."""
        self.options = options
        for name, its_action in self._of_name.items():
            _check(its_action, name in options.names)
        for field, its_action in self._switches.items():
            _check(its_action, bool(getattr(options, field)))
        self.names.setText(", ".join(options.names))
        self.names.setAccessibleName(f"{self.names.toolTip()}: {self.names.text()}")

    def _fill_names(self) -> dict[str, QAction]:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        found = {}
        for name, index in INDICES.items():
            found[name] = self._checkable(menu, f"{name} – {tr(index.title)}", self._chooser(name))
        menu.addSeparator()
        for name, band in BANDS.items():
            if band.reflective:
                words = tr("{band} (reflectance)").format(band=name)
                found[name] = self._checkable(menu, words, self._chooser(name))
        self.names.setMenu(menu)
        return found

    def _chooser(self, name: str) -> Callable[[bool], None]:
        return lambda on: self._change(self.options.with_name(name, is_shown=on))

    def _fill_menu(self) -> dict[str, QAction]:
        titles = {
            "has_quarters": tr("Range of half of the pixels (p25 to p75)"),
            "has_legend": tr("Legend"),
            "is_by_year": tr("Years over each other"),
        }
        return {
            field: self._checkable(self.menu, title, self._switcher(field))
            for field, title in titles.items()
        }

    def _switcher(self, field: str) -> Callable[[bool], None]:
        return lambda on: self._change(self.options.switched(field, on))

    def _checkable(self, menu: QMenu, title: str, do: Callable[[bool], None]) -> QAction:
        made = menu.addAction(title)
        made.setCheckable(True)
        made.toggled.connect(do)
        return made

    def _change(self, options: PlotOptions) -> None:
        self.show_options(options)
        self.changed.emit(options)


def _check(of_action: QAction, on: bool) -> None:
    blocker = QSignalBlocker(of_action)
    of_action.setChecked(on)
    blocker.unblock()
