"""The collections that a STAC API lists, and which of them are searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...errors import SourceError
from ...reasons import Reason
from ..http.json_client import TimedClient
from ..http.retries import HttpRefusal
from .collection_level import is_sentinel_2_collection, may_be_of
from .json_fields import links_of, mapping, mappings, text
from .kept_pages import KeptPages
from .links import own_address
from .providers import preferred_order

MOST_PAGES = 50
_LISTED_IN_MESSAGES = 12


@dataclass(frozen=True)
class _Listing:
    """What was listed; `is_whole` unless the server refused a page, or listed nothing."""

    collections: list[Mapping[str, Any]]
    is_whole: bool


class ApiCollections:
    """The collections of an API; requested when they are needed."""

    def __init__(self, client: TimedClient, url: str, pages: KeptPages, *, title: str) -> None:
        """Nothing is requested yet.

        Args:
            client: for the requests.
            url: where they are listed.
            pages: kept from earlier searches.
            title: of the source, for messages.
        """
        self._client, self._url, self._pages, self._title = client, url, pages, title

    def listed(self) -> list[Mapping[str, Any]]:
        """All of them; none if the API does not list them."""
        listing = self._pages.get("collections", self._read, may_keep=lambda one: one.is_whole)
        return listing.collections

    def sentinel_2(self, level: str, listed: list[Mapping[str, Any]]) -> tuple[str, ...]:
        """Names of those of Sentinel-2 in `listed` that may be of the level, best first.

        Raises:
            SourceError: when collections are listed, and none of them is.
        """
        fitting = [
            text(one.get("id"))
            for one in listed
            if is_sentinel_2_collection(one) and may_be_of(level, one)
        ]
        if listed and not fitting:
            raise SourceError(
                Reason(
                    "{source} has no Sentinel-2 collection of {level}; it has {names}",
                    source=self._title,
                    level=level,
                    names=_some(text(one.get("id")) for one in listed),
                )
            )
        return preferred_order(fitting, level)

    def missing(self, collections: tuple[str, ...]) -> list[str]:
        """Notes on collections that do not exist: those are no "no images".

        Raises:
            SourceError: when none of them does.
        """
        known = [text(one.get("id")) for one in self.listed()]
        missing = [name for name in collections if name not in known]
        if known and missing and len(missing) == len(collections):
            raise SourceError(
                Reason(
                    "{source} has no collection {missing}; it has {names}",
                    source=self._title,
                    missing=" / ".join(missing),
                    names=_some(iter(known)),
                )
            )
        return [Reason("there is no collection {name}", name=name) for name in missing if known]

    def _read(self) -> _Listing:
        listed: list[Mapping[str, Any]] = []
        url = self._url
        seen: set[str] = set()
        while url and url not in seen and len(seen) < MOST_PAGES:
            seen.add(url)
            try:
                page = mapping(self._client.json(url))
            except HttpRefusal:
                return _Listing(listed, is_whole=False)
            listed += mappings(page.get("collections"))
            following = next(iter(links_of(page, "next")), {})
            url = own_address(url, text(following.get("href"))) if listed else ""
        return _Listing(listed, is_whole=bool(listed))


def _some(names: Iterator[str]) -> str:
    listed = list(names)
    more = len(listed) - _LISTED_IN_MESSAGES
    some = ", ".join(listed[:_LISTED_IN_MESSAGES])
    return Reason("{names} and {more} more", names=some, more=more) if more > 0 else some
