"""Which other sources may be asked, or offered, beside the chosen one."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.model import ChipRequest
from ...core.sources.stac.providers import PROVIDERS
from .providers import ProviderRow


def alternatives(
    chosen: ProviderRow, rows: Iterable[ProviderRow], request: ChipRequest
) -> tuple[ProviderRow, ...]:
    """The rows that may answer the same request, those after the chosen one first.

    Never one that needs a login and has none. They may be offered; asked, without a click, only
    those that are compared.
    """
    listed = list(rows)
    at = next((number for number, row in enumerate(listed) if row.source == chosen.source), -1)
    others = [*listed[at + 1 :], *listed[: max(at, 0)]]
    return tuple(row for row in others if may_stand_in(row, request))


def may_stand_in(row: ProviderRow, request: ChipRequest) -> bool:
    """It is a catalogue on the web that has the request's level and ground."""
    known = PROVIDERS.get(row.source)
    has_level = known is None or request.level in known.levels
    is_open = bool(row.authcfg) or known is None or not known.needs_login
    return (
        row.is_comparable and has_level and is_open and row.may_show(request.place, request.size_m)
    )
