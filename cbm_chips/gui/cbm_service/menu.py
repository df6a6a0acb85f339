"""What only a CbM server can do, as entries of the dock's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ..session.session import Session
from ..widgets.menu import action
from .parcels import ServiceParcels

if TYPE_CHECKING:
    from datetime import date

    from qgis.PyQt.QtWidgets import QAction

    from ..session.form_values.form_state import FormState
    from .dialog import ServiceDialog


class ServiceMenu(QObject):
    """Belongs to one dock; the entries are there for a CbM server only."""

    def __init__(self, session: Session, parcels: ServiceParcels, window: QWidget) -> None:
        """The dialogs belong to `window`."""
        super().__init__(window)
        self._session, self._parcels, self._window = session, parcels, window
        self._actions: list[QAction] = []

    def fill(self, menu: QMenu) -> None:
        """Entries, shown as the source allows."""
        self._actions = [
            menu.addSeparator(),
            action(self, "CbmChipsServerSheet", tr("Chip sheet from the server …"), self._sheet),
            action(self, "CbmChipsServerSeries", tr("Time series from the server …"), self._series),
        ]
        menu.addActions(self._actions[1:])
        self._session.source_changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        is_cbm = self._session.source.is_cbm
        for entry in self._actions:
            entry.setVisible(is_cbm)

    def _sheet(self) -> None:
        """Of the place that was picked last, as the form says now."""
        from .chip_page import ChipPageDialog, ChipPageRequest

        session = self._session
        if session.place is None:
            session.remark(tr("Pick a place or a parcel first."))
            return
        try:
            session.form.look()
            request = ChipPageRequest.of(session.form, session.place)
        except RequestError as error:
            self._parcels.refuse(error)
        else:
            self._open(ChipPageDialog(request, session.source, self._window))

    def _series(self) -> None:
        """Of the parcel whose id stands in the box."""
        from .time_series import TimeSeriesDialog, TimeSeriesRequest

        box, source = self._parcels.box, self._session.source
        pid = box.pid.text().strip()
        if not pid:
            self._session.remark(tr("Pick a parcel of the server first, or give its id."))
            return
        area = box.area()
        kinds = area.time_series if area is not None else ()
        try:
            days = _days_of(self._session.form)
            request = TimeSeriesRequest(box.state().dataset, pid, kinds=kinds, days=days)
        except RequestError as error:
            self._parcels.refuse(error)
        else:
            self._open(TimeSeriesDialog(request, source, self._window))

    def _open(self, dialog: ServiceDialog) -> None:
        """Ask; the dock says when a login can't be opened."""
        try:
            dialog.begin()
        except RequestError as error:
            dialog.deleteLater()
            self._parcels.refuse(error)
        else:
            dialog.show()


def _days_of(form: FormState) -> tuple[date, date] | None:
    """The form's period; None where its days are none."""
    from ...core.model.request import parse_day

    try:
        first, last = parse_day("start", form.days.start), parse_day("end", form.days.end)
    except RequestError:
        return None
    return (first, last) if first <= last else None
