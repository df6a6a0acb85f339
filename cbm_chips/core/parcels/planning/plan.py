"""The plan of many parcels, a value: what is read, in pieces.

It can be shown, pickled, split and run elsewhere, and holds no secrets. `planning` makes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ...model import Grid, Scene
from ...reading.origins import is_remote
from ..outlines.layer import Parcels
from ..outlines.oddities import ParcelRemark
from .estimate import PlanEstimate, estimate_of
from .parcel_request import ParcelRequest
from .tiling import Tile, boxes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class PlanPiece:
    """What one worker does at a time: all dates of the parcels of a strip.

    It holds all that is needed to read it, and nothing else. Equal pieces have equal keys.

    Attributes:
        name: `31UFU-2`, tile and strip.
        tile: where most pixels come from.
        grid: holds the parcels, in 10 m pixels.
        parcels: in the grid's CRS.
        numbers: int64[n], of the parcels in the layer.
        scenes: one per acquisition, oldest first.
        request: what is wanted.
        source: identity of the source.
    """

    name: str
    tile: Tile
    grid: Grid
    parcels: Parcels
    numbers: NDArray[np.int64]
    scenes: tuple[Scene, ...]
    request: ParcelRequest
    source: str

    @cached_property
    def place_key(self) -> str:
        """Tells pieces apart by all that they ask but their dates, in all processes."""
        words = self.parcels.digest()
        asked = (self.source, self.request.words_but_period, self.grid)
        words.update(repr(asked).encode())
        words.update(np.ascontiguousarray(self.numbers).data)
        return f"{self.name}-{words.hexdigest()[:16]}"

    @cached_property
    def key(self) -> str:
        """Likewise, by their dates as well."""
        words = hashlib.sha256(self.place_key.encode())
        for scene in self.scenes:
            words.update(repr(_identity(scene)).encode())
        return f"{self.name}-{words.hexdigest()[:16]}"

    @cached_property
    def estimate(self) -> PlanEstimate:
        """What it takes."""
        return estimate_of(boxes_of(self.parcels), self.grid, self.tile, self.request, self.scenes)

    @property
    def is_versioned(self) -> bool:
        """The items state which content of each file they speak of: numbers of it may be kept."""
        return all(map(_is_versioned, self.scenes))

    def of_scenes(self, scenes: Iterable[Scene]) -> PlanPiece:
        """The same parcels on other dates."""
        return replace(self, scenes=tuple(scenes))


@dataclass(frozen=True, eq=False)
class ParcelPlan:
    """All pieces, and the parcels that are in none.

    Attributes:
        parcels: as given.
        request: what is wanted.
        source: identity of the source.
        pieces: what is read, by tile and strip.
        remarks: what is odd about parcels, with those that no scene shows.
        notes: of the searches, for people.
    """

    parcels: Parcels
    request: ParcelRequest
    source: str
    pieces: tuple[PlanPiece, ...]
    remarks: tuple[ParcelRemark, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def estimate(self) -> PlanEstimate:
        """Bytes, requests and time of all pieces, before anything is read."""
        return sum((piece.estimate for piece in self.pieces), PlanEstimate())

    @property
    def dates(self) -> int:
        """Acquisitions, each counted once."""
        return len({(s.acquired, s.platform) for piece in self.pieces for s in piece.scenes})

    @property
    def tiles(self) -> tuple[str, ...]:
        """The tiles that parcels are assigned to."""
        return tuple(sorted({piece.tile.name for piece in self.pieces}))

    def __str__(self) -> str:
        """`1,000 parcels, 24 dates, 3 tiles: 1.2 GB, about 4 minutes`."""
        counts = ((len(self.parcels), "parcel"), (self.dates, "date"), (len(self.tiles), "tile"))
        what = ", ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in counts)
        return f"{what}: {self.estimate}"

    def split(self, parts: int) -> tuple[ParcelPlan, ...]:
        """The plan in so many plans, of about the same bytes each; fewer if it has fewer pieces."""
        groups: list[list[PlanPiece]] = [[] for _ in range(max(parts, 1))]
        loads = [0.0] * len(groups)
        for piece in sorted(self.pieces, key=lambda one: -one.estimate.bytes_read):
            least = loads.index(min(loads))
            groups[least].append(piece)
            loads[least] += piece.estimate.bytes_read
        return tuple(replace(self, pieces=tuple(group)) for group in groups if group)

    def without(self, keys: Iterable[str]) -> ParcelPlan:
        """What is left when the pieces of these keys are done."""
        done = set(keys)
        return replace(self, pieces=tuple(one for one in self.pieces if one.key not in done))


def _is_versioned(scene: Scene) -> bool:
    own = all(asset.version and is_remote(asset.href) for asset in scene.assets.values())
    return own and all(map(_is_versioned, (*scene.parts, *scene.fallbacks)))


def _identity(scene: Scene) -> tuple[object, ...]:
    others = (*scene.parts, *scene.fallbacks)
    files = tuple(sorted((band, asset.statement) for band, asset in scene.assets.items()))
    return (scene.id, scene.provider, scene.collection, files, *map(_identity, others))
