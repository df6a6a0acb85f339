"""The form in one line."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QLocale, Qt

from ....bridge.texts.translation import tr
from ....bridge.texts.words import number
from ....core.periods import Period
from ....core.sentinel2.bands import LEVELS
from .form_state import FormState

DOT = " · "


def summary(state: FormState) -> str:
    """`1 Apr – 30 Sep 2026 · B08 B04 B03 · 1280 m · one per date`."""
    parts = [
        days_in_words(state.days),
        state.index or state.composite.replace("_", " "),
        tr("{metres} m").format(metres=state.size_m),
    ]
    if state.level != LEVELS[0]:
        parts.append(state.level)
    if state.max_scene_cloud_pct < 100:
        parts.append(tr("≤ {share} % cloud").format(share=number(state.max_scene_cloud_pct)))
    if state.clear_only:
        parts.append(tr("clear only"))
    if state.one_per_date:
        parts.append(tr("one per date"))
    return DOT.join(parts)


def day_in_words(day: date) -> str:
    """`28 Oct 2022` in the user's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy"))


def days_in_words(days: Period) -> str:
    """Both days in the user's language; the year once where it is the same."""
    first, last = (QDate.fromString(text, Qt.DateFormat.ISODate) for text in (days.start, days.end))
    locale, whole = QLocale(), tr("d MMM yyyy")
    short = tr("d MMM") if first.year() == last.year() else whole
    return f"{locale.toString(first, short)} – {locale.toString(last, whole)}"
