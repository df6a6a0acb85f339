"""Made-up answers of a CbM server by the hundred: what comes is a value or an error with words."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from cbm_chips.core import ChipsError, Place
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import paths_in
from cbm_chips.core.sources.cbm_rest.parcel_data import offers
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import (
    Parcel,
    TimeSeries,
    offered_areas,
    parcel_by_id,
    parcels_at,
    time_series,
)
from cbm_chips.core.sources.cbm_rest.source import CbmSource
from cbm_chips.core.sources.cbm_rest.wire.http import Response
from cbm_chips.core.sources.cbm_rest.wire.responses import read_chips
from cbm_chips.core.sources.http.response_body import text_of
from tests.cbm import SEED, seed_request
from tests.core.sources.cbm_rest.answers import HOST, MS, Answered
from tests.effort import examples

ROUNDS = examples(1000)
"""Of each kind."""
SQUARE = {
    "type": "MultiPolygon",
    "coordinates": [[[[5.66, 52.69], [5.67, 52.69], [5.67, 52.70], [5.66, 52.69]]]],
}
PARCELS = {
    "pid": ["315141", "315142"],
    "cropname": ["Grassland", None],
    "cropcode": ["265", 265],
    "srid": [28992, 28992],
    "area": [74800, "5100"],
    "clon": [5.665, 5.666],
    "clat": [52.695, 52.696],
    "geom": [json.dumps(SQUARE), SQUARE],
}
SERIES = {
    "extract": [1559472031.0, 1559817031.0],
    "band": ["B04", "B4 "],
    "count": [700.0, 700.0],
    "mean": [412.5, 413.0],
    "hist": [{"4": 187}, {"4": 100, "9": 87}],
    "reference": [SEED[0], SEED[1]],
}
INFO = {
    "server": {"title": "x"},
    "aois": {
        "ms": {
            "years": ["2020"],
            "datasets": ["b"],
            "time_series": ["s2"],
            "id_examples_2020_b": ["b1", "b2"],
        },
        "nl": {"years": ["2021"], "datasets": [], "id_examples_2021": [1, 2]},
    },
}
LIST = {"chips": [f"{name}.SAFE" for name in SEED]}
CHIPS = {
    "dates": [name[11:26] for name in SEED],
    "chips": [f"/static/tmp/E5/{name}.SCL.tif" for name in SEED],
}
BATCH = {
    "dates": [f"{name[11:26]}_B04" for name in SEED],
    "chips": [f"static//tmp/5_RAW/{name}.B04.tif" for name in SEED],
}
PAGE = "<!DOCTYPE html><table>" + "".join(
    f'<td><img id = "{name[11:26]}" src="/static/tmp/E5/{name}.SAFE.png"/><br/></td>'
    for name in SEED
)
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1e308, 10**400, float("nan"), float("-inf"), "", " ", "x", "\0"),
    *("\ud800", "<b>x</b>", "../../etc", "1e999", "-180", "91", "NaN", "{}", "[[", '{"4": }'),
    *([], {}, [[]], {"": {}}, [None], {"type": "Polygon"}, {"a": [1, {"b": 2}]}, "9" * 5000),
    {"type": "Polygon", "coordinates": [[[1, 2, 3, 4]] * 4]},
    {"type": "MultiPolygon", "coordinates": [[[[5, 52], [6, 53], [6, 52], [5, 53], [5, 52]]]]},
    "S2A_MSIL2A_20190615T256199_N0212_R999_T61UFU_20190615T121337.SAFE",
    "/static/tmp/x/S2A_MSIL2A_20190615T105031_N0212_R051_T01CCC_20190615T121337.SCL.tif",
)


def changed(value: Any, dice: random.Random) -> Any:
    """The same with an odd value in one place, or with a part missing or twice."""
    if dice.random() < 0.15:
        return dice.choice(ODD)
    if isinstance(value, str) and value.startswith('{"type"'):
        return json.dumps(changed(json.loads(value), dice))
    if not isinstance(value, (dict, list)) or not value:
        return dice.choice(ODD)
    parts = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    place = dice.randrange(len(parts))
    name, part = parts[place]
    new = dice.choice([[], [(name, part), (str(dice.choice(ODD))[:50], part)]])
    parts[place : place + 1] = [(name, changed(part, dice))] if dice.random() < 0.85 else new
    return dict(parts) if isinstance(value, dict) else [part for _, part in parts]


def texts(honest: Any, seed: str) -> Iterator[str]:
    """Answers that are odd in one to three places, and some that are cut or damaged as text."""
    dice = random.Random(seed)
    for _ in range(ROUNDS):
        value = honest
        for _ in range(dice.randint(1, 3)):
            value = changed(value, dice)
        text = value if isinstance(value, str) else json.dumps(value)
        kind = dice.random()
        if kind < 0.1:
            text = text[: dice.randrange(len(text) + 1)]
        elif kind < 0.2 and text:
            place = dice.randrange(len(text))
            sign = chr(dice.choice((0, 34, 60, 91, 92, 123, 0xFFFF)))
            text = text[:place] + sign * dice.choice((1, 1, 2000)) + text[place + 1 :]
        elif kind < 0.25:
            depth = dice.choice((40, 900, 3000))
            text = text.replace("null", "[" * depth + "]" * depth, 1)
        yield text_of(text.encode("utf-8", "replace"))


def _parcels(text: str) -> None:
    found = parcels_at(Answered(text), MS, lon=5.66, lat=52.69)
    for parcel in (*found, parcel_by_id(Answered(text), MS, "1")):
        assert parcel is None or _is_sound(parcel)
    assert all(note.isprintable() for note in found.notes)


def _is_sound(parcel: Parcel) -> bool:
    place = parcel.place
    assert isinstance(place, Place)
    assert parcel.pid
    for word in (parcel.pid, parcel.crop_name, parcel.crop_code, place.details):
        word.encode()
        assert len(word) < 1000
    outline = place.outline
    return outline is None or (outline.is_valid and not outline.is_empty)


def _series(kind: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        series = time_series(Answered(text), MS, "1", kind=kind)
        assert isinstance(series, TimeSeries)
        assert {len(row) for row in series.rows} <= {len(series.columns)}
        for row in series.rows:
            str(row).encode()

    return check


def _offers(text: str) -> None:
    for area in offered_areas(Answered(text)):
        words = (area.aoi, *area.years, *area.ptypes, *area.time_series, *area.id_examples)
        assert all(isinstance(word, str) and word for word in words)


def _chips(text: str) -> None:
    made = read_chips(Response(200, text), HOST)
    answer = {"format": "cbm-rest-1", "products": list(made.products), "notes": list(made.odd)}
    search = CbmSource(f"cbm+https://{HOST}").parse(json.dumps(answer).encode(), seed_request())
    assert len(search.scenes) <= len(made.products) <= len(SEED) + 3


def _page(text: str) -> None:
    assert len(paths_in(text)) <= len(SEED)


@dataclass(frozen=True)
class Kind:
    """An honest answer, and what is done with one that is not."""

    honest: Any
    check: Callable[[str], None]


KINDS = {
    "parcels": Kind(PARCELS, _parcels),
    "series": Kind(SERIES, _series("s2")),
    "counts": Kind(SERIES, _series("scl")),
    "info": Kind(INFO, _offers),
    "list": Kind(LIST, _chips),
    "chips": Kind(CHIPS, _chips),
    "batch": Kind(BATCH, _chips),
    "page": Kind(PAGE, _page),
}


@pytest.fixture(autouse=True)
def one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answer need not be understood ten times."""
    monkeypatch.setattr(offers, "MOST_QUESTIONS", 2)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_an_honest_answer_is_understood(name: str) -> None:
    kind = KINDS[name]
    kind.check(kind.honest if isinstance(kind.honest, str) else json.dumps(kind.honest))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_whatever_an_answer_says_it_is_a_value_or_an_error_with_words(name: str) -> None:
    kind, words = KINDS[name], []
    for text in texts(kind.honest, seed=name):
        try:
            kind.check(text)
        except ChipsError as error:
            words.append(str(error))
    "".join(words).encode()
    assert all(10 < len(word) < 600 for word in words)
    assert len(words) < 0.9 * ROUNDS, "most answers are odd in a place or two only"
