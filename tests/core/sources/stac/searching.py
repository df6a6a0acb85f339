"""Searches of made-up catalogues and APIs, and what these answer."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace

from cbm_chips.core.model import ChipRequest, Place, Search
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import typed_provider
from tests.servers.process import ServerProcess
from tests.stac_items import a_c1_item

NETWORK = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
ON_FIJI = {
    "type": "Polygon",
    "coordinates": [[[179.2, -17.5], [-179.2, -17.5], [-179.2, -16], [179.2, -16], [179.2, -17.5]]],
}

SEARCHES = ["https://api.stacspec.org/v1.0.0/item-search"]
COLLECTIONS = json.dumps({"collections": [{"id": "sentinel-2-c1-l2a"}], "links": []})


def a_request(lon=5.664, lat=52.694, **others) -> ChipRequest:
    fields = {"start": "2020-03-01", "end": "2020-03-31", "bands": ("B04", "B08"), **others}
    return ChipRequest(Place(lon, lat), **fields)


def a_source(url, *, network=NETWORK, credentials=None, **row) -> StacSource:
    provider = replace(typed_provider(str(url)), **row)
    return StacSource(provider=provider, network=network, credentials=credentials)


def search(url, request=None, **row) -> Search:
    request = request or a_request()
    with a_source(url, **row) as source:
        return source.parse(source.fetch(request), request)


def on_day(day, **others):
    return a_c1_item(
        f"S2A_T31UFU_202003{day:02d}T103210_L2A",
        properties={
            "datetime": f"2020-03-{day:02d}T10:36:34.438Z",
            "s2:product_uri": None,
            **others.pop("properties", {}),
        },
        **others,
    )


def ids(found: Search) -> set[str]:
    return {scene.id for scene in found.scenes}


@contextmanager
def api_of(items, tmp_path, *options):
    path = tmp_path / "items.json"
    path.write_text(json.dumps(items))
    with ServerProcess("stac_api", path, *options) as server:
        yield server


def landing(*links, **more) -> str:
    page = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "conformsTo": SEARCHES}
    return json.dumps({**page, "links": list(links), **more})


def page_of(*names, links=()) -> str:
    return json.dumps({"features": [a_c1_item(name) for name in names], "links": list(links)})


def an_item(**hrefs):
    return {**a_c1_item("one"), "assets": {band: {"href": hrefs[band]} for band in hrefs}}
