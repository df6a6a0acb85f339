"""What only a CbM server can do, as entries of the dock's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ...bridge.translation import tr
from ...core.errors import RequestError
from ..dock.menu import action

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QAction

    from ..dock.dock import ChipsDock
    from .dialog import ServiceDialog


class ServiceMenu(QObject):
    """Belongs to one dock; the entries are there for a CbM server only."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._actions: list[QAction] = []

    def fill(self, menu: QMenu) -> None:
        """Entries, shown as the source allows."""
        self._actions = [
            menu.addSeparator(),
            action(self, "CbmChipsServerSheet", tr("Chip sheet from the server …"), self._sheet),
            action(self, "CbmChipsServerSeries", tr("Time series from the server …"), self._series),
        ]
        menu.addActions(self._actions[1:])
        self._dock.form.source.shown.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        is_cbm = self._dock.form.source.row().is_cbm
        for entry in self._actions:
            entry.setVisible(is_cbm)

    def _sheet(self) -> None:
        """Of the place that was picked last, as the form says now."""
        from .chip_page import SheetDialog, SheetWish

        dock = self._dock
        if dock.place is None:
            dock.remedies.remark(tr("Pick a place or a parcel first."))
            return
        try:
            dock.form.look()
            wish = SheetWish.of(dock.form.wishes(), dock.place)
        except RequestError as error:
            dock.service.refuse(error)
        else:
            self._open(SheetDialog(wish, dock.form.source.row(), dock))

    def _series(self) -> None:
        """Of the parcel whose id stands in the box."""
        from .time_series import SeriesDialog, SeriesWish

        box, source = self._dock.service.box, self._dock.form.source.row()
        pid = box.pid.text().strip()
        if not pid:
            text = tr("Pick a parcel of the server first, or give its id.")
            self._dock.remedies.remark(text)
            return
        area = box.area()
        kinds = area.time_series if area is not None else ()
        try:
            wish = SeriesWish(box.wishes().dataset, pid, kinds=kinds)
        except RequestError as error:
            self._dock.service.refuse(error)
        else:
            self._open(SeriesDialog(wish, source, self._dock))

    def _open(self, dialog: ServiceDialog) -> None:
        """Ask; a login that can't be opened is told in the dock."""
        try:
            dialog.begin()
        except RequestError as error:
            dialog.deleteLater()
            self._dock.service.refuse(error)
        else:
            dialog.show()
