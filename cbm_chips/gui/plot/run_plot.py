"""The plot of the run on show: when it is shown, what fills it, which date is current in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...bridge.tasks.plot_values import CurveOrder, PlotValues, ValueOrder
from ...bridge.texts.translation import tr
from ...core.series.names import bands_of
from ...core.series.plot.scales import day_number
from ..session.form_values import store
from ..session.session import Session
from ..widgets.file_saving import saved_words
from ..widgets.menu import action
from .options import PlotOptions, recall_options, remember_options
from .panel import SeriesPanel
from .plot_height import PlotHeight
from .run_values import RunValues

if TYPE_CHECKING:
    from ...bridge.tasks.background_call import CallResult
    from ...bridge.tasks.chip_task import Ending
    from ...core.pipeline.series import Entry
    from ...core.series.values import ValueSeries
    from ..session.runs import Run

NAME, ON, OFF = "plot", "on", "off"


class RunPlot(QObject):
    """Belongs to one dock; `panel` takes what others lay over the plot."""

    wanted = pyqtSignal()
    """What is to be seen has changed: shown or not, another run, other options."""

    def __init__(
        self, session: Session, place: QWidget, parent: QObject, *, like: QWidget | None = None
    ) -> None:
        """`place` is where the plot stands, hidden with it; its colours are those of `like`."""
        super().__init__(parent)
        self._session, self._place = session, place
        self.panel = SeriesPanel(recall_options(), like=like)
        self.values = RunValues(session.entries, self)
        self._height: PlotHeight | None = None
        self._shown: Run | None = None
        self._values: PlotValues | None = None
        self._others: tuple[ValueSeries, ...] = ()
        rows = QVBoxLayout(place)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.panel)
        text = tr("Series plot")
        self.action = action(
            self, "CbmChipsPlot", text, self._on_switched, icon="propertyicons/diagram"
        )
        self.action.setCheckable(True)
        self.action.setChecked(store.recall_grid(NAME, OFF) == ON)
        self.panel.view.say(tr("Pick a place: its dates come here with their values."))
        self._connect()

    def show_as_left(self) -> None:
        """Once the place stands where it belongs."""
        self._height = PlotHeight(self._place)
        self._show_place()

    def restore_size(self) -> None:
        """As the user left it, where it stands now."""
        if self._height is not None and self.is_shown:
            self._height.restore()

    @property
    def is_shown(self) -> bool:
        """Somebody wants to see it."""
        return bool(self.action.isChecked())

    def show_others(self, series: tuple[ValueSeries, ...]) -> None:
        """Series of others beside those of the run, in place of those before."""
        if series != self._others:
            self._others = series
            self._show_series()
            self._want()

    def is_idle(self) -> bool:
        """No value is being computed."""
        return self.values.is_idle()

    def unload(self) -> None:
        """Leave no thread behind."""
        self.values.stop()

    def _connect(self) -> None:
        session, view = self._session, self.panel.view
        self.panel.changed.connect(self._on_options)
        self.panel.saver.saved.connect(self._on_saved)
        self.values.ready.connect(self._show)
        view.chosen.connect(session.current.go_to)
        view.pointed.connect(session.current.point_at)
        session.current.changed.connect(self._on_current)
        session.current.pointed.connect(view.show_pointed)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._update)
        session.rule.changed.connect(self._update)
        session.runs.ended.connect(self._on_ended)

    def _on_switched(self) -> None:
        is_on = self.action.isChecked()
        store.remember_grid(NAME, ON if is_on else OFF)
        self._show_place()
        self._want()
        self.wanted.emit()
        if not self._session.runs.is_running:
            self._read_lacking()

    def _show_place(self) -> None:
        self._place.setVisible(self.is_shown)
        if self._height is not None and self.is_shown:
            self._height.restore()

    def _on_options(self, options: PlotOptions) -> None:
        remember_options(options)
        self._want()
        self.wanted.emit()
        self._read_lacking()

    def _on_began(self, run: Run) -> None:
        if run.only:
            return
        self._shown = run
        self.panel.title = run.request.place.name
        self._values = None
        self.panel.view.show_all()
        self.panel.show_series(())
        self.values.begin(run.request.place)
        self._want()
        self.wanted.emit()

    def _on_ended(self, ending: Ending) -> None:
        self._update()
        if not ending.is_cancelled:
            self._read_lacking()

    def _on_current(self, entry: Entry | None) -> None:
        self.panel.view.show_current(entry.scene.id if entry is not None else "")

    def _on_saved(self, result: CallResult) -> None:
        self._session.remark(saved_words(result))

    def _update(self, *_: object) -> None:
        """Dates have changed."""
        if self.is_shown:
            self.values.update()

    def _want(self) -> None:
        """What the options say, if anybody sees it."""
        if self._shown is None or not self.is_shown:
            return
        options = self.panel.options
        order = ValueOrder(
            0,
            self._shown.request.place,
            (),
            options.names,
            others=self._others,
            curves=CurveOrder(options.strength, options.is_by_year),
        )
        self.values.want(order)

    def _read_lacking(self) -> None:
        """What the plot shows and the run has not read; pictures come first."""
        if self._shown is not None and self.is_shown:
            self._session.read_bands(bands_of(*self.panel.options.names))

    def _show(self, values: PlotValues) -> None:
        self._values = values
        self._show_series()

    def _show_series(self) -> None:
        values = self._values
        if self._shown is None or values is None:
            return
        request = self._shown.request
        span = day_number(request.first_day), day_number(request.last_day)
        self.panel.show_values((*values.series, *self._others), values.curves, span=span)
