"""What gives the chips of one place again, without anything that opens a door."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ...addresses import may_hold_secret
from ...model import ChipRequest
from ...sentinel2.scl import CloudRule
from ...sources.stac.providers import PROVIDERS, without_secrets


@dataclass(frozen=True)
class RepeatableRun:
    """One place, one period, one source.

    Attributes:
        request: what is wanted.
        source: as `open_source` takes it; see `source_without_secrets`.
        login: id of an authentication configuration of QGIS; empty for none.
        rule: what counts as clear.
        is_source_whole: False where something of the source's address is left out.
    """

    request: ChipRequest
    source: str
    login: str = ""
    rule: CloudRule = field(default_factory=CloudRule)
    is_source_whole: bool = True

    @classmethod
    def of(
        cls, request: ChipRequest, source: str, *, login: str = "", rule: CloudRule | None = None
    ) -> RepeatableRun:
        """The run, whatever the address of its source holds."""
        plain = source_without_secrets(source)
        is_whole = plain == source.strip()
        return cls(request, wherever(plain), login, rule or CloudRule(), is_whole)


def wherever(source: str) -> str:
    """A path of this computer as it is called in every folder; anything else as it is."""
    if not source or source in PROVIDERS or "://" in source:
        return source
    try:
        path = Path(source)
        return str(path.absolute()) if path.exists() else source
    except (OSError, ValueError):
        return source


def source_without_secrets(source: str) -> str:
    """The address without login, and without a query or a path that may hold a key or signature.

    A name, a path of this computer, and an address without any of these stay as they are.
    """
    text = source.strip()
    scheme, separator, _ = text.partition("://")
    if not separator:
        return text
    bare = without_secrets(text)
    _, asks, query = text.partition("?")
    host = bare[len(scheme) + len(separator) :].partition("/")[0]
    candidates = (f"{bare}{asks}{query}", bare, bare.partition("#")[0])
    sound = (one for one in candidates if not may_hold_secret(f'"{one}"'))
    return next(sound, f"{scheme}{separator}{host}/")
