"""Texts for people in the language of QGIS: `tr`, `tr_count`, and the files they come from."""

from __future__ import annotations

import re
from datetime import date
from numbers import Real
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale, QTranslator

from ..core.reasons import Reason

FOLDER = Path(__file__).resolve().parents[2] / "i18n"
PREFIX = "cbm_chips_"


def tr(text: str) -> str:
    """`text`, a literal for the extractor, translated; its braces are filled afterwards."""
    return QCoreApplication.translate("CbmChips", text)


def tr_count(text: str, count: int) -> str:
    """`text`, a literal with `{count}`, in the plural form that the language has for `count`."""
    form: str = QCoreApplication.translate("CbmChips", text, None, count)
    return form.format(count=count)


def worded(sentence: object) -> str:
    """What the core says, such as an error, in the language of QGIS.

    Texts that are no `Reason`, such as a server's own words, stay as they are.
    """
    reason = str(sentence)
    if not isinstance(reason, Reason):
        return reason
    count = reason.values.get("count")
    plural = count if isinstance(count, int) else -1
    template = QCoreApplication.translate("CbmChips", reason.code, None, plural)
    return template.format(**{name: _Spoken(value) for name, value in reason.values.items()})


class _Spoken:
    """A value of a reason, which a template formats: reasons, numbers and days as people read."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        if isinstance(self._value, Reason):
            return worded(self._value)
        if isinstance(self._value, date):
            return short_day(self._value)
        text = format(self._value, spec)
        return text.replace(".", QLocale().decimalPoint()) if self._is_fraction else text

    def __repr__(self) -> str:
        return repr(self._value)

    @property
    def _is_fraction(self) -> bool:
        return isinstance(self._value, Real) and not isinstance(self._value, int)


def short_day(day: date) -> str:
    """`12/06/2026`, with the year in full where the locale would cut it to two digits."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in pattern:
        pattern = pattern.replace("yy", "yyyy")
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def languages(locale: str) -> tuple[str, ...]:
    """What to try for a locale, the closest first: `pt_BR` gives `pt_BR`, `pt`."""
    parts = [part for part in re.split(r"[_-]", re.split(r"[.@]", locale)[0]) if part]
    return tuple("_".join(parts[:count]) for count in range(len(parts), 0, -1))


def install_translator(locale: str = "", *, folder: Path = FOLDER) -> QTranslator | None:
    """Translate into the language of `locale`, by default QGIS's own.

    Returns:
        What `remove_translator` takes and the caller keeps; None where there is no translation,
        then texts stay as written, in English.
    """
    for language in languages(locale or QgsApplication.locale()):
        file = folder / f"{PREFIX}{language}.qm"
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            return translator
    return None


def remove_translator(translator: QTranslator | None) -> None:
    """Take back what `install_translator` returned."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
