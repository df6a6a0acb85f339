"""Inspections of the sample's parcels as they come out of the dock, for tests of evidence."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from cbm_chips.core import Chip, ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.extract import opened_cache
from cbm_chips.core.inspection.picture_evidence import picture_evidence
from cbm_chips.core.inspection.values import (
    InspectionAnswer,
    InspectionEntry,
    Outcome,
    ParcelEvidence,
    QueueItem,
)
from cbm_chips.core.outputs.repeat.repeatable_run import RepeatableRun
from cbm_chips.core.outputs.repeat.request_text import request_text
from cbm_chips.core.pipeline.run import Tools
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.sample_archive import sample_parcels
from tests.builders import utc

MONTH = {"start": "2022-05-01", "end": "2022-05-31"}
MONTH_IN_NAME = "_202205"
BANDS = ("B08", "B04", "B03")
OPENED = utc("2022-11-02T09:00:00")


def a_run(source: str, place: Place, **others) -> RepeatableRun:
    """A month of a place."""
    request = ChipRequest(place, bands=BANDS, **{**MONTH, "size_m": 640, **others})
    return RepeatableRun.of(request, source)


def month_catalogue(catalog: Path, folder: Path) -> Path:
    """A catalogue of the sample's items of the month alone: a search reads all that are linked."""
    found = [path for path in catalog.parent.glob("*/*/*.json") if MONTH_IN_NAME in path.stem]
    links = [{"rel": "item", "href": str(path)} for path in sorted(found)]
    root = {"type": "Catalog", "id": "month", "stac_version": "1.0.0", "description": ""}
    (folder / "catalog.json").write_text(json.dumps({**root, "links": links}), encoding="utf-8")
    return folder / "catalog.json"


def sample_place(catalog: Path, number: int = 0, label: str = "") -> Place:
    """The place of a parcel of the sample."""
    parcel = sample_parcels(catalog)[number]
    return replace(Place.of_parcel(parcel.outline, label or parcel.id), details=parcel.crop_name)


def chips_of(run: RepeatableRun, count: int = 2, cache=None) -> list[Chip]:
    """The first clear dates of a run."""
    with open_source(run.source) as source:
        found = extract_chips(run.request, source, cache=cache)
        chips = [one for one in found if isinstance(one, Chip)]
    chips.sort(key=lambda chip: (chip.cloud_fraction or 0, chip.scene.acquired))
    return sorted(chips[:count], key=lambda chip: chip.scene.acquired)


def an_answer(
    run: RepeatableRun, chips=(), *, question="E5", outcome=Outcome.CONFIRMED, look=None, **others
) -> InspectionEntry:
    """An answer to a question of the run's place, which rests on the chips."""
    place, minutes = run.request.place, others.pop("after_minutes", 0)
    fields = {
        "item": QueueItem(place.label, question, "000077", "12", "1", "3", (("gsa", "x"),)),
        "answer": InspectionAnswer(outcome, comment="straw on the field", confidence_pct=80),
        "inspector": "Anna Muster",
        "opened": OPENED + timedelta(minutes=minutes),
        "decided": OPENED + timedelta(minutes=minutes, seconds=42),
        "viewed_s": 41.5,
        "question_text": "Was it mown?",
        "request": request_text(run),
        "campaign": "2022",
        "scheme": "ACRES",
        "sample": "IE_extracted_sample",
        "parcel": ParcelEvidence(
            place.outline.wkb if place.outline else b"", place.details, 120, 12.0, True, 9, 15
        ),
        "pictures": tuple(
            picture_evidence(chip, look or Look(), series=chips, viewed_s=3.5) for chip in chips
        ),
    }
    return InspectionEntry(**{**fields, **others})


def reading_from(cache_path: Path | None = None):
    """Opens what a record names; with a cache in a folder, or without one."""

    @contextmanager
    def open_run(run: RepeatableRun):
        with open_source(run.source) as source, opened_cache(cache_path) as cache:
            reader = default_reader(source.network, stores=cache.file_stores if cache else None)
            try:
                yield source, Tools(reader, cache, run.rule)
            finally:
                reader.close()

    return open_run
