"""One question to a CbM server at a time; a newer one takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.background_call import Answer
from ...bridge.cbm_service import Ask, Question
from ...bridge.qt_alive import cut, end_task

if TYPE_CHECKING:
    from ...bridge.providers import ProviderRow

Then = Callable[[Answer], None]


class Asking(QObject):
    """Whoever asks hears the answer, unless it was cancelled or another question came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: Question | None = None
        self._then: Then | None = None

    @property
    def is_asking(self) -> bool:
        """An answer is awaited."""
        return self._now is not None

    def ask(self, row: ProviderRow, question: Ask, then: Then) -> None:
        """`question` runs in a worker thread, `then` in the main one.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        new = Question(row, question)
        self.cancel()
        self._now, self._then = new, then
        new.done.connect(self._hear)
        new.start()

    def cancel(self) -> bool:
        """Forget the question, at once; False if there was none."""
        former, self._now, self._then = self._now, None, None
        if former is None:
            return False
        cut(former, "done", self._hear)
        end_task(former)
        return True

    def _hear(self, answer: Answer) -> None:
        then, self._now, self._then = self._then, None, None
        if then is not None:
            then(answer)
