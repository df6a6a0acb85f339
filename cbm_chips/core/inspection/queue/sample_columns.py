"""Which columns of a table say what; known samples are recognised by them, not by file names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...reasons import Reason

PARCEL_IDS = (
    "gsa_par_id",
    "parcel_id",
    "parcelid",
    "par_id",
    "pid",
    "id",
    "objectid",
    "ogc_fid",
    "fid",
    "label",
    "name",
)
"""Names of columns that are likely to hold the parcel's id, the likeliest first."""
BUCKETS = ("bucket_id", "ua_grp_id", "ua_grp", "bucket", "group")
HOLDINGS = ("gsa_hol_id", "holding_id", "hol_id")
ORDERS = ("order_added",)


@dataclass(frozen=True)
class SampleColumns:
    """Names of columns; an empty one is not there.

    Attributes:
        title: of the kind of file; empty for any table.
        parcel: the id.
        question: the bucket.
        is_list: a cell of `question` names several buckets, as `[E5],[ANC]`.
        holding, ranking, covered, order: see `QueueItem`.
    """

    parcel: str
    question: str = ""
    is_list: bool = False
    holding: str = ""
    ranking: str = ""
    covered: str = ""
    order: str = ""
    title: str = ""


@dataclass(frozen=True)
class _SampleKind:
    """A kind of file, by the columns that tell it."""

    title: str
    needs: frozenset[str]
    question: str
    is_list: bool = False


_KINDS = (
    _SampleKind(Reason("QUASSA sample"), frozenset({"gsa_par_id", "bucket_id"}), "bucket_id"),
    _SampleKind(
        Reason("QUASSA sample by parcel"), frozenset({"gsa_par_id", "buckets"}), "buckets", True
    ),
    _SampleKind(
        Reason("QUASSA parcels of holdings"),
        frozenset({"gsa_par_id", "ua_grp_id", "selected"}),
        "ua_grp_id",
    ),
    _SampleKind(
        Reason("QUASSA ranked list"),
        frozenset({"gsa_par_id", "ua_grp_id", "ranking"}),
        "ua_grp_id",
    ),
)
"""The most telling first. What JRC's sample extraction writes and reads (ec-jrc/cbm,
iacs_qa/sample_extraction)."""


def columns_of(names: Iterable[str]) -> SampleColumns:
    """What the columns of a table probably say; `parcel` is empty where none looks like an id."""
    own = {name.strip().lower(): name for name in reversed(list(names))}

    def first_of(likely: Iterable[str]) -> str:
        return next((own[name] for name in likely if name in own), "")

    kind = next((one for one in _KINDS if one.needs <= own.keys()), None)
    return SampleColumns(
        parcel=first_of(PARCEL_IDS),
        question=first_of(BUCKETS) if kind is None else own[kind.question],
        is_list=kind is not None and kind.is_list,
        holding=first_of(HOLDINGS),
        ranking=first_of(("ranking",)),
        covered=first_of(("covered",)),
        order=first_of(ORDERS),
        title="" if kind is None else kind.title,
    )
