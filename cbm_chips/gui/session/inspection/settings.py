"""What an inspector sets once: the scheme, the own name, whether answers go on; and the records."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QStandardPaths

from ....bridge.late_settings import LATE_SETTINGS
from ....bridge.settings import PREFIX
from ....core.errors import RequestError
from ....core.inspection.scheme import InspectionScheme, scheme_of_text, scheme_text
from ..form_values import store

_OWN = PREFIX + "inspection/"
SCHEME_KEY, INSPECTOR_KEY, GOES_ON_KEY = _OWN + "scheme", _OWN + "inspector", _OWN + "goes_on"
RECORDS_KEY = _OWN + "records"
"""Path of the project -> path of its record, as JSON; an unsaved project is an empty path."""
MOST_RECORDS = 50
ENDING = "_inspection.gpkg"


def load_scheme() -> InspectionScheme:
    """As stored, with the legal windows of all projects; the shipped one where none is stored."""
    windows = store.recall_windows()
    with suppress(RequestError):
        return replace(scheme_of_text(LATE_SETTINGS.text(SCHEME_KEY)), windows=windows)
    return InspectionScheme(windows=windows)


def save_scheme(scheme: InspectionScheme) -> None:
    """Keep it, its windows for all projects."""
    store.remember_windows(scheme.windows)
    LATE_SETTINGS.put(SCHEME_KEY, scheme_text(replace(scheme, windows=())))


def inspector() -> str:
    """The name that stands in the record: as set, else that of the user of this computer."""
    named = LATE_SETTINGS.text(INSPECTOR_KEY).strip()
    return named or QgsApplication.userFullName().strip() or QgsApplication.userLoginName()


def set_inspector(name: str) -> None:
    """Keep it; empty is the user of this computer."""
    LATE_SETTINGS.put(INSPECTOR_KEY, name.strip())


def goes_on() -> bool:
    """An answer goes on to the next question that has none."""
    return LATE_SETTINGS.text(GOES_ON_KEY) != "no"


def set_goes_on(is_on: bool) -> None:
    """Keep it."""
    LATE_SETTINGS.put(GOES_ON_KEY, "yes" if is_on else "no")


def usual_record() -> Path:
    """Beside the project, named after it; where the user keeps documents without one."""
    project = QgsProject.instance()
    file = project.absoluteFilePath()
    if file:
        return Path(file).with_name(Path(file).stem + ENDING)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents), ENDING.lstrip("_"))


def known_record() -> str:
    """Path of the record that the project on show had last; empty for none."""
    told = _records().get(QgsProject.instance().absoluteFilePath(), "")
    if told:
        return told
    usual = usual_record()
    has_project = bool(QgsProject.instance().absoluteFilePath())
    return str(usual) if has_project and usual.is_file() else ""


def remember_record(path: str) -> None:
    """The project on show has this one; written at once, as QGIS may be killed."""
    records = _records()
    file = QgsProject.instance().absoluteFilePath()
    records.pop(file, None)
    if path:
        records[file] = path
    newest = list(records.items())[-MOST_RECORDS:]
    LATE_SETTINGS.put(RECORDS_KEY, json.dumps(dict(newest)))
    LATE_SETTINGS.write()


def _records() -> dict[str, str]:
    try:
        told = json.loads(LATE_SETTINGS.text(RECORDS_KEY) or "{}")
    except ValueError:
        return {}
    return {str(one): str(path) for one, path in told.items()} if isinstance(told, dict) else {}
