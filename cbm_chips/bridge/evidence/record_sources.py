"""The sources that a record names, opened as QGIS is set now; each once for many parcels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..sources.providers import source_called
from ..sources.session import SourceSession, SourceSetup
from ..tasks.main_thread import MainThread

if TYPE_CHECKING:
    from ...core.outputs.repeat.repeatable_run import RepeatableRun
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source


@dataclass(frozen=True)
class SourceInstead:
    """Is read in place of what the record names.

    Attributes:
        name: as the options or `open_source` know it; empty for the record's own.
        login: id of a login; empty for the record's, or that of the options.
    """

    name: str = ""
    login: str = ""


class RecordSources:
    """Opens runs of a record for `pictures_again`; made in the main thread, used in any."""

    def __init__(self, other: SourceInstead | None = None) -> None:
        """Nothing is opened yet."""
        self._other = other or SourceInstead()
        self._main = MainThread()
        self._sessions: dict[tuple[str, str], SourceSession] = {}

    @contextmanager
    def __call__(self, run: RepeatableRun) -> Iterator[tuple[Source, Tools]]:
        """The source of a run with what it is read with.

        Raises:
            RequestError: for a source or a login that is not known here.
        """
        key = (self._other.name or run.source, self._other.login or run.login)
        if key not in self._sessions:
            # settings, network options and logins belong to the main thread
            self._sessions[key] = self._main.do(partial(_session, *key))
        with self._sessions[key].use(run.rule) as (source, tools):
            yield source, tools

    def close(self) -> None:
        """Keep nothing open; from any thread."""
        sessions, self._sessions = self._sessions, {}
        for session in sessions.values():
            session.close(waits=True)


def _session(name: str, login: str) -> SourceSession:
    row = source_called(name)
    return SourceSession(SourceSetup.of(row.source, authcfg=login or row.authcfg))
