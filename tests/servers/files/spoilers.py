"""How an answer is spoilt, by the kind of the fault."""

from __future__ import annotations

import hashlib
import socket
import time
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Callable

from ..local_server import CLOSE_WITH_RST
from .answers import Answer, pieces, refusal

if TYPE_CHECKING:
    from ..range_files import RangeFileHandler
    from .faults import Fault

VERSIONS = ("ETag", "Last-Modified")


def _refuse(handler: RangeFileHandler, fault: Fault) -> None:
    wait_s = 0 if fault.retry_after is None and fault.kind == "429" else fault.retry_after
    headers = {} if wait_s is None else {"Retry-After": str(wait_s)}
    handler.send(refusal(int(fault.kind), headers))


def _cut(handler: RangeFileHandler, _fault: Fault) -> None:
    answer = handler.honest_answer()
    handler.send_start(answer)
    handler.send_pieces(pieces(answer.body, count=len(answer.body) // 2))
    handler.close_connection = True


def _garbage(handler: RangeFileHandler, _fault: Fault) -> None:
    answer = handler.honest_answer()
    noise = hashlib.shake_256(b"the same noise every time").digest(len(answer.body))
    handler.send(replace(answer, body=noise))


def _stall(handler: RangeFileHandler, fault: Fault) -> None:
    end = time.monotonic() + (30 if fault.seconds is None else fault.seconds)
    while handler.server.faults.holds(fault) and (left_s := end - time.monotonic()) > 0:
        time.sleep(min(left_s, 0.05))
    handler.close_connection = True


def _reset(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, CLOSE_WITH_RST)
    handler.close_connection = True


def _html(handler: RangeFileHandler, _fault: Fault) -> None:
    page = b"<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>"
    handler.send(Answer(HTTPStatus.OK, page, {"Content-Type": "text/html"}))


def _ignore_range(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.send(handler.server.answer(handler.asked.path))


def _slow(handler: RangeFileHandler, fault: Fault) -> None:
    answer = handler.honest_answer()
    handler.send_start(answer)
    handler.send_pieces(
        pieces(answer.body, count=len(answer.body), size=fault.chunk),
        pause_s=0.05 if fault.seconds is None else fault.seconds,
    )


def _unversioned(handler: RangeFileHandler, _fault: Fault) -> None:
    """Nothing but its size tells one content from the next."""
    answer = handler.honest_answer()
    headers = {name: word for name, word in answer.headers.items() if name not in VERSIONS}
    handler.send(replace(answer, headers=headers))


def _require_query(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.send(refusal(HTTPStatus.FORBIDDEN))


def _redirect(handler: RangeFileHandler, fault: Fault) -> None:
    handler.send(refusal(HTTPStatus.FOUND, {"Location": f"{fault.location}{handler.asked.path}"}))


SPOILERS: dict[str, Callable[[RangeFileHandler, Fault], None]] = {
    "cut": _cut,
    "garbage": _garbage,
    "stall": _stall,
    "reset": _reset,
    "html": _html,
    "ignore_range": _ignore_range,
    "slow": _slow,
    "require_query": _require_query,
    "unversioned": _unversioned,
    "redirect": _redirect,
    **{str(status.value): _refuse for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST},
}
