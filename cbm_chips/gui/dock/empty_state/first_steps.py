"""What to do before the first place is picked: source, then place, by what the project has."""

from __future__ import annotations

from dataclasses import dataclass

from ....bridge.texts.translation import tr
from ...session.topics import Topic
from .empty_states import EmptyState, Offer

_UNTIL = frozenset({Topic.SOURCE, Topic.PLACE, Topic.RUN, Topic.PROJECT})


@dataclass(frozen=True)
class Situation:
    """What a newcomer has before him.

    Attributes:
        source: title of the chosen source.
        where: the only ground it has, in words; empty for a source of the whole world.
        knows_parcels: the source has parcels itself.
        parcels: name of the topmost visible layer of polygons; empty without one.
        is_map_empty: no layer is visible.
        is_there: the parcels are those of the source's own ground.
    """

    source: str
    where: str = ""
    knows_parcels: bool = False
    parcels: str = ""
    is_map_empty: bool = True
    is_there: bool = False


def first_steps(now: Situation) -> EmptyState:
    """Two steps and their buttons."""
    sample = (tr("Try the built-in sample"), Offer.SAMPLE)
    parcel, place = (tr("Pick a parcel"), Offer.PARCEL), (tr("Pick a place"), Offer.PICK)
    if now.where and not now.is_there:
        return _steps(now, tr("Show its parcels on the map."), _show_parcels())
    if now.knows_parcels:
        words = tr("Choose area and year, then click a parcel on the map, or give its id.")
        return _steps(now, words, parcel)
    if now.parcels:
        words = tr("Click a parcel of “{layer}”: its dates appear here.")
        return _steps(now, words.format(layer=now.parcels), parcel, place)
    layer = (tr("Add a layer of parcels …"), Offer.ADD_LAYER)
    if now.is_map_empty:
        words = tr("The map is empty: add a layer of your parcels, or try the built-in sample.")
        return _steps(now, words, layer, sample)
    words = tr("Click a place on the map, or a parcel of a layer: its dates appear here.")
    return _steps(now, words, place, layer, sample)


def _steps(now: Situation, second: str, *buttons: tuple[str, Offer]) -> EmptyState:
    words = tr("The source is {source}; another one can be chosen above.")
    first = words.format(source=now.source)
    if now.where:
        words = tr("The built-in sample has made-up pictures of {where}, for trying things out.")
        first = words.format(where=now.where)
    return EmptyState(f"1. {first}\n\n2. {second}", buttons, _UNTIL)


def _show_parcels() -> tuple[str, Offer]:
    return tr("Show the sample's parcels"), Offer.SAMPLE
