"""The last places: of this session as they are, of former ones as QGIS's settings kept them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from ....core.errors import RequestError
from ....core.model import Place
from ..form_values import store

MOST_PLACES = 20
LARGEST_WKB = 16_384
"""Bytes of an outline, about a thousand corners; a place with a larger one lasts for a session."""


@dataclass(frozen=True)
class KeptPlace:
    """A place as text; made without a look at its outline."""

    lon: float
    lat: float
    label: str = ""
    outline: str = ""
    """WKB in hexadecimal, EPSG:4326; empty for a bare point."""
    details: str = field(default="", compare=False)

    @classmethod
    def of(cls, place: Place, *, largest_wkb: int = LARGEST_WKB) -> KeptPlace | None:
        """None for a place that is too large to be kept."""
        wkb = b"" if place.outline is None else bytes(place.outline.wkb)
        if len(wkb) > largest_wkb:
            return None
        return cls(place.lon, place.lat, place.label, wkb.hex(), place.details)

    def place(self) -> Place | None:
        """None for what no place can be made of."""
        from shapely import wkb
        from shapely.errors import ShapelyError

        try:
            outline = wkb.loads(bytes.fromhex(self.outline)) if self.outline else None
            return Place(self.lon, self.lat, str(self.label), outline, str(self.details))
        except (RequestError, ShapelyError, ValueError, TypeError):
            return None


class RecentPlaces:
    """The newest first, each once."""

    def __init__(self) -> None:
        """Those of former sessions are looked at when somebody asks for them."""
        self._new: list[Place] = []

    def note(self, places: Iterable[Place]) -> None:
        """Put places on top, the last of them uppermost; keep them for the next session."""
        for place in places:
            rest = [known for known in self._new if known != place]
            self._new = [place, *rest][:MOST_PLACES]
        fresh = [note for note in map(KeptPlace.of, self._new) if note is not None]
        notes = [*fresh, *(note for note in _kept() if note not in fresh)]
        store.remember_places(json.dumps([asdict(note) for note in notes[:MOST_PLACES]]))

    def all(self) -> list[Place]:
        """At most MOST_PLACES."""
        fresh = [KeptPlace.of(place) for place in self._new]
        former = (note.place() for note in _kept() if note not in fresh)
        return [*self._new, *(place for place in former if place is not None)][:MOST_PLACES]


def _kept() -> Iterator[KeptPlace]:
    """What the settings hold, as far as it makes sense."""
    try:
        stored: Any = json.loads(store.recall_places())
    except ValueError:
        return
    for row in stored if isinstance(stored, list) else ():
        try:
            yield KeptPlace(**row)
        except TypeError:  # written by another version, or by hand
            continue
