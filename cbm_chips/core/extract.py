"""The two calls a script needs: open a source, extract chips. Heavy packages load on first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Union

from .model import Chip, ChipRequest, FailedChip
from .sentinel2.cloud_rules import rule_called
from .sentinel2.scl import CloudRule

if TYPE_CHECKING:
    from .cache import ChipCache
    from .reading.contract import Reader
    from .reading.network import Network
    from .sample_archive import OnProgress
    from .sources.registry import OpenSource
    from .sources.source import Source

USER_CACHE = "user"
"""Means the on-disk cache in the user's cache folder."""


def open_source(
    name: str,
    *,
    network: Network | None = None,
    credentials: Mapping[str, str] | None = None,
    sample_folder: Path | None = None,
    on_sample: OnProgress | None = None,
) -> OpenSource:
    """The source called `name`; see `sources.registry.open_source`."""
    from .sources import registry

    return registry.open_source(
        name,
        network=network,
        credentials=credentials,
        sample_folder=sample_folder,
        on_sample=on_sample,
    )


def extract_chips(
    request: ChipRequest,
    source: Source,
    *,
    cache: Union[ChipCache, str, Path, None] = USER_CACHE,
    reader: Reader | None = None,
    rule: Union[CloudRule, str, None] = None,
) -> Iterator[Union[Chip, FailedChip]]:
    """The chips of a request, in order of arrival; stop iterating to cancel.

    Args:
        request: what is wanted.
        source: who lists the scenes.
        cache: a cache, a folder for one, None to read everything; by default the user's own.
            A folder that can't be used costs speed only; the log (`logging`) says so.
        reader: cuts the windows; by default the fast reader, over the source's network.
        rule: what counts as clear; a name out of `CLOUD_RULES` as well.

    Raises:
        RequestError: field `cloud_rule`, for a name that is none.
        SourceError: when the source can't be asked.
    """
    from .pipeline.run import Tools, run
    from .reading.default_reader import default_reader

    with ExitStack() as own:
        opened = own.enter_context(opened_cache(cache))
        if reader is None:
            stores = opened.file_stores if opened else None
            reader = own.enter_context(closing(default_reader(source.network, stores=stores)))
        named = rule_called(rule) if isinstance(rule, str) else rule
        tools = Tools(reader, opened, named or CloudRule())
        for event in own.enter_context(closing(run(request, source, tools))):
            if isinstance(event, (Chip, FailedChip)):
                yield event


@contextmanager
def opened_cache(cache: Union[ChipCache, str, Path, None]) -> Iterator[ChipCache | None]:
    """For `with`: the cache that is meant; closed at the end if it was opened here."""
    from .cache import ChipCache, open_default

    if isinstance(cache, ChipCache) or cache is None:
        yield cache
        return
    opened = open_default(None if cache == USER_CACHE else Path(cache))
    try:
        yield opened
    finally:
        if opened is not None:
            opened.close()
