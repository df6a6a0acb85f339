"""What can be looked at by one key or click: a composite, an index, the classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ....bridge.texts.translation import tr
from ....core.rendering.class_renderer import CLASSIFICATION
from ....core.rendering.composites import COMPOSITES
from ....core.rendering.indices import INDICES
from .form_state import FormState


@dataclass(frozen=True)
class LookChoice:
    """One of both is empty.

    Attributes:
        composite: name of a row of `COMPOSITES`.
        index: as in `FormState`.
    """

    composite: str = ""
    index: str = ""

    @property
    def name(self) -> str:
        """Short, for a button that is named after what it chooses."""
        return self.index or tr(COMPOSITES[self.composite].title)

    @property
    def title(self) -> str:
        """What it shows: `NDVI – Normalised difference vegetation index`."""
        if self.composite:
            row = COMPOSITES[self.composite]
            return f"{tr(row.title)} – {' '.join(row.bands)}"
        if self.index == CLASSIFICATION.name:
            return f"{self.index} – {tr('Scene classification')}"
        return f"{self.index} – {tr(INDICES[self.index].title)}"

    def is_in(self, state: FormState) -> bool:
        """The form shows this one."""
        if self.index or state.index:
            return state.index == self.index
        return state.composite == self.composite

    def put_into(self, state: FormState) -> FormState:
        """The form with this one; an index leaves the composite for later."""
        if self.index:
            return replace(state, index=self.index)
        return replace(state, composite=self.composite, index="")


TRUE_COLOUR, FALSE_COLOUR = LookChoice("B04_B03_B02"), LookChoice("B08_B04_B03")
NDVI, CLASSES = LookChoice(index="NDVI"), LookChoice(index=CLASSIFICATION.name)


def all_choices() -> Iterator[LookChoice]:
    """Every row of the tables."""
    yield from (LookChoice(composite=name) for name in COMPOSITES)
    yield from (LookChoice(index=name) for name in INDICES)
    yield CLASSES
