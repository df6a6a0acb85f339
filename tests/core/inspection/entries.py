"""Answers of made-up inspections."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Optional

from cbm_chips.core.inspection.values import (
    InspectionAnswer,
    InspectionEntry,
    Outcome,
    ParcelEvidence,
    PictureEvidence,
    QueueItem,
)

MORNING = datetime(2026, 11, 30, 8, 0, 0, 123000, tzinfo=timezone.utc)
CONFIRMED, NOT_CONFIRMED = Outcome.CONFIRMED, Outcome.NOT_CONFIRMED
INCONCLUSIVE, IMPOSSIBLE = Outcome.INCONCLUSIVE, Outcome.CANNOT_BE_INSPECTED


def an_item(parcel: str = "00417", question: str = "E5", **more: str) -> QueueItem:
    """A row of a sample as QUASSA writes it."""
    told = {"holding": "H1", "ranking": "7", "covered": "1", "order": "3", **more}
    cells = (
        ("bucket_id", question),
        ("gsa_par_id", parcel),
        ("gsa_hol_id", told["holding"]),
        ("ranking", told["ranking"]),
        ("covered", told["covered"]),
        ("order_added", told["order"]),
    )
    return QueueItem(parcel, question, cells=cells, **told)


def an_entry(
    parcel: str = "00417",
    question: str = "E5",
    outcome: Optional[Outcome] = CONFIRMED,
    **more: object,
) -> InspectionEntry:
    """An answer that took half a minute; `reason` and `comment` belong to the answer."""
    words = {name: more.pop(name) for name in ("reason", "comment") if name in more}
    told = InspectionEntry(
        item=an_item(parcel, question),
        answer=InspectionAnswer(outcome, **words),
        inspector="Anna",
        opened=MORNING,
        decided=MORNING + timedelta(seconds=30),
    )
    return replace(told, **more)


def outline(west: float = 10.0) -> bytes:
    """A square as well-known binary."""
    corners = ((0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01), (0, 0))
    told = struct.pack("<BIII", 1, 3, 1, len(corners))
    return told + b"".join(struct.pack("<dd", west + x, 50.0 + y) for x, y in corners)


def a_picture(scene: str = "S2B_32UPB_20260512_0_L2A", **more: object) -> PictureEvidence:
    """One date that was looked at."""
    return replace(
        PictureEvidence(
            provider="Earth Search",
            collection="sentinel-2-c1-l2a",
            scene=scene,
            product="S2B_MSIL2A_20260512T101559_N0511_R065_T32UPB_20260512T134209",
            acquired=datetime(2026, 5, 12, 10, 20, 4, 24000, tzinfo=timezone.utc),
            baseline="05.11",
            offsets="B04 -1000",
            flag="clear",
            cloud_fraction=0.0,
            shown_as="B08_B04_B03 5_95",
            viewed_s=4.5,
            sha256="ab" * 32,
            grid="EPSG:32632 600000 5500000 10 128 128",
        ),
        **more,
    )


def full_parcel() -> ParcelEvidence:
    """Evidence of a parcel in which every field says something."""
    return ParcelEvidence(
        geometry_wkb=outline(),
        details="maize, 1.2 ha",
        full_pixels=12,
        lost_pct=41.5,
        is_observable=True,
        clear_dates=9,
        longest_gap_days=24,
        freshest=date(2026, 11, 1),
        cloud_rule="strict",
    )


def full_entry() -> InspectionEntry:
    """An answer in which every field says something."""
    return InspectionEntry(
        item=an_item(),
        answer=InspectionAnswer(
            NOT_CONFIRMED,
            reason="cloud gap",
            confidence_pct=80,
            comment="Mähd nach dem 1. Juli: “late”",
            last_before=date(2026, 5, 12),
            first_after=date(2026, 5, 17),
            position="inside",
        ),
        inspector="Anna Müller",
        opened=MORNING,
        decided=MORNING + timedelta(seconds=41),
        viewed_s=38.25,
        look=2,
        question_text="Mown?",
        window_name="No mowing",
        window_first=date(2026, 3, 15),
        window_last=date(2026, 7, 1),
        machine="mowing 2026-05-13/2026-05-16 0.8",
        is_machine_seen=False,
        replaced_by="00999",
        request='{"bands": ["B08"], "size_m": 1280}',
        campaign="2026",
        scheme="Agency",
        sample="77_extracted_sample",
        scheme_sha256="cd" * 32,
        parcel=full_parcel(),
        pictures=(a_picture(), a_picture("S2A_32UPB_20260517_0_L2A", acquired=None)),
    )
