"""The cloud rule of dock and options: one setting, changed in either."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge import settings
from ....core.sentinel2.cloud_rules import CLOUD_RULES
from ....core.sentinel2.scl import CloudRule


class RuleChoice(QObject):
    """Reads the setting where it may have changed, and emits when it has."""

    changed = pyqtSignal(object)
    """The `CloudRule` by which dates are judged from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = settings.load()

    @property
    def rule(self) -> CloudRule:
        """By which dates are judged."""
        return self._stored.rule

    @property
    def own_classes(self) -> frozenset[int]:
        """The classes that the user has chosen one by one; empty if never."""
        return self._stored.own_classes

    def choose(self, name: str) -> None:
        """Judge by the row of this name, or by the user's own classes."""
        row = CLOUD_RULES.get(name)
        classes = row.bad_classes if row else self.own_classes
        settings.save(replace(settings.load(), bad_classes=classes))
        self.refresh()

    def refresh(self) -> None:
        """Take the setting as it is now."""
        before, self._stored = self._stored, settings.load()
        if before.rule != self.rule or before.own_classes != self.own_classes:
            self.changed.emit(self.rule)
