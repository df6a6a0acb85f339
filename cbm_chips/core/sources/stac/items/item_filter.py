"""Items checked against the request: no server is trusted to have done it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ....model import NO_DATE, ChipRequest, Scene, Unusable
from ....projection import utm_zone
from ....reasons import Reason, joined
from ....sentinel2.product_names import epsg_of_tile
from ..json_fields import instant, items, mapping, numbers
from .footprints import Footprints, footprint_of, square_around, turned_round
from .item_parser import WITHOUT_ID, Item, is_sentinel_2, read_item

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_LOG = logging.getLogger(__name__)
_SLACK_DAYS = 1
"""Collections round their own extent in time."""
REACH_OF_A_ZONE = 7.0
"""Degrees of longitude from the middle of a UTM zone to where its farthest tiles end."""


@dataclass(frozen=True)
class ItemFilter:
    """Decides for each item what it is to a request.

    Attributes:
        request: the request.
        provider: for `Scene.provider`.
        ranks: collections in the provider's order; others come after them.
    """

    request: ChipRequest
    provider: str
    ranks: tuple[str, ...] = ()

    def classify(self, raw: object) -> Scene | Unusable | str:
        """A scene, something unusable, or why it is left out; never raises."""
        try:
            return self._judged(raw)
        except Exception as error:  # noqa: BLE001  # the border around one entry
            name = _name_of(raw)
            _LOG.exception("the entry %s can't be understood", name)
            reason = Reason(
                "can't be understood ({kind}); the log has the details", kind=type(error).__name__
            )
            return Unusable(Scene(name, NO_DATE, provider=self.provider), reason)

    def _judged(self, raw: object) -> Scene | Unusable | str:
        if not isinstance(raw, dict) or not (raw.get("properties") or raw.get("assets")):
            return Reason("no STAC items")
        item = Item.of(raw)
        why_not = self._why_foreign(item)
        if why_not:
            return why_not
        known = item.collection in self.ranks
        rank = self.ranks.index(item.collection) if known else len(self.ranks)
        outcome = read_item(
            item,
            provider=self.provider,
            level=self.request.level,
            rank=rank,
            footprints=self._footprints,
        )
        scene = outcome.scene if isinstance(outcome, Unusable) else outcome
        why_not = self._why_not_wanted(scene)
        placed = None if why_not else self._placed(scene)
        if placed is None:
            return why_not or "elsewhere"
        if isinstance(outcome, Unusable):
            return replace(outcome, scene=placed)
        if not any(band in placed.assets for band in self.request.bands):
            return Unusable(
                placed, Reason("has none of the bands {bands}", bands=", ".join(self.request.bands))
            )
        return placed

    def _why_foreign(self, item: Item) -> str:
        """Why an item is nothing to us, empty if it is."""
        level = self.request.level
        is_asked_for = not self.ranks or item.collection in ("", *self.ranks)
        # Where the collections are known, any other one must at least have a name of Sentinel-2.
        is_ours = is_asked_for or is_sentinel_2({"collection": item.collection})
        if not is_ours or not is_sentinel_2(item.raw) or item.level not in ("", level):
            return Reason("not Sentinel-2 of {level}", level=level)
        return ""

    def may_serve(self, raw: Mapping[str, Any]) -> bool:
        """A quick look at an item before it is kept."""
        try:
            item = Item.of(raw)
            is_in_time = item.acquired is None or self._is_in_period(item.acquired)
            return is_in_time and not self._why_foreign(item)
        except Exception:  # noqa: BLE001  # the border: `classify` will say what is wrong
            return True

    def is_worth(self, collection: Mapping[str, Any]) -> bool:
        """False for a collection that says it ends elsewhere or at another time."""
        extent = mapping(collection.get("extent"))
        intervals = items(mapping(extent.get("temporal")).get("interval"))
        boxes = items(mapping(extent.get("spatial")).get("bbox"))
        try:
            return self._meets_period(intervals[:1]) and self._meets_square(boxes[:1])
        except Exception:  # noqa: BLE001  # the border around one collection
            _LOG.exception("the extent of %s can't be judged", _name_of(collection))
            return True

    def _why_not_wanted(self, scene: Scene) -> str:
        limit = self.request.max_scene_cloud_pct
        if scene.is_dated and not self._is_in_period(scene.acquired):
            return Reason("acquired outside the period")
        if scene.scene_cloud_pct is not None and scene.scene_cloud_pct > limit:
            return Reason("cloudier than asked for")
        return ""

    def _placed(self, scene: Scene) -> Scene | None:
        """The scene, None if it lies elsewhere, in either order of its outline's coordinates."""
        outline = scene.footprint
        if outline is None or outline.intersects(self._square):
            return scene
        turned = turned_round(outline) if self._may_be_here(scene) else None
        if turned is None or not turned.intersects(self._square):
            return None
        note = Reason("its outline tells latitude before longitude, and was turned round")
        return replace(scene, footprint=turned, note=joined(filter(None, (scene.note, note)), "; "))

    def _may_be_here(self, scene: Scene) -> bool:
        """False where the scene states another UTM zone."""
        zone = utm_zone(epsg_of_tile(scene.tile) or scene.epsg)
        off = self.request.place.lon - (6 * zone - 183)
        return not zone or abs((off + 180) % 360 - 180) <= REACH_OF_A_ZONE

    @cached_property
    def _footprints(self) -> Footprints:
        return Footprints()

    @cached_property
    def _square(self) -> BaseGeometry:
        return square_around(self.request.place, self.request.size_m)

    def _is_in_period(self, acquired: datetime) -> bool:
        return self.request.first_day <= acquired.date() <= self.request.last_day

    def _meets_period(self, intervals: list[Any]) -> bool:
        """True unless the first interval, which spans all others, excludes it."""
        ends = [instant(end) for interval in intervals for end in items(interval)]
        if len(ends) != 2:
            return True
        start, end = ends
        if start is not None and end is not None and end < start:
            return True
        # As differences: years 1 and 9999 stand for no limit, and nothing lies beyond them.
        is_over = end is not None and _days(end, self.request.first_day) > _SLACK_DAYS
        is_to_come = start is not None and _days(self.request.last_day, start) > _SLACK_DAYS
        return not is_over and not is_to_come

    def _meets_square(self, boxes: list[Any]) -> bool:
        """True unless the first box, which holds all others, excludes it, turned round as well."""
        box = footprint_of(None, boxes[0]).shape if boxes and numbers(boxes[0]) else None
        if box is None or box.intersects(self._square):
            return True
        turned = turned_round(box)
        return turned is not None and bool(turned.intersects(self._square))


def _days(earlier: date, later: date) -> int:
    """From one day to another; of a moment its day counts."""
    return later.toordinal() - earlier.toordinal()


def _name_of(raw: object) -> str:
    """An entry's id, of which nothing is known but that it is trouble."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return name[:200] if isinstance(name, str) and name else WITHOUT_ID
