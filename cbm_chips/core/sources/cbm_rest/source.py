"""Scenes and chips of a CbM server as a `Source`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timezone
from typing import TYPE_CHECKING, Any

from ...errors import SourceError
from ...model import ChipRequest, Grid, Scene, Search
from ...reading.contract import Access
from ...reading.network import Network
from ...reasons import Reason, packed, unpacked
from ...scenes.chip_center import centre_of
from ...scenes.grids import grid_of
from ...sentinel2.bands import BANDS
from ..source import SearchResult
from .chips.products import is_near, scene_of
from .chips.reader import CbmReader
from .chips.request_square import is_covered, square_around_grid
from .chips.search import find_products
from .service import Service
from .wire.parameters import OFFERED_BANDS, DateRange, RequestSquare

if TYPE_CHECKING:
    from ...model import Asset
    from ...reading.contract import Reader

_FORMAT = "cbm-rest-1"
_CLASSES = "SCL"


class CbmSource:
    """One CbM server as a `Source`."""

    def __init__(
        self,
        address: str,
        *,
        network: Network | None = None,
        credentials: Mapping[str, str] | None = None,
    ) -> None:
        """Nothing is requested yet; see `Service` for the arguments."""
        self.network = network or Network()
        self.service = Service(address, network=self.network, credentials=credentials)
        self._listed: set[str] = set()
        self._made: dict[tuple[RequestSquare, str, str], str] = {}

    def __enter__(self) -> CbmSource:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"CbmSource({self.identity!r})"

    @property
    def identity(self) -> str:
        """`cbm+https://host/prefix`; holds no secret."""
        return self.service.identity

    @property
    def is_remote(self) -> bool:
        """Always True."""
        return True

    @property
    def pixel_hosts(self) -> tuple[str, ...]:
        """See `Source.pixel_hosts`: the server itself, which the search talks to already."""
        return ()

    @property
    def is_shareable(self) -> bool:
        """See `Source.is_shareable`: the server works on until the connection is closed."""
        return False

    @property
    def lists_freely(self) -> bool:
        """See `Source.lists_freely`: known to do so once it was asked; older servers don't."""
        return self.service.knows_onlylist

    def fetch(self, request: ChipRequest) -> bytes:
        """See `Source.fetch`; the response is JSON of our own: names of products, and notes."""
        grid = grid_of(request.place, request.size_m)
        square = square_around_grid(grid, grid.epsg)
        period = DateRange(request.first_day, request.last_day)
        band = _search_band(request)
        found = find_products(self.service, square, period, level=request.level, band=band)
        self._made.update(
            ((square, file.product, file.band), file.path)
            for one in found.lists
            for file in one.files
        )
        odd = [name for one in found.lists for name in one.odd]
        notes = found.notes + (
            [Reason("{count} names were not understood", count=len(odd))] if odd else []
        )
        packed_notes = [packed(note) for note in notes]
        answer = {"format": _FORMAT, "products": found.products, "notes": packed_notes}
        if found.failures:
            answer["lacks"] = [packed(str(error)) for error in found.failures]
        return json.dumps(answer).encode()

    def fetch_in_parts(self, request: ChipRequest) -> Iterator[SearchResult]:
        """See `Source.fetch_in_parts`: always whole."""
        yield SearchResult(self.fetch(request))

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """See `Source.parse`."""
        content = _opened(answer)
        self._listed.update(content["products"])
        listed = [scene_of(product, self.identity) for product in content["products"]]
        wanted = [scene for scene in listed if scene and _is_asked_for(scene, request)]
        grid = grid_of(request.place, request.size_m, (scene.epsg for scene in wanted))
        notes = [*content["notes"], *_notes_on(request, left_out=len(listed) - len(wanted))]
        return Search(tuple(_told(scene, grid) for scene in wanted), notes=tuple(notes))

    def may_keep(self, answer: bytes) -> bool:
        """See `Source.may_keep`: "no product" is also said where the server could not look.

        Nor one that lacks days for which the server could not be asked.
        """
        content = _opened(answer)
        return bool(content["products"]) and not content["lacks"]

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """Only what `reader` returns can open these: the server makes the files on demand."""
        raise SourceError(
            Reason(
                "{band} is cut by the server: there is no file to open directly", band=asset.band
            )
        )

    def reader(self, general: Reader) -> Reader:
        """See `Source.reader`: has chips made, fetches them, and lets `general` cut the grid."""
        return CbmReader(self.service, general, listed=self._listed, made=self._made)

    def close(self) -> None:
        """End all waiting and close the connections."""
        self.service.close()


def _search_band(request: ChipRequest) -> str:
    """The band an older server makes during the search: the one that is read first anyway."""
    if request.level in BANDS[_CLASSES].levels:
        return _CLASSES
    return next((band for band in request.bands if band in OFFERED_BANDS), "B04")


def _is_asked_for(scene: Scene, request: ChipRequest) -> bool:
    day = scene.acquired.astimezone(timezone.utc).date()
    is_wanted = scene.level == request.level and request.first_day <= day <= request.last_day
    return is_wanted and is_near(scene.tile, *centre_of(request.place, request.size_m))


def _told(scene: Scene, grid: Grid) -> Scene:
    if is_covered(grid, scene.epsg):
        return scene
    note = Reason("the service's largest chip does not cover all of it: its corners stay empty")
    return replace(scene, note=note)


def _notes_on(request: ChipRequest, *, left_out: int) -> Iterable[str]:
    if left_out:
        yield Reason(
            "{count} entries left out: of another level, day or place, or with an odd name",
            count=left_out,
        )
    missing = [band for band in request.bands if band not in OFFERED_BANDS]
    if missing:
        yield Reason("the service does not offer {bands}", bands=", ".join(missing))
    if request.max_scene_cloud_pct < 100:
        yield Reason(
            "the service does not tell clouds of whole scenes: no scene was left out for them"
        )


def _opened(answer: bytes) -> Mapping[str, Any]:
    try:
        content = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            Reason("this is no answer of a CbM source: {error}", error=error)
        ) from error
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise SourceError(Reason("this is no answer of a CbM source"))
    parts = ("products", "notes", "lacks")
    return {name: [unpacked(item) for item in content.get(name, [])] for name in parts}
