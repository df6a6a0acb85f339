"""The table of a service's time series, for Qt's views."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...bridge.tables.series_table import ACQUIRED, CLASSES, PRODUCT, SeriesTable
from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ...core.sentinel2.scl import SCL_CLASSES

_CLASSES = {str(row.code): row for row in SCL_CLASSES}


class TimeSeriesModel(QAbstractTableModel):
    """Numbers sort as numbers."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.table = SeriesTable((), ())

    def show_table(self, table: SeriesTable | None) -> None:
        """Another one; None for an empty one."""
        self.beginResetModel()
        self.table = table or SeriesTable((), ())
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            name = self.table.columns[section]
            row = _CLASSES.get(name)
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{name} {tr(row.label)}" if row else _titles().get(name, name)
            if role == Qt.ItemDataRole.ToolTipRole and row:
                return plain_tip(tr("Pixels of class {code}").format(code=name))
        return super().headerData(section, orientation, role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, (int, float)):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole)
        return value if role in shown else None


def _titles() -> dict[str, str]:
    """Columns that are no band's; others go by the server's names."""
    return {
        ACQUIRED: tr("Date (UTC)"),
        CLASSES: tr("Pixels per class"),
        PRODUCT: tr("Product"),
    }
