"""What the form says to show all that a client's folder has."""

from __future__ import annotations

from dataclasses import replace

from ....core.rendering.composites import COMPOSITES
from ....core.rendering.indices import INDICES
from ....core.sentinel2.bands import BANDS
from ....core.sources.client_folder.opened_folder import OpenedFolder
from ...session.form_values.form_state import SCL, FormState

_PREFERRED_INDEX = "NDVI"


def form_of_folder(form: FormState, opened: OpenedFolder) -> FormState:
    """The form with the folder's days and size, and with a look that its bands allow."""
    shown = replace(
        form,
        source=opened.source,
        period="",
        start=opened.first.isoformat(),
        end=opened.last.isoformat(),
        size_m=opened.size_m,
        max_scene_cloud_pct=100.0,
        clear_only=False,
        one_per_date=False,
        second_opinion=False,
    )
    return _with_look(shown, [band for band in opened.bands if BANDS[band].reflective])


def _with_look(form: FormState, bands: list[str]) -> FormState:
    there = set(bands)
    if there >= set(form.composite.split("_")) and (not form.index or _has(form.index, there)):
        return form
    composites = (name for name, row in COMPOSITES.items() if there >= set(row.bands))
    found = next(composites, "")
    if found:
        return replace(form, composite=found, index="")
    if not bands:
        return replace(form, index=SCL)
    indices = [name for name in (_PREFERRED_INDEX, *INDICES) if _has(name, there)]
    grey = "_".join([*sorted(bands), *bands[-1:] * 2][:3])
    return replace(form, composite=grey, index=indices[0] if indices else "")


def _has(index: str, bands: set[str]) -> bool:
    return index == SCL or (index in INDICES and bands >= set(INDICES[index].bands))
