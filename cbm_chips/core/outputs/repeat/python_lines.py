"""A run as lines of Python that can be run as they are, with `cbm_chips` where Python finds it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from ...model import ChipRequest
from ...sentinel2.scl import CloudRule
from .outline_text import wkt_of
from .process_words import AGAIN

if TYPE_CHECKING:
    from pathlib import Path

    from ...model import Place
    from ...rendering.look import Look
    from .repeatable_run import RepeatableRun

PACKAGE = __name__.partition(".core.outputs.")[0]
"""In QGIS it begins with the name of the plugin's folder."""
MOST_PLACES = 20
"""Of more, the outlines are read from the run's own list."""
_USUAL = {row.name: row.default for row in fields(ChipRequest)}


@dataclass(frozen=True)
class PythonPlaces:
    """The places of a run; where they are many, `MOST_PLACES`, those that its folder lists.

    The folder is asked for its list when the lines run: it has another name where a program had
    the one of before open.
    """

    places: tuple[Place, ...]
    folder: Path | None = None

    @property
    def are_read(self) -> bool:
        """They are read from the folder."""
        return self.folder is not None and len(self.places) > MOST_PLACES

    @property
    def lines(self) -> list[str]:
        """The list of places."""
        if self.are_read:
            return [f"places = places_of_run(Path({str(self.folder)!r}))"]
        return ["places = [", *(f"    {_place(one)}," for one in self.places), "]"]

    @property
    def imports(self) -> list[str]:
        """What these lines need."""
        if self.are_read:
            return [f"from {PACKAGE}.core.outputs.run_folder.read_back import places_of_run"]
        has_outline = any(place.outline is not None for place in self.places)
        return ["from shapely.wkt import loads as outline"] if has_outline else []


def chips_in_python(
    run: RepeatableRun, places: PythonPlaces | None = None, *, look: Look | None = None
) -> str:
    """Lines that write the run's chips into a folder.

    Args:
        run: what is read of each place.
        places: all of them, where it is not the run's own alone.
        look: of pictures, if these are written in place of the bands.
    """
    places = places or PythonPlaces((run.request.place,))
    lines = [
        *_imports(run, places, look),
        "",
        *places.lines,
        *_opened(run),
        f"    with RunWriter(Path({AGAIN!r}){_kind(look)}) as run:",
        "        for place in places:",
        f"            request = ChipRequest(place, {_request(run.request)})",
        f"            for result in extract_chips(request, source{_rule(run.rule)}):",
        "                print(place.name, result.scene.label, result.flag.value)",
        "                run.add(place, result)",
    ]
    return "\n".join(lines) + "\n"


def _imports(run: RepeatableRun, places: PythonPlaces, look: Look | None) -> list[str]:
    names = ["ChipRequest", "extract_chips", "open_source"]
    if not places.are_read:
        names.insert(1, "Place")
    if run.rule != CloudRule():
        names.insert(1, "CloudRule")
    found = ["from pathlib import Path", "", *places.imports]
    if run.login:
        found.append(f"from {PACKAGE}.bridge.network import credentials  # in QGIS's Python")
    found += [
        f"from {PACKAGE}.core import {', '.join(names)}",
        f"from {PACKAGE}.core.outputs.run_folder.writer import RunWriter",
    ]
    if look is not None:
        found += [
            f"from {PACKAGE}.core.rendering.composites import composite_of",
            f"from {PACKAGE}.core.rendering.look import Look",
            f"from {PACKAGE}.core.rendering.stretch import parse_lut",
        ]
    return found


def _opened(run: RepeatableRun) -> list[str]:
    login = f", credentials=credentials({run.login!r})" if run.login else ""
    return [f"with open_source({run.source!r}{login}) as source:"]


def _place(place: Place) -> str:
    words = [f"lon={place.lon!r}", f"lat={place.lat!r}"]
    if place.label:
        words.append(f"label={place.label!r}")
    if place.outline is not None:
        words.append(f"outline=outline({wkt_of(place.outline)!r})")
    return f"Place({', '.join(words)})"


def _request(request: ChipRequest) -> str:
    given = {
        "start": request.first_day.isoformat(),
        "end": request.last_day.isoformat(),
        "bands": request.bands,
    }
    others = (row for row in _USUAL if row not in ("place", *given))
    more = {name: getattr(request, name) for name in others}
    given.update({name: value for name, value in more.items() if value != _USUAL[name]})
    return ", ".join(f"{name}={value!r}" for name, value in given.items())


def _rule(rule: CloudRule) -> str:
    if rule == CloudRule():
        return ""
    codes = ", ".join(map(str, sorted(rule.bad_classes)))
    classes = f"{{{codes}}}" if codes else "()"
    usual = CloudRule().cloudy_from_pct
    cloudy = "" if rule.cloudy_from_pct == usual else f", {rule.cloudy_from_pct!r}"
    return f", rule=CloudRule({classes}, {rule.tolerance_pct!r}{cloudy})"


def _kind(look: Look | None) -> str:
    if look is None:
        return ""
    made = f"Look(composite_of({look.bands!r}), parse_lut({str(look.lut)!r}), {look.is_shared})"
    return f', "composite", look={made}'
