"""What Qt has deleted already: a window takes all it holds along, and may go at any moment.

An exception in a slot or in a virtual method ends the whole process where nobody set a hook, so
no slot may touch what is gone. Qt itself cuts the connections to methods of QObjects that go; it
does not know whom a lambda or a method of a plain object touches.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from qgis.PyQt import sip


def is_alive(*things: Any) -> bool:
    """All of them are there: not None, and not deleted by Qt."""
    return all(thing is not None and not sip.isdeleted(thing) for thing in things)


def disconnect(sender: Any, signal: str, slot: Any) -> None:
    """Disconnect, whether or not one of the ends is gone and the connection with it."""
    if is_alive(sender):
        with suppress(TypeError, RuntimeError):
            getattr(sender, signal).disconnect(slot)


def end_task(task: Any, *, timeout_ms: int = 0) -> None:
    """Cancel a QgsTask, and wait for it as long as that; QGIS deletes tasks that have ended."""
    if is_alive(task):
        task.cancel()
    if timeout_ms and is_alive(task):
        task.waitForFinished(timeout_ms)
