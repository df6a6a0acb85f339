"""The entry "Repeat this …" of the dock's menu: what gives the dates on show again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....bridge import settings
from ....bridge.texts.translation import tr
from ...session.session import Session
from ...widgets.menu import action

if TYPE_CHECKING:
    from ....core.outputs.repeat.repeatable_run import RepeatableRun


class RepeatAction(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """The dialog belongs to `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        self.action = action(self, "CbmChipsRepeat", tr("Repeat this …"), self.show)

    def repeatable(self) -> RepeatableRun | None:
        """The run on show; None while there is none."""
        from ....core.outputs.repeat.repeatable_run import RepeatableRun

        shown = self._session.shown
        if shown is None:
            return None
        row, rule = shown.source, settings.load().rule
        return RepeatableRun.of(shown.request, row.source, login=row.authcfg, rule=rule)

    def show(self) -> None:
        """Open the dialog."""
        from .repeat_dialog import RepeatDialog

        run = self.repeatable()
        if run is None:
            self._session.remark(tr("There are no dates to repeat yet."))
            return
        RepeatDialog(run, self._window).show()
