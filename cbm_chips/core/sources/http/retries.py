"""Which responses of a catalogue are retried, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import SourceError, SourceUnreachable
from ...reading.network import LONGEST_WAIT_S, RETRIED_STATUSES, Network, in_words, retry_after_s
from ...reading.origins import host_of
from ...reasons import Reason

if TYPE_CHECKING:
    import requests

_REFUSAL_TRIES = 2
"""Further tries where a status that means a refusal elsewhere may mean "later"."""


class HttpRefusal(SourceError):
    """A response without the content asked for.

    Attributes:
        status: the HTTP status; 200 for a web page where JSON was due.
    """

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status
        self.may_pass = status in RETRIED_STATUSES


class NoResponse(SourceUnreachable):
    """There was no response in time; not tried again."""


class RetryPlan:
    """Of one request: which responses are retried, and when."""

    def __init__(self, network: Network, busy_statuses: tuple[int, ...]) -> None:
        self._busy_statuses = busy_statuses
        self._further, self._delay_s = network.retries, network.retry_delay_s
        self._may_be_repeated = network.retries > 0

    def wait_after(self, trouble: SourceUnreachable) -> float:
        """A connection that broke may have been an old one: once, another is tried at once.

        Raises:
            SourceUnreachable: `trouble`, where that is not worth it.
        """
        if isinstance(trouble, NoResponse) or not self._may_be_repeated:
            raise trouble
        self._may_be_repeated = False
        return 0.0

    def wait_s(self, response: requests.Response, *, left_s: float) -> float | None:
        """Seconds before the next try; None if this response is final.

        Raises:
            HttpRefusal: when the server asks for a longer wait than there is time for.
        """
        status = response.status_code
        if status not in (*RETRIED_STATUSES, *self._busy_statuses) or not self._further:
            return None
        if status not in RETRIED_STATUSES:
            self._further = min(self._further, _REFUSAL_TRIES)
        asked_s = retry_after_s(response.headers.get("Retry-After")) or 0.0
        if asked_s > min(LONGEST_WAIT_S, left_s):
            response.close()
            words = Reason(
                "{host} answered {status} and asks to wait {time}",
                host=host_of(response.url),
                status=status,
                time=in_words(asked_s),
            )
            raise HttpRefusal(words, status=status)
        wait_s = max(asked_s, self._delay_s)
        self._delay_s *= 2
        self._further -= 1
        return wait_s if wait_s < left_s else None
