"""The newest dates of some sources at a place, in a worker thread."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date

from ...core.cancellation import current_cancellation
from ...core.errors import ChipsError
from ...core.model import ChipRequest
from ...core.reading.network import Network
from ...core.sources.freshness import Newest, newest_date
from ..sources.session import SourceSetup
from ..texts.translation import tr
from ..texts.words import worded
from .background_call import BackgroundCall

QUESTION_S, SEARCH_S = 15.0, 30.0
"""For one request, and for all of one source: it is a small question beside the user's work."""


class NewestDates(BackgroundCall):
    """`done` brings a `CallResult` whose value is a tuple of `Newest`, as far as asked."""

    def __init__(self, setups: Iterable[SourceSetup], request: ChipRequest, *, until: date) -> None:
        """Nothing is asked yet; the sources are asked one after the other."""
        asked = tuple(setups)
        name = tr("CbM Chips: newest dates of {place}").format(place=request.place.name)
        super().__init__(name, lambda: _ask_all(asked, request, until))


def bounded_network(network: Network) -> Network:
    """QGIS's network settings, within the bounds of such a question."""
    return replace(network, retries=1, question_timeout_s=QUESTION_S, search_timeout_s=SEARCH_S)


def _ask_all(
    setups: tuple[SourceSetup, ...], request: ChipRequest, until: date
) -> tuple[Newest, ...]:
    stop = current_cancellation()
    return tuple(_ask(setup, request, until) for setup in setups if not stop.is_cancelled)


def _ask(setup: SourceSetup, request: ChipRequest, until: date) -> Newest:
    setup = replace(setup, network=bounded_network(setup.network))
    try:
        with closing(setup.open_source()) as source:
            return Newest(setup.source, newest_date(request, source, until=until))
    except ChipsError as error:
        return Newest(setup.source, problem=worded(error))
