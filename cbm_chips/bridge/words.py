"""Words for people, in the language QGIS is shown in."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text`, a literal for the extractor's sake, translated; braces are filled afterwards."""
    return QCoreApplication.translate("CbmChips", text)
