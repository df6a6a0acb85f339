"""What can be done with a queue, as actions that QGIS's dialog of shortcuts lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction

from ....bridge.texts.translation import tr
from ...widgets.menu import action

OPEN, PREVIOUS, NEXT, UNDECIDED, GO_TO = "Open", "Previous", "Next", "Undecided", "GoTo"
GO_ON, MENU = "GoOn", "Menu"
LEFT_OUT, SECOND, AGREEMENT, STRETCH, CLOSE = (
    "LeftOut",
    "SecondLook",
    "Agreement",
    "Stretch",
    "Close",
)
_NEEDS_QUEUE = (
    *(PREVIOUS, NEXT, UNDECIDED, GO_TO, MENU),
    *(LEFT_OUT, SECOND, AGREEMENT, STRETCH, CLOSE),
)
_KEYS = {
    UNDECIDED: "Shift+N",
    GO_TO: "Ctrl+G",
    GO_ON: "Shift+G",
    OPEN: "Shift+O",
    LEFT_OUT: "Shift+L",
    SECOND: "Shift+S",
    AGREEMENT: "Shift+K",
    MENU: "Shift+Q",
}


class QueueActions:
    """By name; the keys are given where all of the dock's are."""

    def __init__(self, do: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        """`do` has a call for every name above."""
        self._of = {
            name: action(parent, f"CbmChipsQueue{name}", text(), do[name], icon=icon)
            for name, (text, icon) in _ROWS.items()
        }
        self._of[STRETCH].setCheckable(True)

    def __getitem__(self, name: str) -> QAction:
        return self._of[name]

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {key: self[name] for name, key in _KEYS.items()}

    @property
    def unkeyed(self) -> list[QAction]:
        """The others."""
        keyed = self.letters.values()
        return [one for one in self._of.values() if one not in keyed]

    @property
    def buttons(self) -> list[QAction]:
        """Those of the bar."""
        return [self[name] for name in (PREVIOUS, NEXT, UNDECIDED)]

    @property
    def more(self) -> list[QAction]:
        """Those of the bar's menu."""
        names = (OPEN, LEFT_OUT, SECOND, AGREEMENT, STRETCH, CLOSE)
        return [self[name] for name in names]

    def enable(self, *, is_open: bool) -> None:
        """Most of them need a queue."""
        for name in _NEEDS_QUEUE:
            self[name].setEnabled(is_open)

    def offer(self, *, is_offered: bool) -> None:
        """There is an inspection to go on with."""
        self[GO_ON].setEnabled(is_offered)


_ROWS: dict[str, tuple[Callable[[], str], str]] = {
    OPEN: (lambda: tr("Open a queue of parcels …"), ""),
    GO_ON: (lambda: tr("Go on with the inspection of the record"), ""),
    MENU: (lambda: tr("More of the queue"), ""),
    PREVIOUS: (lambda: tr("Previous of the queue"), "mActionArrowLeft"),
    NEXT: (lambda: tr("Next of the queue"), "mActionArrowRight"),
    UNDECIDED: (lambda: tr("Next undecided of the queue"), "mActionDoubleArrowRight"),
    GO_TO: (lambda: tr("Go to an id in the queue"), ""),
    LEFT_OUT: (lambda: tr("What does not join …"), ""),
    SECOND: (lambda: tr("Second look …"), ""),
    AGREEMENT: (lambda: tr("Agreement of both looks …"), ""),
    STRETCH: (lambda: tr("One stretch for all these parcels, so that they compare"), ""),
    CLOSE: (lambda: tr("Close the queue; its record stays"), ""),
}
"""Name for QGIS's list of shortcuts: text, icon of QGIS."""
