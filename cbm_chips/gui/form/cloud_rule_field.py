"""The cloud rule in the form: a list of those that have a name, and the user's own."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...bridge.texts.translation import tr
from ...core.sentinel2.cloud_rules import CLOUD_RULES, OWN, name_of
from .fields import may_shrink


class CloudRuleField(QComboBox):
    """Emits what the user chooses; shows what it is given."""

    chosen = pyqtSignal(str)
    """Id of a row of `CLOUD_RULES`, or `own`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """By the default rule."""
        super().__init__(parent)
        self.setAccessibleName(tr("Cloud rule"))
        may_shrink(self)
        for row in CLOUD_RULES.values():
            codes = _codes_text(row.bad_classes)
            words = "\n".join((tr(row.title), codes, tr(row.source)))
            self._add(tr(row.title), row.id, words)
        self.activated.connect(lambda: self.chosen.emit(str(self.currentData())))

    def show_classes(self, bad_classes: frozenset[int], own_classes: frozenset[int]) -> None:
        """The rule with these classes; the user's own are in the list where there are any."""
        name = name_of(bad_classes)
        own = bad_classes if name == OWN else own_classes
        self.removeItem(self.findData(OWN))
        if own or name == OWN:
            where = tr("Chosen class by class in the plugin's options")
            self._add(tr("Own choice"), OWN, "\n".join((_codes_text(own), where)))
        self.setCurrentIndex(self.findData(name))
        self.setToolTip(self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole))

    def _add(self, title: str, name: str, words: str) -> None:
        self.addItem(title, name)
        self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)


def _codes_text(codes: frozenset[int]) -> str:
    listed = ", ".join(map(str, sorted(codes)))
    return tr("Bad SCL classes: {codes}").format(codes=listed or tr("none"))
