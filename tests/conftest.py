"""What all tests share: the built-in sample archive, and how much hypothesis tries."""

from __future__ import annotations

import gc
import os
import re
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import IO

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from cbm_chips.core import sample_archive as sample
from tests.effort import USUAL_EXAMPLES, examples, representatives
from tests.new_threads import NewThreads
from tests.servers.process import REPOSITORY

OURS = str(REPOSITORY / "cbm_chips")

# To look for garbage after each 700 new objects takes a tenth of the tests' time, and more while
# they are collected, when there is none.
gc.set_threshold(20_000, 20, 100)
gc.disable()

# The same examples every time, and no clock: a busy machine is no failure.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    max_examples=examples(USUAL_EXAMPLES),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")

# Numbers that stand in the code are tried, too: in ours, for which a thousand files of Debian's
# packages (not in a folder "site-packages", so hypothesis takes them for ours) need not be parsed.
if hasattr(providers, "is_local_module_file"):
    providers.is_local_module_file = lambda path: path.startswith(OURS)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Build it before any test begins: on a busy machine it takes longer than a test may."""
    gc.collect()
    # Thousands of tests live as long as the process: no need to look at them again, nor to take
    # them down at its end, where shapely 1.8 crashes: its library is gone before its geometries.
    gc.freeze()
    gc.enable()
    if not session.config.option.collectonly and any(
        "sample_archive" in getattr(item, "fixturenames", ()) for item in session.items
    ):
        kept_archive()


def pytest_sessionfinish() -> None:
    """Garbage that complains is heard here; pytest looks ten times more, at what is left."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse a test whose name differs from process to process: tests run in several."""
    for item in items:
        if re.search(r" at 0x[0-9a-f]{6,}", item.nodeid):
            raise pytest.UsageError(f"{item.nodeid}: its name holds an address, give it `ids`")
    left_out = _left_to_a_thorough_run(items)
    if left_out:
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
        items[:] = [item for item in items if item not in left_out]


def _left_to_a_thorough_run(items: list[pytest.Item]) -> set[pytest.Item]:
    """Of the tests that stack several `parametrize`, all but `representatives`."""
    stacked: dict[str, dict[tuple[str, ...], pytest.Item]] = defaultdict(dict)
    for item in items:
        values = tuple(getattr(getattr(item, "callspec", None), "_idlist", ()))
        if len(values) > 1:
            stacked[item.nodeid.partition("[")[0]][values] = item
    left_out: set[pytest.Item] = set()
    for combinations in stacked.values():
        chosen = set(representatives(list(combinations)))
        left_out.update(item for values, item in combinations.items() if values not in chosen)
    return left_out


@pytest.fixture(scope="session")
def sample_archive() -> Path:
    """Path of its catalog.json; never written to."""
    return kept_archive()


@pytest.fixture
def new_threads() -> NewThreads:
    """The threads that begin in this test."""
    return NewThreads()


def kept_archive() -> Path:
    """One is kept for each state of its code, built once for all processes that wait for it.

    `make clean` removes them.
    """
    code = sorted(Path(sample.__file__).parent.glob("*.py"))
    state = sha256(b"".join(file.read_bytes() for file in code)).hexdigest()[:16]
    archives = REPOSITORY / "build" / "test-archive"
    archives.mkdir(parents=True, exist_ok=True)
    with open(archives / "lock", "w", encoding="utf-8") as lock:
        _wait_for(lock)
        return sample.build_sample(archives / state)


def _wait_for(lock: IO[str]) -> None:
    """Until no other process has it; on Windows tests run in one process."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
