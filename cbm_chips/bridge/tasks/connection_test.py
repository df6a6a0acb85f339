"""Does a source work from here? One small search and one small picture, in a worker thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from ...core.cancellation import current_cancellation
from ...core.errors import ChipsError, SourceUnreachable
from ...core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ...core.periods import today
from ...core.pipeline.events import Event, Found
from ...core.pipeline.run import Tools, run
from ...core.reading.network import Network
from ...core.sources.freshness import REACHES_DAYS, newest_date
from ...core.sources.source import Source
from ..network import is_login_refused
from ..settings import Settings
from ..sources.providers import ProviderRow
from ..sources.session import SourceSetup
from ..texts.translation import tr, tr_count
from ..texts.words import number, short_day, worded
from .background_call import BackgroundCall
from .cbm_service import service_of

if TYPE_CHECKING:
    from ...core.sources.cbm_rest import Service
    from ...core.sources.cbm_rest.parcel_data.parcels import Area

PROBE = ChipRequest(
    Place(lon=5.664, lat=52.694, label="Flevoland"),
    start="2022-06-13",
    end="2022-06-19",
    bands=("SCL",),
    size_m=200,
)
"""Place and days for which every world-wide archive, and the built-in sample, has an image."""


class ConnectionState(Enum):
    """How a test ended."""

    WORKS = "works"
    DOUBTFUL = "doubtful"
    FAILS = "fails"


@dataclass(frozen=True)
class ConnectionTestResult:
    """How a test ended, and a sentence about it for people."""

    outcome: ConnectionState
    text: str


class ConnectionTest(BackgroundCall):
    """Tests a source; `done` brings a `CallResult` whose value is a `ConnectionTestResult`."""

    def __init__(self, row: ProviderRow, *, settings: Settings) -> None:
        """From the main thread: QGIS may ask for its master password.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        name = tr("Test of {title}").format(title=row.title)
        self._service: Service | None = None
        if row.is_cbm:
            service = self._service = service_of(row.source, authcfg=row.authcfg)
            test = partial(probe_service, service, has_login=bool(row.authcfg))
        else:
            setup = SourceSetup.of(row.source, authcfg=row.authcfg, settings=settings)
            network = replace(setup.network, retries=1)
            test = partial(probe_catalog, replace(setup, network=network))
        super().__init__(name, lambda: _with_failures_in_words(test))

    def cancel(self) -> None:
        """Also closes the connection to a CbM server, which ends the test at once."""
        super().cancel()
        if self._service is not None:
            self._service.close()


def probe_catalog(setup: SourceSetup) -> ConnectionTestResult:
    """Search a catalogue and read one picture; takes as long as the network.

    Raises:
        ChipsError: when the search fails.
    """
    began = time.monotonic()
    with closing(setup.open_source()) as source:
        result = _searched_and_read(source, setup.network, began=began)
        if result.outcome is ConnectionState.FAILS or not source.is_remote:
            return result
        return replace(result, text=f"{result.text} {_newest_words(source)}")


def probe_service(service: Service, *, has_login: bool) -> ConnectionTestResult:
    """Ask a CbM server which areas it offers, and close it; takes as long as the server.

    Raises:
        ChipsError: when the request fails.
    """
    from ...core.sources.cbm_rest.parcel_data.parcels import offered_areas
    from ...core.sources.cbm_rest.wire.responses import AreaRefused, LoginRefused

    began = time.monotonic()
    try:
        with closing(service):
            areas = offered_areas(service)
    except LoginRefused as error:
        return ConnectionTestResult(
            ConnectionState.FAILS, login_words(worded(error), has_login=has_login)
        )
    except AreaRefused as error:
        text = tr("The login is right, but has no right here: {reason}.")
        return ConnectionTestResult(ConnectionState.FAILS, text.format(reason=_without_stop(error)))
    took = number(time.monotonic() - began, 1)
    if not areas:
        text = tr("It answers, but offers this login no parcels; chips may work. ({seconds} s)")
        return ConnectionTestResult(ConnectionState.DOUBTFUL, text.format(seconds=took))
    text = tr("It works: parcels of {areas}. ({seconds} s)")
    words = text.format(areas=_areas_in_words(areas), seconds=took)
    return ConnectionTestResult(ConnectionState.WORKS, words)


def login_words(reason: str, *, has_login: bool) -> str:
    """What to do about a login that was refused."""
    if not has_login:
        return tr(
            "It asks for a login: make an authentication configuration of the kind Basic and "
            "choose it for this source."
        )
    text = tr("Login wrong: {reason}. Choose another login for this source.")
    return text.format(reason=_without_stop(reason))


def _areas_in_words(areas: Iterable[Area]) -> str:
    """`ms (2020, 2022), nl (2021)`."""
    return ", ".join(f"{area.aoi} ({', '.join(area.years)})" for area in areas)


def _with_failures_in_words(test: Callable[[], ConnectionTestResult]) -> ConnectionTestResult:
    try:
        return test()
    except SourceUnreachable as error:
        text = tr("No answer: {reason}. Check the address, the network and QGIS's proxy.")
        return ConnectionTestResult(ConnectionState.FAILS, text.format(reason=_without_stop(error)))
    except ChipsError as error:
        return ConnectionTestResult(ConnectionState.FAILS, _refusal(error))


def _searched_and_read(source: Source, network: Network, *, began: float) -> ConnectionTestResult:
    from ...core.reading.default_reader import default_reader

    with (
        closing(default_reader(network, threads=2)) as reader,
        closing(run(PROBE, source, Tools(reader))) as all_events,
    ):
        events = _until_cancelled(all_events)
        found = next((event for event in events if isinstance(event, Found)), None)
        ends = [event for event in _until_first_chip(events) if isinstance(event, _ENDS)]
    took = number(time.monotonic() - began, 1)
    if found and ends and isinstance(ends[-1], Chip):
        words = tr_count(
            "It works: {count} dates found, a picture read. ({seconds} s)",
            len(found.scenes),
            seconds=took,
        )
        return ConnectionTestResult(ConnectionState.WORKS, words)
    failed = [end for end in ends if isinstance(end, FailedChip) and end.absence in _FAULTS]
    if failed:
        text = tr(
            "The search works, but no picture could be read: {reason}. "
            "This source may need a login for its pictures."
        )
        words = text.format(reason=_without_stop(failed[0].reason))
        return ConnectionTestResult(ConnectionState.FAILS, words)
    text = tr(
        "It answers, but has nothing for the test ({place}, {start} to {end}): "
        "all right for a catalogue of another region or period. ({seconds} s)"
    )
    return ConnectionTestResult(
        ConnectionState.DOUBTFUL, text.format(seconds=took, **_probe_words())
    )


def _newest_words(source: Source) -> str:
    """The newest date at the place of the test: catalogues fall behind without saying so."""
    try:
        day = newest_date(PROBE, source, until=today())
    except ChipsError as error:
        text = tr("Its newest date could not be asked: {reason}.")
        return text.format(reason=_without_stop(error))
    if day is None:
        text = tr("It has no date of the last {days} days in {place}.")
        return text.format(days=sum(REACHES_DAYS), place=PROBE.place.name)
    text = tr("Its newest date in {place} is {day}.")
    return text.format(place=PROBE.place.name, day=short_day(day))


def _until_cancelled(events: Iterator[Event]) -> Iterator[Event]:
    """The run yields `WAITING` at short intervals, so that a cancelled test ends soon."""
    stop = current_cancellation()
    for event in events:
        if stop.is_cancelled:
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
    days = {"start": short_day(PROBE.first_day), "end": short_day(PROBE.last_day)}
    return {"place": PROBE.place.name, **days}


def _refusal(error: ChipsError) -> str:
    reason = _without_stop(error)
    if is_login_refused(error):
        return tr("Refused: {reason}. Choose another login for this source.").format(reason=reason)
    return tr("It does not work: {reason}.").format(reason=reason)


def _without_stop(reason: object) -> str:
    """A sentence to stand within another one."""
    return worded(reason).rstrip(". ")
