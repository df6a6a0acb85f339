"""Pages of an API that hardly ever change, kept for the next searches of the same source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

_Page = TypeVar("_Page")
KEPT_S = 600.0
"""As long as an answer to a search counts as fresh."""


class KeptPages:
    """Landing page and list of collections by name: each search would request them anew.

    Threads may share it: at worst two of them request the same page.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock`: in seconds."""
        self._clock = clock
        self._pages: dict[str, tuple[float, object]] = {}

    def get(
        self, name: str, read: Callable[[], _Page], *, may_keep: Callable[[_Page], bool]
    ) -> _Page:
        """The page kept under `name`; else what `read` returns, kept if it may be."""
        read_at, page = self._pages.get(name, (0.0, None))
        if page is not None and abs(self._clock() - read_at) < KEPT_S:
            return cast("_Page", page)
        fresh = read()
        if may_keep(fresh):
            self._pages[name] = (self._clock(), fresh)
        return fresh

    def forget(self) -> None:
        """Read all of them anew: what they say may lead nowhere any more."""
        self._pages = {}
