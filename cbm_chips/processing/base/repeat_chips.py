"""How a run over places is made again: the command, Python, and the addresses of a service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.errors import RequestError
from ...core.model import Place
from ...core.outputs.repeat.process_words import place_parameters, rule_name
from ...core.outputs.repeat.python_lines import MOST_PLACES, PythonPlaces, chips_in_python
from ...core.outputs.repeat.repeatable_run import RepeatableRun
from ...core.outputs.repeat.repetition import Repetition, notes_on
from ...core.reasons import Reason
from ...core.rendering.look import Look
from ..parameters import chip_parameters as names
from ..repeat.parameters import GivenParameters
from .extraction import Target

MOST_WITH_ADDRESSES = 5
"""Places; of more, the addresses of a service are too many to be read."""


@dataclass(frozen=True)
class ChipsAgain:
    """What is written.

    Attributes:
        run: without its places.
        look: of pictures.
        folder: of the run, which lists its places; None where it has none.
        notes: what these ways can't say.
    """

    run: RepeatableRun
    look: Look | None = None
    folder: Path | None = None
    notes: tuple[str, ...] = ()


def repetition_of_chips(
    told: GivenParameters, again: ChipsAgain, targets: Sequence[Target]
) -> Repetition:
    """As far as each way can say it; the notes say what it can't."""
    from ...core.outputs.repeat.rest_addresses import rest_addresses  # with numpy

    run = again.run
    places = tuple(target for target in targets if isinstance(target, Place))
    told = _with_rule(_with_place(told, places), run)
    notes = [*told.notes, *notes_on(run), *again.notes]
    python = ""
    if len(places) > MOST_PLACES and again.folder is None:
        notes.append(Reason("There are no Python lines, as they would hold too many places."))
    elif places:
        python = chips_in_python(run, PythonPlaces(places, again.folder), look=again.look)
    of_places = places if len(places) <= MOST_WITH_ADDRESSES else ()
    runs = (one for place in of_places for one in _at(run, place))
    rest = tuple(address for one in runs for address in rest_addresses(one))
    return Repetition(told.command, python, rest, tuple(notes))


def _at(run: RepeatableRun, place: Place) -> Iterator[RepeatableRun]:
    """The run at a place; none where no image can lie, which costs that place alone."""
    with suppress(RequestError):
        yield replace(run, request=replace(run.request, place=place))


def _with_place(told: GivenParameters, places: Sequence[Place]) -> GivenParameters:
    """A single parcel of a layer that no command can open is said by its outline."""
    if not told.notes or len(places) != 1 or names.POINT not in told.order:
        return told
    layer = {names.PARCELS: "", names.ID_FIELD: ""}
    return replace(told, notes=()).with_values(**layer, **dict(place_parameters(places[0])))


def _with_rule(told: GivenParameters, run: RepeatableRun) -> GivenParameters:
    """The rule by name: what the plugin's options say may change."""
    if "BAD_CLASSES" in told.order:
        codes = ",".join(map(str, sorted(run.rule.bad_classes)))
        tolerance = f"{run.rule.tolerance_pct:.17g}" if run.rule.tolerance_pct else ""
        return told.with_values(CLOUD_RULE="", BAD_CLASSES=codes, TOLERANCE_PCT=tolerance)
    return told.with_values(CLOUD_RULE=rule_name(run.rule))
