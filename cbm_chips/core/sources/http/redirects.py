"""Requests that are redirected: followed here one at a time, by the rule of `reading.origins`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Callable

from ...errors import SourceError
from ...reading.origins import MOST_REDIRECTS, REDIRECTS, UnsafeRedirect, host_of, redirect_target
from ...reasons import Reason
from .urls import as_asked

if TYPE_CHECKING:
    import requests

_SEE_OTHER = 303
_CONTENT = ("json", "params")


@dataclass(frozen=True)
class WebRequest:
    """One request; `parts` are further arguments of `requests.Session.request`."""

    method: str
    url: str
    parts: Mapping[str, Any]

    def redirected(self, url: str, status: int) -> WebRequest:
        """The request for the target of a redirect (RFC 9110, 15.4)."""
        if status == _SEE_OTHER:
            parts = {name: part for name, part in self.parts.items() if name not in _CONTENT}
            return WebRequest("GET", url, parts)
        return replace(self, url=url, parts={**self.parts, "params": None})


def follow(
    request: WebRequest,
    send: Callable[[WebRequest], requests.Response],
    *,
    check: Callable[[WebRequest, WebRequest], None],
) -> requests.Response:
    """The first response that is no redirect, its body not yet read.

    Args:
        request: the first one.
        send: sends one request, without following redirects.
        check: raises `SourceError` where the second request may not follow the first one.

    Raises:
        SourceError: for an unsafe, malformed or endless redirect.
    """
    for _ in range(MOST_REDIRECTS + 1):
        response = send(request)
        location = response.headers.get("Location")
        if response.status_code not in REDIRECTS or not location:
            return response
        response.close()
        target = _target(response.url, location)
        following = request.redirected(target, response.status_code)
        check(request, following)
        request = following
    raise SourceError(
        Reason(
            "{host} sends us from one address to the next without end", host=host_of(request.url)
        )
    )


def _target(url: str, location: str) -> str:
    try:
        return as_asked(redirect_target(url, location))
    except UnsafeRedirect as error:
        raise SourceError(str(error)) from None
    except ValueError:  # of requests
        words = Reason(
            "{host} can't be asked: it refers to an address that makes no sense", host=host_of(url)
        )
        raise SourceError(words) from None
