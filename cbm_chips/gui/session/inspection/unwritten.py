"""Answers on their way into a record, and what becomes of those that it did not take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import worded
from ....core.errors import ChipsError
from ....core.inspection.values import InspectionEntry

if TYPE_CHECKING:
    from ....core.inspection.record.record import Record

Entries = tuple[InspectionEntry, ...]
Before = tuple["InspectionEntry | None", ...]
FOLDER = "cbm_chips_unwritten"


class AnswerWrite:
    """Rows of answers, kept until they are in the record; made and written in its thread."""

    def __init__(
        self, make: Callable[[], Entries], done: Callable[[Entries, Before], object]
    ) -> None:
        """`make` gives the rows; `done` is called with them and with what stood there before."""
        self._make, self._made = make, Entries()
        self.done = done
        self.is_written = False

    @property
    def entries(self) -> Entries:
        """The rows, made once."""
        self._made = self._made or self._make()
        return self._made

    def into(self, record: Record) -> Entries:
        """Write them, unless they are written.

        Raises:
            WriteError: none of them is.
        """
        if not self.is_written:
            record.append(self.entries)
            self.is_written = True
        return self.entries


@dataclass(frozen=True)
class LastTry:
    """Answers that have to be in a record, or in a file, before it is left.

    Attributes:
        record: path of the record.
        writes: those answers.
    """

    record: str
    writes: Sequence[AnswerWrite]

    def make(self, record: Record | None) -> str:
        """Write what is not written yet, not for the main thread; where it is if not in the record.

        Raises:
            ChipsError: it is nowhere.
        """
        try:
            if record is None:
                raise ChipsError(tr("it could not be opened"))
            for write in self.writes:
                write.into(record)
        except ChipsError as error:
            return self.put_aside(worded(error))
        return ""

    def put_aside(self, why: str) -> str:
        """Into a file, what is not in the record; a sentence for people, empty if all is.

        Raises:
            ChipsError: no folder takes it.
        """
        from ....core.inspection.record.aside import keep_aside

        record = Path(self.record)
        left = [one for write in self.writes if not write.is_written for one in write.entries]
        if not left:
            return ""
        try:
            file = keep_aside(record, left, folders_aside(record))
        except ChipsError as error:
            raise ChipsError(_lost_words(record, len(left), worded(error))) from error
        return tr_count(
            "{count} answers are not in the record {record} ({why}). They are kept in {file}, and "
            "get into the record when it is opened again.",
            len(left),
            record=record.name,
            why=why.rstrip("."),
            file=file,
        )


def folders_aside(record: Path | None = None) -> list[Path]:
    """Where answers are kept that a record does not take: in the profile, else beside it."""
    profile = Path(QgsApplication.qgisSettingsDirPath()) / FOLDER
    return [profile] if record is None else [profile, record.parent]


def put_back_words(count: int) -> str:
    """They are in the record now; empty for none."""
    if not count:
        return ""
    return tr_count(
        "{count} answers that could not be written before are in the record now.", count
    )


def aside_words(record: Path, count: int) -> str:
    """They wait for a record that is not open."""
    return tr_count(
        "{count} answers are not in the record {record} yet: they get there when it is opened.",
        count,
        record=record,
    )


def _lost_words(record: Path, count: int, why: str) -> str:
    return tr_count(
        "{count} answers are not in the record {record}, and could not be kept in a file: {why}",
        count,
        record=record.name,
        why=why,
    )
