"""Sessions of requests: abortable, without retries of their own, one for each process."""

from __future__ import annotations

import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable

from ...per_process import PerProcess
from .abortable import make_abortable

if TYPE_CHECKING:
    import requests

    from ...reading.network import Network


def new_session(network: Network) -> requests.Session:
    """Retries are the caller's, who knows the time that is left and can be cancelled."""
    session: requests.Session = make_abortable(replace(network, retries=0).session())
    return session


class KeptSession:
    """A session whose connections are kept for further requests.

    Each process has its own: two of them on one connection would take each other's responses.
    """

    def __init__(self, make: Callable[[], requests.Session]) -> None:
        """Nothing is opened yet."""
        self._session = PerProcess(lambda: self._made(make))

    def __call__(self) -> requests.Session:
        """The one of this process."""
        return self._session()

    def close(self) -> None:
        """Close the connections of this process."""
        if self._session.is_made:
            self._session().close()

    def _made(self, make: Callable[[], Any]) -> requests.Session:
        session: requests.Session = make()
        weakref.finalize(self, session.close)  # where nobody closes the source
        return session


def without_netrc(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """For requests' `auth`: no login of a `.netrc` file replaces the one that was given."""
    return request
