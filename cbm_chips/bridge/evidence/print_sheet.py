"""A sheet as a PDF: laid out in the worker's thread, printed page by page in the main thread."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..tasks.main_thread import MainThread
from .sheet_pages import pages_of
from .sheet_printer import SheetPrinter

if TYPE_CHECKING:
    from ...core.inspection.bundle.sheet_values import EvidenceSheet

_DATE = re.compile(rb"/CreationDate \(D:\d{14}[^)]*\)")


class SheetsToPdf:
    """Prints sheets; made in the main thread, called in any."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._main, self._printer = MainThread(), SheetPrinter()

    def __call__(self, sheet: EvidenceSheet) -> bytes:
        """The document.

        Raises:
            MainThreadStopped: when the work is cancelled meanwhile.
        """
        do: Callable[[Callable[[], object]], object] = self._main.do
        with tempfile.TemporaryDirectory(prefix="cbm-chips-") as folder:
            pages = pages_of(sheet, Path(folder))
            do(partial(self._printer.begin, sheet.title))
            for page in pages:
                do(partial(self._printer.print_page, page))
            content = do(self._printer.end)
        return dated(bytes(content), sheet.decided)  # type: ignore[call-overload]

    def close(self) -> None:
        """Let go of what belongs to the main thread; from any, without waiting."""
        self._main.post(self._printer.close)


def dated(content: bytes, when: datetime) -> bytes:
    """The document with the time of the record in place of the present: the same bytes again."""

    def of_record(found: re.Match[bytes]) -> bytes:
        told = f"/CreationDate (D:{when:%Y%m%d%H%M%S}Z"
        return (
            told.ljust(len(found.group()) - 1, "0").encode("ascii")[: len(found.group()) - 1] + b")"
        )

    return _DATE.sub(of_record, content, count=1)
