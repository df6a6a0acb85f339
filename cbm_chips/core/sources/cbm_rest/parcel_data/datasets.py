"""Which parcels a request is about, and what a server's failure on it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....reasons import Reason
from ..wire.parameters import checked_text
from ..wire.responses import ColumnTable, ServerFailed

if TYPE_CHECKING:
    from ..service import Service


@dataclass(frozen=True)
class Dataset:
    """Which parcels of a server: area, year and, where there are several tables, their type."""

    aoi: str
    year: str
    ptype: str = ""

    def __post_init__(self) -> None:
        """Refuse what can't be sent; the server checks nothing."""
        for name in ("aoi", "year", "ptype"):
            object.__setattr__(self, name, checked_text(name, getattr(self, name)))

    @property
    def query(self) -> dict[str, str]:
        """As query parameters."""
        words = {"aoi": self.aoi, "year": self.year}
        return {**words, "ptype": self.ptype} if self.ptype else words

    def __str__(self) -> str:
        return " ".join(word for word in (self.aoi, self.year, self.ptype) if word)


def ask_about(
    service: Service, dataset: Dataset, name: str, asked: Mapping[str, str]
) -> ColumnTable:
    """The table in the response of the endpoint `name`.

    Raises:
        SourceError: with what a 500 mostly means here; see `Service.table`.
    """
    try:
        return service.table(name, asked)
    except ServerFailed as error:
        raise ServerFailed(
            Reason(
                "{error}: it may have no parcels of {dataset}, or know the user name in other "
                "capital and small letters",
                error=error,
                dataset=dataset,
            )
        ) from error


"""The original looks its areas up by the name as typed, and fails where letter case differs."""
