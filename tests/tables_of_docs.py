"""Tables of the documentation, to be compared with what they tell of."""

from __future__ import annotations

from pathlib import Path


def rows_below(page: Path, heading: str) -> list[list[str]]:
    """Cells of the first table below a heading, its own heading left out."""
    _, _, rest = page.read_text(encoding="utf-8").partition(f"{heading}\n")
    lines = iter(rest.splitlines())
    first = next(line for line in lines if line.startswith("|"))
    table = [first]
    for line in lines:
        if not line.startswith("|"):
            break
        table.append(line)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]
