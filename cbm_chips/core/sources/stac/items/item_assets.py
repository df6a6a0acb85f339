"""What a collection says of the files of all its items (`item_assets`), where they are silent.

Only what the numbers mean is taken from there: scale, offset and no data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..json_fields import mapping, text
from .stated_values import values_in

Document = Mapping[str, Any]


def completed(item: Any, collections: Iterable[Document]) -> Any:  # noqa: ANN401
    """The item with the numbers that its collection states; unchanged if it is no object."""
    if not isinstance(item, dict):
        return item
    name = text(item.get("collection"))
    by_key = next(
        (mapping(one.get("item_assets")) for one in collections if text(one.get("id")) == name), {}
    )
    assets = item.get("assets")
    if not by_key or not isinstance(assets, dict):
        return item
    return {**item, "assets": {key: _one(one, by_key.get(key)) for key, one in assets.items()}}


def _one(asset: object, by_collection: object) -> object:
    if not isinstance(asset, dict) or not isinstance(by_collection, dict):
        return asset
    own, others = values_in(asset), values_in(by_collection)
    if "scale" in own or "offset" in own:
        others = {name: value for name, value in others.items() if name == "nodata"}
    more = {f"raster:{name}": value for name, value in others.items() if name not in own}
    return {**asset, **more} if more else asset
