"""The numbers of a date, for the tooltip and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QDate, QLocale

from ...bridge.plot.text import series_words, state_word
from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import number, worded
from ...core.series.plot.hits import Hit


def tooltip(hits: Sequence[Hit]) -> str:
    """`12 June 2022, clear`, then a line for each series; of one date at least."""
    return plain_tip("\n".join(lines_of(hits)))


def lines_of(hits: Sequence[Hit]) -> list[str]:
    """The same as plain text."""
    point = hits[0].point
    day = QDate(point.acquired.year, point.acquired.month, point.acquired.day)
    lines = [f"{QLocale().toString(day, tr('d MMMM yyyy'))}, {state_word(point.state)}"]
    lines += [f"{series_words(hit.placed.series)} {_numbers(hit)}" for hit in hits]
    return [*lines, *dict.fromkeys(worded(hit.point.reason) for hit in hits if hit.point.reason)]


def _numbers(hit: Hit) -> str:
    """What others count is not known to be clear."""
    point, is_ours = hit.point, not hit.placed.series.origin
    if point.mean is None:
        return tr("no value")
    count = tr_count("{count} clear pixels", point.count)
    if not is_ours:
        count = tr_count("{count} pixels", point.count)
    mean = number(point.mean, 3)
    if point.p25 is None or point.p75 is None:
        return f"{mean}, {count}"
    quarters = number(point.p25, 3), number(point.p75, 3)
    return f"{mean} {tr('(half of the pixels {0} to {1})').format(*quarters)}, {count}"
