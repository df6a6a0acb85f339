"""Work of a task that only the main thread may do, a little at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal

from ...core.cancellation import current_cancellation
from ...core.errors import ChipsError
from ...core.reasons import Reason

_LOOK_S = 0.1
_Result = TypeVar("_Result")


class MainThreadStopped(ChipsError):
    """The work was cancelled before the main thread did its part."""


def is_main_thread() -> bool:
    """QGIS's window lives in this one."""
    return bool(QThread.currentThread() == QgsApplication.instance().thread())


class MainThread(QObject):
    """Does calls in the main thread; may be made in any."""

    _asked = pyqtSignal(object, object)

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self.moveToThread(QgsApplication.instance().thread())
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], _Result]) -> _Result:
        """What `work` returns or raises; waits for it.

        Raises:
            MainThreadStopped: when this thread's work is cancelled meanwhile.
        """
        if is_main_thread():
            return work()
        answer: Future[_Result] = Future()
        self._asked.emit(work, answer)
        stop = current_cancellation()
        while not wait([answer], timeout=_LOOK_S).done:
            if stop.is_cancelled and answer.cancel():
                raise MainThreadStopped(Reason("cancelled"))
        return answer.result()

    def post(self, work: Callable[[], object]) -> None:
        """Have `work` done soon; nobody waits for it."""
        if is_main_thread():
            work()
        else:
            self._asked.emit(work, Future())

    def _answer(self, work: Callable[[], _Result], answer: Future[_Result]) -> None:
        if not answer.set_running_or_notify_cancel():
            return
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001  # raised again where it was asked
            answer.set_exception(error)
