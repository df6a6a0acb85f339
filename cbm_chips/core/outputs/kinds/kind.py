"""What a kind of output is: a row that the writer, Processing, layers and reading back share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Union

from ..atomic_write import FileInUse

if TYPE_CHECKING:
    from ...model import Chip
    from ...rendering.look import Look


class Asks(Enum):
    """What the algorithm of a kind asks for, besides places, dates and limits."""

    BANDS = "bands"
    """Any bands."""
    LOOK = "look"
    """A composite and its stretch."""


class LayerStyle(Enum):
    """How a GIS shows a file."""

    RGBA = "rgba"
    """A picture: red, green, blue and alpha, 8 bits each."""
    GREY = "grey"
    """One band of numbers, stretched."""
    CLASSES = "classes"
    """The scene classification in its colours."""


@dataclass(frozen=True)
class Job:
    """A chip to be written into a folder; the number tells whose files come back."""

    number: int
    chip: Chip
    folder: Path


@dataclass(frozen=True)
class FinishedJob:
    """The files of a job, complete and in their place; or why there are none, if one is in use."""

    number: int
    paths: tuple[Path, ...]
    problem: str = ""


def finished(job: Job, write: Callable[[Job], Sequence[Path]]) -> FinishedJob:
    """Write the files of a job; what a program has open costs this job only.

    Raises:
        WriteError: when a file can't be written for another reason.
    """
    try:
        return FinishedJob(job.number, tuple(write(job)))
    except FileInUse as error:
        return FinishedJob(job.number, (), str(error))


class SeriesWriter(Protocol):
    """Writes the chips of one place."""

    def add(self, job: Job) -> tuple[FinishedJob, ...]:
        """Write the chip, or keep what is needed to write it later.

        Raises:
            WriteError: when a file can't be written.
        """

    def finish(self) -> Iterator[FinishedJob]:
        """Write what was kept, one after another.

        Raises:
            WriteError: when a file can't be written.
        """


@dataclass(frozen=True)
class OutputKind:
    """A kind of output, a row of `table.OUTPUTS`.

    Attributes:
        name: as `RunWriter` takes it.
        algorithm: id of the Processing algorithm that writes it.
        title: of the algorithm.
        help: of the algorithm; its first line is the short description.
        asks: the parameters of the algorithm.
        start: makes the writer of one place's series; kinds that ask for bands ignore the look.
        style_of: by the last part of a file's name (`B08`, `B08_B04_B03`), how a GIS shows the
            file; None for files of other kinds. A file that is not RGBA holds the band it is
            named after.
    """

    name: str
    algorithm: str
    title: str
    help: str
    asks: Asks
    start: Callable[[Look], SeriesWriter]
    style_of: Callable[[str], Union[LayerStyle, None]]


class AtOnce:
    """Writes every chip when it comes."""

    def __init__(self, write: Callable[[Job], Sequence[Path]]) -> None:
        """`write` gives the paths of the job's files."""
        self._write = write

    def add(self, job: Job) -> tuple[FinishedJob, ...]:
        """See `SeriesWriter`."""
        return (finished(job, self._write),)

    def finish(self) -> Iterator[FinishedJob]:
        """Nothing is left to write."""
        return iter(())
