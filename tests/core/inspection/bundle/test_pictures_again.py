"""The pictures of a record made again: proved, different, or the reason why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cbm_chips.core.inspection.bundle.chips_again import pictures_again
from cbm_chips.core.inspection.bundle.dossier import dossiers_of
from cbm_chips.core.inspection.bundle.made_picture import PictureProof
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from tests.builders import utc
from tests.evidence import a_run, an_answer, chips_of, reading_from, sample_place
from tests.sample_servers import served


def again(entries, open_run=None, **others):
    """The pictures of one parcel."""
    (dossier,) = dossiers_of(entries)
    steps = pictures_again(dossier, open_run or reading_from(), **others)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def changed(entry, **fields):
    """The first picture of the answer otherwise than it was."""
    first, *rest = entry.pictures
    return replace(entry, pictures=(replace(first, **fields), *rest))


@pytest.mark.parametrize("look", [Look(), Look(is_shared=False), Look(INDICES["NDVI"])])
def test_each_picture_is_proved_by_its_hash(run, chips, look):
    pictures = again([an_answer(run, chips, look=look)])
    assert [one.proof for one in pictures] == [PictureProof.PROVED] * 2
    assert [one.kept.evidence.scene for one in pictures] == [chip.scene.id for chip in chips]


def test_a_picture_that_two_answers_rest_on_is_there_once_with_all_seconds(run, chips):
    entries = [an_answer(run, chips), an_answer(run, chips[:1], question="ANC")]
    pictures = again(entries)
    assert [one.kept.evidence.viewed_s for one in pictures] == [7.0, 3.5]


def test_another_hash_shows_the_picture_and_says_so(run, chips):
    first, second = again([changed(an_answer(run, chips), sha256="0" * 64)])
    assert (first.proof, second.proof) == (PictureProof.DIFFERENT, PictureProof.PROVED)
    assert first.png
    assert first.reason == "the source gives other pixels now"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"baseline": "01.00"}, "another processing baseline: 01.00 then, 04.00 now"),
        ({"grid": "EPSG:1 0 0 10 m 1 x 1 px"}, "other ground: EPSG:1 0 0 10 m 1 x 1 px then"),
        ({"scene": "S2A_OLD"}, "another scene of this date: S2A_OLD then"),
    ],
)
def test_a_different_picture_is_explained_by_what_else_differs(run, chips, fields, reason):
    (first, *_) = again([changed(an_answer(run, chips), sha256="0" * 64, **fields)])
    assert first.proof is PictureProof.DIFFERENT
    assert first.reason.startswith(reason)


def test_a_picture_without_a_hash_is_shown_as_not_proved(run, chips):
    first, _ = again([changed(an_answer(run, chips), sha256="")])
    assert first.proof is PictureProof.NO_HASH
    assert first.png


def test_a_date_that_is_gone_costs_itself_alone(run, chips):
    gone = {"scene": "S2A_GONE", "acquired": utc("2022-05-02T00:00:00")}
    pictures = again([changed(an_answer(run, chips), **gone)])
    assert [one.proof for one in pictures] == [PictureProof.NOT_MADE, PictureProof.PROVED]
    assert pictures[0].reason == "the source does not list this date any more"


def test_a_look_that_is_none_costs_itself_alone(run, chips):
    pictures = again([changed(an_answer(run, chips), shown_as="purple haze")])
    assert {one.proof for one in pictures} == {PictureProof.NOT_MADE, PictureProof.PROVED}


@pytest.mark.parametrize("request_words", ["", "{}", "no json", '{"source": 1}'])
def test_an_answer_that_does_not_say_how_it_was_read_has_no_pictures_but_reasons(
    run, chips, request_words
):
    pictures = again([replace(an_answer(run, chips), request=request_words)])
    assert all(one.proof is PictureProof.NOT_MADE and one.reason for one in pictures)


def test_a_source_that_is_unknown_is_the_reason(run, chips):
    lost = replace(run, source="/nowhere/catalog.json")
    pictures = again([an_answer(lost, chips)])
    assert all("nowhere" in one.reason for one in pictures)


def test_the_bands_of_the_run_are_read_where_pixels_are_wanted(run, chips):
    entry = an_answer(run, chips[:1], look=Look(INDICES["NDVI"]))
    assert set(again([entry])[0].chip.bands) == {"B08", "B04"}
    assert set(again([entry], has_all_bands=True)[0].chip.bands) == {"B08", "B04", "B03"}


def test_without_a_network_the_cache_proves_what_it_has(sample_archive, tmp_path):
    place = sample_place(sample_archive)
    (tmp_path / "items").mkdir()
    cache = tmp_path / "cache"
    with served(sample_archive, tmp_path / "items") as servers:
        run = a_run(servers.api.url, place)
        shown, other = chips_of(run, cache=cache)
    entries = [an_answer(run, [shown])]
    entries.append(
        changed(an_answer(run, [other], question="ANC"), shown_as="NDMI -1.0_1.0 RdYlBu")
    )
    proofs = {one.kept.evidence.shown_as[:4]: one for one in again(entries, reading_from(cache))}
    assert proofs["B08_"].proof is PictureProof.PROVED
    assert proofs["NDMI"].proof is PictureProof.NOT_MADE
    assert "B11" in proofs["NDMI"].reason
