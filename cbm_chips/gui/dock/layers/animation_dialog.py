"""What an animation is to look like: a few switches and two numbers, kept for the next one."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.translation import tr
from ....core.errors import RequestError
from ....core.outputs.animation.options import (
    LEAST_EDGE_PX,
    LEAST_MS,
    MOST_EDGE_PX,
    MOST_MS,
    AnimationOptions,
)
from ...session.form_values import store
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.wrapped_label import wrapped_label

NAME = "animation"


class AnimationDialog(QDialog):
    """`chosen` brings the options when they are to be used."""

    chosen = pyqtSignal(object)
    """`AnimationOptions`"""

    def __init__(self, options: AnimationOptions, parent: QWidget | None = None) -> None:
        """Shows `options`."""
        super().__init__(parent)
        self.setObjectName("CbmChipsAnimation")
        self.setWindowTitle(tr("Animation of the dates"))
        self.switches = {
            "has_cloudy": QCheckBox(tr("Cloudy dates, too")),
            "has_outline": QCheckBox(tr("Draw the parcel")),
            "has_date": QCheckBox(tr("Write the date")),
            "has_pngs": QCheckBox(tr("Numbered PNGs, too")),
        }
        for name, box in self.switches.items():
            box.setChecked(getattr(options, name))
        self.frame_ms = _number(LEAST_MS, MOST_MS, options.frame_ms, step=100)
        self.edge_px = _number(LEAST_EDGE_PX, MOST_EDGE_PX, options.edge_px, step=64)
        self.frame_ms.setSuffix(tr(" ms"))
        self.edge_px.setSuffix(tr(" px"))
        self._lay_out()

    def options(self) -> AnimationOptions:
        """As they are now."""
        switched = {name: box.isChecked() for name, box in self.switches.items()}
        return AnimationOptions(
            **switched, frame_ms=self.frame_ms.value(), edge_px=self.edge_px.value()
        )

    def accept(self) -> None:
        """Use them, and keep them."""
        options = self.options()
        store.remember_grid(NAME, json.dumps(asdict(options)))
        super().accept()
        self.chosen.emit(options)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Time per date"), self.frame_ms)
        form.addRow(tr("Width, about"), self.edge_px)
        buttons = dialog_buttons(self, "Save", "Cancel")
        rows = QVBoxLayout(self)
        rows.addWidget(
            wrapped_label(tr("All dates have one stretch, so that what changes is the ground."))
        )
        for box in self.switches.values():
            rows.addWidget(box)
        rows.addLayout(form)
        rows.addWidget(buttons)


def options_as_left() -> AnimationOptions:
    """Those of the last animation, as far as they make sense."""
    usual = AnimationOptions()
    try:
        kept = json.loads(store.recall_grid(NAME, "{}"))
        known = {row.name: kept[row.name] for row in fields(usual) if row.name in kept}
        is_right = all(type(value) is type(getattr(usual, name)) for name, value in known.items())
        return AnimationOptions(**known) if is_right else usual
    except (ValueError, TypeError, RequestError):
        return usual


def _number(low: int, high: int, value: int, *, step: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setValue(value)
    return box
