"""Where the form's content is kept: with the project, and for new projects as last used."""

from __future__ import annotations

from qgis.core import QgsProject

from ....bridge.late_settings import LATE_SETTINGS
from ....bridge.settings import PREFIX
from ....core.events.legal_window import NamedWindow, windows_of_text, windows_text
from ..project_texts import SCOPE, ProjectTexts
from . import dataset_state as parcels
from .dataset_state import DatasetState
from .form_state import FormState, from_text, to_text

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
    return stored, LATE_SETTINGS.text(last_key)


def _keep(key: str, last_key: str, text: str, project: ProjectTexts) -> None:
    project.put(key, text)
    LATE_SETTINGS.put(last_key, text)


GRID_KEY = PREFIX + "grid/"


def recall_grid(name: str, default: str) -> str:
    """How the grid of thumbnails was left: `order` or `size`."""
    return LATE_SETTINGS.text(GRID_KEY + name) or default


def remember_grid(name: str, value: object) -> None:
    """Keep it for the next time."""
    LATE_SETTINGS.put(GRID_KEY + name, str(value))


PLACES_KEY = PREFIX + "last_places"


def recall_places() -> str:
    """The last places as `last_places` wrote them, whatever the project."""
    return LATE_SETTINGS.text(PLACES_KEY) or "[]"


def remember_places(text: str) -> None:
    """Keep them for the next session."""
    LATE_SETTINGS.put(PLACES_KEY, text)


WINDOWS_KEY, WINDOW_KEY = PREFIX + "legal_windows", PREFIX + "legal_window"


def recall_windows() -> tuple[NamedWindow, ...]:
    """The legal windows that were entered once for all projects."""
    return windows_of_text(LATE_SETTINGS.text(WINDOWS_KEY))


def remember_windows(windows: tuple[NamedWindow, ...]) -> None:
    """Keep them."""
    LATE_SETTINGS.put(WINDOWS_KEY, windows_text(windows))


def recall_window() -> str:
    """Name of the one that was chosen last."""
    return LATE_SETTINGS.text(WINDOW_KEY)


def remember_window(name: str) -> None:
    """Keep it."""
    LATE_SETTINGS.put(WINDOW_KEY, name)
