"""What is chosen beside the plot: which indices and bands, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from ...bridge.texts.translation import tr
from ...bridge.texts.words import number
from ...core.rendering.indices import INDICES
from ...core.sentinel2.bands import BANDS
from ...core.series.smoothing import STRENGTHS, can_smooth
from ..widgets.icon_button import icon_button
from .options import NO_SMOOTHING, PlotOptions


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
        for strength, its_action in self._strengths.items():
            _check(its_action, strength == options.strength)
        self.names.setText(", ".join(options.names))
        self.names.setAccessibleName(f"{self.names.toolTip()}: {self.names.text()}")

    def offer_service(self, is_there: bool) -> None:
        """The server's own series can be had."""
        self._switches["has_service"].setVisible(is_there)

    def choose_strength(self, strength: float) -> None:
        """Smooth so much, as by the menu."""
        self._strengths[strength].trigger()

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
        self.menu.setToolTipsVisible(True)
        titles = {
            "has_quarters": tr("Range of half of the pixels (p25 to p75)"),
            "has_legend": tr("Legend"),
            "is_by_year": tr("Years over each other"),
            "has_service": tr("Series of the CbM server"),
        }
        found = {
            field: self._checkable(self.menu, title, self._switcher(field))
            for field, title in titles.items()
        }
        self._strengths = self._fill_smoothing()
        return found

    def _fill_smoothing(self) -> dict[float, QAction]:
        """Greyed where it can't be done."""
        menu = self.menu.addMenu(tr("Smoothing (Whittaker)"))
        menu.menuAction().setEnabled(can_smooth())
        if not can_smooth():
            menu.menuAction().setToolTip(tr("Smoothing needs the Python package SciPy."))
            menu.setTitle(tr("Smoothing: needs the Python package SciPy"))
        group, found = QActionGroup(menu), {}
        for strength in (NO_SMOOTHING, *STRENGTHS):
            words = tr("λ = {number}").format(number=number(strength))
            entry = self._checkable(
                menu, words if strength else tr("None"), self._smoother(strength)
            )
            group.addAction(entry)
            found[strength] = entry
        return found

    def _smoother(self, strength: float) -> Callable[[bool], None]:
        def choose(on: bool) -> None:
            if on:
                self._change(replace(self.options, strength=strength))

        return choose

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
