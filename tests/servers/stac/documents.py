"""The JSON documents of the API, with their links."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from .archive import Archive
from .extents import Json

CONFORMANCE = [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#query",
    "https://api.stacspec.org/v1.0.0/item-search#sort",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
]
GEOJSON = "application/geo+json"


@dataclass(frozen=True)
class Documents:
    """What is said of an archive.

    Attributes:
        url: of the API, without a slash at the end.
        asset_base: see `Switches`.
    """

    url: str
    archive: Archive
    asset_base: str

    def landing_page(self) -> Json:
        """What the API can do."""
        search = {"rel": "search", "type": GEOJSON, "href": f"{self.url}/search"}
        return {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": "made-stac-api",
            "title": "Made STAC API",
            "description": "A STAC API for tests",
            "conformsTo": CONFORMANCE,
            "links": [
                link("self", f"{self.url}/"),
                self.root,
                link("conformance", f"{self.url}/conformance"),
                link("data", f"{self.url}/collections"),
                {**search, "method": "GET"},
                {**search, "method": "POST"},
                *(link("child", self._href(name)) for name in self.archive.collections),
            ],
        }

    @property
    def root(self) -> Json:
        """The link to the landing page."""
        return link("root", f"{self.url}/")

    def all_collections(self) -> Json:
        """Every collection, in one page."""
        return {
            "collections": [self.collection(one) for one in self.archive.collections.values()],
            "links": [link("self", f"{self.url}/collections"), self.root],
        }

    def collection(self, collection: Json) -> Json:
        """One collection, with its links."""
        href = self._href(collection["id"])
        links = [
            link("self", href),
            link("parent", f"{self.url}/"),
            self.root,
            link("items", f"{href}/items"),
        ]
        return {**collection, "links": links}

    def item(self, item: Json) -> Json:
        """One item, with its links and the places of its files."""
        parent = self._href(item["collection"])
        links = [
            link("self", self._href(item["collection"], item["id"])),
            link("collection", parent),
            link("parent", parent),
            self.root,
        ]
        assets = {key: self._placed(asset) for key, asset in item["assets"].items()}
        return {**item, "links": links, "assets": assets}

    def _href(self, collection: str, item: str = "") -> str:
        href = f"{self.url}/collections/{quote(collection, safe='')}"
        return f"{href}/items/{quote(item, safe='')}" if item else href

    def _placed(self, asset: Json) -> Json:
        base, href = self.asset_base, asset["href"]
        if not base or urlsplit(href).scheme or href.startswith("/"):
            return asset
        return {**asset, "href": urljoin(base.rstrip("/") + "/", href)}


def link(relation: str, href: str) -> Json:
    """A link to a JSON document."""
    return {"rel": relation, "type": "application/json", "href": href}
