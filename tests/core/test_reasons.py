"""Sentences for people: plain English as texts, yet still to be translated."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import ReadError, RequestError, SourceError
from cbm_chips.core.model import Place
from cbm_chips.core.reading.failures import without_secrets
from cbm_chips.core.reasons import Reason, cleaned, joined, packed, unpacked

MISSING = Reason("404, file missing")
NESTED = Reason(
    "{band} failed after {seconds:.1f} s on {day}: {why}",
    band="B08",
    seconds=2.25,
    day=date(2022, 6, 1),
    why=SourceError(MISSING),
)


def codes_of(sentence: str) -> list[str]:
    """The codes in a sentence, outer ones first."""
    if not isinstance(sentence, Reason):
        return []
    within = [codes_of(value) for value in sentence.values.values() if isinstance(value, str)]
    return [sentence.code, *(code for some in within for code in some)]


def test_a_reason_is_its_english_text():
    assert NESTED == "B08 failed after 2.2 s on 2022-06-01: 404, file missing"
    assert json.dumps([NESTED]) == f'["{NESTED}"]'
    assert {NESTED: 1}[str.__str__(NESTED)] == 1


def test_the_words_of_an_error_are_still_its_reason():
    error = ReadError(MISSING)
    assert str(error) is MISSING
    assert codes_of(str(SourceError(Reason("no tile: {why}", why=error)))) == [
        "no tile: {why}",
        "404, file missing",
    ]


def test_a_refusal_keeps_field_value_and_what_is_allowed():
    with pytest.raises(RequestError) as caught:
        Place(lon=500.0, lat=0.0)
    words = "lon: 500.0 is not possible; allowed: a number from -180 to 180"
    assert str(caught.value) == words
    assert codes_of(str(caught.value))[1] == "a number from {low:g} to {high:g}"


def by_pickle(told):
    return pickle.loads(pickle.dumps(told))  # noqa: S301 - our own


@pytest.mark.parametrize("travelled", [copy.deepcopy, by_pickle])
def test_reasons_and_refusals_reach_other_processes(travelled):
    again = travelled(NESTED)
    assert again == NESTED
    assert codes_of(again) == codes_of(NESTED)
    refusal = travelled(RequestError("end", "x", MISSING))
    assert (refusal.field, refusal.value, codes_of(refusal.allowed)) == (
        "end",
        "x",
        [MISSING.code],
    )


def test_joined_reasons_stay_reasons_and_texts_texts():
    both = joined((joined(("B08", MISSING), ": "), "as it is"), "; ")
    assert both == "B08: 404, file missing; as it is"
    assert MISSING.code in codes_of(both)
    assert type(joined(["a", "b"])) is str
    assert joined([]) == ""


def test_secrets_go_from_the_values_and_the_code_stays():
    told = Reason("{url} is gone", url="https://me:word@host/file.tif?sig=secret")
    clean = without_secrets(told)
    assert clean == "https://host/file.tif is gone"
    assert codes_of(clean) == ["{url} is gone"]
    assert cleaned("plain", str.upper) == "PLAIN"


def test_json_gives_a_sentence_back():
    again = unpacked(json.loads(json.dumps(packed(NESTED))))
    assert again == NESTED
    assert codes_of(again) == codes_of(NESTED)
    assert isinstance(again, Reason)
    assert again.values["day"] == date(2022, 6, 1)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=6,
    )
)
def test_what_is_none_of_ours_is_read_as_text(told):
    assert isinstance(unpacked(told), str)
