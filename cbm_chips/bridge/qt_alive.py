"""Which objects Qt has deleted: a window deletes all its children, at any moment.

An exception in a slot or in a virtual method ends the process unless a hook is set, so no slot may
use a deleted object. Qt disconnects methods of deleted QObjects by itself, but does not know which
objects a lambda or a method of a plain object uses.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from qgis.PyQt import sip


def is_alive(*things: Any) -> bool:
    """None of them is None or deleted by Qt."""
    return all(thing is not None and not sip.isdeleted(thing) for thing in things)


def disconnect(sender: Any, signal: str, slot: Any) -> None:
    """Disconnect, also where one end, and with it the connection, is deleted already."""
    if is_alive(sender):
        with suppress(TypeError, RuntimeError):
            getattr(sender, signal).disconnect(slot)


def end_task(task: Any, *, timeout_ms: int = 0) -> None:
    """Cancel a QgsTask, and wait for it up to `timeout_ms`; QGIS deletes tasks that have ended."""
    if is_alive(task):
        task.cancel()
    if timeout_ms and is_alive(task):
        task.waitForFinished(timeout_ms)
