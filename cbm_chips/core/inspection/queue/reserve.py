"""Which questions of a sample are to be answered, and which stand behind them as a reserve."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ..values import InspectionQuestion, QueueItem

LARGE_GROUP, OF_LARGE_GROUP = 6000, 300
SHARE_PCT = 5
Key = tuple[str, str]


def quassa_wanted(group_size: int) -> int:
    """How many parcels of a group are inspected.

    5 % of a group of fewer than 6,000 parcels, rounded up, else 300: the rule of the sample
    extraction that JRC publishes for the quality assessment of the area monitoring system.
    """
    if group_size >= LARGE_GROUP:
        return OF_LARGE_GROUP
    return -(-group_size * SHARE_PCT // 100)


def active(
    items: Iterable[QueueItem],
    questions: Mapping[str, InspectionQuestion],
    *,
    not_inspectable: Collection[Key] = (),
    answered: Collection[Key] = (),
) -> tuple[QueueItem, ...]:
    """The questions that are on the list now, in the order of `items`.

    Of every group as many as are wanted, and one more of its reserve for each that can't be
    inspected, in the sample's order. What was answered stays, whatever becomes of the one that it
    stood in for.
    """
    good: dict[str, int] = {}
    kept = []
    for item in items:
        wanted, have = _wanted(item.question, questions), good.get(item.question, 0)
        if wanted is not None and have >= wanted and item.key not in answered:
            continue
        kept.append(item)
        if item.key not in not_inspectable:
            good[item.question] = have + 1
    return tuple(kept)


def replaced(
    items: Iterable[QueueItem],
    questions: Mapping[str, InspectionQuestion],
    not_inspectable: Collection[Key],
) -> frozenset[Key]:
    """Of `active` questions those that others stand in for: they count no more."""
    if not not_inspectable:
        return frozenset()
    count: dict[str, int] = {}
    can_go: dict[str, list[Key]] = {}
    for item in items:
        count[item.question] = count.get(item.question, 0) + 1
        if item.key in not_inspectable:
            can_go.setdefault(item.question, []).append(item.key)
    gone: set[Key] = set()
    for code, keys in can_go.items():
        wanted = _wanted(code, questions)
        if wanted is not None:
            gone.update(keys[: max(count[code] - wanted, 0)])
    return frozenset(gone)


def _wanted(code: str, questions: Mapping[str, InspectionQuestion]) -> int | None:
    question = questions.get(code)
    return None if question is None else question.wanted
