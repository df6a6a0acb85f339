"""The list of sources, in which an address can be typed as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from ...bridge.sources.providers import ProviderRow, all_providers
from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ...core.sources.stac.providers import without_secrets
from ..widgets.wide_popup import WidePopupBox


class SourceBox(WidePopupBox):
    """Rows by their title; whatever else stands in it is an address or a path."""

    chosen = pyqtSignal()
    """Another source than before, by the user."""
    shown = pyqtSignal()
    """Another row than before, also by the program or with another login."""

    def __init__(self, rows: Callable[[], Iterable[ProviderRow]] = all_providers) -> None:
        """`rows` are read anew by `refill`."""
        super().__init__()
        self._read_rows = rows
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(tr("Source of the images"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: dict[str, ProviderRow] = {}
        self._last = ""
        self._shown: ProviderRow | None = None
        self._notes: dict[str, str] = {}
        self.refill()
        self.activated.connect(self._tell)
        self.lineEdit().editingFinished.connect(self._tell)

    def refill(self) -> None:
        """Read the rows anew, after a change in the options."""
        wanted = self.source()
        self._rows = {row.id: row for row in self._read_rows()}
        self.clear()
        for row in self._rows.values():
            self.addItem(row.title, row.id)
        self.note({})
        self.set_source(wanted)

    def note(self, lines: Mapping[str, str]) -> None:
        """Say more of some rows, by their id, where the mouse rests on them."""
        self._notes.update(lines)
        for number in range(self.count()):
            row = self._rows[str(self.itemData(number))]
            self.setItemData(number, self._tip_of(row), Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(self._tip_of(self.row()))

    def _tip_of(self, row: ProviderRow) -> str:
        lines = (row.note or row.url, self._notes.get(row.id, ""))
        return plain_tip("\n".join(filter(None, lines)))

    def source(self) -> str:
        """Id of a row, or what was typed."""
        text = self.currentText().strip()
        row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(row)) if row >= 0 else text

    def set_source(self, source: str) -> None:
        """Show a row by its id, anything else as typed."""
        row = self.findData(source)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(source)
        self.lineEdit().setCursorPosition(0)
        self.setToolTip(self._tip_of(self.row()))
        self._last = self.source()
        before, self._shown = self._shown, self.row()
        if before != self._shown:
            self.shown.emit()

    def choose(self, source: str) -> None:
        """As if the user had chosen a row."""
        if self.source() != source:
            self.set_source(source)
            self.chosen.emit()

    def row(self) -> ProviderRow:
        """What stands in the box, as a row of the providers."""
        source = self.source()
        title = without_secrets(source)  # it appears in messages and names of tasks
        typed = ProviderRow(id=source, title=title, url=source, is_own=True)
        return self._rows.get(source, typed)

    def is_remote(self) -> bool:
        """What it has comes over a network."""
        return self.row().is_remote

    def _tell(self) -> None:
        if self.source() != self._last:
            self.set_source(self.source())
            self.chosen.emit()
