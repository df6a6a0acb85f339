"""What a usual run of the tests leaves out, and what it does not."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from tests import effort

LISTS = ("abc", (1, 2), [[], {}], "xyz")


def pairs(rows):
    return {
        pair for row in rows for pair in combinations([(n, repr(v)) for n, v in enumerate(row)], 2)
    }


def test_a_usual_run_holds_each_pair_of_parameters(monkeypatch):
    monkeypatch.setattr(effort, "IS_THOROUGH", False)

    rows = effort.crossed(*LISTS)

    assert pairs(rows) == pairs(product(*LISTS))
    assert len(rows) < 12
    assert len(effort.in_turns(*LISTS)) == 3
    assert {value for row in effort.in_turns("abc", "xy") for value in row} == set("abcxy")
    assert effort.examples(1000) == 100


def test_a_usual_run_holds_each_value_of_stacked_parameters(monkeypatch):
    monkeypatch.setattr(effort, "IS_THOROUGH", False)
    stacked = list(product("abcd", "xy", "pqr"))

    chosen = effort.representatives(stacked)

    assert {one for row in chosen for one in row} == set("abcdxypqr")
    assert len(chosen) == 4
    assert effort.representatives(stacked[:4]) == stacked[:4]


@pytest.mark.parametrize("choose", [effort.crossed, effort.in_turns])
def test_a_thorough_run_leaves_nothing_out(monkeypatch, choose):
    monkeypatch.setattr(effort, "IS_THOROUGH", True)

    assert choose(*LISTS) == list(product(*LISTS))
    assert effort.representatives(list(product("abc", "xyz"))) == list(product("abc", "xyz"))
    assert effort.examples(100) == 100
