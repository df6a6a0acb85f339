"""Static STAC catalogues: documents that link to one another, on disk or on a web server."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Callable

from ...cancellation import map_in_daemon_threads
from ...errors import SourceError
from ...reading.file_urls import local_path
from ...reading.origins import is_web
from ...reasons import Reason
from ..http.response_body import LARGEST_ANSWER_BYTES, parse_json, shorten, text_of
from .hrefs import ALTERNATES, ASSETS_LEFT_OUT, addresses_in_copy
from .json_fields import links_of, mapping, mappings, text

MOST_DOCUMENTS = 20_000
_WORKERS = 8
_ROOT_NAMES = ("catalog.json", "collection.json")
_FOLLOWED = ("child", "item", "items")
_TYPES = ("Feature", "FeatureCollection", "Catalog", "Collection")
MOST_PAGES = 50
"""Of one list of items, which a server may give a page at a time."""
MOST_ADDRESSES = 4
MOST_ASSETS = 1000
"""Of one item: a Sentinel-2 product has some fifty."""


@dataclass(frozen=True)
class Document:
    """One JSON document, where it lies, and how it was reached.

    Attributes:
        collection: through which.
        page: of a list of items, counted from 1.
    """

    url: str
    content: Mapping[str, Any]
    collection: str = ""
    page: int = 1


@dataclass(frozen=True)
class _Link:
    """Where a document may lie, the likeliest first; see `Document`."""

    urls: tuple[str, ...]
    collection: str
    page: int = 1


@dataclass(frozen=True)
class CatalogItems:
    """The items of a catalogue, the collections they are in, and what could not be read."""

    items: list[Document]
    notes: tuple[str, ...]
    collections: tuple[Mapping[str, Any], ...] = ()


def walk(
    root: Document,
    *,
    read: Callable[[str], Document],
    is_worth: Callable[[Mapping[str, Any]], bool],
) -> CatalogItems:
    """Follow all links down from `root`, level by level.

    Args:
        root: where to start.
        read: the document at a URL or path; its `SourceError` costs that document only.
        is_worth: False for a collection without items for the request.

    Raises:
        SourceError: when there are links and none of them can be read.
    """
    found: list[Document] = []
    collections: list[Mapping[str, Any]] = []
    failures: list[SourceError] = []
    seen, level, count = {root.url}, [root], 0
    are_pages_cut = False
    while level and len(seen) < MOST_DOCUMENTS:
        found += [item for document in level for item in _items_in(document)]
        parents = [one for one in level if _is_parent(one) and is_worth(one.content)]
        collections += [one.content for one in parents if one.content.get("type") == "Collection"]
        are_pages_cut |= any(_has_next(one) and one.page >= MOST_PAGES for one in level)
        links = _new((*links_down(parents), *_pages_after(level)), seen)
        answers = map_in_daemon_threads(
            lambda link: _try(read, link), links, threads=_WORKERS, name="cbm-chips-catalogue"
        )
        failures += [answer for answer in answers if isinstance(answer, SourceError)]
        level = [answer for answer in answers if isinstance(answer, Document)]
        count += len(level)
    if failures and not count:
        raise failures[0]
    notes = _notes(failures, is_cut=bool(level), are_pages_cut=are_pages_cut)
    return CatalogItems(found, tuple(notes), tuple(collections))


def read_path(path: str) -> Any:  # noqa: ANN401
    """Decoded JSON of a file.

    Raises:
        SourceError: when it is missing, no regular file, far too large or no JSON.
    """
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):  # a pipe would block without end
            raise SourceError(Reason("{path} can't be read: it is no file", path=path))
        if about.st_size > LARGEST_ANSWER_BYTES:
            most = round(LARGEST_ANSWER_BYTES / 1e6)
            raise SourceError(Reason("{path} is larger than {most} MB", path=path, most=most))
        with open(path, "rb") as file:
            return parse_json(text_of(file.read()))
    except OSError as error:
        raise SourceError(
            Reason("{path} can't be read: {error}", path=path, error=error.strerror)
        ) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(
            Reason("{path} is no JSON: {text}", path=path, text=shorten(str(error)))
        ) from error


def root_path(text_or_url: str) -> str:
    """The catalogue's first file: the path itself, or the one in the folder it names."""
    path = os.path.abspath(local_path(text_or_url))
    if not os.path.isdir(path):
        return path
    names = [os.path.join(path, name) for name in _ROOT_NAMES]
    found = next((name for name in names if os.path.isfile(name)), None)
    if found is None:
        raise SourceError(
            Reason("{path} has none of {names}", path=path, names=", ".join(_ROOT_NAMES))
        )
    return found


def absolute(item: object, *bases: str) -> object:
    """The parts of an item that are used later, its addresses absolute.

    Args:
        item: as decoded.
        bases: what its relative hrefs may stand in, the likeliest first.
    """
    if not isinstance(item, dict):
        return item
    kept = {key: value for key, value in item.items() if key != "links"}
    assets = item.get("assets")
    if isinstance(assets, dict):
        some = islice(assets.items(), MOST_ASSETS)
        kept["assets"] = {key: _absolute_asset(asset, bases) for key, asset in some}
        kept.pop(ASSETS_LEFT_OUT, None)
        if len(assets) > MOST_ASSETS:
            kept[ASSETS_LEFT_OUT] = len(assets) - MOST_ASSETS
    return kept


def web_self(item: object) -> tuple[str, ...]:
    """Where an item says it lies, if that is on the web; else nothing."""
    own = (text(one.get("href")) for one in links_of(mapping(item), "self"))
    return tuple(href for href in own if is_web(href))[:1]


def _absolute_asset(asset: object, bases: tuple[str, ...]) -> object:
    if not isinstance(asset, dict) or not text(asset.get("href")):
        return asset
    kept = {key: value for key, value in asset.items() if key not in ("alternate", ALTERNATES)}
    hrefs = [text(asset.get("href")), *_alternates(asset)]
    origin = next((base for base in bases[1:] if is_web(base)), "")
    found = [
        url for href in hrefs for base in bases for url in addresses_in_copy(base, origin, href)
    ]
    first, *others = dict.fromkeys(found)
    return {**kept, "href": first, **({ALTERNATES: others[:MOST_ADDRESSES]} if others else {})}


def _alternates(asset: Mapping[str, Any]) -> list[str]:
    """Of the extension "alternate assets"; not those that need a login of their own."""
    listed = mapping(asset.get("alternate")).values()
    open_ones = (one for one in mappings(list(listed)) if not one.get("auth:refs"))
    return [href for one in open_ones if (href := text(one.get("href")))]


def _is_parent(document: Document) -> bool:
    return not (_is_list(document.content) or _is_item(document.content))


def _is_list(content: Mapping[str, Any]) -> bool:
    """By its type; where that is none of STAC's, by what it holds."""
    kind = text(content.get("type"))
    if kind in _TYPES:
        return kind == "FeatureCollection"
    return bool(mappings(content.get("features")))


def _is_item(content: Mapping[str, Any]) -> bool:
    """By its type; where that is none of STAC's, by having what items alone have together.

    Collections before STAC 1.0 may have both as well, and no type, but always an extent.
    """
    kind = text(content.get("type"))
    if kind in _TYPES:
        return kind == "Feature"
    has_both = mapping(content.get("assets")) and mapping(content.get("properties"))
    return bool(has_both) and "extent" not in content


def _items_in(document: Document) -> list[Document]:
    if _is_list(document.content):
        features = mappings(document.content.get("features"))
        return [Document(document.url, feature, document.collection) for feature in features]
    return [document] if _is_item(document.content) else []


def links_down(parents: Iterable[Document]) -> list[_Link]:
    """Where the children and items of some documents lie."""
    links = []
    for parent in parents:
        is_collection = parent.content.get("type") == "Collection"
        name = text(parent.content.get("id")) if is_collection else parent.collection
        origin = next(iter(web_self(parent.content)), "")
        for link in links_of(parent.content, *_FOLLOWED):
            href = text(link.get("href"))
            if href:
                links.append(_Link(addresses_in_copy(parent.url, origin, href), name))
    return links


def _pages_after(level: Iterable[Document]) -> Iterator[_Link]:
    """The next pages of lists of items."""
    for page in level:
        if page.page < MOST_PAGES:
            for href in _next_hrefs(page):
                origin = next(iter(web_self(page.content)), "")
                urls = addresses_in_copy(page.url, origin, href)
                yield _Link(urls, page.collection, page.page + 1)


def _has_next(page: Document) -> bool:
    return any(_next_hrefs(page))


def _next_hrefs(page: Document) -> Iterator[str]:
    """Of a list of items; not what takes a POST."""
    for link in links_of(page.content, "next") if _is_list(page.content) else ():
        href, method = text(link.get("href")), text(link.get("method")).upper()
        if href and method in ("", "GET"):
            yield href


def _new(links: Iterable[_Link], seen: set[str]) -> list[_Link]:
    fresh = []
    for link in links:
        if link.urls[0] not in seen and len(seen) < MOST_DOCUMENTS:
            seen.add(link.urls[0])
            fresh.append(link)
    return fresh


def _try(read: Callable[[str], Document], link: _Link) -> Document | SourceError:
    failures = []
    for url in link.urls:
        try:
            return replace(read(url), collection=link.collection, page=link.page)
        except SourceError as error:
            failures.append(error)
    return failures[0]


def _notes(failures: list[SourceError], *, is_cut: bool, are_pages_cut: bool) -> list[str]:
    notes: list[str] = []
    if failures:
        number = len(failures)
        notes.append(
            Reason(
                "{count} documents of the catalogue can't be read, such as: {failure}",
                count=number,
                failure=failures[0],
            )
        )
    if are_pages_cut:
        notes.append(
            Reason("only the first {count} pages of a list of items were read", count=MOST_PAGES)
        )
    if is_cut:
        notes.append(
            Reason(
                "only the first {count} documents of the catalogue were read",
                count=MOST_DOCUMENTS,
            )
        )
    return notes
