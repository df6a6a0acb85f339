"""The context menu of a date in the list, where other parts add what they offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from qgis.PyQt.QtCore import QModelIndex, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QMenu

from ....core.pipeline.series import Entry
from ..grid.model import Role
from ..grid.view import ThumbnailView
from .menu import MenuTarget, PictureExporter, thumbnail_menu


class DateMenu(QObject):
    """Made anew whenever it is asked for."""

    filled = pyqtSignal(object, object)
    """The menu, and the `Entry` that it is of."""

    def __init__(
        self,
        view: ThumbnailView,
        exporter: PictureExporter,
        *,
        meant: Callable[[QModelIndex], Iterable[Entry]],
        load: Callable[[list[Entry]], None],
        retry: Callable[[list[Entry]], None],
        enlarge: Callable[[QModelIndex], object],
    ) -> None:
        """`meant` gives the dates that actions on several are about."""
        super().__init__(view)
        self._view, self._exporter, self._meant = view, exporter, meant
        self._load, self._retry, self._enlarge = load, retry, enlarge

    def serve(self, view: QAbstractItemView) -> None:
        """A view of the dates asks for it by the right button and by the menu key."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._show, view))

    def made(self, index: QModelIndex) -> QMenu:
        """The menu of a thumbnail."""
        entry: Entry = index.data(int(Role.ENTRY))
        picture, overlay = index.data(int(Role.PICTURE)), index.data(int(Role.OVERLAY))
        menu = thumbnail_menu(
            MenuTarget(tuple(self._meant(index)), entry, picture, overlay),
            self._view,
            load=self._load,
            retry=self._retry,
            enlarge=lambda: self._enlarge(index),
            exporter=self._exporter,
        )
        self.filled.emit(menu, entry)
        return menu

    def _show(self, view: QAbstractItemView, position: QPoint) -> None:
        index = view.indexAt(position)
        if index.isValid():
            menu = self.made(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(view.viewport().mapToGlobal(position))
