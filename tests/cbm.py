"""A CbM server for tests, and products made up for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from cbm_chips.core import Chip, ChipRequest, Place, extract_chips
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.cbm_rest import CbmSource
from tests.servers.cbm.seed import SEED_PRODUCTS
from tests.servers.process import ServerProcess

HURRIED = Network(connect_timeout_s=60, read_timeout_s=60, retry_delay_s=0.01)
LOGIN = {"Authorization": "Basic dGVzdGVyOnNlY3JldA=="}
"""tester:secret"""
SAMPLE_PLACE = Place(lon=5.664, lat=52.694)

SEED = tuple(row["id"] for row in reversed(SEED_PRODUCTS))
"""The eleven acquisitions of June 2019 of the service's own example."""
CLEAR = tuple(name for name in SEED if name[11:19] in ("20190617", "20190620", "20190625"))


@contextmanager
def serving(archive: Path, *switches: object) -> Iterator[ServerProcess]:
    """`archive` is the sample's catalog.json."""
    with ServerProcess("cbm_rest", archive.parent, *switches) as server:
        yield server


def start_over(server: ServerProcess, **switches: object) -> ServerProcess:
    """Everything as at the start but `switches`; counters at zero."""
    server.switch(restore=True)
    if switches:
        server.switch(**switches)
    server.reset()
    return server


def a_source(server: ServerProcess, path: str = "", **others) -> CbmSource:
    options = {"network": HURRIED, "credentials": LOGIN, **others}
    return CbmSource(f"cbm+{server.url}{path}", **options)


def seed_request(**others) -> ChipRequest:
    fields = {"start": "2019-06-01", "end": "2019-06-30", "bands": ("SCL",), "size_m": 1280}
    return ChipRequest(SAMPLE_PLACE, **{**fields, **others})


def daily(count: int, *, first: str = "2019-01-01", tile: str = "31UFU") -> list[str]:
    """Names of products, one a day."""
    start = date.fromisoformat(first)
    days = [(start + timedelta(days=number)).strftime("%Y%m%d") for number in range(count)]
    return [f"S2A_MSIL2A_{day}T105031_N0212_R051_T{tile}_{day}T130000" for day in days]


def made_up(*names: str, **others) -> list[dict]:
    return [{"id": name, **others} for name in names]


def asked(server: ServerProcess, endpoint: str) -> list[str]:
    """The questions to one endpoint, in order."""
    return [one for one in server.stats()["asked"] if one.startswith(f"/query/{endpoint}")]


def products_of(source: CbmSource, request: ChipRequest) -> list[str]:
    """What a search finds."""
    return [scene.id for scene in source.parse(source.fetch(request), request).scenes]


def all_chips(request: ChipRequest, source) -> list[Chip]:
    """In order of time; none may fail."""
    results = sorted(extract_chips(request, source, cache=None), key=lambda one: one.scene.acquired)
    assert all(isinstance(one, Chip) for one in results), results
    return results
