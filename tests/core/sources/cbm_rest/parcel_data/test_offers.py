"""What a CbM server offers: areas, years and ids that its answers show at random."""

from __future__ import annotations

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import offered_areas
from tests.core.sources.cbm_rest.answers import Answered, area, info, served
from tests.raw_server import Said


def test_an_area_that_an_answer_lacks_is_found_by_the_next_ones() -> None:
    with served(info(), info(ms=area()), info(nl=area()), info()) as (_, source):
        assert [one.aoi for one in offered_areas(source.service)] == ["ms", "nl"]


def test_no_area_is_only_said_after_many_questions() -> None:
    with served(info()) as (server, source):
        assert offered_areas(source.service) == ()

    assert 5 < len(server.asked) <= 10


def test_a_server_that_fails_later_has_told_enough() -> None:
    with served(info(ms=area()), Said(b"<h1>no</h1>", status=500)) as (_, source):
        assert [one.aoi for one in offered_areas(source.service)] == ["ms"]


def test_examples_are_known_by_the_table_they_are_of() -> None:
    answers = (
        info(ms=area(datasets=["b"], id_examples_2020_b=["b1", "b2"])),
        info(ms=area(datasets=["b"], id_examples_2020=[315141, " 315142 "])),
    )
    with served(*answers) as (_, source):
        (ms,) = offered_areas(source.service)

    assert (ms.example("2020", "b"), ms.example("2020", "")) == ("b1", "315141")
    assert (ms.example("2022", "b"), ms.example("2022", "")) == ("", "")


def test_examples_of_a_server_that_does_not_say_whose_are_of_the_only_table() -> None:
    with served(info(ms=area(id_examples=["7"]), nl=area(datasets=["b"], id_examples=["8"]))) as (
        _,
        source,
    ):
        ms, nl = offered_areas(source.service)

    assert (ms.example("2020", ""), nl.example("2020", "")) == ("7", "")


@pytest.mark.parametrize(
    "odd",
    [
        {"years": 5},
        {"years": [None, [], "2020", {"a": 1}, True]},
        {"datasets": {"b": 1}},
        {"id_examples_2020": "315141"},
        {"id_examples": [[["1"]]]},
    ],
)
def test_odd_parts_of_an_offer_leave_the_others(odd) -> None:
    with served(info(ms=area(**odd), nl=5, be=area())) as (_, source):
        ms, be = offered_areas(source.service)

    assert (ms.aoi, be.years) == ("ms", ("2020",))
    assert all(isinstance(year, str) and year for year in ms.years)


def test_a_user_name_in_other_letters_gets_the_hint_at_the_first_question() -> None:
    failing = Said(b"<h1>Internal Server Error</h1>", status=500)
    with served(failing) as (_, source), pytest.raises(SourceError, match="small letters"):
        offered_areas(source.service)


def test_a_server_that_does_not_tell_its_areas():
    with pytest.raises(SourceError, match="type area and year"):
        offered_areas(Answered({"server": {}}))
