"""Connections opened before anybody needs them: greeted, and nothing said."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Union

from .exchange import Line
from .file_bytes import NotWindowed

NAME = "cbm-chips-greet"


class Greeting:
    """A connection on its way, in a thread of its own that nobody has to wait for."""

    def __init__(self, open_line: Callable[[], Line]) -> None:
        """Begin."""
        self._opened: Future[Union[Line, None]] = Future()
        threading.Thread(target=self._open, args=(open_line,), name=NAME, daemon=True).start()

    def line(self) -> Line | None:
        """The connection, as soon as it is open; None if it could not be opened.

        Why not is not told: whoever needs one opens it himself and hears it then.
        """
        return self._opened.result()

    def take_back(self) -> None:
        """Nobody will want it: close it, now or when it is open."""
        self._opened.add_done_callback(_close)

    def _open(self, open_line: Callable[[], Line]) -> None:
        line = None
        try:
            line = open_line()
        except (OSError, http.client.HTTPException, NotWindowed):
            return
        finally:
            self._opened.set_result(line)


def _close(opened: Future[Union[Line, None]]) -> None:
    line = opened.result()
    if line is not None:
        line.close()
