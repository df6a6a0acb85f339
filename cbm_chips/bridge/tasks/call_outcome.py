"""What came of a call in another thread, in words for people; nothing escapes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from qgis.core import Qgis, QgsMessageLog

from ...core.errors import ChipsError
from ...core.outputs.stand_ins import stand_ins_told
from ..log import LOG_TAG
from ..network import is_login_refused
from ..sources.dependencies import package_missing
from ..texts.plain_text import plain_log
from ..texts.translation import tr
from ..texts.words import worded


@dataclass(frozen=True)
class CallResult:
    """How a call ended.

    Attributes:
        value: what the function returned; None if it failed.
        problem: why it failed, for people, with the remarks; empty if it did not.
        is_login_refused: it failed because a login, or another one, is needed.
        details: a traceback for the log, where the problem is a fault of ours.
        remarks: on what it wrote, for people: see `stand_ins`.
        is_cancelled: the user has cancelled it in QGIS's list of tasks, which `problem` says.
    """

    value: Any = None
    problem: str = ""
    is_login_refused: bool = False
    details: str = field(default="", repr=False)
    remarks: tuple[str, ...] = ()
    is_cancelled: bool = False

    @classmethod
    def cancelled(cls) -> CallResult:
        """Of a call that the user has cancelled."""
        return cls(problem=tr("Cancelled."), is_cancelled=True)

    def with_remarks(self, words: str) -> str:
        """What is said of its end, and the remarks."""
        return " ".join((words, *self.remarks))


def result_of(work: Callable[[], Any]) -> CallResult:
    """Of a call in a worker thread; an exception that escaped there would end QGIS."""
    with stand_ins_told() as told:
        result = _result_of(work)
    result = replace(result, remarks=tuple(map(worded, told)))
    if result.problem:  # what it had written before it failed is not lost
        return replace(result, problem=result.with_remarks(result.problem))
    return result


def _result_of(work: Callable[[], Any]) -> CallResult:
    try:
        return CallResult(work())
    except ChipsError as error:
        return CallResult(problem=worded(error), is_login_refused=is_login_refused(error))
    except Exception as error:  # noqa: BLE001 - the outermost border of the thread
        import traceback

        lacking = package_missing(error)
        details = "" if lacking else traceback.format_exc()
        return CallResult(problem=lacking or fault_words(error), details=details)


def fault_words(error: Exception) -> str:
    """For what nobody has foreseen."""
    text = tr("A fault of the plugin ({kind}); the log has the details.")
    return text.format(kind=type(error).__name__)


def log_details(result: CallResult) -> None:
    """In the main thread."""
    if result.details:
        QgsMessageLog.logMessage(plain_log(result.details), LOG_TAG)


def log_end(name: str, result: CallResult) -> None:
    """In the main thread, for work of whose end nobody tells the user."""
    if result.problem and not result.details:
        log_problem(name, result)
    log_details(result)


def log_problem(name: str, result: CallResult) -> None:
    """In the main thread, for a call of whose problem nobody else hears."""
    words = plain_log(f"{name}: {result.problem}")
    QgsMessageLog.logMessage(words, LOG_TAG, Qgis.MessageLevel.Warning)
