"""An agency's scheme comes in and goes out as a file of JSON."""

from __future__ import annotations

from pathlib import Path

from ..errors import ReadError
from ..outputs.atomic_write import replacing
from ..reasons import Reason
from .scheme import MOST_CHARACTERS, InspectionScheme, scheme_of_text


def read_scheme(path: Path) -> InspectionScheme:
    """The scheme of a file.

    Raises:
        ReadError: the file can't be read as text, in the system's words.
        RequestError: it is no scheme, naming what can't be.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(MOST_CHARACTERS + 1)
    except (OSError, UnicodeError) as error:
        raise ReadError(Reason("{error}", error=error)) from error
    return scheme_of_text(text)


def write_scheme(path: Path, text: str) -> None:
    """Write a scheme's text, see `scheme_text`.

    Raises:
        WriteError: with the file's name and the system's words.
    """
    with replacing(path) as beside:
        beside.write_text(text + "\n", encoding="utf-8")
