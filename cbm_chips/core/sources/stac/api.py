"""The search of a STAC API: one per request, page after page, through pystac-client."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...errors import SourceError
from ...model import ChipRequest
from ...reading.origins import host_of
from ...reasons import Reason
from ..http.json_client import TimedClient
from ..http.retries import HttpRefusal
from .api_collections import ApiCollections
from .items.footprints import square_around
from .items.item_assets import completed
from .json_fields import items, links_of, mapping, text
from .kept_pages import KeptPages
from .links import host_in_link, own_address, web_address
from .pages import SearchEndpoint, answers
from .providers import Provider
from .static_catalog import absolute, web_self

MOST_PAGES = 50
MOST_ENTRIES = 20_000
SMALL_PAGE = 20
_TOO_MUCH = (400, 413, 500, 502, 504)
_NOT_THERE = (404, 405)


@dataclass(frozen=True)
class FoundItems:
    """What a catalogue listed: items as they came, and their collections, best first.

    Attributes:
        is_whole: False while further pages are requested.
        is_broken_off: the server failed before the last page.
    """

    items: list[Any]
    collections: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_whole: bool = True
    is_broken_off: bool = False


@dataclass
class _ItemPages:
    """What the pages of a search have listed so far: entries by what makes them the same."""

    entries: dict[Any, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def found(self) -> FoundItems:
        """All of it."""
        return FoundItems(list(self.entries.values()), notes=tuple(dict.fromkeys(self.notes)))


@dataclass(frozen=True)
class StacApi:
    """A STAC API behind its landing page.

    Attributes:
        pages: kept from earlier searches.
        collection: the one whose own page was opened, if it was.
    """

    client: TimedClient
    url: str
    landing: Mapping[str, Any]
    provider: Provider
    pages: KeptPages
    collection: Mapping[str, Any] = field(default_factory=dict)

    def search(self, request: ChipRequest) -> Iterator[FoundItems]:
        """All items that may serve the request; before that the first page, if it has a next.

        Raises:
            SourceError: also when none of the collections exists.
        """
        collections = self.provider.collections.get(request.level)
        listed = self._collections.listed() if collections is None else [self.collection]
        if collections is None:
            collections = self._collections.sentinel_2(request.level, listed)
        for found in self._at_first_place(self._question(request, collections)):
            notes = (
                found.notes
                if found.items
                else (*found.notes, *self._collections.missing(collections))
            )
            entries = [completed(item, listed) for item in found.items]
            yield replace(found, items=entries, collections=collections, notes=notes)

    def _question(self, request: ChipRequest, collections: tuple[str, ...]) -> dict[str, Any]:
        from shapely.geometry import mapping as as_geojson

        question: dict[str, Any] = {
            "collections": list(collections) or None,
            "intersects": as_geojson(square_around(request.place, request.size_m)),
            "datetime": f"{request.first_day}T00:00:00Z/{request.last_day}T23:59:59.999Z",
            "limit": self.provider.page_limit,
        }
        if request.max_scene_cloud_pct < 100 and self._supports("query"):
            question["query"] = {"eo:cloud_cover": {"lte": request.max_scene_cloud_pct}}
        return question

    def _supports(self, extension: str) -> bool:
        pattern = rf"/item-search#{extension}$"
        return any(re.search(pattern, text(uri)) for uri in items(self.landing.get("conformsTo")))

    def _at_first_place(self, question: dict[str, Any]) -> Iterator[FoundItems]:
        """As `_collect`, at the first of the places to search that there is."""
        *others, last = self._places()
        for place in others:
            try:
                yield from self._in_small_pages(place, question)
                return
            except HttpRefusal as refusal:
                if refusal.status not in _NOT_THERE:
                    raise
        try:
            yield from self._in_small_pages(last, question)
        except HttpRefusal as refusal:
            raise HttpRefusal(self._in_words(refusal), status=refusal.status) from None

    def _in_small_pages(
        self, place: SearchEndpoint, question: dict[str, Any]
    ) -> Iterator[FoundItems]:
        """As `_collect`; once more in small pages if the server chokes on large ones.

        Where it fails after some pages, their items are returned, with a note.
        """
        fullest = _ItemPages()
        for limit in dict.fromkeys((question["limit"], min(question["limit"], SMALL_PAGE))):
            listing = _ItemPages()
            try:
                yield from self._collect(place, {**question, "limit": limit}, listing)
                return
            except SourceError as error:
                trouble = error
            fullest = max(fullest, listing, key=lambda one: len(one.entries))
            if not isinstance(trouble, HttpRefusal) or trouble.status not in _TOO_MUCH:
                break
        if not fullest.entries or self.client.stop.is_cancelled:
            raise trouble
        count = len(fullest.entries)
        fullest.notes.append(
            Reason(
                "only {count} entries came before the search broke off: {trouble}",
                count=count,
                trouble=trouble,
            )
        )
        yield replace(fullest.found(), is_broken_off=True)

    def _collect(
        self, place: SearchEndpoint, question: dict[str, Any], listing: _ItemPages
    ) -> Iterator[FoundItems]:
        """The first page, if there is a next one, then all of them."""
        pages = answers(self.client, place, question, listing.notes)
        for count, page in enumerate(pages, start=1):
            before = len(listing.entries)
            for item in page["features"]:
                name = _identity(item)
                if name not in listing.entries:
                    listing.entries[name] = absolute(item, *web_self(item), self.url)
            listed = len(listing.entries)
            if listed == before:
                listing.notes.append(Reason("the server repeated a page; the search ended there"))
                break
            if count == MOST_PAGES or listed >= MOST_ENTRIES:
                words = Reason(
                    "only the first {count} pages, {listed} entries, were asked for",
                    count=count,
                    listed=listed,
                )
                listing.notes.append(words)
                break
            if count == 1 and page["links"]:
                yield FoundItems(list(listing.entries.values()), is_whole=False)
        yield listing.found()

    def _places(self) -> list[SearchEndpoint]:
        """Where to search: on the origin of the address that was typed.

        By GET only where nothing else is said, and at another server's, which is not sent what a
        POST could change there.
        """
        links = self._links("search")
        hrefs = [text(link.get("href")) for link in links]
        methods = {text(link.get("method")).upper() for link in links}
        method = "GET" if methods == {"GET"} else "POST"
        own = [url for href in hrefs if (url := own_address(self._base, href))]
        usual = (*own[:1], web_address(self._base, "search"))
        places = [SearchEndpoint(url, method) for url in dict.fromkeys(usual)]
        others = (web_address(self._base, href) for href in hrefs if not own)
        places += [SearchEndpoint(url, "GET") for url in dict.fromkeys(others) if url][:1]
        sound = [place for place in places if place.url]
        if not sound:
            raise SourceError(
                Reason("{host} gives no sound address for its search", host=host_of(self.url))
            )
        return sound

    def _links(self, rel: str) -> list[Mapping[str, Any]]:
        return [link for link in links_of(self.landing, rel) if text(link.get("href"))]

    @property
    def _base(self) -> str:
        """The landing page as the folder that its own links stand in."""
        return self.url.partition("?")[0].rstrip("/") + "/"

    def _in_words(self, refusal: HttpRefusal) -> str:
        hrefs = [text(link.get("href")) for link in self._links("search")]
        wrong = [href for href in hrefs if not own_address(self._base, href)]
        if not wrong:
            return str(refusal)
        return Reason(
            "{refusal}; the catalogue calls its search {address}",
            refusal=refusal,
            address=host_in_link(wrong[0]),
        )

    @property
    def _collections(self) -> ApiCollections:
        hrefs = (text(link.get("href")) for link in self._links("data"))
        linked = own_address(self._base, next(hrefs, ""))
        url = linked or web_address(self._base, "collections")
        return ApiCollections(self.client, url, self.pages, title=self.provider.title)


def is_api(document: Mapping[str, Any]) -> bool:
    """True if a catalogue's first page offers a search."""
    claims = ("item-search" in text(uri) for uri in items(document.get("conformsTo")))
    return bool(links_of(document, "search")) or any(claims)


def _identity(item: object) -> object:
    """What makes an entry the same as an earlier one; twins of a product share id and all."""
    raw = mapping(item)
    properties = mapping(raw.get("properties"))
    told = (properties.get(name) for name in ("s2:product_uri", "datetime"))
    parts = (raw.get("collection"), raw.get("id"), *told)
    try:
        if text(raw.get("id")):
            return (*map(text, parts), json.dumps(raw.get("bbox")))
        return json.dumps(item)
    except RecursionError:
        return id(item)
