"""What a tile says: date, flag, share, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qgis.PyQt.QtCore import QDate, QLocale

from ...bridge.translation import tr
from ...core.model import seen_in_part
from ...core.pipeline.series import Entry, State
from ...core.sentinel2.scl import CloudFlag

NO_BREAK = "\u202f"
"""A narrow space that no line break parts."""


class Mark(Enum):
    """What a tile's second line says: every state has a shape, a word and a colour of its own."""

    CLEAR = "clear"
    PARTLY = "partly"
    CLOUDY = "cloudy"
    NO_DATA = "no data"
    NOT_JUDGED = "not judged"
    WAITING = "waiting"
    FAILED = "failed"
    UNUSABLE = "unusable"
    EXCLUDED = "left out"
    DUPLICATE = "duplicate"


_OF_FLAG = {
    CloudFlag.CLEAR: Mark.CLEAR,
    CloudFlag.PARTLY: Mark.PARTLY,
    CloudFlag.CLOUDY: Mark.CLOUDY,
    CloudFlag.NO_DATA: Mark.NO_DATA,
    CloudFlag.NO_SCL: Mark.NOT_JUDGED,
}
_OF_STATE = {
    State.FAILED: Mark.FAILED,
    State.UNUSABLE: Mark.UNUSABLE,
    State.EXCLUDED: Mark.EXCLUDED,
    State.DUPLICATE: Mark.DUPLICATE,
}


@dataclass(frozen=True)
class Verdict:
    """The second line."""

    mark: Mark
    text: str


def mark_of(entry: Entry) -> Mark:
    """The one thing to say of a date."""
    if entry.state in _OF_STATE:
        return _OF_STATE[entry.state]
    return _OF_FLAG[entry.flag] if entry.flag is not None else Mark.WAITING


def verdict_of(entry: Entry) -> Verdict:
    """`cloudy 70 %`; a clear date without its 0 %."""
    mark = mark_of(entry)
    share = share_text(entry) if mark in (Mark.CLEAR, Mark.PARTLY, Mark.CLOUDY) else ""
    return Verdict(mark, f"{word_of(mark)} {share}" if share else word_of(mark))


def share_text(entry: Entry) -> str:
    """The cloud share in per cent; nothing for none at all, and never 0 % or 100 % by rounding."""
    if not entry.cloud_fraction:
        return ""
    percent = 100 * entry.cloud_fraction
    if percent < 1:
        return _kept_together(tr("< {0} %").format(1))
    shown = round(percent) if percent >= 99.95 or percent < 99 else 99
    return percent_text(shown)


def percent_text(percent: int) -> str:
    """`70 %`, which no line break parts."""
    return _kept_together(tr("{0} %").format(QLocale().toString(percent)))


def _kept_together(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def word_of(mark: Mark) -> str:
    """A mark in a word or two."""
    return {
        Mark.CLEAR: tr("clear"),
        Mark.PARTLY: tr("partly"),
        Mark.CLOUDY: tr("cloudy"),
        Mark.NO_DATA: tr("no data"),
        Mark.NOT_JUDGED: tr("not judged"),
        Mark.WAITING: tr("waiting"),
        Mark.FAILED: tr("failed"),
        Mark.UNUSABLE: tr("unusable"),
        Mark.EXCLUDED: tr("left out"),
        Mark.DUPLICATE: tr("duplicate"),
    }[mark]


def part_of(entry: Entry) -> str:
    """`5 %`, where a date is judged by so much of the parcel only; else empty."""
    if entry.flag in (None, CloudFlag.NO_SCL) or not seen_in_part(entry.parcel_in_chip_pct):
        return ""
    percent = min(round(entry.parcel_in_chip_pct or 0.0), 99)
    return percent_text(percent) if percent else _kept_together(tr("< {0} %").format(1))


def part_words(entry: Entry) -> tuple[str, ...]:
    """`5 % of the parcel`, and shorter words for less room; none where all of it is judged."""
    part = part_of(entry)
    if not part:
        return ()
    return tr("{0} of the parcel").format(part), tr("{0} in chip").format(part), part


def longest_verdict() -> list[str]:
    """The texts a second line may have, at their longest."""
    shared = (Mark.CLEAR, Mark.PARTLY, Mark.CLOUDY)
    longest = percent_text(100)
    return [f"{word_of(mark)} {longest}" if mark in shared else word_of(mark) for mark in Mark]


def date_of(entry: Entry) -> str:
    """The day (UTC) in the locale's short form."""
    return short_date(_day(entry)) if entry.scene.is_dated else tr("date unknown")


def short_date(day: QDate) -> str:
    """`12/06/2026`, with the year in full where the locale would cut it to two digits."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in pattern:
        pattern = pattern.replace("yy", "yyyy")
    return locale.toString(day, pattern)


def sample_dates() -> tuple[str, ...]:
    """One day of each month, as wide as days get."""
    return tuple(short_date(QDate(2028, month, 28)) for month in range(1, 13))


def spoken_date(entry: Entry) -> str:
    """`12 June 2026`."""
    if not entry.scene.is_dated:
        return tr("date unknown")
    return QLocale().toString(_day(entry), tr("d MMMM yyyy"))


def spoken(entry: Entry, *, has_outline: bool) -> str:
    """`12 June 2026, 4 % cloud in the parcel, clear`."""
    parts = [spoken_date(entry)]
    if entry.cloud_fraction is not None:
        share = share_text(entry) or percent_text(0)
        where = tr("{0} cloud in the parcel") if has_outline else tr("{0} cloud in the chip")
        parts.append(where.format(share))
    mark = mark_of(entry)
    parts.append(word_of(mark))
    if part_of(entry):
        parts.append(tr("judged by {0} of the parcel").format(part_of(entry)))
    if entry.reason:
        parts.append(entry.reason)
    return ", ".join(parts).replace(NO_BREAK, " ")


def _day(entry: Entry) -> QDate:
    day = entry.scene.acquired
    return QDate(day.year, day.month, day.day)
