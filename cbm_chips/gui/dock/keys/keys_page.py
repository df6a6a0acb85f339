"""One page with all keys of the dock, as they are now; QGIS's dialog of shortcuts changes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.translation import tr
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.wrapped_label import wrapped_label

_NATIVE = QKeySequence.SequenceFormat.NativeText
KeyRow = tuple[str, str]
"""Key and what it does."""
KeyGroups = list[tuple[str, list[KeyRow]]]
"""By their titles."""


class KeysPage(QDialog):
    """The keys of the moment; stays open beside work, also while they are changed."""

    def __init__(
        self,
        actions: Sequence[QAction],
        *,
        show_help: Callable[[], object],
        change: Callable[[], object] | None,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` have the keys; `change` opens QGIS's dialog, None where there is none."""
        super().__init__(parent)
        self.setObjectName("CbmChipsKeys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("CbM Chips: keys"))
        self.search, self.tree = QLineEdit(), QTreeWidget()
        self.buttons = dialog_buttons(self, "Close")
        self._add_button(tr("Help"), show_help)
        if change is not None:
            self._add_button(tr("Change keys …"), change)
        self._actions, self._shown = actions, KeyGroups()
        self._prepare()
        self._fill()
        self._lay_out()
        self._changed = QTimer(self, singleShot=True, interval=0)
        self._changed.timeout.connect(self._fill)
        for one in actions:
            one.changed.connect(self._changed.start)
        self.search.textChanged.connect(self._narrow)

    @property
    def rows(self) -> list[KeyRow]:
        """What is seen."""
        items = [item for group in self._groups() for item in _children(group)]
        return [(item.text(0), item.text(1)) for item in items if not item.isHidden()]

    def _prepare(self) -> None:
        tree = self.tree
        tree.setColumnCount(2)
        tree.setHeaderLabels([tr("Key"), tr("What it does")])
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(tr("Keys and what they do"))
        header = tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _fill(self) -> None:
        """Anew, where anything is another than before."""
        groups = [*grouped(self._actions), (tr("As everywhere"), fixed_rows())]
        if groups == self._shown:
            return
        self._shown, tree = groups, self.tree
        place = tree.verticalScrollBar().value()
        tree.clear()
        for title, rows in groups:
            group = QTreeWidgetItem(tree, [title])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFirstColumnSpanned(True)
            for key, what in rows:
                item = QTreeWidgetItem(group, [key, what])
                item.setToolTip(1, what)
                spoken = tr("{key}: {what}").format(key=key, what=what)
                item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), spoken)
        tree.expandAll()
        self._narrow(self.search.text())
        tree.verticalScrollBar().setValue(place)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search keys"))
        self.search.setClearButtonEnabled(True)
        rows = QVBoxLayout(self)
        rows.addWidget(
            wrapped_label(
                tr("They work while the dates, the plot, or the map with our tool has the focus.")
            )
        )
        rows.addWidget(self.search)
        rows.addWidget(self.tree)
        rows.addWidget(self.buttons)
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * 68, letter.lineSpacing() * 34)
        self.tree.setFocus()

    def _add_button(self, text: str, do: Callable[[], object]) -> None:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda checked=False: do())

    def _narrow(self, text: str) -> None:
        """To rows with these letters in key or words."""
        wanted = text.strip().casefold()
        for group in self._groups():
            for item in _children(group):
                said = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(wanted not in said)
            group.setHidden(all(item.isHidden() for item in _children(group)))

    def _groups(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [group.child(row) for row in range(group.childCount())]


def rows_of(actions: Sequence[QAction]) -> list[KeyRow]:
    """Those that have a key now, each once."""
    found: dict[str, str] = {}
    for one in actions:
        key = one.shortcut().toString(_NATIVE)
        if key and one.isVisible():
            found.setdefault(key, one.text().replace("&&", "&"))
    return list(found.items())


def fixed_rows() -> list[KeyRow]:
    """Those that are as everywhere."""
    return [
        (tr("Arrows"), tr("Other date")),
        (tr("Space"), tr("Tick the date")),
        (tr("Enter"), tr("Load the ticked dates as layers")),
        ("+  −", tr("Zoom into all pictures, and out")),
        ("0", tr("Whole chip")),
        ("Ctrl+A", tr("Tick all dates")),
        (tr("Esc"), tr("Close what lies over the dates, stop what runs")),
        ("F1", tr("This page")),
    ]


def grouped(actions: Sequence[QAction]) -> KeyGroups:
    """By what they are about, as their names say."""
    results = dict.fromkeys(("CbmChipsExport", "CbmChipsCopy", "CbmChipsEvidence"), tr("Answers"))
    titles = {
        "CbmChipsQueue": tr("Queue of questions"),
        "CbmChipsAnswer": tr("Answers"),
        **results,
        "CbmChipsEvent": tr("Events and markers"),
        "": tr("Dates and views"),
    }
    parts: dict[str, list[QAction]] = {title: [] for title in titles.values()}
    for one in actions:
        known = (title for name, title in titles.items() if one.objectName().startswith(name))
        parts[next(known)].append(one)
    named = [(title, rows_of(some)) for title, some in parts.items()]
    return [(title, rows) for title, rows in named if rows]
