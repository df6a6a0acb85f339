"""The plot with what is chosen beside it, and what others lay over it."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...bridge.plot.export import PlotExport
from ...bridge.texts.translation import tr
from ...core.series.curves import SmoothedCurve
from ...core.series.plot.content import PlotContent
from ...core.series.plot.overlays import PlotOverlays, all_overlays
from ...core.series.values import ValueSeries
from ...core.series.years import year_by_year
from .controls import PlotControls
from .options import PlotOptions
from .saving import PlotSaver
from .view import SeriesPlot


class SeriesPanel(QWidget):
    """Shows the series that it is given."""

    changed = pyqtSignal(object)
    """The user wants to see something else: `PlotOptions`."""

    def __init__(
        self, options: PlotOptions, parent: QWidget | None = None, *, like: QWidget | None = None
    ) -> None:
        """Empty; in the colours of `like`."""
        super().__init__(parent)
        self.controls, self.view = PlotControls(options, self), SeriesPlot(like=like)
        self._series: tuple[ValueSeries, ...] = ()
        self._curves: tuple[SmoothedCurve, ...] = ()
        self._span: tuple[float, float] | None = None
        self._overlays: dict[str, PlotOverlays] = {}
        self.title = ""
        """Of the place, for what is saved."""
        self.saver = PlotSaver(self.export, self)
        self._fill_menu()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.controls)
        rows.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.controls.changed.connect(self._on_options)

    @property
    def options(self) -> PlotOptions:
        """What is shown."""
        return self.controls.options

    @property
    def series(self) -> tuple[ValueSeries, ...]:
        """Of all years in one each, as they were given."""
        return self._series

    def put_overlays(self, owner: str, overlays: PlotOverlays | None) -> None:
        """Show these for a part of the dock, in place of what it gave before; None for nothing."""
        if overlays is None:
            self._overlays.pop(owner, None)
        else:
            self._overlays[owner] = overlays
        self._show()

    def show_series(
        self, series: tuple[ValueSeries, ...], *, span: tuple[float, float] | None = None
    ) -> None:
        """Other series, without curves; `span` is as of `day_number`."""
        self.show_values(series, (), span=span)

    def show_values(
        self,
        series: tuple[ValueSeries, ...],
        curves: tuple[SmoothedCurve, ...],
        *,
        span: tuple[float, float] | None = None,
    ) -> None:
        """Other series and their smoothed curves; `span` is of the days asked for."""
        self._series, self._curves, self._span = series, curves, span
        self._show()

    def _fill_menu(self) -> None:
        menu = self.controls.menu
        menu.addSeparator()
        for title, do in (
            (tr("Show the whole time"), self.view.show_all),
            (tr("Copy picture and numbers"), self.saver.copy),
            (tr("Save as PNG, SVG or CSV …"), self.saver.ask_and_save),
        ):
            menu.addAction(title).triggered.connect(lambda _=False, do=do: do())

    def export(self) -> PlotExport:
        """What would be saved."""
        return PlotExport(
            self.view.content,
            self._series,
            self._curves,
            self.title,
            QFont(self.font()),
            shown=self.view.shown,
        )

    def _on_options(self, options: PlotOptions) -> None:
        self._show()
        self.changed.emit(options)

    def _show(self) -> None:
        options = self.options
        content = PlotContent(
            series=year_by_year(self._series) if options.is_by_year else self._series,
            curves=self._curves,
            overlays=all_overlays(self._overlays.values()),
            span=None if options.is_by_year else self._span,
            is_by_year=options.is_by_year,
            has_legend=options.has_legend,
            has_quarters=options.has_quarters,
        )
        if content != self.view.content:
            self.view.show_content(content)
