"""What an item states of a file's numbers: scale, offset, no data; and what of it can't be.

STAC writes them in several places: `raster:bands` (raster extension 1), `bands` and the asset
itself (STAC 1.1, raster extension 2), the collection's `item_assets`, the item's properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....reasons import Reason
from ....sentinel2.bands import DEFAULT_SCALE
from ..json_fields import mappings, number

_SCALES = ("scale", "raster:scale")
_OFFSETS = ("offset", "raster:offset")
_NODATA = ("nodata", "raster:nodata")
_TELLING = ("raster:bands", "bands", *_SCALES, *_OFFSETS, *_NODATA)
_OF_SOFTWARE = (1.0, 0.0)
"""What software writes that looks into the TIFF alone, where it finds no scale."""

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Stated:
    """What is said of one file.

    Attributes:
        scale, offset: reflectance = DN * scale + offset; None where nothing is said.
        nodata: what is no data, None where nothing is said.
        problem: why it can't be used, for people; empty if it can.
    """

    scale: float | None = None
    offset: float | None = None
    nodata: float | None = None
    problem: str = ""

    @property
    def pair(self) -> tuple[float, float] | None:
        """Scale and offset, None if neither is said; an offset alone is one of DN."""
        if self.scale is None and self.offset is None:
            return None
        return (DEFAULT_SCALE if self.scale is None else self.scale, self.offset or 0.0)


class StatedValues:
    """What an item states of its files. What it states alike of several is parsed once."""

    def __init__(self, properties: Fields) -> None:
        """`properties`: of the item; what they say of all its files counts as well."""
        self._of_all = _of_all_files(properties)
        self._read: dict[str, Stated] = {}

    def of(self, asset: Fields) -> Stated:
        """Of the file of this entry."""
        try:
            words = repr(list(map(asset.get, _TELLING)))
        except RecursionError:
            return _stated(asset, self._of_all)
        if words not in self._read:
            self._read[words] = _stated(asset, self._of_all)
        return self._read[words]


def _stated(asset: Fields, of_all: Fields) -> Stated:
    """The nearer place to the file speaks first."""
    groups = list(_field_groups(asset))
    found = _pairs(groups) or _pairs([of_all])
    nodata = _nodata([*groups, of_all])
    try:
        scale, offset = _agreed(found)
    except _InvalidValues as error:
        return Stated(nodata=nodata, problem=str(error))
    return Stated(scale, offset, nodata)


def values_in(asset: Fields) -> dict[str, Any]:
    """`scale`, `offset` and `nodata` as an asset has them, wherever they stand; none made up."""
    names = {"scale": _SCALES, "offset": _OFFSETS, "nodata": _NODATA}
    groups = list(_field_groups(asset))
    found = {
        name: next(
            (value for fields in groups if (value := _first_of(fields, words)) is not None), None
        )
        for name, words in names.items()
    }
    return {name: value for name, value in found.items() if value is not None}


def _of_all_files(properties: Fields) -> Fields:
    """Of an item's properties those about its files' numbers: what can't mean anything else."""
    return {name: properties[name] for name in properties if name.startswith("raster:")} | (
        {"nodata": properties["nodata"]} if "nodata" in properties else {}
    )


class _InvalidValues(Exception):
    """The text is the reason."""


_Pair = tuple[Any, Any]


def _field_groups(asset: Fields) -> Iterator[Fields]:
    yield from mappings(asset.get("raster:bands"))[:1]
    yield asset
    yield from mappings(asset.get("bands"))[:1]


def _pairs(groups: Iterable[Fields]) -> list[_Pair]:
    pairs = ((_first_of(fields, _SCALES), _first_of(fields, _OFFSETS)) for fields in groups)
    return [pair for pair in pairs if pair != (None, None)]


def _nodata(groups: Iterable[Fields]) -> float | None:
    for fields in groups:
        for name in _NODATA:
            value = fields.get(name)
            found = None if value is None else number(_one_of(value))
            if found:
                return found
    return None


def _first_of(fields: Fields, names: Iterable[str]) -> Any:  # noqa: ANN401
    for name in names:
        value = fields.get(name)
        if value is not None:
            return value
    return None


def _agreed(found: list[_Pair]) -> tuple[float | None, float | None]:
    pairs = [(_checked("scale", scale), _checked("offset", offset)) for scale, offset in found]
    scale, offset = pairs[0] if len(pairs) == 1 else _of_many(pairs)
    if scale is not None and not 0 < scale <= 1:
        raise _InvalidValues(
            Reason("scale {scale:g} is stated, which gives no reflectance", scale=scale)
        )
    if offset is not None and not -1 < offset < 1:
        raise _InvalidValues(
            Reason("offset {offset:g} is stated, which gives no reflectance", offset=offset)
        )
    return scale, offset


def _of_many(pairs: list[tuple[float | None, float | None]]) -> tuple[float | None, float | None]:
    telling = [pair for pair in pairs if (pair[0], pair[1] or 0.0) != _OF_SOFTWARE] or pairs[:1]
    scale = _only("scale", {scale for scale, _ in telling if scale is not None})
    offset = _only("offset", {offset for _, offset in telling if offset is not None})
    return scale, offset


def _checked(name: str, value: object) -> float | None:
    if value is None:
        return None
    found = number(_one_of(value))
    if found is None:
        raise _InvalidValues(
            Reason(
                "{name} {value!r} is stated, which is no number", name=name, value=str(value)[:40]
            )
        )
    return found


def _only(name: str, values: set[float]) -> float | None:
    if len(values) > 1:
        words = ", ".join(f"{value:g}" for value in sorted(values))
        raise _InvalidValues(
            Reason("two values of {name} are stated: {words}", name=name, words=words)
        )
    return next(iter(values), None)


def _one_of(value: object) -> object:
    """The entry of a list of one, or of equal ones: a file holds one band."""
    if isinstance(value, list) and value and all(entry == value[0] for entry in value):
        return value[0]
    return value
