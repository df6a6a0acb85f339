"""What sentences speak of. A sentence goes when that changes, whoever has said it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.qt_alive import disconnect


class Topic(Enum):
    """Something that changes, and then what was said about it need not be true any more."""

    SOURCE = "the chosen source, or its login"
    FORM = "what the form says"
    PLACE = "the place that was picked"
    RUN = "what is read"
    PROJECT = "the layers of the project, which of them show, what is selected, the CRS"
    PACKAGES = "the Python packages that are there"


ANY = frozenset(Topic)


class Validity(QObject):
    """How long the last sentence of somebody is true."""

    ended = pyqtSignal()
    """What the sentence speaks of has changed: it is to be taken back."""

    def __init__(self, changed: Any, parent: QObject) -> None:
        """`changed` is a signal with a `Topic`."""
        super().__init__(parent)
        self._topics: frozenset[Topic] = frozenset()
        changed.connect(self._on_changed)

    def begin(self, topics: Iterable[Topic]) -> None:
        """A sentence is said that speaks of these, in place of the one before."""
        self._topics = frozenset(topics)

    def _on_changed(self, topic: Topic) -> None:
        if topic in self._topics:
            self._topics = frozenset()
            self.ended.emit()


class ProjectChanges(QObject):
    """Emits when something of `Topic.PROJECT` has changed; the selection comes from the map."""

    happened = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        project, tree = QgsProject.instance(), QgsProject.instance().layerTreeRoot()
        self._signals = (
            (project, "layersRemoved"),
            (project, "crsChanged"),
            (tree, "addedChildren"),
            (tree, "removedChildren"),
            (tree, "visibilityChanged"),
        )
        for sender, signal in self._signals:
            getattr(sender, signal).connect(self._tell)

    def unload(self) -> None:
        """Hear nothing any more."""
        for sender, signal in self._signals:
            disconnect(sender, signal, self._tell)

    def _tell(self, *_: Any) -> None:
        self.happened.emit()
