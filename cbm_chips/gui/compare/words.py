"""What is said of two dates that are compared."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ...bridge.texts.translation import tr, tr_count
from ...core.compare.parcel_change import ParcelChange
from ...core.pipeline.series import Entry
from ..session.dates.compared_dates import FIRST
from ..thumbnails.pictures.texts import date_of, percent_text

MINUS = "\u2212"
_DIGITS = 2


def how_to_mark() -> str:
    """What is to be done before two dates can be compared."""
    return tr("Mark a first and a second date first: keys Q and W, or the menu of a date.")


def marked(entry: Entry, number: int) -> str:
    """A date is the first or the second one now."""
    text = (
        tr("First date of the comparison: {date}.")
        if number == FIRST
        else tr("Second date of the comparison: {date}.")
    )
    return text.format(date=date_of(entry))


def refused(entry: Entry, why: str) -> str:
    """A date can't be compared."""
    return tr("{date} can't be compared: {why}.").format(date=date_of(entry), why=why)


def signed(value: float, digits: int = _DIGITS) -> str:
    """`+0.31`, `−0.52`: a change says which way it went."""
    number = QLocale().toString(abs(value), "f", digits)
    sign = MINUS if round(value, digits) < 0 else "+"
    return f"{sign}{number}" if round(value, digits) else str(number)


def change_words(change: ParcelChange, *, index: str, has_outline: bool) -> str:
    """The mean, how much of the parcel fell and rose, and how many pixels it comes from."""
    if change.mean is None:
        return tr("No pixel is clear on both dates: there is nothing to compare.")
    threshold = QLocale().toString(change.threshold, "g", 3)
    sentences = (
        tr("{index}: mean change {mean}.").format(index=index, mean=signed(change.mean)),
        tr("{down} fell by more than {threshold}, {up} rose by more.").format(
            down=_share(change, change.down), up=_share(change, change.up), threshold=threshold
        ),
        tr_count("{known} of {count} pixels of the parcel.", change.pixels, known=change.count)
        if has_outline
        else tr_count("{known} of {count} pixels of the chip.", change.pixels, known=change.count),
    )
    return " ".join(sentences)


def _share(change: ParcelChange, count: int) -> str:
    """Never rounded to nothing or to all."""
    percent = round(change.share_pct(count))
    if 0 < count < change.count:
        percent = max(1, min(percent, 99))
    return percent_text(percent)
