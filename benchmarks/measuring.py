"""A scenario measured: every contestant in a fresh process, in turns, all to the same pixels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any, Optional

from tests.servers.process import ServerProcess

from . import archive
from .contestants import CONTESTANTS, Before, Contestant
from .scenarios import Scenario
from .task import Outcome, Task

REPOSITORY = Path(__file__).resolve().parents[1]
CUT_BEFORE = {
    Before.ELSEWHERE: (archive.ELSEWHERE_LEFT, archive.ELSEWHERE_TOP),
    Before.BESIDE: (archive.BESIDE_LEFT, archive.BESIDE_TOP),
}
"""Upper left corners of chips that another process cuts before."""
TRUST = ("GDAL_CURL_CA_BUNDLE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
"""Where contestants look for certificates to trust. rasterio's wheels know the first alone."""
LAST_WORDS = 120


class FellOutError(RuntimeError):
    """A contestant could not do it; says why."""


@dataclass(frozen=True)
class Sample:
    """One run of one contestant, with what the servers counted meanwhile."""

    outcome: Outcome
    files: dict[str, Any]
    searches: int


@dataclass
class Standing:
    """All runs of one contestant; `absence` says why there is none."""

    samples: list[Sample] = field(default_factory=list)
    absence: str = ""

    def median(self, what: str) -> float:
        """Of one field of the outcomes."""
        return float(median(getattr(sample.outcome, what) for sample in self.samples))

    def count(self, what: str) -> float:
        """Of one of the file server's counters; it hardly differs from run to run."""
        return float(median(sample.files[what] for sample in self.samples))


@dataclass(frozen=True)
class Result:
    """A scenario's outcome.

    Attributes:
        standings: by contestant's name, in the order of the scenario.
        assets: files that each contestant reads from.
        whole_blocks_bytes: of all blocks that the chips touch.
    """

    scenario: Scenario
    standings: dict[str, Standing]
    assets: int
    whole_blocks_bytes: int

    def best_peer(self) -> Optional[str]:
        """The fastest that is not ours and ran in every turn."""
        there = [
            name
            for name, standing in self.standings.items()
            if CONTESTANTS[name].is_peer and CONTESTANTS[name].most_runs > 1 and standing.samples
        ]
        return min(there, key=lambda name: self.standings[name].median("wall_s"), default=None)

    def ratio(self, one: str, other: str, what: str = "wall_s") -> float:
        """Median over the turns: what else the machine does falls on both of a turn."""
        pairs = zip(self.standings[one].samples, self.standings[other].samples)
        ratios = (getattr(a.outcome, what) / getattr(b.outcome, what) for a, b in pairs)
        return float(median(ratios))


@dataclass(frozen=True)
class Arena:
    """Where contestants meet: a served archive and the interpreters."""

    archives: Path
    peers_python: Path
    say: Callable[[str], None]

    def measure(self, scenario: Scenario) -> Result:
        """Run the scenario.

        Raises:
            FellOutError: when one of ours does not read what a local read gives.
        """
        folder = archive.built_archive(self.archives, scenario.block_px, dates=scenario.dates)
        wanted = archive.chips(f"{folder}/", scenario.corners)
        with _served(folder, scenario) as (files, task):
            local = self._run(CONTESTANTS["local"], Task(wanted))
            turns = _Turns(self, scenario, files, task, local.digest)
            standings = turns.all()
        return Result(scenario, standings, len(wanted), archive.whole_blocks_bytes(wanted))

    def _run(self, contestant: Contestant, task: Task) -> Outcome:
        trust = dict.fromkeys(TRUST, task.ca_file) if task.ca_file else {}
        direct = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        done = subprocess.run(
            [
                self.peers_python if contestant.is_peer else sys.executable,
                *("-m", contestant.module, contestant.way),
            ],
            cwd=REPOSITORY,
            env={**_environment(), **direct, **trust},
            input=task.as_json(),
            capture_output=True,
            check=False,
            text=True,
        )
        if done.returncode:
            raise FellOutError(done.stderr.strip().rpartition("\n")[2][-LAST_WORDS:])
        return Outcome(**json.loads(done.stdout))


@dataclass(frozen=True)
class _Turns:
    """The turns of one scenario."""

    arena: Arena
    scenario: Scenario
    servers: tuple[ServerProcess, ServerProcess]
    task: Task
    expected: str

    def all(self) -> dict[str, Standing]:
        standings = {name: Standing() for name in self.scenario.contestants}
        for turn in range(self.scenario.repeats):
            with tempfile.TemporaryDirectory() as home:
                for name, standing in standings.items():
                    if not standing.absence and turn < CONTESTANTS[name].most_runs:
                        self._one(name, standing, Path(home))
        return standings

    def _one(self, name: str, standing: Standing, home: Path) -> None:
        contestant = CONTESTANTS[name]
        folder = home / (contestant.folder_of or name)
        folder.mkdir(exist_ok=True)
        task = replace(self.task, folder=str(folder))
        try:
            sample = self._sample(contestant, task)
        except FellOutError as error:
            if not contestant.is_peer:
                raise
            standing.absence = str(error)
            return
        finally:
            if not any(other.folder_of == name for other in CONTESTANTS.values()):
                # Else the system would write it to the disk while the next ones run.
                rmtree(folder)
        standing.samples.append(sample)
        self.arena.say(f"  {name}: {sample.outcome.wall_s:.2f} s")

    def _sample(self, contestant: Contestant, task: Task) -> Sample:
        if contestant.before in CUT_BEFORE:
            corners = [CUT_BEFORE[contestant.before]] * self.scenario.dates
            self.arena._run(contestant, replace(task, wanted=archive.chips(task.base, corners)))
        for server in self.servers:
            server.reset()
        is_second = contestant.before is Before.THE_SAME
        outcome = self.arena._run(contestant, replace(task, is_second=is_second))
        if outcome.digest != self.expected:
            raise FellOutError("read other pixels")
        files, api = self.servers
        return Sample(outcome, files.stats(), api.stats()["requests"])


def _environment() -> dict[str, str]:
    """Ours, with byte code kept: software that is installed has it, and does not compile itself."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def _served(
    folder: Path, scenario: Scenario
) -> Iterator[tuple[tuple[ServerProcess, ServerProcess], Task]]:
    """Both servers, and the task without a folder."""
    items = folder / "items.json"
    items.write_text(json.dumps(archive.stac_items(scenario.dates)), encoding="utf-8")
    with ExitStack() as stack:
        line = asdict(scenario.line)
        flags = [word for k, v in line.items() for word in (f"--{k.replace('_', '-')}", v)]
        files = stack.enter_context(ServerProcess("server", folder, *flags, package="benchmarks"))
        base = files.told["https"] if scenario.is_secure else files.url
        api = stack.enter_context(ServerProcess("stac_api", items, "--asset-base", base))
        task = Task(
            archive.chips(f"{base}/", scenario.corners),
            control=files.url,
            ca_file=files.told["ca_file"] if scenario.is_secure else "",
            api=api.url,
            items=str(items),
            base=f"{base}/",
            centre=archive.chip_centre(),
        )
        yield (files, api), task
