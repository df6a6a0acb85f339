"""The example of the service's documentation: June 2019 near 5.664 E 52.694 N, 11 acquisitions.

Classes as the example's SCL histograms have them, over 187 pixels of the parcel.
"""

from __future__ import annotations

from typing import Any

LON, LAT = 5.66425, 52.69444
PARCEL = "315141"
"""The archive's parcel there, of 187 pixels."""
START, END = "2019-06-01", "2019-06-30"

_ACQUISITIONS: tuple[tuple[str, str, str, dict[str, int]], ...] = (
    ("S2A", "20190602T104031", "20190602T140340", {"8": 187}),
    ("S2A", "20190605T105031", "20190605T152839", {"9": 187}),
    ("S2B", "20190607T104029", "20190607T135245", {"8": 187}),
    ("S2B", "20190610T105039", "20190610T133632", {"8": 26, "10": 161}),
    ("S2A", "20190612T104031", "20190612T133140", {"8": 187}),
    ("S2A", "20190615T105031", "20190615T121337", {"9": 187}),
    ("S2B", "20190617T104029", "20190617T131553", {"4": 187}),
    ("S2B", "20190620T105039", "20190620T140845", {"4": 187}),
    ("S2A", "20190622T104031", "20190622T120726", {"4": 1, "5": 44, "7": 42, "8": 63, "9": 37}),
    ("S2A", "20190625T105031", "20190625T134744", {"4": 186, "5": 1}),
    ("S2B", "20190627T104029", "20190627T135004", {"9": 187}),
)
_ORBIT_BY_MINUTES = {"10403": "R008", "10402": "R008", "10503": "R051"}


def product_id(platform: str, sensing: str, made: str) -> str:
    """A name in the documentation's tile and baseline."""
    orbit = _ORBIT_BY_MINUTES[sensing[9:14]]
    return f"{platform}_MSIL2A_{sensing}_N0212_{orbit}_T31UFU_{made}"


HISTOGRAMS = {sensing: histogram for _, sensing, _, histogram in _ACQUISITIONS}
"""Sensing time -> class -> pixels."""

SEED_PRODUCTS: list[dict[str, Any]] = [
    {"id": product_id(platform, sensing, made), "scl": histogram, "parcel": PARCEL}
    for platform, sensing, made, histogram in reversed(_ACQUISITIONS)
]
"""For the switch "products"; newest first, as the catalogue answers. Over the parcel the classes
come in just these numbers, elsewhere scattered in the same shares."""

CLEAR_TIMES = ("20190617T104029", "20190620T105039", "20190625T105031")
