"""What covers the ground of the sample and how it looks through the year.

A cover is a mixture of a few pure surfaces (endmembers). Crops move from soil to canopy to
litter along their calendar, so that every band follows from one table of spectra.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

SPECTRUM_BANDS = tuple(
    f"B{name}" for name in ("01", "02", "03", "04", "05", "06", "07", "08", "8A", "09", "11", "12")
)

_SPECTRA = {
    "soil": "046 060 082 104 122 134 146 158 168 172 215 180",
    "dry soil": "074 094 126 156 178 194 208 224 238 242 318 276",
    "grass": "016 022 056 028 090 270 350 385 400 402 205 098",
    "cereal": "014 019 044 022 076 300 400 432 450 452 185 082",
    "broadleaf": "018 024 070 026 108 390 510 545 560 555 232 108",
    "straw": "052 078 122 166 200 248 278 305 335 342 365 255",
    "haulm": "042 054 080 104 134 166 186 204 228 236 300 228",
    "trees": "012 018 040 020 066 235 305 335 352 354 158 068",
    "twigs": "030 038 050 058 080 104 118 130 140 144 152 102",
    "water": "044 050 056 038 032 020 019 015 013 012 007 005",
    "pavement": "062 076 090 100 110 118 124 132 140 144 165 150",
    "roof": "100 122 140 158 170 178 184 194 204 206 236 220",
}
"""Reflectance in thousandths, in the order of `SPECTRUM_BANDS`."""

ENDMEMBERS = tuple(_SPECTRA)
SPECTRA: NDArray[np.float32] = np.array(
    [[int(value) for value in row.split()] for row in _SPECTRA.values()], np.float32
) / np.float32(1000)
"""Reflectance [endmember, band]."""

GREEN = tuple(ENDMEMBERS.index(name) for name in ("grass", "cereal", "broadleaf", "trees"))
BARE = tuple(ENDMEMBERS.index(name) for name in ("soil", "dry soil"))

Calendar = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Plant:
    """A calendar: days since 1 January 2022 against the share of ground covered.

    Attributes:
        name, code: as on a farmer's declaration; empty for covers that are not declared.
        canopy, litter, ground: endmembers; `soil` as ground is wet or dry by the day.
        green, dry: cover by canopy and by litter.
        jitter_days: how much fields of one crop differ in time (one sigma).
        share: of the fields, before normalising.
    """

    name: str
    code: str
    canopy: str
    litter: str
    green: Calendar
    dry: Calendar = ((0, 0.0),)
    ground: str = "soil"
    jitter_days: float = 0.0
    share: float = 0.0


GRASSLAND = Plant(
    "Grassland, permanent", "265", "grass", "straw",
    ((-60, 0.80), (15, 0.72), (60, 0.80), (95, 0.93), (130, 0.97), (305, 0.88)),
    jitter_days=6, share=0.24,
)  # fmt: skip
WHEAT = Plant(
    "Winter wheat", "233", "cereal", "straw",
    ((-60, 0.05), (-20, 0.18), (45, 0.26), (75, 0.45), (105, 0.85), (125, 0.97), (170, 0.95),
     (188, 0.50), (200, 0.06), (215, 0.02), (245, 0.10), (275, 0.45), (305, 0.62)),
    ((170, 0), (188, 0.42), (200, 0.88), (208, 0.88), (213, 0.55), (228, 0.30), (260, 0)),
    jitter_days=4, share=0.22,
)  # fmt: skip
MAIZE = Plant(
    "Maize, silage", "259", "broadleaf", "straw",
    ((-60, 0.08), (90, 0.14), (112, 0), (135, 0), (150, 0.10), (170, 0.45), (190, 0.86),
     (205, 0.94), (245, 0.88), (262, 0.68), (267, 0.03), (305, 0.08)),
    ((240, 0), (262, 0.20), (267, 0.40), (305, 0.15)),
    jitter_days=7, share=0.11,
)  # fmt: skip
POTATO = Plant(
    "Potatoes, consumption", "2014", "broadleaf", "haulm",
    ((-60, 0.35), (-10, 0.25), (50, 0.12), (80, 0), (140, 0), (155, 0.25), (170, 0.75),
     (182, 0.97), (225, 0.92), (243, 0.75), (252, 0.15), (262, 0.02), (305, 0.05)),
    ((243, 0), (252, 0.60), (262, 0.45), (275, 0.05)),
    jitter_days=6, share=0.20,
)  # fmt: skip
SUGAR_BEET = Plant(
    "Sugar beet", "256", "broadleaf", "haulm",
    ((-60, 0.02), (112, 0), (130, 0.10), (150, 0.52), (165, 0.90), (180, 0.96), (250, 0.90),
     (284, 0.86), (288, 0.10), (305, 0.05)),
    ((284, 0), (288, 0.20), (305, 0.05)),
    jitter_days=9, share=0.13,
)  # fmt: skip
ONION = Plant(
    "Onions, seed", "262", "grass", "straw",
    ((-60, 0.30), (60, 0.10), (75, 0), (115, 0), (140, 0.10), (165, 0.42), (185, 0.70),
     (210, 0.64), (228, 0.25), (240, 0.02), (270, 0.25), (305, 0.55)),
    ((205, 0), (228, 0.35), (240, 0.30), (250, 0.02)),
    jitter_days=6, share=0.10,
)  # fmt: skip
CROPS = (GRASSLAND, WHEAT, MAIZE, POTATO, SUGAR_BEET, ONION)

_LEAVES: Calendar = (
    (-60, 0.40), (-30, 0.18), (95, 0.22), (113, 0.55), (135, 0.98), (270, 0.92), (305, 0.45)
)  # fmt: skip
TREES = Plant("", "", "trees", "twigs", _LEAVES, ground="twigs")
VERGE = Plant("", "", "grass", "twigs", ((0, 0.66), (120, 0.74), (200, 0.62)), ((0, 0.24),))
DIKE = Plant(
    "", "", "grass", "straw", ((0, 0.78), (120, 0.92), (205, 0.74)), ((150, 0), (205, 0.2))
)
GARDEN = Plant("", "", "trees", "twigs", _LEAVES, ground="pavement")
OPEN_WATER = Plant("", "", "grass", "straw", ((0, 0.0),), ground="water")
PAVEMENT = Plant("", "", "grass", "straw", ((0, 0.06),), ground="pavement")
ROOF = Plant("", "", "grass", "straw", ((0, 0.0),), ground="roof")


@dataclass(frozen=True)
class Cover:
    """One patch's own version of a plant.

    Attributes:
        late_days: how far its calendar lags behind.
        vigour: factor on the green cover.
        tone: factor on the brightness of everything.
        roughness: how much the green varies within the patch, 0..1.
        mowings: days since 1 January 2022 on which the grass was cut.
    """

    plant: Plant
    late_days: float = 0.0
    vigour: float = 1.0
    tone: float = 1.0
    roughness: float = 0.05
    mowings: tuple[float, ...] = ()

    def mixture(self, day: float, dryness: float) -> list[float]:
        """Share of each endmember on a day; dryness 0..1 is the topsoil's."""
        green, dry = self._covers(day)
        shares = dict.fromkeys(ENDMEMBERS, 0.0)
        shares[self.plant.canopy] += green
        shares[self.plant.litter] += dry
        bare = 1.0 - green - dry
        if self.plant.ground == "soil":
            shares["dry soil"] += bare * dryness
            bare *= 1.0 - dryness
        shares[self.plant.ground] += bare
        return [share * self.tone for share in shares.values()]

    def _covers(self, day: float) -> tuple[float, float]:
        green = _at(self.plant.green, day - self.late_days) * self.vigour
        dry = _at(self.plant.dry, day - self.late_days)
        for mown in self.mowings:
            if day >= mown:
                green *= 1.0 - 0.66 * exp(-(day - mown) / 10.0)
                dry += 0.24 * exp(-(day - mown) / 7.0)
        green = min(green, 1.0)
        return green, min(dry, 1.0 - green)


def _at(calendar: Calendar, day: float) -> float:
    days, covers = zip(*calendar)
    return float(np.interp(day, days, covers))
