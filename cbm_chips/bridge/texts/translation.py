"""Texts for people in the language of QGIS: `tr`, `tr_count`, and the files they come from."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from html import unescape
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).resolve().parents[3] / "i18n"
PREFIX = "cbm_chips_"
CONTEXT = "CbmChips"
ENGLISH = "en"
_COUNTED = re.compile(
    r"<source>([^<]*)</source>\s*<translation[^>]*>\s*<numerusform>([^<]+)</numerusform>"
)
"""Of a file of words: a text and its singular."""


def tr(text: str) -> str:
    """`text`, a literal for the extractor, translated; its braces are filled afterwards."""
    return QCoreApplication.translate(CONTEXT, text)


def tr_count(text: str, count: int, **values: object) -> str:
    """`text`, a literal with `{count}`, in the plural form that the language has for `count`.

    `values` fill its other braces. Where no translation is at hand the text is right English.
    """
    form: str = QCoreApplication.translate(CONTEXT, text, None, count)
    if count == 1 and form == text:
        form = _english_singulars().get(text, text)
    return form.format(count=count, **values)


@lru_cache(maxsize=1)
def _english_singulars(folder: Path = FOLDER) -> dict[str, str]:
    """Of counted texts, from the words that a clone has; a package has them compiled."""
    with suppress(OSError):
        words = (folder / f"{PREFIX}{ENGLISH}.ts").read_text(encoding="utf-8")
        return {unescape(text): unescape(one) for text, one in _COUNTED.findall(words)}
    return {}


def languages(locale: str) -> tuple[str, ...]:
    """What to try for a locale, the closest first: `pt_BR` gives `pt_BR`, `pt`."""
    parts = [part for part in re.split(r"[_-]", re.split(r"[.@]", locale)[0]) if part]
    return tuple("_".join(parts[:count]) for count in range(len(parts), 0, -1))


def install_translator(locale: str = "", *, folder: Path = FOLDER) -> QTranslator | None:
    """Translate into the language of `locale`, by default QGIS's own.

    A language without a file gets the file of English, which has the forms of counted words.

    Returns:
        What `remove_translator` takes and the caller keeps; None where no file is compiled.
    """
    for language in (*languages(locale or QgsApplication.locale()), ENGLISH):
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
