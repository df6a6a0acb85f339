"""The index of a folder of bundles: one row for each answer, as a page and as a table."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...outputs.html.escaping import as_name, as_text
from ...outputs.run_folder.table import as_cell
from ...reasons import Reason
from ..values import FIRST_LOOK, Outcome, QueueItem
from .contents import PDF, SHEET
from .files import SUMS
from .made_picture import PictureProof
from .record_json import FORMAT, RECORD_JSON
from .sheet_html import foot, head
from .sheet_words import LABELS, LOOKS, OUTCOME_COLOURS, OUTCOMES, REASONS

if TYPE_CHECKING:
    from .sheet_values import Say

INDEX_HTML, INDEX_CSV = "index.html", "index.csv"
COLUMNS = (
    *("parcel", "question", "holding", "ranking", "sample_order", "look", "outcome", "reason"),
    *("confidence_pct", "comment", "last_before", "first_after", "position", "replaced_by"),
    *("inspector", "decided", "pictures", "proved", "different", "not_made", "bundle"),
)
_SHOWN = ("parcel", "question", "answer", "reason", "inspector", "decided", "pictures", "files")


@dataclass(frozen=True)
class StoredBundle:
    """A bundle that is in the folder.

    Attributes:
        name: of its folder, or of the zip with its ending.
        record: its `record.json`.
        has_pdf: the sheet is there as a PDF.
    """

    name: str
    record: Mapping[str, Any]
    has_pdf: bool = False

    @property
    def parcel(self) -> str:
        """Its id."""
        return str(self.record["parcel"])

    @property
    def is_zip(self) -> bool:
        """One file."""
        return self.name.endswith(".zip")

    @property
    def checked(self) -> str:
        """The file whose hash vouches for all of it."""
        return self.name if self.is_zip else f"{self.name}/{SUMS}"


def stored_bundles(folder: Path) -> list[StoredBundle]:
    """The bundles in a folder, whoever wrote them, by name; what is none is passed over."""
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return [one for one in map(_stored, paths) if one is not None]


def _stored(path: Path) -> StoredBundle | None:
    try:
        if path.is_dir():
            content = (path / RECORD_JSON).read_bytes()
            has_pdf = (path / PDF).is_file()
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                names = packed.namelist()
                top = names[0].partition("/")[0]  # as it was called when it was written
                content = packed.read(f"{top}/{RECORD_JSON}")
                has_pdf = f"{top}/{PDF}" in names
        else:
            return None
        record = json.loads(content)
        is_ours = record["format"] == FORMAT and isinstance(record["parcel"], str)
        return StoredBundle(path.name, record, has_pdf) if is_ours else None
    except (OSError, ValueError, LookupError, TypeError, zipfile.BadZipFile):
        return None


IndexRow = Mapping[str, Any]


def index_rows(
    bundles: Iterable[StoredBundle], queue: Iterable[QueueItem] = ()
) -> list[dict[str, Any]]:
    """A row for each answer that stands, in the order of the queue; its open questions, too."""
    items = tuple(queue)
    order = {item.parcel: number for number, item in enumerate(reversed(items))}
    known = sorted(bundles, key=lambda one: (-order.get(one.parcel, -1), one.name))
    rows = [row for bundle in known for row in _rows(bundle)]
    answered = {(row["parcel"], row["question"]) for row in rows}
    for item in items:
        if item.key not in answered:
            rows.append({**_item(item), "outcome": "", "look": FIRST_LOOK, "bundle": ""})
    if not items:
        return rows
    place = {item.key: number for number, item in enumerate(items)}
    return sorted(rows, key=lambda row: place.get((row["parcel"], row["question"]), len(items)))


def _item(item: QueueItem) -> dict[str, Any]:
    return {
        "parcel": item.parcel,
        "question": item.question,
        "holding": item.holding,
        "ranking": item.ranking,
        "sample_order": item.order,
    }


def _rows(bundle: StoredBundle) -> Iterator[dict[str, Any]]:
    """Of each question and look the last, unless it was taken back."""
    last = {(row["question"], row["look"]): row for row in bundle.record["answers"]}
    proofs = [one["proof"] for one in bundle.record["pictures_made_again"]]
    counts = {
        "pictures": len(proofs),
        "proved": proofs.count(PictureProof.PROVED.value),
        "different": proofs.count(PictureProof.DIFFERENT.value),
        "not_made": proofs.count(PictureProof.NOT_MADE.value),
        "bundle": bundle.name,
        "has_pdf": bundle.has_pdf,
    }
    standing = [row for row in last.values() if row["outcome"] is not None]
    for row in standing or list(last.values())[-1:]:
        yield {**row, **counts}


def index_csv(rows: Iterable[IndexRow]) -> bytes:
    """The table, with a line of names; ids are texts."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row.get(name) for name in COLUMNS)
        writer.writerow(["" if cell is None else as_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8", "replace")


def index_html(rows: Iterable[IndexRow], say: Say) -> bytes:
    """The page, with links to the bundles beside it."""
    told = list(rows)
    title = say(Reason("Evidence of parcels"))
    count = say(Reason("{count} parcels", count=len({row["parcel"] for row in told})))
    head_cells = "".join(f'<th scope="col">{as_text(say(_LABELS[one]))}</th>' for one in _SHOWN)
    body = "".join(f"<tr>{_cells(row, say)}</tr>\n" for row in told)
    page = (
        f'{head(title)}<header>\n<h1>{as_text(title)}</h1>\n<p class="lead">{as_text(count)}</p>\n'
        f'</header>\n<main>\n<div class="wide"><table>\n<thead><tr>{head_cells}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>\n</main>\n"
        f"<footer>\n<p>CbM Chips</p>\n</footer>\n{foot()}"
    )
    return page.encode("utf-8", "replace")


def _cells(row: IndexRow, say: Say) -> str:
    reason = str(row.get("reason") or "")
    cells = (
        _parcel(row),
        as_text(_question(row, say)),
        _outcome(row, say),
        as_text(say(REASONS.get(reason, reason))),
        as_text(row.get("inspector") or ""),
        as_text(str(row.get("decided") or "")[:16].replace("T", " ")),
        as_text(_proofs(row, say)),
        _links(row),
    )
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _parcel(row: IndexRow) -> str:
    name = as_name(row["parcel"])
    href = _href(row)
    return f'<a href="{href}">{name}</a>' if href else name


def _href(row: IndexRow) -> str:
    """Names of bundles are letters, digits and `._-`."""
    bundle = str(row.get("bundle") or "")
    if not bundle:
        return ""
    return as_text(bundle if bundle.endswith(".zip") else f"{bundle}/{SHEET}")


def _links(row: IndexRow) -> str:
    bundle = str(row.get("bundle") or "")
    if not bundle or bundle.endswith(".zip"):
        return as_text(bundle)
    names = (SHEET, *((PDF,) if row.get("has_pdf") else ()), RECORD_JSON, SUMS)
    return " ".join(f'<a href="{as_text(bundle)}/{name}">{name}</a>' for name in names)


def _question(row: IndexRow, say: Say) -> str:
    question = str(row["question"])
    is_second = row["look"] != FIRST_LOOK
    return f"{question} ({say(LOOKS[row['look']])})" if is_second else question


def _outcome(row: IndexRow, say: Say) -> str:
    outcome = row.get("outcome")
    if not outcome:
        return as_text(say(_TAKEN_BACK if row.get("decided") else _OPEN))
    known = Outcome(outcome)
    colour, words = OUTCOME_COLOURS[known], as_text(say(OUTCOMES[known]))
    return f'<b class="mark" style="background: {colour}">{words}</b>'


def _proofs(row: IndexRow, say: Say) -> str:
    """`3 of 4 proved`."""
    if not row.get("pictures"):
        return ""
    return say(
        Reason("{proved} of {pictures} proved", proved=row["proved"], pictures=row["pictures"])
    )


_OPEN = Reason("not answered yet")
_TAKEN_BACK = Reason("taken back")
_LABELS = {**LABELS, "files": Reason("Files"), "pictures": Reason("Pictures")}
