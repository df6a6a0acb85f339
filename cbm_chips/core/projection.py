"""Coordinates between EPSG:4326 and the CRSs of tiles; x, y (lon, lat) order always.

pyproj is used here only, and only in a thread of its own. pyproj 3.7 ties what it remembers of a
thread to Python's idea of that thread, which for QGIS's workers ends with every task: the second
task on the same worker would bring QGIS down (https://github.com/pyproj4/pyproj/issues/1622).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, Union

from .coordinates import with_coordinates
from .per_process import PerProcess

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WGS84 = 4326
_UTM = {326: "", 327: " south"}
_ZONES = range(1, 61)

_Result = TypeVar("_Result")
_Crs = Union[int, str]
"""An EPSG code, or WKT."""


@dataclass(frozen=True)
class Transformer:
    """From one CRS to another, by EPSG codes; callable from any thread."""

    from_epsg: int
    to_epsg: int

    def transform(self, xs: Any, ys: Any) -> Any:  # noqa: ANN401 - numbers or sequences of them
        """The points in the other CRS, as pyproj gives them: x and y apart."""
        return _PROJ().do(lambda proj: proj.transform(self.from_epsg, self.to_epsg, xs, ys))


def transformer(from_epsg: int, to_epsg: int) -> Transformer:
    """Costs nothing: what is dear is remembered for each pair."""
    return Transformer(from_epsg, to_epsg)


def utm_zone(epsg: int) -> int:
    """The number, 1..60, of a UTM zone on WGS84, north or south; 0 for any other CRS."""
    half, zone = divmod(epsg, 100)
    return zone if half in _UTM and zone in _ZONES else 0


UTM_WITHOUT_ZONE = (32600, 32700)
"""Which newer PROJs take for a CRS of all zones: no image lies in one, a zone was left out."""


def is_crs(epsg: int) -> bool:
    """True if the code is that of a CRS which places can be brought into."""
    if utm_zone(epsg) or epsg == WGS84:
        return True
    if epsg in UTM_WITHOUT_ZONE:
        return False
    return epsg > 0 and _PROJ().do(lambda proj: proj.is_crs(epsg))


def epsg_of_definition(definition: object) -> int:
    """EPSG code of a CRS written in any of PROJ's ways; 0 if it has none or makes no sense."""
    return _PROJ().do(lambda proj: proj.epsg_of(_written(definition)))


def definition_of(definition: object) -> str:
    """A CRS written in any of PROJ's ways as `EPSG:` and its code, without one as WKT 2.

    Empty if it makes no sense.
    """
    return _PROJ().do(lambda proj: proj.definition_of(_written(definition)))


def projjson_of(definition: str) -> dict[str, Any]:
    """A CRS, as `definition_of` writes it, as PROJJSON (https://proj.org/specifications)."""
    return _PROJ().do(lambda proj: proj.projjson_of(definition))


def _written(definition: object) -> str:
    return json.dumps(definition) if isinstance(definition, dict) else str(definition)


def to_other_crs(from_crs: str, to_crs: str, xs: Any, ys: Any) -> Any:  # noqa: ANN401
    """Points from one CRS to another, both as `definition_of` writes them: x and y apart."""
    pair = (_code_or_words(from_crs), _code_or_words(to_crs))
    return _PROJ().do(lambda proj: proj.transform(*pair, xs, ys))


def _code_or_words(definition: str) -> Union[int, str]:
    return int(definition[5:]) if definition.startswith("EPSG:") else definition


def to_grid_crs(geometry: BaseGeometry, epsg: int) -> BaseGeometry:
    """`geometry` from EPSG:4326 in the CRS `epsg`, metres."""
    return with_coordinates(geometry, transformer(WGS84, epsg).transform)


def to_wgs84(geometry: BaseGeometry, epsg: int) -> BaseGeometry:
    """`geometry` from the CRS `epsg` in EPSG:4326."""
    return with_coordinates(geometry, transformer(epsg, WGS84).transform)


class _Proj:
    """PROJ in its thread; what is dear is remembered."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="cbm-chips-proj")
        self._transformers = lru_cache(maxsize=256)(_pyprojs)
        self.epsg_of = lru_cache(maxsize=256)(_epsg_of_definition)
        self.definition_of = lru_cache(maxsize=256)(_definition_of)
        self.projjson_of = lru_cache(maxsize=16)(_projjson_of)
        self.is_crs = lru_cache(maxsize=256)(_is_crs)

    def do(self, call: Callable[[_Proj], _Result]) -> _Result:
        """What `call` gives; it runs in the thread."""
        return self._thread.submit(call, self).result()

    def transform(self, from_crs: _Crs, to_crs: _Crs, xs: Any, ys: Any) -> Any:  # noqa: ANN401
        """For the thread: points from one CRS to another; arrays give arrays of their shape."""
        call = self._transformers(from_crs, to_crs).transform
        if not getattr(xs, "ndim", 0) or xs.size != 1:
            return call(xs, ys)
        # pyproj takes an array of one for a number, of which numpy warns
        return tuple(two[:1].reshape(xs.shape) for two in call(xs.repeat(2), ys.repeat(2)))


_PROJ = PerProcess(_Proj)


def _pyprojs(from_crs: _Crs, to_crs: _Crs) -> Any:  # noqa: ANN401 - pyproj is imported late
    from pyproj import Transformer

    if isinstance(from_crs, int) and isinstance(to_crs, int):
        pipeline = _pipeline(from_crs, to_crs)
        if pipeline:
            return Transformer.from_pipeline(pipeline)
    return Transformer.from_crs(from_crs, to_crs, always_xy=True)


def _pipeline(from_epsg: int, to_epsg: int) -> str:
    """What PROJ's database says of the pair, where UTM zones make that plain; else empty.

    Looking it up takes milliseconds, most of what a short run has to wait for PROJ.
    """
    begin = "proj=unitconvert xy_in=deg xy_out=rad" if from_epsg == WGS84 else _utm(from_epsg)
    end = "proj=unitconvert xy_in=rad xy_out=deg" if to_epsg == WGS84 else _utm(to_epsg)
    if from_epsg == to_epsg or not begin or not end:
        return ""
    return f"proj=pipeline step {begin if from_epsg == WGS84 else 'inv ' + begin} step {end}"


def _utm(epsg: int) -> str:
    """PROJ's step from radians on the globe to metres in a UTM zone; empty for any other CRS."""
    zone = utm_zone(epsg)
    return f"proj=utm zone={zone}{_UTM[epsg // 100]} ellps=WGS84" if zone else ""


def _is_crs(epsg: int) -> bool:
    from pyproj.exceptions import ProjError

    try:
        _pyprojs(epsg, WGS84)
        _pyprojs(WGS84, epsg)
    except ProjError:
        return False
    return True


def _epsg_of_definition(definition: str) -> int:
    words = _definition_of(definition)
    return int(words[5:]) if words.startswith("EPSG:") else 0


def _projjson_of(definition: str) -> dict[str, Any]:
    from pyproj import CRS

    told: dict[str, Any] = CRS.from_user_input(definition).to_json_dict()
    return told


def _definition_of(definition: str) -> str:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_user_input(definition)
        code = crs.to_epsg()
        return f"EPSG:{code}" if code else str(crs.to_wkt())
    except (CRSError, TypeError, ValueError):
        return ""
