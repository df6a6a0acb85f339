"""All ways to make a run again, as one value: for a manifest, a log, a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...reasons import Reason
from ...sentinel2.cloud_rules import rule_words
from .process_words import process_words, raw_chips_parameters, rule_name
from .python_lines import chips_in_python
from .quoting import for_cmd, for_posix

if TYPE_CHECKING:
    from .repeatable_run import RepeatableRun


@dataclass(frozen=True)
class Repetition:
    """How a run is made again.

    Attributes:
        command: words of `qgis_process`; none where it can't be said so.
        python: lines; empty for none.
        rest: addresses of the service; none where the source is none.
        notes: what is not in them, for people.
    """

    command: tuple[str, ...] = ()
    python: str = ""
    rest: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def posix(self) -> str:
        """The command for bash; empty for none."""
        return for_posix(self.command)

    @property
    def cmd(self) -> str:
        """The command for Windows' prompt; empty for none."""
        return for_cmd(self.command)

    @property
    def content(self) -> dict[str, object]:
        """For a manifest: what there is, without empty parts."""
        parts = {
            "qgis_process": self.posix,
            "qgis_process_windows": self.cmd,
            "python": self.python,
            "rest": list(self.rest),
            "notes": [str(note) for note in self.notes],
        }
        return {name: value for name, value in parts.items() if value}


def repetition_of(run: RepeatableRun) -> Repetition:
    """Of the raw chips of one place."""
    from .rest_addresses import rest_addresses  # with numpy

    words = process_words("rawchips", raw_chips_parameters(run))
    return Repetition(words, chips_in_python(run), rest_addresses(run), notes_on(run))


def notes_on(run: RepeatableRun) -> tuple[str, ...]:
    """What a repetition of the run lacks, or needs."""
    notes = []
    if not run.is_source_whole:
        notes.append(
            Reason("Part of the source's address is left out, as it may hold a login or a key.")
        )
    if run.login:
        notes.append(
            Reason(
                "The login is named by the id of its configuration, {id}: it works where QGIS has "
                "this configuration.",
                id=run.login,
            )
        )
    if not rule_name(run.rule):
        notes.append(
            Reason(
                "The cloud rule is one of your own ({rule}): qgis_process takes that of the "
                "plugin's options.",
                rule=rule_words(run.rule),
            )
        )
    return tuple(notes)
