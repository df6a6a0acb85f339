"""Answers of the CbM service, understood or refused in words of their own."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.sources.cbm_rest.wire.http import Response
from cbm_chips.core.sources.cbm_rest.wire.responses import (
    AreaRefused,
    LoginRefused,
    NotOffered,
    ServerFailed,
    TooManyChips,
    product_of,
    read_chips,
    read_path,
    read_table,
)
from tests.cbm import SEED

HOST = "cbm.example"


def answer(content, *, status=200, has_challenge=False) -> Response:
    text = content if isinstance(content, str) else json.dumps(content)
    return Response(status, text, has_challenge)


@pytest.mark.parametrize(
    ("given_answer", "kind", "words"),
    [
        (answer("Could not verify.", status=401, has_challenge=True), LoginRefused, "user name"),
        (answer("Not authorized for this dataset.", status=401), AreaRefused, "no right"),
        (answer("{}"), TooManyChips, "too many"),
        (answer("{}\n"), TooManyChips, "too many"),
        (answer("<h1>Internal Server Error</h1>", status=500), ServerFailed, "500"),
        (answer({"error": "plevel not allowed as key"}), NotOffered, "plevel not allowed"),
        (answer("<html>Please sign in</html>"), SourceError, "login page"),
        (answer("<html>no</html>", status=404), NotOffered, "404"),
        (answer("<html>no</html>", status=405), NotOffered, "405"),
        (answer("", status=407), SourceError, "proxy"),
        (answer('{"dates": ['), SourceError, "no JSON"),
        (answer("[]"), SourceError, "object"),
        (answer({"chips": "x"}), SourceError, "list of chips"),
        (answer({"chips": [1]}), SourceError, "list of chips"),
    ],
)
def test_every_bad_answer_has_its_own_words(given_answer, kind, words):
    with pytest.raises(kind, match=words):
        read_chips(given_answer, HOST)


def test_c22_empty_lists_mean_nothing_found():
    found = read_chips(answer({"dates": [], "chips": []}), HOST)

    assert (found.products, found.files, found.is_bare) == ((), (), False)


def test_c24_an_answer_without_dates_is_a_list_only_and_is_put_in_order():
    found = read_chips(answer({"chips": [f"{name}.SAFE" for name in reversed(SEED)]}), HOST)

    assert found.is_bare
    assert found.products == SEED
    assert found.files == ()


@pytest.mark.parametrize(
    "folder", ["/static/tmp/E5_6/", "static//tmp/5_6_RAW/", "/dump/127.0.0.1E5_6/", ""]
)
def test_a_file_is_known_by_the_last_part_of_its_path(folder):
    path = f"{folder}{SEED[0]}.SCL.tif"

    staged = read_path(path)

    assert (staged.product, staged.band, staged.path) == (SEED[0], "SCL", path)


@pytest.mark.parametrize("name", ["", "x.tif", "S2A.SCL.tif", "S2A_MSIL2A_x.SAFE", f"{SEED[0]}x"])
def test_names_that_are_no_products_are_left_out(name):
    assert product_of(name) == ""
    assert read_chips(answer({"chips": [name]}), HOST).odd == (name,)


def test_rows_of_a_table_and_its_empty_form():
    assert read_table(answer({"pid": ["1", "2"], "area": [3, 4]}), HOST).rows == (
        {"pid": "1", "area": 3},
        {"pid": "2", "area": 4},
    )
    assert read_table(answer({"pid": [], "area": []}), HOST).rows == ()


@pytest.mark.parametrize("content", [{}, {"pid": ["1"], "area": []}, {"pid": "1"}])
def test_c05_a_table_that_is_none_is_an_error_not_an_empty_table(content):
    with pytest.raises(SourceError):
        read_table(answer(content), HOST)
