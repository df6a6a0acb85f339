"""Where the form's content is kept: with the project, and for new projects as last used."""

from __future__ import annotations

from qgis.core import QgsProject, QgsSettings

from ...bridge.settings import PREFIX
from ...core.events.legal_window import NamedWindow, windows_of_text, windows_text
from . import dataset_state as parcels
from .dataset_state import DatasetState
from .form_state import FormState, from_text, to_text
from .project_texts import SCOPE, ProjectTexts

KEY, PARCELS_KEY = "/form", "/service_parcels"
LAST_KEY, LAST_PARCELS_KEY = PREFIX + "form", PREFIX + "service_parcels"


def recall() -> FormState:
    """What the project knows, else what was used last, else the defaults."""
    stored, last = _kept(KEY, LAST_KEY)
    return from_text(stored) or from_text(last) or FormState()


def remember(state: FormState, project: ProjectTexts) -> None:
    """Keep them for new projects, and for this one when it is saved."""
    _keep(KEY, LAST_KEY, to_text(state), project)


def recall_parcels() -> DatasetState:
    """The same for the parcels of a CbM server."""
    stored, last = _kept(PARCELS_KEY, LAST_PARCELS_KEY)
    return parcels.from_text(stored) or parcels.from_text(last) or DatasetState()


def remember_parcels(state: DatasetState, project: ProjectTexts) -> None:
    """The same for the parcels of a CbM server."""
    _keep(PARCELS_KEY, LAST_PARCELS_KEY, parcels.to_text(state), project)


def _kept(key: str, last_key: str) -> tuple[str, str]:
    """The texts of the project and of the last use."""
    stored, _ = QgsProject.instance().readEntry(SCOPE, key, "")
    return stored, str(QgsSettings().value(last_key) or "")


def _keep(key: str, last_key: str, text: str, project: ProjectTexts) -> None:
    project.put(key, text)
    QgsSettings().setValue(last_key, text)


GRID_KEY = PREFIX + "grid/"


def recall_grid(name: str, default: str) -> str:
    """How the grid of thumbnails was left: `order` or `size`."""
    return str(QgsSettings().value(GRID_KEY + name) or default)


def remember_grid(name: str, value: object) -> None:
    """Keep it for the next time."""
    QgsSettings().setValue(GRID_KEY + name, str(value))


PLACES_KEY = PREFIX + "last_places"


def recall_places() -> str:
    """The last places as `last_places` wrote them, whatever the project."""
    return str(QgsSettings().value(PLACES_KEY) or "[]")


def remember_places(text: str) -> None:
    """Keep them for the next session."""
    QgsSettings().setValue(PLACES_KEY, text)


WINDOWS_KEY, WINDOW_KEY = PREFIX + "legal_windows", PREFIX + "legal_window"


def recall_windows() -> tuple[NamedWindow, ...]:
    """The legal windows that were entered once for all projects."""
    return windows_of_text(str(QgsSettings().value(WINDOWS_KEY) or ""))


def remember_windows(windows: tuple[NamedWindow, ...]) -> None:
    """Keep them."""
    QgsSettings().setValue(WINDOWS_KEY, windows_text(windows))


def recall_window() -> str:
    """Name of the one that was chosen last."""
    return str(QgsSettings().value(WINDOW_KEY) or "")


def remember_window(name: str) -> None:
    """Keep it."""
    QgsSettings().setValue(WINDOW_KEY, name)
