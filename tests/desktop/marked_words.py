"""A language that marks every translated text, and the texts of widgets that it does not mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from cbm_chips.core.rendering.indices import INDICES
from tests.desktop.languages import script

MARKING = "xx"
BEGIN, END = "\u27e6", "\u27e7"
_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_MARKED_TO_ITS_END = re.compile(f"{BEGIN}.*", re.DOTALL)
"""The beginning of a translated text."""
_DATA = re.compile(r"\S*[\d_/\\@]\S*")
"""Scenes, bands, addresses, numbers with their units."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAMES = "CbM Chips UTC SCL STAC JRC QGIS Python GDAL"
_OTHERS = "Flevoland Mine Dismiss"
_KEYS = "Ctrl Shift Return Enter Esc Space Home End PgUp PgDown Del"
_NO_WORDS = {*INDICES, *_NAMES.split(), *_OTHERS.split(), *_KEYS.split()}
_OF_OTHERS = ("QCalendar", "QgsAuth", "QgsColor", "QgsFilter", "QgsFile")
_TEXTS = ("text", "title", "windowTitle", "toolTip", "statusTip", "placeholderText", "suffix")
_SPOKEN = ("accessibleName", "accessibleDescription", "prefix", "specialValueText")


def marking_language(folder: Path) -> str:
    """A language, compiled into `folder`, whose words are those of the code between marks."""
    file = folder / f"cbm_chips_{MARKING}.ts"
    words = script.words_of_code()
    script.write(file, MARKING, words)
    tree = ElementTree.parse(file)
    tree.getroot().set("language", "de")  # which has two forms, as English
    for message in tree.iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        for form in translation.findall("numerusform") or [translation]:
            form.text = f"{BEGIN}{message.findtext('source')}{END}"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    script.compile_file(file, folder)
    return MARKING


def without_marked(text: str) -> str:
    """What is left of a text when translated words, and what was filled into them, are gone."""
    left, before = text, ""
    while left != before:
        left, before = _MARKED.sub(" ", left), left
    return _MARKED_TO_ITS_END.sub(" ", left)


def untranslated(text: str) -> list[str]:
    """The words of a text, which may be markup, that nobody translated."""
    plain = unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL))
    left = _DATA.sub(" ", without_marked(plain).replace("&", ""))
    return [word for word in _WORD.findall(left) if word not in _NO_WORDS | _names_of_days()]


def _names_of_days() -> set[str]:
    from qgis.PyQt.QtCore import QLocale

    locale, kinds = QLocale(), (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    months = {locale.monthName(month, kind) for month in range(1, 13) for kind in kinds}
    return months | {locale.dayName(day, kind) for day in range(1, 8) for kind in kinds}


def unmarked(widget: Any) -> dict[str, list[str]]:
    """Texts below a widget with words that nobody translated: text -> those words."""
    found = {text: untranslated(text) for text in set(texts_of(widget))}
    return {text: words for text, words in found.items() if words}


def texts_of(widget: Any) -> Iterator[str]:
    """Everything that a person may read or hear below a widget."""
    from qgis.PyQt.QtWidgets import QAction, QWidget

    for one in (widget, *widget.findChildren(QWidget), *widget.findChildren(QAction)):
        if _is_of_qt(one):
            continue
        for name in (*_TEXTS, *_SPOKEN):
            read = getattr(one, name, None)
            text = read() if callable(read) else ""
            if isinstance(text, str):
                yield text
        yield from _items_of(one)


def _items_of(widget: Any) -> Iterator[str]:
    from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt
    from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView

    is_list = isinstance(widget, (QAbstractItemView, QComboBox))
    if not is_list or isinstance(widget, (QTableView, QHeaderView)) or widget.model() is None:
        return  # the columns of a table are a server's
    model, root, roles = widget.model(), QModelIndex(), Qt.ItemDataRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(model.rowCount(root)):
        for column in range(columns):
            index = model.index(row, column, root)
            for role in (
                roles.DisplayRole,
                roles.ToolTipRole,
                roles.AccessibleTextRole,
                roles.AccessibleDescriptionRole,
            ):
                text = index.data(int(role))
                if isinstance(text, str):
                    yield text
    for column in range(columns):
        text = model.headerData(column, Qt.Orientation.Horizontal)
        if isinstance(text, str):
            yield text


def _is_of_qt(widget: Any) -> bool:
    """Parts of Qt's and QGIS's own widgets, which speak for themselves."""
    one = widget
    while one is not None:
        if type(one).__name__.startswith(_OF_OTHERS) or one.objectName().startswith("qt_"):
            return True
        one = one.parent()
    return False
