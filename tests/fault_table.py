"""The table of faults in docs/reliability.md: what is said, what is kept, what a retry does.

    python -m tests.fault_table     # have them all, and write the table

Each row is a run over two dates at real servers that misbehave;
`tests/core/pipeline/test_faults.py` holds that the page says what happens.
"""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Union

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.errors import ChipsError
from cbm_chips.core.model import Chip, FailedChip
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import wait_for_reads
from tests.open_files import held_open
from tests.sample_servers import Served, served
from tests.servers.process import REPOSITORY

PAGE = REPOSITORY / "docs" / "reliability.md"
BEGIN, END = "<!-- faults: made -->", "<!-- end of faults -->"
HEAD = "| fault | message | kept | a retry |\n|---|---|---|---|"
PATIENT = Network(
    retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60, file_budget_s=300
)
HURRIED = replace(PATIENT, read_timeout_s=2, file_budget_s=20)
"""Where a server does not answer at all: on a busy machine others may be late, too."""
PLACE = Place(lon=5.664, lat=52.694)
TWO_DATES = ChipRequest(
    PLACE, start="2022-06-01", end="2022-06-15", bands=("B04", "B08", "SCL"), size_m=640
)
DATES = 2
ONE_DATE, ONE_FILE = "20220609.*tif", "20220609.*B04.tif"


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        title: in the table.
        files: rules of the file server, see `tests.servers.range_files.Fault`.
        api: switches of the catalog's server, see `tests.servers.stac_api.Switches`.
        spoil: makes it, and unmakes it, where the servers can't.
        network: how long it is waited for.
    """

    title: str
    files: tuple[Mapping[str, Any], ...] = ()
    api: Mapping[str, Any] = field(default_factory=dict)
    spoil: Callable[[Path], AbstractContextManager[None]] = lambda home: nullcontext()
    network: Network = PATIENT


@dataclass(frozen=True)
class Outcome:
    """Of a run: what people are told, and what they have."""

    messages: tuple[str, ...]
    dates: int
    lacking: int

    @property
    def kept(self) -> str:
        """For the table."""
        words = f"{self.dates} of {DATES} dates"
        return f"{words}, {self.lacking} of them without a band" if self.lacking else words


@contextmanager
def _a_file_instead(path: Path) -> Iterator[None]:
    path.write_text("somebody's", encoding="utf-8")
    yield
    path.unlink()


@contextmanager
def _an_open_file(path: Path) -> Iterator[None]:
    """Of an earlier run with other pixels, as Windows treats it."""
    path.parent.mkdir(parents=True)
    path.write_text("of an earlier run", encoding="utf-8")
    with held_open(path):
        yield


def _file(home: Path) -> Path:
    scene = "S2A_T31UFU_20220609T105355_L2A"
    return home / "run" / "5.66400_52.69400" / f"20220609T105623_{scene}.B04.tif"


def _of_first(kind: str) -> tuple[Mapping[str, Any], ...]:
    """Of as many requests as a file has retries: they may all be of one file."""
    return ({"match": "tif", "kind": kind, "times": PATIENT.retries},)


def _of_date(kind: str, match: str = ONE_DATE) -> tuple[Mapping[str, Any], ...]:
    return ({"match": match, "kind": kind, "seconds": 600},)


FAULTS = (
    Fault("429 for the first two requests of files", _of_first("429")),
    Fault("503 for the first two requests of files", _of_first("503")),
    Fault("503 for one date, for ever", _of_date("503")),
    Fault("403 for one date", _of_date("403")),
    Fault("404 for one file", _of_date("404", ONE_FILE)),
    Fault("one date's responses are cut short", _of_date("cut")),
    Fault("one date's connections are reset", _of_date("reset")),
    Fault("one date's files hold other bytes", _of_date("garbage")),
    Fault("a web page in place of one date's files", _of_date("html")),
    Fault("one date's files come whole, not by ranges", _of_date("ignore_range")),
    Fault("no response for one date", _of_date("stall"), network=HURRIED),
    Fault("the search is answered 503 once", api={"fail_first_n": 1}),
    Fault("the search is answered 503, for ever", api={"fail_first_n": 10**6}),
    Fault("the search is answered 403", api={"fail_first_n": 10**6, "fail_status": 403}),
    Fault(
        "a file lies in place of the cache's folder",
        spoil=lambda home: _a_file_instead(home / "cache"),
    ),
    Fault(
        "a program has one date's file open, as on Windows",
        spoil=lambda home: _an_open_file(_file(home)),
    ),
    Fault(
        "a spreadsheet has the table of an earlier run open, as on Windows",
        spoil=lambda home: _an_open_file(home / "run" / "chips.csv"),
    ),
)


SOUND = {"fail_first_n": 0, "fail_status": 503}
"""Of the search; said each time, as a server keeps what the fault before has switched."""


def observed(fault: Fault, servers: Served, home: Path) -> str:
    """Have it happen, lift it, try again: the row of the table."""
    servers.reset()
    try:
        with fault.spoil(home):
            servers.files.set_faults([dict(rule) for rule in fault.files])
            servers.api.switch(**{**SOUND, **fault.api})
            first = _run(servers, home, fault.network)
    finally:
        servers.api.switch(**SOUND)
        servers.reset()
    again = _run(servers, home, PATIENT)
    requests = "what lacked is read" if servers.pixel_requests() else "no request for pixels"
    message = "<br>".join(first.messages) or "none"
    return f"| {fault.title} | {message} | {first.kept} | {again.kept}, {requests} |"


def _run(servers: Served, home: Path, network: Network) -> Outcome:
    """A script's run: read with a cache, write a folder."""
    results: list[Union[Chip, FailedChip]] = []
    messages: list[str] = []
    count = 0
    with _words_of_the_log(messages):
        try:
            with open_source(servers.api.url, network=network) as source:
                run = RunWriter(home / "run")
                with run:
                    for result in extract_chips(TWO_DATES, source, cache=home / "cache"):
                        results.append(result)
                        run.add(PLACE, result)
                count = run.finish().count
                messages += run.finish().problems
        except ChipsError as error:
            messages.append(str(error))
        wait_for_reads(timeout_s=60)
    messages += [words for result in results for words in _said_of(result)]
    plain = sorted({_plain(words, home) for words in messages})
    chips = [one for one in results if isinstance(one, Chip)]
    return Outcome(tuple(plain), count, sum(bool(one.failures) for one in chips))


def _said_of(result: Union[Chip, FailedChip]) -> list[str]:
    if isinstance(result, Chip):
        return [f"{band}: {why}" for band, why in result.failures.items()]
    return [result.reason]


@contextmanager
def _words_of_the_log(words: list[str]) -> Iterator[None]:
    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            words.append(record.getMessage())

    log, handler = logging.getLogger("cbm_chips"), Keeping(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def _plain(words: str, home: Path) -> str:
    """Without what differs from run to run."""
    words = words.replace(str(home), "…")
    words = re.sub(r"(https?://)?127\.0\.0\.1(:\d+)?", "the server", words)
    return words.replace("|", "/").replace("\n", " ")


def rows_in(page: str) -> list[str]:
    """The table's rows as they stand there."""
    table = page.partition(BEGIN)[2].partition(END)[0]
    return [line for line in table.splitlines() if line.startswith("| ")][1:]


def main() -> None:
    """Write the table."""
    from tests.conftest import kept_archive

    rows = []
    with tempfile.TemporaryDirectory() as work, served(kept_archive(), Path(work)) as servers:
        for number, fault in enumerate(FAULTS):
            home = Path(work, str(number))
            home.mkdir()
            rows.append(observed(fault, servers, home))
            print(rows[-1], flush=True)  # noqa: T201
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    table = "\n".join([HEAD, *rows])
    PAGE.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
