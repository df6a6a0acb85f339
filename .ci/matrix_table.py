"""The table of versions in README: a column an environment, its cells replaced one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

BEGIN = "<!-- make matrix: begin -->"
END = "<!-- make matrix: end -->"
EMPTY = "not run"


@dataclass(frozen=True)
class Cell:
    """A value of the table."""

    row: str
    column: str
    value: str


def put_into(text: str, cells: Sequence[Cell]) -> str:
    """`text` with `cells` in the table between the two marks; what they don't name stays.

    Raises:
        ValueError: the marks are not there.
    """
    before, _, rest = text.partition(BEGIN)
    table, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"no table between {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{written([*read(table), *cells])}{END}{after}"


def read(table: str) -> list[Cell]:
    """The cells of a Markdown table."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in table.splitlines()
        if line.strip().startswith("|")
    ]
    if not rows:
        return []
    (_, *columns), _, *body = rows
    return [
        Cell(name, column, value)
        for name, *values in body
        for column, value in zip(columns, values)
    ]


def written(cells: Sequence[Cell]) -> str:
    """A Markdown table of the last value of each cell, rows and columns as they first came."""
    values = {(cell.row, cell.column): cell.value for cell in cells}
    columns = list(dict.fromkeys(cell.column for cell in cells))
    rows = list(dict.fromkeys(cell.row for cell in cells))
    lines = [["", *columns], ["---"] * (len(columns) + 1)]
    lines += [[row, *(values.get((row, column), EMPTY) for column in columns)] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def counts(told: str, status: int) -> str:
    """What the last lines of pytest's runs count; of anything else, whether it went well."""
    found: Counter[str] = Counter()
    for line in re.findall(r"^=+ (.* in [\d.]+s.*) =+$", told, re.MULTILINE):
        for number, word in re.findall(r"(\d+) (failed|errors?|passed|skipped|xfailed)", line):
            found["errors" if word == "error" else word] += int(number)
    if not found:
        return "failed" if status else "done"
    return ", ".join(f"{number:,} {word}" for word, number in found.items())
