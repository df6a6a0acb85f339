"""Connections that are opened while a search runs."""

from __future__ import annotations

from types import SimpleNamespace

from cbm_chips.core.model import Asset, Search
from cbm_chips.core.pipeline.prefetch import Prefetch
from tests.builders import a_request, a_scene


class _Connecting:
    def __init__(self):
        self.hosts = []

    def preconnect(self, hosts):
        self.hosts += hosts

    def read_ahead(self, jobs, access):
        yield from ()


def test_addresses_of_no_host_take_none_of_the_connections():
    hrefs = ("https://[broken/a.tif", "https://a.example/a.tif", "https://b.example:x/a.tif",
             "/data/a.tif", "https://c.example/a.tif")  # fmt: skip
    assets = {f"B0{number}": Asset(f"B0{number}", href) for number, href in enumerate(hrefs)}
    reader = _Connecting()
    source = SimpleNamespace(pixel_hosts=())

    early = Prefetch(a_request(), source, reader, None)
    early.connect_to(Search((a_scene(assets=assets),)))

    assert reader.hosts == ["https://a.example/a.tif", "https://c.example/a.tif"]
