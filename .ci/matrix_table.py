"""What `make matrix` has run, kept in a table of rows, and README's table, which is made of it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

BEGIN = "<!-- make matrix: begin -->"
END = "<!-- make matrix: end -->"
EMPTY = "not run"
AGAIN = "of these again"
"""How a row is called that ran only what had failed in the row before."""


@dataclass(frozen=True)
class Row:
    """One value of an environment: a version, or what a part's run came to."""

    environment: str
    name: str
    value: str
    run: str = ""  # AGAIN, where it ran only what had failed before
    seconds: str = ""
    commit: str = ""
    date: str = ""

    @property
    def told(self) -> str:
        """For a cell of the table."""
        if not self.commit:
            return self.value
        return f"{self.value} ({self.commit}, {self.date}, {self.seconds} s)"


def kept(path: Path, rows: Sequence[Row]) -> list[Row]:
    """The rows of the file and these, which take the place of former ones; the file has all."""
    all_rows = merged(loaded(path), rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [field.name for field in fields(Row)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(row) for row in all_rows)
    return all_rows


def loaded(path: Path) -> list[Row]:
    """The rows of the file, if there is one."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def merged(former: Sequence[Row], new: Sequence[Row]) -> list[Row]:
    """A whole run takes the place of a former one and of what ran again after it.

    What ran with other versions of an environment goes: the table has no place to tell them.
    """
    versions = {(row.environment, row.name): row.value for row in former if not row.commit}
    renewed = {
        row.environment
        for row in new
        if not row.commit and versions.get((row.environment, row.name), row.value) != row.value
    }
    kept_rows = [row for row in former if not row.commit or row.environment not in renewed]
    values: dict[tuple[str, str], list[Row]] = {}
    for row in [*kept_rows, *new]:
        key = (row.environment, row.name)
        values[key] = [*values.get(key, []), row] if row.run else [row]
    return [row for rows in values.values() for row in rows]


def put_into(text: str, rows: Sequence[Row]) -> str:
    """`text` with the table of `rows` between the two marks.

    Raises:
        ValueError: the marks are not there.
    """
    before, _, rest = text.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"no table between {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{written(rows)}{END}{after}"


def written(rows: Sequence[Row]) -> str:
    """A Markdown table: a column an environment, all in the order in which they first came."""
    cells: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (row.name, row.environment)
        before = cells.get(key, EMPTY)
        cells[key] = f"{before}; {row.run}: {row.told}" if row.run else row.told
    columns = list(dict.fromkeys(row.environment for row in rows))
    names = list(dict.fromkeys(row.name for row in rows))
    lines = [["", *columns], ["---"] * (len(columns) + 1)]
    lines += [[name, *(cells.get((name, column), EMPTY) for column in columns)] for name in names]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def counts(told: str, status: int) -> str:
    """What the last lines of pytest's runs count; of anything else, whether it went well."""
    found: Counter[str] = Counter()
    for line in re.findall(r"^=+ (.* in [\d.]+s.*) =+$", told, re.MULTILINE):
        for number, word in re.findall(r"(\d+) (failed|errors?|passed|skipped|xfailed)", line):
            found["errors" if word == "error" else word] += int(number)
    if not found:
        return "failed" if status else "done"
    return ", ".join(
        f"{number:,} {'error' if (number, word) == (1, 'errors') else word}"
        for word, number in found.items()
    )
