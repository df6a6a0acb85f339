"""The products of a period, in as few requests as the server allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....errors import SourceError
from ....reasons import Reason, joined
from ..wire.parameters import DateRange, RequestSquare
from ..wire.request_queue import MOST_TIMES
from ..wire.responses import ChipList, ServerBusy, ServerFailed, TooManyChips

if TYPE_CHECKING:
    from ..service import Service

WINDOW_DAYS = 30
"""Where chips must be made to learn what there is: rarely more than 24 in so many days."""

_SURE_DAYS = 10
"""An older server returns empty lists for too many as well; never within so few days."""

MOST_IN_VAIN = 12
"""After so many requests in a row without a list no more are sent; a window of a
month that is too full is small enough after six."""


@dataclass
class FoundProducts:
    """The result of a search.

    Attributes:
        lists: responses, one for each window.
        notes: what could not be asked, for people.
        failures: the errors behind the notes.
    """

    lists: list[ChipList] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[SourceError] = field(default_factory=list)

    @property
    def products(self) -> list[str]:
        """Every product once, in the order of the windows, oldest first within each."""
        return list(dict.fromkeys(name for one in self.lists for name in one.products))


def find_products(
    service: Service, square: RequestSquare, period: DateRange, *, level: str, band: str
) -> FoundProducts:
    """Ask for the whole period where the server only lists, window by window where it makes chips.

    A window that fails down to a single day becomes a note; the others go on.

    Raises:
        SourceError: when nothing at all could be asked.
    """
    search = _ProductSearch(service, square, level, band)
    search.begin(period)
    search.end(period)
    found = search.found
    if found.failures and not found.products:
        raise found.failures[-1] if search.is_over else found.failures[0]
    return found


class _ProductSearch:
    """One search, window by window."""

    def __init__(self, service: Service, square: RequestSquare, level: str, band: str) -> None:
        self._service, self._square, self._level, self._band = service, square, level, band
        self._in_vain = 0
        self._unasked: list[DateRange] = []
        self.is_over = False
        """The server responds, but with nothing useful."""
        self.found = FoundProducts()

    def begin(self, period: DateRange) -> None:
        """The first window shows which kind of server it is; an older one would make all chips."""
        first, *others = period.pieces(WINDOW_DAYS)
        if self._service.knows_onlylist or not others:
            self.ask(period)
            return
        self.ask(first)
        rest = DateRange(others[0].first, period.last)
        for window in [rest] if self._service.knows_onlylist else others:
            self.ask(window)

    def end(self, period: DateRange) -> None:
        """One note for all that was not requested: windows are requested in the order of time."""
        if not self.is_over:
            return
        last = self.found.failures[-1]
        if not isinstance(last, ServerBusy):
            words = Reason(
                "{error}; it answers {count} questions in a row so and is not asked any more",
                error=last,
                count=self._in_vain,
            )
            self.found.failures.append(type(last)(words))
        if self._unasked:
            rest = DateRange(self._unasked[0].first, period.last)
            self.found.notes.append(
                Reason("{days}: not asked any more ({error})", days=rest, error=last)
            )

    def ask(self, period: DateRange) -> None:
        """The period and, where that is too much, its parts."""
        if self.is_over:
            self._unasked.append(period)
            return
        try:
            answer = self._service.list_products(
                self._square, period, level=self._level, band=self._band
            )
        except (TooManyChips, ServerFailed, ServerBusy) as error:
            self._ask_less(period, error)
        else:
            self._in_vain = 0
            if _may_hide_some(answer, period):
                self._ask_parts(period)
            else:
                self.found.lists.append(answer)

    def _ask_less(self, period: DateRange, error: SourceError) -> None:
        """A server that is busy, or refuses every request, is not asked again."""
        self._in_vain += 1 if isinstance(error, TooManyChips) else MOST_TIMES
        self.is_over = isinstance(error, ServerBusy) or self._in_vain >= MOST_IN_VAIN
        if isinstance(error, TooManyChips) and period.days > 1 and not self.is_over:
            self._ask_parts(period)
        else:
            self._give_up(period, error)

    def _ask_parts(self, period: DateRange) -> None:
        longer = period.days > WINDOW_DAYS
        for part in period.pieces(WINDOW_DAYS) if longer else period.halves():
            self.ask(part)

    def _give_up(self, period: DateRange, error: SourceError) -> None:
        self.found.failures.append(error)
        self.found.notes.append(joined((period, error), ": "))


def _may_hide_some(answer: ChipList, period: DateRange) -> bool:
    """An older server may have left some out, without saying so, as too many."""
    if answer.is_bare:
        return False
    return period.days > WINDOW_DAYS or (not answer.products and period.days > _SURE_DAYS)
