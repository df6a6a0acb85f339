"""The texts of a thumbnail: date, status, share of clouds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from qgis.PyQt.QtCore import QDate, QLocale

from ....bridge.texts.translation import tr
from ....bridge.texts.words import short_day, worded
from ....core.model import seen_in_part
from ....core.pipeline.series import Entry, State
from ....core.sentinel2.scl import CloudFlag

NO_BREAK = "\u202f"
"""A narrow space without a possible line break."""


class DateStatus(Enum):
    """What became of a date; each status has a shape, a word and a colour."""

    CLEAR = "clear"
    DOUBTFUL = "doubtful"
    PARTLY = "partly"
    CLOUDY = "cloudy"
    NO_DATA = "no data"
    NOT_JUDGED = "not judged"
    WAITING = "waiting"
    STOPPED = "stopped"
    FAILED = "failed"
    UNUSABLE = "unusable"
    EXCLUDED = "left out"
    DUPLICATE = "duplicate"


_OF_FLAG = {
    CloudFlag.CLEAR: DateStatus.CLEAR,
    CloudFlag.PARTLY: DateStatus.PARTLY,
    CloudFlag.CLOUDY: DateStatus.CLOUDY,
    CloudFlag.NO_DATA: DateStatus.NO_DATA,
    CloudFlag.NO_SCL: DateStatus.NOT_JUDGED,
}
_OF_STATE = {
    State.FAILED: DateStatus.FAILED,
    State.UNUSABLE: DateStatus.UNUSABLE,
    State.EXCLUDED: DateStatus.EXCLUDED,
    State.DUPLICATE: DateStatus.DUPLICATE,
}
_WORDS: dict[DateStatus, Callable[[], str]] = {
    DateStatus.CLEAR: lambda: tr("clear"),
    DateStatus.DOUBTFUL: lambda: tr("doubtful"),
    DateStatus.PARTLY: lambda: tr("partly"),
    DateStatus.CLOUDY: lambda: tr("cloudy"),
    DateStatus.NO_DATA: lambda: tr("no data"),
    DateStatus.NOT_JUDGED: lambda: tr("not judged"),
    DateStatus.WAITING: lambda: tr("waiting"),
    DateStatus.STOPPED: lambda: tr("stopped"),
    DateStatus.FAILED: lambda: tr("failed"),
    DateStatus.UNUSABLE: lambda: tr("unusable"),
    DateStatus.EXCLUDED: lambda: tr("left out"),
    DateStatus.DUPLICATE: lambda: tr("duplicate"),
}
_WITH_SHARE = (DateStatus.CLEAR, DateStatus.DOUBTFUL, DateStatus.PARTLY, DateStatus.CLOUDY)


@dataclass(frozen=True)
class StatusText:
    """A date's status, and how the second line of its thumbnail says it."""

    status: DateStatus
    text: str


@dataclass(frozen=True)
class ThumbnailTexts:
    """All that is written in a thumbnail.

    Attributes:
        date: see `date_of`.
        second: see `status_text_of`.
        part: see `part_words`.
    """

    date: str
    second: StatusText
    part: tuple[str, ...]

    @classmethod
    def of(cls, entry: Entry) -> ThumbnailTexts:
        """For a date as it is now."""
        return cls(date_of(entry), status_text_of(entry), part_words(entry))


def status_of(entry: Entry) -> DateStatus:
    """The flag of a date, or why it has none."""
    if entry.state in _OF_STATE:
        return _OF_STATE[entry.state]
    if entry.is_doubtful:
        return DateStatus.DOUBTFUL
    if entry.flag is not None:
        return _OF_FLAG[entry.flag]
    return DateStatus.STOPPED if entry.state is State.STOPPED else DateStatus.WAITING


def status_text_of(entry: Entry) -> StatusText:
    """`cloudy 70 %`; a clear date without its 0 %."""
    status = status_of(entry)
    share = share_text(entry) if status in _WITH_SHARE else ""
    return StatusText(status, f"{status_word(status)} {share}" if share else status_word(status))


def share_text(entry: Entry) -> str:
    """The share of clouds in per cent; empty for 0, and never rounded to 0 % or 100 %.

    Of a doubtful date it is that of the likely clouds.
    """
    share = entry.likely_cloud_fraction if entry.is_doubtful else entry.cloud_fraction
    if not share:
        return ""
    percent = 100 * share
    if percent < 1:
        return _kept_together(tr("< {0} %").format(1))
    shown = round(percent) if percent >= 99.95 or percent < 99 else 99
    return percent_text(shown)


def percent_text(percent: int) -> str:
    """`70 %`, without a possible line break."""
    return _kept_together(tr("{0} %").format(QLocale().toString(percent)))


def _kept_together(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def status_word(status: DateStatus) -> str:
    """A status in a word or two."""
    return _WORDS[status]()


def part_of(entry: Entry) -> str:
    """`5 %`: the part of the parcel that a date is judged by; empty for the whole."""
    if entry.flag in (None, CloudFlag.NO_SCL) or not seen_in_part(entry.parcel_in_chip_pct):
        return ""
    percent = min(round(entry.parcel_in_chip_pct or 0.0), 99)
    if percent or not entry.parcel_in_chip_pct:
        return percent_text(percent)
    return _kept_together(tr("< {0} %").format(1))


def part_words(entry: Entry) -> tuple[str, ...]:
    """`5 % of the parcel`, and shorter texts for less room; none for the whole parcel."""
    part = part_of(entry)
    if not part:
        return ()
    return tr("{0} of the parcel").format(part), tr("{0} in chip").format(part), part


def longest_status_texts() -> tuple[str, ...]:
    """Every text of the second line, at its longest."""
    longest = percent_text(100)
    return tuple(
        f"{word()} {longest}" if status in _WITH_SHARE else word()
        for status, word in _WORDS.items()
    )


def date_of(entry: Entry) -> str:
    """The day (UTC) in the locale's short form."""
    return short_day(_day(entry)) if entry.scene.is_dated else tr("date unknown")


def sample_dates() -> tuple[str, ...]:
    """One day of each month, as wide as days get."""
    return tuple(short_day(QDate(2028, month, 28)) for month in range(1, 13))


def cause_of(entry: Entry, *, brief: bool = True) -> str:
    """Why a date has no picture, or lacks a band, the cause first: `404, file missing – B08`.

    Of paths and addresses only their last part, unless `brief` is False.
    """
    if not entry.failures:
        return worded(entry.reason, brief=brief)
    bands: dict[str, list[str]] = {}
    for band, why in sorted(entry.failures.items()):
        bands.setdefault(worded(why, brief=brief), []).append(band)
    return "; ".join(f"{why} – {', '.join(some)}" for why, some in bands.items())


def why_no_picture(entry: Entry, problem: str) -> str:
    """In place of the picture of a date that is not awaited; empty where it only is not painted.

    Args:
        entry: of the date.
        problem: why it could not be painted, if it could not.
    """
    stopped = status_word(DateStatus.STOPPED) if entry.state is State.STOPPED else ""
    return cause_of(entry) or problem or stopped


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
    status = status_of(entry)
    parts.append(status_word(status))
    if part_of(entry):
        parts.append(tr("judged by {0} of the parcel").format(part_of(entry)))
    if entry.reason:
        parts.append(cause_of(entry))
    return ", ".join(parts).replace(NO_BREAK, " ")


def mark_words(number: int) -> str:
    """`first date of the comparison`; empty for a date that is not compared."""
    words = {1: tr("first date of the comparison"), 2: tr("second date of the comparison")}
    return words.get(number, "")


def _day(entry: Entry) -> QDate:
    day = entry.scene.acquired
    return QDate(day.year, day.month, day.day)
