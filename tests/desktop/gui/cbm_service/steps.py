"""What a person does with a CbM server in the dock, step by step."""

from __future__ import annotations

from typing import Any

from tests.desktop.cbm import set_dataset
from tests.desktop.window import CENTRE, click_parcel, set_form, wait_for


def in_summer(dock: Any) -> Any:
    """The form says a dataset of the server, and a summer."""
    set_form(dock, start="2022-05-01", end="2022-08-31")
    set_dataset(dock)
    return dock


def remarks(dock: Any) -> str:
    return dock.status_bar.said


def find(iface: Any, dock: Any, point: tuple[float, float] = CENTRE) -> None:
    """Click with the parcel tool, and wait for the server's answer."""
    click_parcel(iface, dock, point)
    assert dock.service.is_asking
    wait_for(lambda: not dock.service.is_asking)


def menu_of(dock: Any) -> Any:
    from cbm_chips.gui.cbm_service.parcel_choice import ParcelChoice

    menus = dock.service.box.findChildren(ParcelChoice)
    return menus[0] if menus else None


def entry(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QAction

    from cbm_chips.gui.cbm_service.menu import ServiceMenu

    return dock.findChild(ServiceMenu).findChild(QAction, name)


def opened(dock: Any, name: str) -> Any:
    """The window an entry opens."""
    from cbm_chips.gui.cbm_service.dialog import ServiceDialog

    entry(dock, name).trigger()
    dialogs = dock.findChildren(ServiceDialog)
    return dialogs[-1] if dialogs else None
