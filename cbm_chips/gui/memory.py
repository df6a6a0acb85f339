"""Where the form's content is kept: in the project, and for new projects as last used."""

from __future__ import annotations

from qgis.core import QgsProject, QgsSettings

from ..bridge.settings import PREFIX
from .wishes import Wishes, from_text, to_text

SCOPE, KEY = "cbm_chips", "/form"
LAST_KEY = PREFIX + "form"
USED_KEY = PREFIX + "form_was_used"


def recall() -> Wishes:
    """What the project knows, else what was used last, else the defaults."""
    stored, _ = QgsProject.instance().readEntry(SCOPE, KEY, "")
    last = QgsSettings().value(LAST_KEY) or ""
    return from_text(stored) or from_text(str(last)) or Wishes()


def remember(wishes: Wishes) -> None:
    """Keep them; a project is only touched by a change."""
    text = to_text(wishes)
    project = QgsProject.instance()
    if project.readEntry(SCOPE, KEY, "")[0] != text:
        project.writeEntry(SCOPE, KEY, text)
    QgsSettings().setValue(LAST_KEY, text)


def was_used() -> bool:
    """True once a run was started from the form."""
    return bool(QgsSettings().value(USED_KEY, False, type=bool))


def mark_as_used() -> None:
    """From now on the form starts collapsed."""
    QgsSettings().setValue(USED_KEY, True)


GRID_KEY = PREFIX + "grid/"


def recall_grid(name: str, default: str) -> str:
    """How the grid of thumbnails was left: `order` or `size`."""
    return str(QgsSettings().value(GRID_KEY + name) or default)


def remember_grid(name: str, value: object) -> None:
    """Keep it for the next time."""
    QgsSettings().setValue(GRID_KEY + name, str(value))
