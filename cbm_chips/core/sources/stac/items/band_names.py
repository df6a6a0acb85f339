"""Which band a word names, read as whole words: `B04_10m`, `band_4`, `T31UFU_..._B04`, `nir08`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ....sentinel2.bands import BANDS

COLOURS: Mapping[str, tuple[str, ...]] = {
    "B01": ("coastal", "coastalaerosol"),
    "B02": ("blue",),
    "B03": ("green",),
    "B04": ("red",),
    "B05": ("rededge1", "rededge071", "vegetationrededge1"),
    "B06": ("rededge2", "rededge075", "vegetationrededge2"),
    "B07": ("rededge3", "rededge078", "vegetationrededge3"),
    "B08": ("nir",),
    "B8A": ("nir08", "narrownir", "nirnarrow"),
    "B09": ("nir09",),
    "B10": ("cirrus",),
    "B11": ("swir16", "swir1"),
    "B12": ("swir22", "swir2"),
    "SCL": ("sceneclassification", "sceneclassificationmap", "sceneclassificationlayer"),
    "CLD": ("cloud", "cld", "cldprb", "mskcldprb", "cloudprobability"),
}
"""Band -> common names, and the classification spelled out. `nir08` is B8A: only Landsat gives the
main near infrared that name."""

_BY_COLOUR = {word: band for band, words in COLOURS.items() for word in words}
_RUN = re.compile(r"[^\W_]+")
_ESA = re.compile(r"(?:b|band)(?P<number>0?[1-9]|1[0-2]|0?8a)|(?P<scl>scl|sceneclassification)")
_NUMBER = re.compile(r"(?P<number>0?[1-9]|1[0-2]|0?8a)")
_GDAL_FIRST = ("b1", "band1", "band_1", "band 1", "Band 1", "Band_1")
_SIZE = re.compile(r"r?(?P<size>[1-9]0)m")
_FORMS = ("jp2", "cog", "tif", "tiff")
_SEPARATOR = re.compile(r"(?<![0-9])[-_. ]+|[-_. ]+(?![0-9])")

_NO_BAND = re.compile(
    r"(ms?k|mask|qual|qi$|quicklook|cloud|cld|snow|snw|thumb|overview|preview|pvi|visual|tci|rgb|detfoo"
    r"|defect|satur|nodata|angle|zenith|azimuth|uncert|std|stddev|count|meta|mtd|hist|xml|json|gml"
    r"|stat|ndvi|index|ratio|diff).*"
)
"""Next to these words a band's name says what the file was made from, not what it is."""
_PLAIN = re.compile(
    r"t?\d{1,2}[a-z]{3}|\d{8}(t\d{6})?z?|\d{1,3}|n\d{4}|r\d{3}|a\d{6}|r?\d{2}m|s2[a-d]?|sentinel2?[a-d]?"
    r"|msi(l1c|l2a)?|l1c|l2a|m|nm|meters?|metres?|res(olution)?|band|image|img|data|file|asset"
    r"|(surface)?reflectance|surface|boa|toa|sr|jp2|cog|geotiff|tiff?|red|green|blue|nir|swir|edge"
    r"|vegetation|narrow|coastal|aerosol|water|vapou?r|cirrus|near|short|wave|infrared|scene"
    r"|classification|map|layer"
)
"""Words next to a band's name that don't change its meaning."""


@lru_cache(maxsize=4096)
def band_of_key(key: str) -> str:
    """The band a key is the name of: `B04`, `band_4`, `B04_10m`, `red-jp2`; empty if of none."""
    return _band_of_whole(key)


@lru_cache(maxsize=4096)
def band_in_key(key: str) -> str:
    """The one band named in ESA's way within a longer key, empty if none or several."""
    return _band_within(key)


@lru_cache(maxsize=4096)
def band_of_title(words: str) -> str:
    """As `band_in_key`, for titles and file names, where all other words must be in `_PLAIN`."""
    if words in _GDAL_FIRST:
        return ""
    if _joined(words) in COLOURS["SCL"]:
        return "SCL"
    runs = _runs(words)
    others = (run for run in runs if not _ESA.fullmatch(run) and not _PLAIN.fullmatch(run))
    return "" if any(others) else _band_within(words)


@lru_cache(maxsize=4096)
def band_of_name(name: str) -> str:
    """The band that is called so, in ESA's way or by its colour.

    Tools that describe any file call its only band `b1` or `Band 1`: that names none of ours.
    """
    return "" if name in _GDAL_FIRST else _band_of_whole(name)


@lru_cache(maxsize=4096)
def is_colour(key: str) -> bool:
    """True for `red` and its kin, as Earth Search writes them; False for `B04`, `B04_10m`."""
    return _joined(key) in _BY_COLOUR


@lru_cache(maxsize=4096)
def stated_size(key: str) -> float:
    """Pixel size in a key such as `B04_20m`, metres; 0 if it holds none."""
    sizes = [match.group("size") for run in _runs(key) if (match := _SIZE.fullmatch(run))]
    return float(sizes[-1]) if sizes else 0.0


def _band_of_whole(word: str) -> str:
    joined = _joined(word)
    return _BY_COLOUR.get(joined) or _of_esa(joined)


def _joined(word: str) -> str:
    """Without size, form and separators: `red_edge_1_20m` is `rededge1`."""
    runs = list(_runs(word))
    while len(runs) > 1 and (runs[-1] in _FORMS or _SIZE.fullmatch(runs[-1])):
        runs.pop()
    return _SEPARATOR.sub("", "_".join(runs))


def _band_within(word: str) -> str:
    runs = _runs(word)
    if any(_NO_BAND.fullmatch(run) for run in runs):
        return ""
    found = {_of_esa(run) for run in runs}
    for before, run in zip(runs, runs[1:]):
        if before in ("b", "band") and (match := _NUMBER.fullmatch(run)):
            found.add(_named(match.group("number")))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _of_esa(run: str) -> str:
    match = _ESA.fullmatch(run)
    if not match:
        return ""
    return "SCL" if match.group("scl") else _named(match.group("number"))


def _named(number: str) -> str:
    name = "B" + number.lstrip("0").upper().zfill(2)
    return name if name in BANDS else ""


def _runs(word: str) -> tuple[str, ...]:
    return tuple(_RUN.findall(word.lower()))
