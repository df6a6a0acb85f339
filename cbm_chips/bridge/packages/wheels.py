"""The wheels that are installed, each pinned by its SHA-256, and what is in the folder of them."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import ChipsError
from ...core.reasons import Reason


class PackageError(ChipsError):
    """A package could not be installed or removed; nothing has changed."""


@dataclass(frozen=True)
class Wheel:
    """One file of a package index (binary distribution format, PEP 427), pure Python.

    Attributes:
        name: of the package, as an import and in the file's name.
        version: exact.
        sha256: of the file, in hexadecimal.
    """

    name: str
    version: str
    sha256: str

    @property
    def project(self) -> str:
        """Its name in an index (PEP 503)."""
        return self.name.replace("_", "-")

    @property
    def pin(self) -> str:
        """As pip takes it."""
        return f"{self.project}=={self.version}"

    @property
    def file_name(self) -> str:
        """The same in every index."""
        return f"{self.name}-{self.version}-py3-none-any.whl"

    @property
    def information(self) -> str:
        """The folder with what an installed one says of itself."""
        return f"{self.name}-{self.version}.dist-info"

    def owns(self, entry: str) -> bool:
        """An entry of the folder is of this package, in whatever version."""
        return entry == self.name or (
            entry.startswith(f"{self.name}-") and entry.endswith(".dist-info")
        )


def _pinned(line: str) -> Wheel:
    name, version, sha256 = line.replace("==", " ").replace("--hash=sha256:", "").split()
    return Wheel(name, version, sha256)


WHEELS = tuple(
    map(_pinned, Path(__file__).with_name("wheels.txt").read_text(encoding="utf-8").splitlines())
)
"""The packages that may be installed, as pip's file of requirements pins them."""


def check(wheel: Wheel, content: bytes, origin: str) -> None:
    """Raises `PackageError` for any other file than the pinned one; `origin` is for people."""
    if hashlib.sha256(content).hexdigest() != wheel.sha256:
        raise PackageError(
            Reason(
                "{file} from {origin} is not the file that was expected (its SHA-256 differs): "
                "it was not installed",
                file=wheel.file_name,
                origin=origin,
            )
        )


def unpack(content: bytes, folder: Path) -> None:
    """Unpack a checked wheel.

    Raises:
        OSError: when the folder can't be written to.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)


def is_whole(wheel: Wheel, folder: Path) -> bool:
    """The pinned version lies in the folder, and each file is as its record says."""
    record = folder / wheel.information / "RECORD"
    try:
        rows = list(_recorded(record))
        return bool(rows) and all(_digest(folder / path) == sha for path, sha in rows)
    except (OSError, ValueError, csv.Error):
        return False


def _recorded(record: Path) -> Iterator[tuple[str, str]]:
    """Paths and digests; the record has none of itself. Scripts lie elsewhere: pip's business."""
    with record.open(encoding="utf-8", newline="") as file:
        for path, digest, _ in csv.reader(file):
            if digest.startswith("sha256=") and not path.startswith(".."):
                yield path, digest[len("sha256=") :]


def _digest(path: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
