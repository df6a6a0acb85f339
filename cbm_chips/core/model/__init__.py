"""The values that flow between the rooms; frozen, without open file, session or Qt type."""

from __future__ import annotations

from .asset import Affine, Asset, OffsetState, Placement
from .chip import SEEN_WHOLE_PCT, Absence, Chip, FailedChip, Provenance, seen_in_part
from .grid import Grid
from .place import Place
from .request import (
    DEFAULT_SIZE_M,
    LARGEST_SIZE_M,
    MISSION_START,
    SNAP_M,
    UTM_LATITUDES,
    AreaRequest,
    ChipRequest,
    parse_day,
)
from .scene import DATE_UNKNOWN, NO_DATE, Scene, Search, Unusable

__all__ = [
    "DATE_UNKNOWN",
    "DEFAULT_SIZE_M",
    "LARGEST_SIZE_M",
    "MISSION_START",
    "NO_DATE",
    "SEEN_WHOLE_PCT",
    "SNAP_M",
    "UTM_LATITUDES",
    "Absence",
    "Affine",
    "AreaRequest",
    "Asset",
    "Chip",
    "ChipRequest",
    "FailedChip",
    "Grid",
    "OffsetState",
    "Place",
    "Placement",
    "Provenance",
    "Scene",
    "Search",
    "Unusable",
    "parse_day",
    "seen_in_part",
]
