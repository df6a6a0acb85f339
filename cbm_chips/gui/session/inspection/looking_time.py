"""How long a parcel and its dates were on show while a person could look at them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ....core.errors import RequestError
from ..topics import Topic

if TYPE_CHECKING:
    from ....core.rendering.look import Look
    from ..session import Session

Viewed = dict[tuple[str, "Look"], float]
"""Scene and look -> seconds as the current or enlarged date."""


class LookingTime(QObject):
    """One per dock. It counts while it is told that somebody may be looking."""

    def __init__(
        self, session: Session, parent: QObject, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`clock` gives seconds and never goes back."""
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._since: float | None = None
        self._seconds, self._viewed = 0.0, Viewed()
        self._scene, self._look = "", self._look_now()
        session.current.changed.connect(self._on_current)
        session.stretch.changed.connect(self._on_look)
        session.changed.connect(self._on_topic)

    def begin(self) -> None:
        """Another question: nothing of it was seen."""
        self._take()
        self._seconds, self._viewed = 0.0, Viewed()

    def watch(self, is_watched: bool) -> None:
        """Somebody can look now, or can't."""
        self._take()
        self._since = self._clock() if is_watched else None

    @property
    def seconds(self) -> float:
        """So long the question was on show."""
        self._take()
        return self._seconds

    @property
    def viewed(self) -> Viewed:
        """The dates that were current meanwhile, and how they were shown."""
        self._take()
        return dict(self._viewed)

    def _take(self) -> None:
        """Count what has passed since."""
        if self._since is None:
            return
        now = self._clock()
        passed, self._since = now - self._since, now
        self._seconds += passed
        if self._scene and self._look is not None and passed > 0:
            seen = (self._scene, self._look)
            self._viewed[seen] = self._viewed.get(seen, 0.0) + passed

    def _on_current(self, *_: object) -> None:
        self._take()
        entry = self._session.current.entry
        self._scene = entry.scene.id if entry is not None else ""

    def _on_topic(self, topic: Topic) -> None:
        if topic is Topic.FORM:
            self._on_look()

    def _on_look(self) -> None:
        self._take()
        self._look = self._look_now()

    def _look_now(self) -> Look | None:
        try:
            return self._session.look()
        except RequestError:  # the form has marked it
            return None
