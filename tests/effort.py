"""How much of what could be tried is tried: enough for each change, or all of it.

`make test` tries a tenth of the made-up examples, each pair of parameters where a test crosses them
by `crossed`, and each single value where it stacks lists of parameters; `make test-thorough` tries
all examples and all combinations.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from typing import Any

IS_THOROUGH = os.environ.get("CBM_CHIPS_TESTS") == "thorough"
USUAL_EXAMPLES = 100
"""As many as hypothesis tries where nobody says another number."""
FEW = 4
"""So many combinations of stacked parameters are all tried."""


def examples(number: int) -> int:
    """For ``settings(max_examples=...)``; `number` is that of a thorough run."""
    return number if IS_THOROUGH else max(number // 10, 10)


def in_thorough_runs(values: Iterable[Any]) -> list[Any]:
    """For ``parametrize``: those of which a usual run tries another of the same kind."""
    return list(values) if IS_THOROUGH else []


def crossed(*values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """For ``parametrize``: the combinations of these values.

    All of them in a thorough run, else as few as hold each pair of two values: most mistakes that
    depend on parameters at all depend on one or two of them.
    """
    everything = list(product(*values))
    return everything if IS_THOROUGH else _with_each(_pairs, everything)


def representatives(stacked: list[Sequence[Any]]) -> list[Sequence[Any]]:
    """Of the combinations that stacked lists of parameters make, as few as hold each value."""
    is_enough = IS_THOROUGH or len(stacked) <= FEW
    return stacked if is_enough else _with_each(_single_values, stacked)


def _with_each(parts_of: Callable[[Sequence[Any]], set[Any]], everything: list[Any]) -> list[Any]:
    """Greedily: always the first combination that holds the most parts not yet seen."""
    left = [(one, parts_of(one)) for one in everything]
    unseen = set().union(*(parts for _, parts in left))
    chosen = []
    while unseen:
        best, parts = max(left, key=lambda pair: len(unseen & pair[1]))
        unseen -= parts
        chosen.append(best)
    return chosen


def _single_values(one: Sequence[Any]) -> set[Any]:
    return set(enumerate(one))


def _pairs(one: Sequence[Any]) -> set[Any]:
    """Pairs of places and values, told by their text: a value need not be hashable."""
    return set(combinations([(place, repr(value)) for place, value in enumerate(one)], 2))


def in_turns(*values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """For ``parametrize``: as `crossed`, but else as few as hold each single value.

    Where two parameters have nothing to do with each other.
    """
    lists = [list(some) for some in values]
    if IS_THOROUGH:
        return list(product(*lists))
    return [tuple(some[turn % len(some)] for some in lists) for turn in range(max(map(len, lists)))]
