"""Items of made-up catalogues, read."""

from __future__ import annotations

from cbm_chips.core.model import OffsetState, Scene, Unusable
from cbm_chips.core.sources.stac.items.item_parser import Item, read_item
from tests.stac_items import a_c1_item, a_cdse_item, a_pc_item, an_es_l2a_item

DIALECTS = [a_c1_item, an_es_l2a_item, a_pc_item, a_cdse_item]
KNOWN, CHECK = OffsetState.KNOWN, OffsetState.CHECK_PIXELS


def scene_of(item) -> Scene:
    scene = read_item(Item.of(item), provider="made", level="LEVEL2A")
    assert isinstance(scene, Scene), scene
    return scene


def refusal_of(item) -> str:
    refused = read_item(Item.of(item), provider="made", level="LEVEL2A")
    assert isinstance(refused, Unusable)
    return refused.reason


def offset_of(item, band="B04"):
    asset = scene_of(item).assets[band]
    return asset.offset, asset.offset_state
