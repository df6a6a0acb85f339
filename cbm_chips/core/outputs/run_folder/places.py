"""The places of a run as GeoJSON (RFC 7946): what the GeoTIFFs and the table can't say of them.

One feature per place, longitude and latitude: the parcel's outline as it was given, or a point.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ...errors import RequestError
from ...model import Place
from ...reasons import Reason

HEAD, TAIL = b'{"type": "FeatureCollection", "features": [', b"\n]}\n"
"""Around the places, which commas part."""


def feature_line(place: Place) -> bytes:
    """A place as one line, ahead of which stands an end of line."""
    return b"\n" + json.dumps(feature_of(place)).encode("ascii")


def read_places(path: Path) -> tuple[Place, ...]:
    """The places of a run; none where there is no such file, as in runs of earlier versions.

    Raises:
        RequestError: field `places`, when the file is something else.
    """
    if not path.is_file():
        return ()
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        return tuple(place_of(feature) for feature in content["features"])
    except (OSError, ValueError, TypeError, LookupError, RecursionError, RequestError) as error:
        raise RequestError(
            "places",
            str(path),
            Reason("the folder of a run with its places.geojson ({error})", error=error),
        ) from None


def feature_of(place: Place) -> dict[str, Any]:
    """A place as a feature of GeoJSON, to the last digit."""
    geometry: object = {"type": "Point", "coordinates": [place.lon, place.lat]}
    if place.outline is not None:
        from shapely.geometry import mapping

        geometry = mapping(place.outline)
    known = {"label": place.label, "lon": place.lon, "lat": place.lat, "details": place.details}
    return {"type": "Feature", "properties": known, "geometry": geometry}


def place_of(feature: Any) -> Place:  # noqa: ANN401
    """The place that `feature_of` wrote; whatever else there is raises an error of some kind."""
    known, geometry = feature["properties"], feature["geometry"]
    outline = _outline(geometry["coordinates"]) if geometry["type"] == "MultiPolygon" else None
    if geometry["type"] == "Polygon":
        outline = _outline([geometry["coordinates"]])
    return Place(
        lon=known["lon"],
        lat=known["lat"],
        label=str(known["label"]),
        outline=outline,
        details=str(known["details"]),
    )


def _outline(polygons: Any) -> Any:  # noqa: ANN401
    """Rings of numbers as a polygon, or several; whatever else there is raises."""
    from shapely.geometry import MultiPolygon, Polygon

    made = [Polygon(shell, holes) for shell, *holes in map(_rings, polygons)]
    return made[0] if len(made) == 1 else MultiPolygon(made)


def _rings(rings: Any) -> list[list[tuple[float, float]]]:  # noqa: ANN401
    return [[(float(point[0]), float(point[1])) for point in ring] for ring in rings]
