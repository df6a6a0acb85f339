"""What the tests of bundles share: a month of a parcel, and two of its chips."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbm_chips.core import Chip
from cbm_chips.core.outputs.repeat.repeatable_run import RepeatableRun
from tests.evidence import a_run, chips_of, month_catalogue, sample_place


@pytest.fixture(scope="session")
def run(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> RepeatableRun:
    """Over a catalogue of this month alone."""
    catalog = month_catalogue(sample_archive, tmp_path_factory.mktemp("month"))
    return a_run(str(catalog), sample_place(sample_archive))


@pytest.fixture(scope="session")
def chips(run: RepeatableRun) -> list[Chip]:
    """Nobody changes them."""
    return chips_of(run)
