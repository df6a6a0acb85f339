"""Scenes from a STAC API, or from a static STAC catalogue on disk or on a web server."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable

from ...addresses import may_hold_secret
from ...errors import SourceError
from ...model import ChipRequest, Scene, Search, Unusable
from ...reading.contract import Access
from ...reading.network import Network
from ...reading.origins import is_web, login_apart
from ...reasons import Reason, packed, unpacked
from ..http.json_client import JsonClient
from ..http.response_body import parse_json
from ..source import SearchResult
from .asset_access import AssetAccess
from .catalog import CatalogSearch
from .items.item_filter import ItemFilter
from .items.scene_ids import told_apart
from .json_fields import items, text
from .kept_pages import KeptPages
from .providers import Provider, name_of, without_secrets
from .sas_tokens import SasTokens

if TYPE_CHECKING:
    from ...model import Asset
    from ...reading.contract import Reader

_S3_PREFIX = "AWS_"
_BROKEN_OFF = '"is_broken_off": true'
"""In a response, as JSON is written here."""


class StacSource:
    """One STAC catalogue as a `Source`."""

    def __init__(
        self,
        *,
        provider: Provider,
        network: Network,
        credentials: Mapping[str, str] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Nothing is requested yet.

        Args:
            provider: row of `PROVIDERS`, or one made of what the user typed.
            network: proxy, certificates and time-outs.
            credentials: `AWS_...` are GDAL options for `s3://` files; anything else is a header
                for the catalogue's own hosts.
            clock: seconds since 1970, by which signatures and kept pages grow old.
        """
        url, login = login_apart(provider.url)
        secrets = {**login, **(credentials or {})}
        self._provider = provider = replace(provider, url=url)
        self.network = network
        self._client = JsonClient(
            network,
            headers={key: word for key, word in secrets.items() if not key.startswith(_S3_PREFIX)},
            homes=(provider.url, provider.token_url),
            busy_statuses=provider.busy_statuses,
        )
        self._pages = KeptPages(clock)
        self._asset_access = AssetAccess(
            provider,
            tokens=SasTokens(self._client.json, token_url=provider.token_url, clock=clock),
            s3_keys={key: word for key, word in secrets.items() if key.startswith(_S3_PREFIX)},
        )

    def __enter__(self) -> StacSource:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"StacSource({self.identity!r})"

    @property
    def identity(self) -> str:
        """The provider's id; a typed URL without login, and with a digest of its query."""
        provider = self._provider
        return name_of(provider.url) if is_web(provider.id) else without_secrets(provider.id)

    @property
    def _shown(self) -> str:
        """The provider's name for people."""
        return without_secrets(self._provider.id)

    @property
    def is_remote(self) -> bool:
        """True unless the catalogue is a file of this computer."""
        return is_web(self._provider.url)

    @property
    def pixel_hosts(self) -> tuple[str, ...]:
        """See `Source.pixel_hosts`."""
        return self._provider.pixel_hosts

    @property
    def is_shareable(self) -> bool:
        """See `Source.is_shareable`: a question ends with the run that asks."""
        return True

    @property
    def lists_freely(self) -> bool:
        """See `Source.lists_freely`."""
        return True

    def fetch(self, request: ChipRequest) -> bytes:
        """See `Source.fetch`; the response is JSON with the items, unsigned, as listed."""
        *_, whole = self.fetch_in_parts(request)
        return whole.content

    def fetch_in_parts(self, request: ChipRequest) -> Iterator[SearchResult]:
        """See `Source.fetch_in_parts`; a part is the first of several pages."""
        self._provider.check_level(request.level)
        client = self._client.within(self.network.search_timeout_s)
        catalogue = CatalogSearch(self._provider, client, self._pages, identity=self._shown)
        try:
            root = catalogue.root()
            for found in catalogue.search(root, request):
                answer = {
                    "base": without_secrets(root.url),
                    "collections": found.collections,
                    "items": [self._asset_access.unsigned(item) for item in found.items],
                    "notes": [packed(note) for note in found.notes],
                    "is_broken_off": found.is_broken_off,
                }
                yield SearchResult(_dumped(answer), found.is_whole)
        except SourceError:
            if not client.stop.is_cancelled:
                self._pages.forget()
            raise

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """See `Source.parse`; no server is trusted to have kept to the request."""
        content = _opened(answer)
        ranks = [text(name) for name in items(content.get("collections"))]
        item_filter = ItemFilter(request, provider=self._shown, ranks=tuple(ranks))
        verdicts = told_apart([item_filter.classify(raw) for raw in content["items"]])
        notes = [unpacked(note) for note in items(content.get("notes"))]
        left_out = Counter(verdict for verdict in verdicts if isinstance(verdict, str))
        notes += [
            Reason("{count} entries left out: {why}", count=number, why=why)
            for why, number in left_out.items()
            if why
        ]
        scenes = [verdict for verdict in verdicts if isinstance(verdict, Scene)]
        if any(asset.media == "jp2" for scene in scenes for asset in scene.assets.values()):
            notes.append(Reason("some files are JPEG 2000, which is read slowly"))
        unusable = [verdict for verdict in verdicts if isinstance(verdict, Unusable)]
        return Search(tuple(scenes), tuple(unusable), tuple(notes))

    def may_keep(self, answer: bytes) -> bool:
        """See `Source.may_keep`: not with addresses in it that may open a door, nor a part."""
        words = answer.decode()
        return _BROKEN_OFF not in words and not may_hold_secret(words)

    def access(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `reading.contract.AccessTo`."""
        way = self._asset_access.open(asset, renew=renew)
        return replace(way, headers=self._client.login(way.url))

    def reader(self, general: Reader) -> Reader:
        """See `Source.reader`: the general one, as a catalogue lists plain files."""
        return general

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()


def _dumped(answer: dict[str, Any]) -> bytes:
    try:
        return json.dumps(answer).encode()
    except RecursionError:
        kept = [item for item in answer["items"] if _can_be_dumped(item)]
        lost = len(answer["items"]) - len(kept)
        note = Reason("{count} entries left out: nested too deeply", count=lost)
        notes = (*answer["notes"], packed(note))
        return json.dumps({**answer, "items": kept, "notes": notes}).encode()


def _can_be_dumped(item: object) -> bool:
    try:
        return bool(json.dumps([[item]]))
    except RecursionError:
        return False


def _opened(answer: bytes) -> Mapping[str, Any]:
    try:
        content = parse_json(answer.decode())
    except (ValueError, RecursionError) as error:
        raise SourceError(
            Reason("this is no answer of a STAC source: {error}", error=error)
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("items"), list):
        raise SourceError(Reason("this is no answer of a STAC source: it has no list of items"))
    return content
