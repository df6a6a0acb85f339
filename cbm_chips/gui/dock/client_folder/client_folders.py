"""The entries of the dock's menu for the original client's folders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QMenu, QWidget

from .opening import ClientFolderOpening
from .saving import ClientFolderSaving

if TYPE_CHECKING:
    from ...session.form_values.dataset_state import DatasetState
    from ...session.session import Session


class ClientFolders:
    """Belongs to one dock."""

    def __init__(
        self, session: Session, dataset: Callable[[], DatasetState], window: QWidget
    ) -> None:
        """See the parts."""
        self.opening = ClientFolderOpening(session, window)
        self.saving = ClientFolderSaving(session, dataset, window)
        self.actions = [self.opening.action, self.saving.action]

    def fill(self, menu: QMenu) -> None:
        """Behind what else is saved."""
        menu.addActions(self.actions)

    def unload(self) -> None:
        """Leave no task behind."""
        self.opening.unload()
        self.saving.unload()
