"""Does a source work from here? One small search and one small picture, in a worker thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..core.cancellation import stop_of_thread
from ..core.errors import ChipsError, SourceUnreachable
from ..core.extract import open_source
from ..core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ..core.pipeline.run import Event, Found, Tools, run
from ..core.reading.default_reader import default_reader
from ..core.reading.network import Network
from ..core.sources.source import Source
from .background_call import BackgroundCall
from .cbm_connection import verdict_on_service
from .cbm_service import service_of
from .network import credentials, qgis_network
from .providers import ProviderRow
from .settings import Settings
from .translation import tr
from .verdicts import Outcome, Verdict

if TYPE_CHECKING:
    from ..core.sources.cbm_rest import Service

PROBE = ChipRequest(
    Place(lon=5.664, lat=52.694, label="Flevoland"),
    start="2022-06-13",
    end="2022-06-19",
    bands=("SCL",),
    size_m=200,
)
"""Where and when every world-wide archive, and the built-in sample, has something."""

_REFUSED = (401, 403)


class ConnectionTest(BackgroundCall):
    """Searches, then reads one picture; `done` brings an `CallResult` whose value is a `Verdict`.

    A CbM server is asked what it offers, and cancelling ends that at once.
    """

    def __init__(self, row: ProviderRow, *, settings: Settings) -> None:
        """From the main thread: QGIS may ask for its master password.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        name = tr("Test of {title}").format(title=row.title)
        self._service: Service | None = None
        if row.is_cbm:
            service = self._service = service_of(row.source, authcfg=row.authcfg)
            has_login = bool(row.authcfg)
            tried = partial(verdict_on_service, service, has_login=has_login)
        else:
            login, network = credentials(row.authcfg), replace(qgis_network(), retries=1)
            tried = partial(verdict_on, row, settings, network=network, login=login)
        super().__init__(name, lambda: _in_words(tried))

    def cancel(self) -> None:
        super().cancel()
        if self._service is not None:
            self._service.close()


def verdict_on(
    row: ProviderRow,
    settings: Settings,
    *,
    network: Network,
    login: Mapping[str, str] | None = None,
) -> Verdict:
    """Try a catalogue; takes as long as the network.

    Raises:
        ChipsError: when the search fails.
    """
    began = time.monotonic()
    opened = open_source(
        row.source, network=network, credentials=login, sample_folder=settings.cache_path
    )
    with closing(opened) as source:
        return _tried(source, network, began=began)


def _in_words(tried: Callable[[], Verdict]) -> Verdict:
    try:
        return tried()
    except SourceUnreachable as error:
        return Verdict(
            Outcome.FAILS,
            tr("No answer: {reason}. Check the address, the network and QGIS's proxy.").format(
                reason=_sentence(error)
            ),
        )
    except ChipsError as error:
        return Verdict(Outcome.FAILS, _refusal(error))


def _tried(source: Source, network: Network, *, began: float) -> Verdict:
    with closing(run(PROBE, source, Tools(default_reader(network, threads=2)))) as all_events:
        events = _while_wanted(all_events)
        found = next((event for event in events if isinstance(event, Found)), None)
        ends = [event for event in _until_first_chip(events) if isinstance(event, _ENDS)]
    took = f"{time.monotonic() - began:.1f}"
    if found and ends and isinstance(ends[-1], Chip):
        text = tr("It works: {count} dates found, a picture read. ({seconds} s)")
        return Verdict(Outcome.WORKS, text.format(count=len(found.scenes), seconds=took))
    failed = [end for end in ends if isinstance(end, FailedChip) and end.absence in _FAULTS]
    if failed:
        text = tr(
            "The search works, but no picture could be read: {reason}. "
            "This source may need a login for its pictures."
        )
        return Verdict(Outcome.FAILS, text.format(reason=_sentence(failed[0].reason)))
    text = tr(
        "It answers, but has nothing for the test ({place}, {start} to {end}): "
        "all right for a catalogue of another region or period. ({seconds} s)"
    )
    return Verdict(Outcome.DOUBTFUL, text.format(seconds=took, **_probe_words()))


def _while_wanted(events: Iterator[Event]) -> Iterator[Event]:
    """Until the test is cancelled; the run looks up every moment, whatever the servers do."""
    stop = stop_of_thread()
    for event in events:
        if stop.is_set:
            return
        yield event


def _until_first_chip(events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        yield event
        if isinstance(event, Chip):
            return


_ENDS = (Chip, FailedChip)
_FAULTS = (Absence.FAILED, Absence.UNUSABLE)


def _probe_words() -> dict[str, str]:
    return {"place": PROBE.place.name, "start": str(PROBE.start), "end": str(PROBE.end)}


def _refusal(error: ChipsError) -> str:
    reason = _sentence(error)
    if getattr(error, "status", None) in _REFUSED:
        return tr("Refused: {reason}. Choose another login for this source.").format(reason=reason)
    return tr("It does not work: {reason}.").format(reason=reason)


def _sentence(reason: object) -> str:
    return str(reason).rstrip(". ")
