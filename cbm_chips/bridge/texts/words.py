"""What the core says, in the language of QGIS: reasons, errors, numbers and days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from numbers import Real

from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale

from ...core.errors import RequestError
from ...core.reasons import COUNT, Reason
from ...core.sentinel2.cloud_rules import CLOUD_RULES, name_of
from ...core.sentinel2.scl import CloudFlag, CloudRule
from .translation import CONTEXT, tr

FIELD_LABELS: Mapping[str, str] = {
    "source": Reason("Source"),
    "place": Reason("Place"),
    "lon": Reason("Longitude"),
    "lat": Reason("Latitude"),
    "outline": Reason("Outline"),
    "start": Reason("First day"),
    "end": Reason("Last day"),
    "bands": Reason("Bands"),
    "index": Reason("Index"),
    "lut": Reason("Stretch"),
    "stretch": Reason("Stretch"),
    "size_m": Reason("Size"),
    "level": Reason("Level"),
    "max_scene_cloud_pct": Reason("Clouds"),
    "clear_only": Reason("Clear dates only"),
    "one_per_date": Reason("One per date"),
    "second_opinion": Reason("Second opinion on clouds"),
    "bad_classes": Reason("Classes that count as bad"),
    "tolerance_pct": Reason("Tolerance"),
    "cloudy_from_pct": Reason("Cloudy from"),
    "aoi": Reason("Area"),
    "year": Reason("Year"),
    "ptype": Reason("Type"),
    "pid": Reason("Parcel id"),
    "kind": Reason("Series"),
    "columns": Reason("Columns"),
    "manifest": Reason("Run"),
    "table": Reason("Run"),
    "places": Reason("Run"),
    "dates": Reason("Dates"),
    "event": Reason("Event"),
    "record": Reason("Record"),
    "markers": Reason("Markers"),
    "id_column": Reason("Parcel id"),
    "scheme": Reason("Scheme"),
    "answers": Reason("Answers"),
    "answer_key": Reason("Key"),
    "answer_label": Reason("Label"),
    "answer_colour": Reason("Colour"),
    "outcome": Reason("Outcome"),
    "reasons": Reason("Reason codes"),
    "question": Reason("Question"),
    "wanted": Reason("Wanted"),
    "AUTH": Reason("Login"),
    "CRS": Reason("Coordinate system"),
    "PARCELS": Reason("Parcel"),
    "POINT": Reason("Place"),
}
"""Field of a `RequestError` -> what the dock calls it; Processing has its parameters' names."""

FLAG_WORDS: Mapping[CloudFlag, str] = {
    CloudFlag.CLEAR: Reason("clear"),
    CloudFlag.PARTLY: Reason("partly"),
    CloudFlag.CLOUDY: Reason("cloudy"),
    CloudFlag.NO_DATA: Reason("no data"),
    CloudFlag.NO_SCL: Reason("not judged"),
}

SEEN = (
    *("start", "end", "bands", "index", "lut", "size_m", "level", "max_scene_cloud_pct"),
    *("clear_only", "one_per_date", "second_opinion", "aoi", "year", "ptype", "pid", "kind"),
)
"""Fields of the dock that show their value, whose names need not be said then."""

_PARTS_OF_REFUSAL = {"field", "value", "allowed"}
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+://|/|[a-z]:\\|\\\\).+", re.IGNORECASE | re.DOTALL)


def worded(sentence: object, *, brief: bool = False) -> str:
    """What the core says, such as an error, in the language of QGIS.

    Texts that are no `Reason`, such as a server's own words, stay as they are.

    Args:
        sentence: a reason, a text, or an error.
        brief: of paths and addresses only their last part.
    """
    reason = str(sentence)
    if not isinstance(reason, Reason):
        return reason
    spoken = {name: _Spoken(value, brief) for name, value in reason.values.items()}
    if reason.values.keys() == _PARTS_OF_REFUSAL:
        field = str(reason.values["field"])
        spoken["field"] = _Spoken(label_of(field) or field, brief)
        if field in SEEN:
            return "{field}: {allowed}".format(**spoken)
    return _template(reason).format(**spoken)


def refusal(error: RequestError, label: str) -> str:
    """Why a field can't be as it is, the field by another name than the dock's."""
    value = error.value
    if isinstance(value, float):
        value = Reason("{value:g}", value=value)
    return worded(RequestError(label, value, error.allowed))


def flag_word(flag: CloudFlag) -> str:
    """A flag in a word or two."""
    return worded(FLAG_WORDS[flag])


def rule_title(rule: CloudRule) -> str:
    """A cloud rule's name for people."""
    row = CLOUD_RULES.get(name_of(rule.bad_classes))
    return tr(row.title) if row else tr("Own choice")


def label_of(field: str) -> str:
    """What the dock calls a field of a `RequestError`; empty for one that it has not."""
    return worded(FIELD_LABELS.get(field, ""))


def number(value: float, decimals: int | None = None) -> str:
    """`1,5` as the locale writes it; without `decimals` with as many as it has, six digits."""
    if decimals is None:
        return QLocale().toString(float(value), "g", 6)
    return QLocale().toString(float(value), "f", decimals)


def short_day(day: date | QDate) -> str:
    """`12/06/2026`, with the year in full where the locale would cut it to two digits."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in pattern:
        pattern = pattern.replace("yy", "yyyy")
    shown = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
    return locale.toString(shown, pattern)


def _template(reason: Reason) -> str:
    count = reason.values.get(COUNT)
    plural = count if isinstance(count, int) else -1
    return QCoreApplication.translate(CONTEXT, reason.code, None, plural)


class _Spoken:
    """A value of a reason, as a template formats it: reasons, numbers and days for people."""

    def __init__(self, value: object, brief: bool) -> None:
        self._value, self._brief = value, brief

    def __format__(self, spec: str) -> str:
        value = self._value
        if isinstance(value, Reason):
            return worded(value, brief=self._brief)
        if isinstance(value, date):
            return short_day(value)
        text = format(value, spec)
        if self._is_fraction:
            return text.replace(".", QLocale().decimalPoint())
        return _last_part(text) if self._brief else text

    def __repr__(self) -> str:
        return repr(self._value)

    @property
    def _is_fraction(self) -> bool:
        return isinstance(self._value, Real) and not isinstance(self._value, int)


def _last_part(text: str) -> str:
    """`B08.tif` of a path or an address; another text stays."""
    if not _ADDRESS.fullmatch(text):
        return text
    return re.split(r"[/\\]", text.rstrip("/\\"))[-1] or text
