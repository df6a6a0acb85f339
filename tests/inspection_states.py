"""An inspection in the real QGIS, state by state, for `tests/dock_states_script.py`.

Sixty parcels of the sample in three buckets, the way an inspector goes through them.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QApplication

FOLDER = Path(tempfile.gettempdir()) / "inspection-2022"
"""The pictures show its path."""
LOOKED_AT = "315141"
BUCKETS = {"E5": "20", "ANC": "20", "LIV": "20"}
HEADER = ("bucket_id", "gsa_par_id", "gsa_hol_id", "ranking", "covered", "order_added")
ORDER = ("ANC", "LIV", "E5")
KEYS_PRESSED = "19312111921151211311111611213111261115"
"""One for each parcel before the one that is looked at; 9 is replaced."""


class InspectionStates:
    """What comes one after another in a day; each leaves the screen as it is to be seen."""

    def __init__(self, desktop: Any, wait_for: Callable[[Callable[[], bool]], None]) -> None:
        """`desktop` is the photographer with its dock, its layer and its plan."""
        self.desktop, self.dock, self.wait_for = desktop, desktop.dock, wait_for
        self.folder = FOLDER
        self.folder.mkdir(exist_ok=True)
        self.record = self.folder / "inspection.gpkg"
        for old in self.folder.glob("inspection.gpkg*"):
            old.unlink()
        self.dialog: Any = None

    def queue_dialog(self) -> None:
        """The sample's file is chosen and joined."""
        dialog = self.dialog = self.dock.inspection.desk.ask()
        dialog.fields.source.choose_file(str(self._sample()))
        dialog.fields.layer.setLayer(self.desktop.layer)
        dialog.fields.record.setFilePath(str(self.record))
        dialog.fields.inspector.setText("A. Visser")
        self.wait_for(lambda: dialog.draft is not None)
        table = dialog.fields.buckets
        for row in range(table.rowCount()):
            table.item(row, 3).setText(BUCKETS[table.item(row, 0).text()])

    def first_asked(self) -> None:
        """The first question, with all of its dates and the plot."""
        self.desktop._change(start="2022-03-01", end="2022-10-31")
        self.dialog.accept()
        self.wait_for(lambda: self.dock.inspection.queue.is_open)
        self._read()
        if not self.dock.plot.action.isChecked():
            self.dock.plot.action.trigger()
        self.wait_for(self._is_idle)

    def replaced(self) -> None:
        """The second parcel cannot be inspected: another one takes its place."""
        for key in KEYS_PRESSED[:2]:
            self._press(key)
            self._read()

    def answered(self) -> None:
        """In the middle of the sample."""
        for key in KEYS_PRESSED[2:]:
            self._press(key)
        self._read()
        clear = [one for one in self.dock.panel.entries() if one.flag == "clear"]
        self.dock.session.current.go_to(clear[len(clear) // 2].scene.id)

    def on_map(self) -> None:
        """The parcels in the colours of their newest answers."""
        self.dock.preview.action.trigger()
        self.dock.inspection.results.on_map.action.setChecked(True)

    def keys_of_day(self) -> None:
        """The page of keys, while answers are given."""
        self.dock.show_keys()

    def second_look(self) -> None:
        """Some of the answered ones again."""
        dialog = self.dock.inspection.desk.ask_for_second_look()
        dialog.share.setValue(10)
        dialog.accept()
        self._read()

    def agreement(self) -> None:
        """At the end of the second look."""
        book = self.dock.inspection.queue
        for number in range(len(book.items)):
            self._press("13"[number == 1])

    def evidence(self) -> None:
        """Of the parcel that was looked at: a bundle with a PDF, and what the dock says of it."""
        self._close_dialogs()
        row = self.dock.inspection.queue.row
        self._press("1")
        self.dock.inspection.queue.go_to(row)
        self._read()
        folder, export = self.folder / "evidence", self.dock.evidence
        bundles = self.desktop._module("bridge.evidence.bundles")
        wish = bundles.EvidenceWish(
            self.record, folder, {LOOKED_AT}, has_pdf=True, plots=export._plots()
        )
        export.write(wish)
        self.wait_for(lambda: export._task is None)

    def _sample(self) -> Path:
        """Each parcel in one bucket, the last of each bucket as its reserve."""
        ids = sorted(str(one["id"]) for one in self.desktop.layer.getFeatures())
        ids.remove(LOOKED_AT)
        ids.insert(len(KEYS_PRESSED), LOOKED_AT)
        path = self.folder / "nl_extracted_sample_2022.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(HEADER)
            for order, parcel in enumerate(ids):
                bucket = ORDER[order % 3]
                rows.writerow((bucket, parcel, f"H{order:03d}", order // 3 + 1, 1, order + 1))
        return path

    def _press(self, key: str) -> None:
        """What the key does, once the answer before is written."""
        answers = self.dock.inspection.answers
        self.wait_for(lambda: answers.record.is_open and not answers.kept.is_writing)
        self.dock.inspection.actions.slots[key].trigger()
        self.wait_for(lambda: not answers.kept.is_writing)

    def _read(self) -> None:
        self.wait_for(lambda: self.dock.inspection.queue.is_on_show)
        self.wait_for(self._is_idle)

    def _is_idle(self) -> bool:
        return self.desktop._is_idle()

    def _close_dialogs(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.inherits("QDialog"):
                window.close()
