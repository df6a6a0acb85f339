"""The leases in a cache: of two that want the same window at once, one reads it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING

from .leases import Leases, owner

if TYPE_CHECKING:
    from .fail_safe import FailSafeStore

LEASE_S = 120.0
"""A lease ends after this time, whatever became of its owner."""
_KEY = "claims"


class SharedLeases:
    """The leases of all threads and processes that use a store.

    A thread gets a lease that it has already: it can't wait for itself.
    """

    def __init__(self, safe: FailSafeStore) -> None:
        """`safe` keeps them."""
        self._safe, self._store = safe, safe.store
        self._unreleased: set[str] = set()

    def held(self) -> Set[str]:
        """The keys of all leases."""
        return self._read().held.keys()

    def take(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that no other thread, of any process, has. One write for all."""
        wanted = list(keys)

        def take() -> list[str]:
            leases = self._read()
            available = leases.available(wanted, owner=owner())
            if available:
                until = time.time() + LEASE_S
                self._keep(leases.with_leases(available, owner=owner(), until=until))
            return available

        # Where nothing can be written all runs read; that only costs requests.
        return self._safe.write_at_once(take, wanted) if wanted else []

    def release(self, keys: Iterable[str], *, then: Callable[[], object] = lambda: None) -> None:
        """Release leases, and write what `then` writes; one write for all."""
        given_back = self._unreleased | set(keys)

        def release() -> set[str]:
            then()
            if given_back:
                self._keep(self._read().without(given_back))
            return set()

        self._unreleased = self._safe.write_at_once(release, given_back)

    def _read(self) -> Leases:
        record = self._safe.read(lambda: self._store.get(_KEY), None)
        return Leases.read(record, now=time.time(), longest_s=LEASE_S)

    def _keep(self, leases: Leases) -> None:
        if leases.held:
            self._store.set(_KEY, leases.record())
        else:
            self._store.delete(_KEY)
