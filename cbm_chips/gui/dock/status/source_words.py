"""What is said of sources that fail or are behind."""

from __future__ import annotations

from collections.abc import Iterable

from ....bridge.sources.providers import ProviderRow
from ....bridge.texts.translation import tr
from ....core.sources.freshness import REACHES_DAYS, Newest
from ...session.form_values.summary import day_in_words


def newest_words(newest: Newest) -> str:
    """`27 Nov 2026`, or that there is none, or that it is not known."""
    if newest.problem:
        return tr("not known ({problem})").format(problem=newest.problem.rstrip(". "))
    if newest.day is None:
        return tr("none in {days} days").format(days=sum(REACHES_DAYS))
    return day_in_words(newest.day)


def standing(known: Iterable[tuple[ProviderRow, Newest]]) -> str:
    """`Newest dates here: Earth Search: 27 Nov 2026; Planetary Computer: 12 Nov 2026`."""
    rows = "; ".join(f"{row.title}: {newest_words(newest)}" for row, newest in known)
    return tr("Newest dates here: {rows}.").format(rows=rows) if rows else ""


def is_behind(own: tuple[ProviderRow, Newest], other: tuple[ProviderRow, Newest]) -> str:
    """One source against another."""
    words = tr("{source} is behind here. Newest dates: {source}: {day}; {other}: {newer}.")
    return words.format(
        source=own[0].title,
        day=newest_words(own[1]),
        other=other[0].title,
        newer=newest_words(other[1]),
    )


def is_overdue(own: tuple[ProviderRow, Newest]) -> str:
    """One source by itself."""
    words = tr("{source} seems to be behind here. Newest date: {day}.")
    return words.format(source=own[0].title, day=newest_words(own[1]))


def from_before(source: str) -> str:
    """The search failed, and former searches had something."""
    words = tr("{source} did not answer: only what was found there before is shown.")
    return words.format(source=source)


def unreadable(source: str) -> str:
    """The search worked, and no file could be read."""
    return tr("No picture could be read from {source}.").format(source=source)


def use(source: str) -> str:
    """A button."""
    return tr("Use {source}").format(source=source)


def asking() -> str:
    """Meanwhile."""
    return tr("Asking the sources for their newest dates … (Esc stops it)")
