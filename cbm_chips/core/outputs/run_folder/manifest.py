"""The list of a run's files, in the form in which the CbM service answers for raw chips.

`{"dates": ["20190602T104031", ...], "chips": ["parcel-1/20190602T104031_....tif", ...]}`: the
acquisition times rise, and `dates[i]` belongs to `chips[i]`. Unlike the service's, the paths are
relative to the manifest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ...errors import RequestError
from ...reasons import Reason
from ..names import MANIFEST
from ..numbered_files import is_numbered, stand_ins_of

INSTEAD = "instead"
"""Member of a manifest: lists that could not be replaced, and the names that theirs have now."""
_LABEL = re.compile(r"\d{8}T\d{6}(_\w+)?")


@dataclass(frozen=True)
class ManifestEntry:
    """One file of a manifest: its date label and where it is."""

    label: str
    path: Path


def manifest_text(
    entries: Iterable[tuple[str, str]],
    *,
    rules: Sequence[str] = (),
    repeat: Mapping[str, object] | None = None,
    instead: Mapping[str, str] | None = None,
) -> str:
    """The manifest of (date label, file relative to its folder), in any order.

    Behind what the service's manifest has stand `rules`, by which the dates were judged, `repeat`,
    how the run is made again (`Repetition.content`), and `instead`: see `INSTEAD`.
    """
    rows = sorted(entries)
    content: dict[str, object] = {
        "dates": [label for label, _ in rows],
        "chips": [file for _, file in rows],
    }
    if rules:
        content["cloud_rule"] = "; ".join(rules)
    if repeat:
        content["repeat"] = repeat
    if instead:
        content[INSTEAD] = dict(instead)
    return json.dumps(content, indent=1) + "\n"


def read_manifest(path: Path) -> tuple[ManifestEntry, ...]:
    """The files of a manifest, oldest first, as they are listed.

    Raises:
        RequestError: field `manifest`, when there is none, or it is none, or it lists a file
            outside its folder.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise RequestError(
            "manifest",
            str(path),
            Reason("the folder of a run with its manifest.json ({error})", error=error),
        ) from None
    labels, files = _lists(content, path)
    return tuple(_entry(label, file, path) for label, file in zip(labels, files))


def newest_manifest(folder: Path) -> Path:
    """That of the last run into a folder: beside the one of before where that was in use."""
    plain = folder / MANIFEST
    return next(filter(_is_manifest, stand_ins_of(plain)), plain)


def _is_manifest(path: Path) -> bool:
    try:
        read_manifest(path)
    except RequestError:
        return False
    return True


def names_instead(manifest: Path) -> dict[str, str]:
    """See `INSTEAD`, of those that are there; none where there is no manifest."""
    folder = manifest.parent
    try:
        told = json.loads(manifest.read_text(encoding="utf-8-sig"))[INSTEAD]
        numbered = {wanted: name for wanted, name in told.items() if is_numbered(name, wanted)}
        return {wanted: name for wanted, name in numbered.items() if (folder / name).is_file()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _lists(content: Any, path: Path) -> tuple[list[str], list[str]]:  # noqa: ANN401
    found = [
        content.get(name) if isinstance(content, dict) else None for name in ("dates", "chips")
    ]
    labels, files = found
    if (
        not isinstance(labels, list)
        or not isinstance(files, list)
        or len(labels) != len(files)
        or not all(isinstance(text, str) for text in (*labels, *files))
    ):
        raise RequestError(
            "manifest", str(path), Reason('{{"dates": [...], "chips": [...]}}, equally long')
        )
    return labels, files


def path_within(folder: Path, file: str) -> Path | None:
    """A file that a list names, None where its name leads out of the folder."""
    parts = PurePosixPath(file).parts
    if not parts or ".." in parts or any(set(part) & set("\\:\0/") for part in parts):
        return None
    return folder.joinpath(*parts)


def _entry(label: str, file: str, path: Path) -> ManifestEntry:
    if not _LABEL.fullmatch(label):
        raise RequestError("manifest", label, Reason("dates as YYYYMMDDTHHMMSS"))
    within = path_within(path.parent, file)
    if within is None:
        raise RequestError("manifest", file, Reason("relative paths within the run's folder"))
    return ManifestEntry(label, within)
