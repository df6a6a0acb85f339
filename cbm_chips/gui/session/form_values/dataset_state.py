"""Which parcels of a CbM server are meant, as one value that is kept with the project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....core.sources.cbm_rest.parcel_data.parcels import Dataset


@dataclass(frozen=True)
class DatasetState:
    """As typed; nothing here is checked before it is used.

    Attributes:
        aoi: code of the area; empty where the project's own layers are meant.
        year: of the parcels.
        ptype: variant of the dataset, mostly empty.
    """

    aoi: str = ""
    year: str = ""
    ptype: str = ""

    @property
    def dataset(self) -> Dataset:
        """What the server can be asked about.

        Raises:
            RequestError: field `aoi`, `year` or `ptype`.
        """
        from ....core.sources.cbm_rest.parcel_data.parcels import Dataset

        return Dataset(self.aoi, self.year, self.ptype)


def to_text(state: DatasetState) -> str:
    """As `from_text` reads it."""
    return json.dumps(asdict(state))


def from_text(text: str) -> DatasetState | None:
    """The stored values; None for what is no such text."""
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None
    words = {row.name: stored.get(row.name) for row in fields(DatasetState)}
    return DatasetState(**{name: word for name, word in words.items() if isinstance(word, str)})
