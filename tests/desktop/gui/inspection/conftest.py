"""A dock whose queue and record are closed after each test: it may be kept for the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import settle, wait_for


@pytest.fixture
def dock(dock: Any) -> Iterator[Any]:
    inspection = dock.inspection
    inspection.refresh()  # the settings of an earlier test are forgotten
    dock.judging.events.set_windows(())
    yield dock
    wait_for(lambda: not inspection.answers.kept.is_writing)
    inspection.desk.close()
    inspection.answers.record.close()
    settle()
