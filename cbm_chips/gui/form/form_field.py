"""A field that form and request have in common: how its widget is read, written and heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget


@dataclass(frozen=True)
class FormField:
    """A field of the request, as the form's state calls it as well, and its widget."""

    name: str
    label: str
    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], object]
    changed: Any
    """The widget's signal."""


def number_field(
    name: str,
    label: str,
    box: QSpinBox | QDoubleSpinBox,
    *,
    within: QWidget | None = None,
) -> FormField:
    """A number; `within` is the widget that is shown, where the box is a part of one."""
    return FormField(name, label, within or box, box.value, box.setValue, box.valueChanged)


def tick_field(name: str, box: QCheckBox) -> FormField:
    """Yes or no; its words stand beside the box."""
    return FormField(name, "", box, box.isChecked, box.setChecked, box.toggled)


def choice_field(name: str, label: str, box: QComboBox) -> FormField:
    """One of a list, by the data of its rows."""
    read, write = partial(_chosen, box), partial(choose, box)
    return FormField(name, label, box, read, write, box.activated)


def _chosen(box: QComboBox) -> str:
    return str(box.currentData())


def choose(box: QComboBox, data: str) -> None:
    """The row with these data; the first if there is none."""
    box.setCurrentIndex(max(box.findData(data), 0))
