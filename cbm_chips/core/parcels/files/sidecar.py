"""The file beside a table: all that was asked, with which versions, and what is in the table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import SourceError
from ...outputs.atomic_write import replacing
from ...outputs.numbered_files import stand_ins_of
from ...reasons import Reason
from ...sentinel2.cloud_rules import rule_words
from ..numbers.table import ReadDate, columns_of
from ..planning.parcel_request import ParcelRequest
from .outline_files import read_outlines
from .versions import versions

if TYPE_CHECKING:
    from ..outlines.layer import Parcels
    from ..planning.plan import ParcelPlan

FORMAT = "cbm-chips parcel series 1"


def sidecar_path(table: Path) -> Path:
    """Beside a table."""
    return table.with_name(f"{table.name}.json")


def latest_tables(table: Path) -> list[Path]:
    """Those that were written beside the table as it was in use, newest first; then the table."""
    return [*stand_ins_of(table), table]


@dataclass(frozen=True)
class KeptPiece:
    """A piece in a table: so many rows, which follow those of the piece before.

    Attributes:
        place_key: see `PlanPiece`.
        dates: those it is of, in the order of its rows.
    """

    place_key: str
    rows: int
    dates: tuple[ReadDate, ...]


@dataclass(frozen=True)
class Sidecar:
    """What stands beside a table."""

    content: Mapping[str, Any]
    pieces: tuple[KeptPiece, ...]

    @classmethod
    def of(cls, plan: ParcelPlan, pieces: Iterable[KeptPiece]) -> Sidecar:
        """For a plan that has been run."""
        kept = tuple(pieces)
        content = {
            "format": FORMAT,
            "identity": cls.identity(plan),
            "source": plan.source,
            "request": plan.request.as_json(),
            "cloud_rule": rule_words(plan.request.rule),
            "parcels": {"count": len(plan.parcels), "crs": plan.parcels.crs},
            "plan": str(plan),
            "columns": {name: kind.__name__ for name, kind in columns_of(plan.request).items()},
            "versions": versions(),
            "notes": list(plan.notes),
            "remarks": [
                {"number": one.parcel, "oddity": one.oddity.value, "words": one.words}
                for one in plan.remarks
            ],
            "pieces": [asdict(piece) for piece in kept],
        }
        return cls(content, kept)

    @staticmethod
    def identity(plan: ParcelPlan) -> str:
        """The same for runs that differ in their period alone."""
        words = plan.parcels.digest()
        words.update(repr((FORMAT, plan.source, plan.request.words_but_period)).encode())
        return str(words.hexdigest())

    @classmethod
    def read(cls, path: Path, plan: ParcelPlan) -> Sidecar | None:
        """That of an earlier run of the same, None if there is none."""
        try:
            content = json.loads(path.read_text("utf-8"))
            if content["identity"] != cls.identity(plan):
                return None
            return cls(content, tuple(map(_piece_of, content["pieces"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Write it.

        Raises:
            WriteError: when it can't be written.
        """
        with replacing(path) as beside:
            beside.write_text(json.dumps(self.content, indent=1, ensure_ascii=False), "utf-8")


def asked_before(table: Path) -> tuple[Parcels, ParcelRequest, str]:
    """Parcels, request and source's name of the run that wrote a table: it can be made again.

    Raises:
        SourceError: when there is no sidecar, or no parcels beside it.
    """
    try:
        content = json.loads(sidecar_path(table).read_text("utf-8"))
        request = ParcelRequest.of_json(content["request"])
        parcels = read_outlines(table, content["parcels"]["crs"])
        return parcels, request, str(content["source"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            Reason("{name} has no description of its run beside it", name=table.name)
        ) from error


def _piece_of(told: Mapping[str, Any]) -> KeptPiece:
    dates = tuple(ReadDate(**one) for one in told["dates"])
    return KeptPiece(str(told["place_key"]), int(told["rows"]), dates)
