"""Static STAC catalogues: documents that link to one another, on disk or on a web server."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable
from urllib.parse import unquote

from ...errors import SourceError
from ..web import is_web, joined, shorten
from .foreign import mapping, mappings, text
from .signing import unsigned

MOST_DOCUMENTS = 20_000
_WORKERS = 8
_ROOT_NAMES = ("catalog.json", "collection.json")
_FOLLOWED = ("child", "item", "items")


@dataclass(frozen=True)
class Document:
    """One JSON document, where it lies, and the collection it was reached through."""

    url: str
    content: Mapping[str, Any]
    collection: str = ""


@dataclass(frozen=True)
class _Link:
    url: str
    collection: str


@dataclass(frozen=True)
class Walk:
    """The items of a catalogue and what could not be read."""

    items: list[Document]
    notes: tuple[str, ...]


def walk(
    root: Document,
    *,
    read: Callable[[str], Any],
    is_worth: Callable[[Mapping[str, Any]], bool],
) -> Walk:
    """Follow all links down from `root`, level by level.

    Args:
        root: where to start.
        read: decoded JSON of a URL or path; its `SourceError` costs that document only.
        is_worth: False for a collection whose items can't be wanted.

    Raises:
        SourceError: when there are links and none of them can be read.
    """
    found: list[Document] = []
    failures: list[SourceError] = []
    seen, level, count = {root.url}, [root], 0
    with ThreadPoolExecutor(_WORKERS) as pool:
        while level and len(seen) < MOST_DOCUMENTS:
            found += [item for document in level for item in _items_in(document)]
            parents = [one for one in level if _is_parent(one) and is_worth(one.content)]
            links = _new(links_down(parents), seen)
            answers = list(pool.map(lambda link: _try(read, link), links))
            failures += [answer for answer in answers if isinstance(answer, SourceError)]
            level = [answer for answer in answers if isinstance(answer, Document)]
            count += len(level)
    if failures and not count:
        raise failures[0]
    return Walk(found, tuple(_notes(failures, is_cut=bool(level))))


def read_path(path: str) -> Any:  # noqa: ANN401
    """Decoded JSON of a file.

    Raises:
        SourceError: when there is no such file or it is no JSON.
    """
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except OSError as error:
        raise SourceError(f"{path} can't be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path} is no JSON: {shorten(str(error))}") from error


def root_path(text_or_url: str) -> str:
    """The catalogue's first file: the path itself, or the one in the folder it names."""
    path = os.path.abspath(_local(text_or_url))
    if not os.path.isdir(path):
        return path
    names = [os.path.join(path, name) for name in _ROOT_NAMES]
    found = next((name for name in names if os.path.isfile(name)), None)
    if found is None:
        raise SourceError(f"{path} has neither {' nor '.join(_ROOT_NAMES)}")
    return found


def resolve(base: str, href: str) -> str:
    """`href` as it stands in the document `base`, absolute."""
    if not href:
        return base
    scheme = re.match(r"([a-z][a-z0-9+.-]+):", href, re.IGNORECASE)
    if is_web(base):
        # What a server calls a file is on the server; on this computer nothing is its business.
        return href if scheme else joined(base, href)
    if scheme:
        return _local(href)
    return os.path.normpath(os.path.join(os.path.dirname(base), href))


def absolute(item: object, base: str) -> object:
    """The parts of an item that are used later, its hrefs absolute and unsigned."""
    if not isinstance(item, dict):
        return item
    own = (text(one.get("href")) for one in mappings(item.get("links")) if one.get("rel") == "self")
    home = resolve(base, next(own, "")) if is_web(base) else base
    kept = {key: value for key, value in item.items() if key != "links"}
    assets = item.get("assets")
    if isinstance(assets, dict):
        kept["assets"] = {key: _absolute_asset(asset, home) for key, asset in assets.items()}
    return kept


def _absolute_asset(asset: object, base: str) -> object:
    if not isinstance(asset, dict) or not isinstance(asset.get("href"), str):
        return asset
    kept = {key: value for key, value in asset.items() if key != "alternate"}
    return {**kept, "href": unsigned(resolve(base, asset["href"].strip()))}


def _local(url: str) -> str:
    if not url.lower().startswith("file://"):
        return url
    path = unquote("/" + url[len("file://") :].partition("/")[2])
    return path[1:] if re.match(r"/[a-z]:", path, re.IGNORECASE) else path


def _is_parent(document: Document) -> bool:
    return text(document.content.get("type")) not in ("Feature", "FeatureCollection")


def _items_in(document: Document) -> list[Document]:
    if document.content.get("type") == "FeatureCollection":
        features = mappings(document.content.get("features"))
        return [Document(document.url, feature, document.collection) for feature in features]
    return [document] if document.content.get("type") == "Feature" else []


def links_down(parents: Iterable[Document]) -> list[_Link]:
    """Where the children and items of some documents lie."""
    links = []
    for parent in parents:
        is_collection = parent.content.get("type") == "Collection"
        name = text(parent.content.get("id")) if is_collection else parent.collection
        for link in mappings(parent.content.get("links")):
            href = text(link.get("href"))
            if link.get("rel") in _FOLLOWED and href:
                links.append(_Link(resolve(parent.url, href), name))
    return links


def _new(links: Iterable[_Link], seen: set[str]) -> list[_Link]:
    fresh = []
    for link in links:
        if link.url not in seen and len(seen) < MOST_DOCUMENTS:
            seen.add(link.url)
            fresh.append(link)
    return fresh


def _try(read: Callable[[str], Any], link: _Link) -> Document | SourceError:
    try:
        return Document(link.url, mapping(read(link.url)), link.collection)
    except SourceError as error:
        return error


def _notes(failures: list[SourceError], *, is_cut: bool) -> list[str]:
    notes = []
    if failures:
        number = len(failures)
        notes.append(f"{number} documents of the catalogue can't be read, such as: {failures[0]}")
    if is_cut:
        notes.append(f"only the first {MOST_DOCUMENTS} documents of the catalogue were read")
    return notes
