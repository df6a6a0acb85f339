"""One search of one catalogue: its first page, what kind of catalogue it is, what it lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...errors import SourceError
from ...model import ChipRequest
from ...reading.origins import host_of, is_web
from ...reasons import Reason
from ...sentinel2.bands import LEVELS
from ..http.json_client import TimedClient, parse_response
from ..http.response_body import excerpt
from ..http.retries import HttpRefusal
from .api import FoundItems, StacApi, is_api
from .hrefs import NOT_ON_THE_WEB
from .items.item_assets import completed
from .items.item_filter import ItemFilter
from .json_fields import links_of, mapping, text
from .kept_pages import KeptPages
from .links import own_address
from .providers import Provider, without_secrets
from .static_catalog import Document, absolute, read_path, root_path, walk, web_self

_NOT_A_CATALOGUE = (200, 403, 404)
_ROOT_TYPES = ("Catalog", "Collection", "Feature", "FeatureCollection")


class CatalogSearch:
    """A provider's catalogue, for one search."""

    def __init__(
        self, provider: Provider, client: TimedClient, pages: KeptPages, *, identity: str
    ) -> None:
        """Nothing is requested yet.

        Args:
            provider: whose catalogue it is.
            client: for all requests of the search.
            pages: of an API, from earlier searches.
            identity: the provider's for `Scene.provider`.
        """
        self._provider, self._client, self._identity = provider, client, identity
        self._pages = pages

    def root(self) -> Document:
        """The first page; that of an API may be one that is kept.

        Raises:
            SourceError: when there is none.
        """
        return self._pages.get(
            "first page", self._read_root, may_keep=lambda page: is_api(page.content)
        )

    def _read_root(self) -> Document:
        url = self._provider.url
        if not url:
            raise SourceError(Reason("{source} has no address", source=self._provider.title))
        if not is_web(url):
            return self._document(root_path(url))
        try:
            return self._document(url)
        except HttpRefusal as refusal:
            if refusal.status not in _NOT_A_CATALOGUE or url.partition("?")[0].endswith(".json"):
                raise
            return self._root_in_folder(url, refusal)

    def search(self, root: Document, request: ChipRequest) -> Iterator[FoundItems]:
        """What it lists for the request; a part may come ahead of the whole.

        Raises:
            SourceError: when it can't be asked, or is none.
        """
        api = self._api_of(root)
        if api is not None:
            return api.search(request)
        if not _is_stac(root.content):
            raise SourceError(
                Reason(
                    "{address} is no STAC catalogue: {text}",
                    address=without_secrets(root.url),
                    text=excerpt(root.content),
                )
            )
        return iter([self._walk(root, request)])

    def _root_in_folder(self, url: str, refusal: HttpRefusal) -> Document:
        """The catalogue in a web server's folder; failing that, the folder's own refusal."""
        try:
            return self._document(url.partition("?")[0].rstrip("/") + "/catalog.json")
        except HttpRefusal:
            raise refusal from None

    def _document(self, url: str) -> Document:
        document = self._read(url)
        if not isinstance(document.content, dict):
            raise SourceError(
                Reason(
                    "{address} is nothing of STAC: it holds no object", address=without_secrets(url)
                )
            )
        return document

    def _read(self, url: str) -> Document:
        """A document, and its URL after redirects; local files only if the catalogue is one."""
        if is_web(url):
            page = self._client.fetch(url)
            return Document(page.url, parse_response(page.text, host_of(page.url)))
        if is_web(self._provider.url) or url.startswith(NOT_ON_THE_WEB):
            shown = url[len(NOT_ON_THE_WEB) :] if url.startswith(NOT_ON_THE_WEB) else url
            raise SourceError(
                Reason("{address} is not opened: it is not on the web", address=shown)
            )
        return Document(url, read_path(url))

    def _api_of(self, root: Document) -> StacApi | None:
        """The API of this page; of a collection's own page, for that collection alone."""
        if is_api(root.content):
            return StacApi(self._client, root.url, root.content, self._provider, self._pages)
        name = text(root.content.get("id"))
        home = next((text(one.get("href")) for one in links_of(root.content, "root")), "")
        has_items = bool(links_of(root.content, "items"))
        if root.content.get("type") != "Collection" or not has_items or not home:
            return None
        url = own_address(root.url, home) or root.url.partition("/collections/")[0]
        if not is_web(root.url) or url == root.url:
            return None
        try:
            landing = self._document(url)
        except HttpRefusal:
            return None
        if not is_api(landing.content):
            return None
        only = replace(self._provider, collections=dict.fromkeys(LEVELS, (name,)))
        return StacApi(self._client, landing.url, landing.content, only, self._pages, root.content)

    def _walk(self, root: Document, request: ChipRequest) -> FoundItems:
        item_filter = ItemFilter(request, provider=self._identity)
        found = walk(root, read=self._document, is_worth=item_filter.is_worth)
        raws = []
        for document in found.items:
            item = {"collection": document.collection, **mapping(document.content)}
            item = completed(item, found.collections)
            if item_filter.may_serve(item):
                # In a copy the links lead to the original; the files lie beside the copy.
                raws.append(absolute(item, document.url, *web_self(item)))
        ranks = self._provider.collections.get(request.level, ())
        return FoundItems(raws, ranks, found.notes)


def _is_stac(document: Mapping[str, Any]) -> bool:
    return "stac_version" in document or document.get("type") in _ROOT_TYPES
