"""Shared access signatures for files in Azure containers, asked for as needed."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ...cancellation import current_cancellation
from ...errors import SourceError
from ...reasons import Reason
from .json_fields import instant, mapping, text

RENEW_BEFORE_S = 300.0
_OF_SIGNATURE = re.compile(r"(s([eiprstv]|ig|rt|pr|ip|dd|es|k[a-z]+|(a|u)oid|cid))=")
"""Fields of a shared access signature, as Azure's own hosts understand them."""
SHORTEST_USE_S = 5.0
"""A token that comes expired is used that long, so that a bad clock can't flood the server."""


@dataclass(frozen=True)
class _Failure:
    """A failed request for a container's signature, with its begin and end."""

    error: SourceError
    since: float
    until: float

    def holds_at(self, now: float) -> bool:
        """For as long again as it took: threads that waited for it need not wait once more."""
        return self.until <= now < 2 * self.until - self.since


@dataclass(frozen=True)
class _Token:
    """A container's signature, and the files that had it."""

    query: str
    renew_at: float
    holders: set[str] = field(default_factory=set, compare=False)


class SasTokens:
    """One storage token per container, shared by all reading threads."""

    def __init__(
        self,
        ask: Callable[[str], Any],
        *,
        token_url: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Args: `ask` gets JSON from a URL; `clock` gives seconds since 1970."""
        self._ask = ask
        self._token_url = token_url.rstrip("/")
        self._clock = clock
        self._lock = threading.Lock()
        self._tokens: dict[tuple[str, str], _Token] = {}
        self._failures: dict[tuple[str, str], _Failure] = {}

    def sign(self, href: str, container: tuple[str, str], *, renew: bool) -> str:
        """The URL with a signature that is good for a while.

        `renew` makes a new token only if this file had the present one already: of many
        threads that are refused together, the first one requests it.
        """
        with self._lock:
            token = self._tokens.get(container)
            refused = renew and token is not None and href in token.holders
            if token is None or refused or self._clock() >= token.renew_at:
                token = self._tokens[container] = self._new_token_or_failure(container)
            token.holders.add(href)
        address = href.partition("#")[0]
        return f"{address}{'&' if '?' in address else '?'}{token.query}"

    def _new_token_or_failure(self, container: tuple[str, str]) -> _Token:
        """A server that does not respond is waited for once, not for each file."""
        known, since = self._failures.get(container), self._clock()
        if known is not None and known.holds_at(since):
            raise known.error
        try:
            return self._new_token(container)
        except SourceError as error:
            if not current_cancellation().is_cancelled:
                self._failures[container] = _Failure(error, since, self._clock())
            raise

    def _new_token(self, container: tuple[str, str]) -> _Token:
        account, name = (quote(part, safe="") for part in container)
        answer = mapping(self._ask(f"{self._token_url}/{account}/{name}"))
        query = text(answer.get("token")).lstrip("?")
        expiry = instant(answer.get("msft:expiry"))
        if not query:
            raise SourceError(
                Reason(
                    "no signature was given for the files of {account}/{name}",
                    account=account,
                    name=name,
                )
            )
        now = self._clock()
        lifetime = expiry.timestamp() - now if expiry else 0.0
        # A token that lives shorter than the margin is used for half its life.
        use = max(lifetime - RENEW_BEFORE_S, lifetime / 2, SHORTEST_USE_S)
        return _Token(query, renew_at=now + use)


def unsigned(href: str) -> str:
    """An Azure URL without the storage signature that the catalogue may have put in."""
    url, _, query = href.partition("?")
    fields = query.split("&")
    if not any(field.startswith("sig=") for field in fields):
        return href
    rest = "&".join(field for field in fields if not _OF_SIGNATURE.match(field))
    return f"{url}?{rest}" if rest else url
