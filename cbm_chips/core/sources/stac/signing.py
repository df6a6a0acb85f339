"""How the files of a catalogue are opened: as they are, with a signature, or with S3 keys."""

from __future__ import annotations

import os
import re
import stat
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Callable
from urllib.parse import quote, urlsplit

from ...cancellation import current_cancellation
from ...errors import SourceError
from ...model import Asset
from ...reading.contract import Access
from ..http.urls import address_fault, is_web
from .hrefs import ALTERNATES, NOT_ON_THE_WEB
from .json_fields import instant, mapping, text, texts
from .providers import Provider

RENEW_BEFORE_S = 300.0
_OF_SIGNATURE = re.compile(r"(s([eiprstv]|ig|rt|pr|ip|dd|es|k[a-z]+|(a|u)oid|cid))=")
"""Fields of a shared access signature, as Azure's own hosts understand them."""
SHORTEST_USE_S = 5.0
"""A token that comes expired is used that long, so that a bad clock can't flood the server."""


@dataclass(frozen=True)
class _Failure:
    """A container's signature could not be had: asked from one moment to another."""

    error: SourceError
    since: float
    until: float

    def holds_at(self, now: float) -> bool:
        """For as long again as it took: who waits in a queue for it does not wait once more."""
        return self.until <= now < 2 * self.until - self.since


@dataclass(frozen=True)
class _Token:
    """A container's signature, and the files that had it."""

    query: str
    renew_at: float
    holders: set[str] = field(default_factory=set, compare=False)


class SasTokens:
    """One storage token per container, shared by all reading threads."""

    def __init__(
        self,
        ask: Callable[[str], Any],
        *,
        token_url: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Args: `ask` gets JSON from a URL; `clock` tells seconds since 1970."""
        self._ask = ask
        self._token_url = token_url.rstrip("/")
        self._clock = clock
        self._lock = threading.Lock()
        self._tokens: dict[tuple[str, str], _Token] = {}
        self._failures: dict[tuple[str, str], _Failure] = {}

    def sign(self, href: str, container: tuple[str, str], *, renew: bool) -> str:
        """The URL with a signature that is good for a while.

        `renew` makes a new token only if this file had the present one already: of many
        threads that are refused together, the first one asks.
        """
        with self._lock:
            token = self._tokens.get(container)
            refused = renew and token is not None and href in token.holders
            if token is None or refused or self._clock() >= token.renew_at:
                token = self._tokens[container] = self._new_token_or_failure(container)
            token.holders.add(href)
        address = href.partition("#")[0]
        return f"{address}{'&' if '?' in address else '?'}{token.query}"

    def _new_token_or_failure(self, container: tuple[str, str]) -> _Token:
        """A server that does not answer costs all files together what it costs the first."""
        known, since = self._failures.get(container), self._clock()
        if known is not None and known.holds_at(since):
            raise known.error
        try:
            return self._new_token(container)
        except SourceError as error:
            if not current_cancellation().is_cancelled:
                self._failures[container] = _Failure(error, since, self._clock())
            raise

    def _new_token(self, container: tuple[str, str]) -> _Token:
        account, name = (quote(part, safe="") for part in container)
        answer = mapping(self._ask(f"{self._token_url}/{account}/{name}"))
        query = text(answer.get("token")).lstrip("?")
        expiry = instant(answer.get("msft:expiry"))
        if not query:
            raise SourceError(f"no signature was given for the files of {account}/{name}")
        now = self._clock()
        lifetime = expiry.timestamp() - now if expiry else 0.0
        # A token that lives shorter than the margin is used for half its life.
        use = max(lifetime - RENEW_BEFORE_S, lifetime / 2, SHORTEST_USE_S)
        return _Token(query, renew_at=now + use)


def unsigned(href: str) -> str:
    """An Azure URL without the storage signature that the catalogue may have put in."""
    url, _, query = href.partition("?")
    fields = query.split("&")
    if not any(field.startswith("sig=") for field in fields):
        return href
    rest = "&".join(field for field in fields if not _OF_SIGNATURE.match(field))
    return f"{url}?{rest}" if rest else url


@dataclass(frozen=True)
class Bucket:
    """What is known of an S3 bucket: its region or own end point, and who may read."""

    name: re.Pattern[str]
    region: str = ""
    endpoint: str = ""
    readers: str = "everyone"


BUCKETS = (
    Bucket(re.compile(r"eodata"), endpoint="eodata.dataspace.copernicus.eu", readers="key holders"),
    Bucket(re.compile(r"sentinel-s2-l[12][ac]"), region="eu-central-1", readers="those who pay"),
    Bucket(re.compile(r"sentinel-cogs|e84-earth-search-sentinel-data"), region="us-west-2"),
    Bucket(re.compile(r"deafrica-sentinel-2[\w-]*"), region="af-south-1"),
)


def bucket_and_key(href: str) -> tuple[str, str]:
    """Of an `s3://` address, which is no URL: `#`, `?` and `%` in a key are what they are."""
    bucket, _, key = href.partition("://")[2].partition("/")
    return bucket, key


def s3_access(href: str, keys: Mapping[str, str]) -> Access:
    """GDAL options for an `s3://` file; public ones become https, which every reader knows.

    Raises:
        SourceError: when keys are needed and there are none.
    """
    name, key = bucket_and_key(href)
    href = f"s3://{name}/{key}"
    bucket = next((row for row in BUCKETS if row.name.fullmatch(name)), None)
    if bucket is None:
        return Access(href, dict(keys) or {"AWS_NO_SIGN_REQUEST": "YES"})
    return _S3_READERS[bucket.readers](href, bucket, keys)


def _for_everyone(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    name, key = bucket_and_key(href)
    return Access(f"https://{name}.s3.{bucket.region}.amazonaws.com/{quote(key)}")


def _for_key_holders(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    if "AWS_SECRET_ACCESS_KEY" not in keys:
        raise SourceError(
            f"{bucket_and_key(href)[0]} at {bucket.endpoint} needs S3 keys of one's own: "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        )
    place = {
        "AWS_S3_ENDPOINT": bucket.endpoint,
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_HTTPS": "YES",
    }
    return Access(href, {**place, **keys})


def _for_those_who_pay(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    if "AWS_SECRET_ACCESS_KEY" not in keys:
        raise SourceError(
            f"{urlsplit(href).netloc} is a requester-pays bucket of AWS: reading it needs keys "
            "of an AWS account, which pays for the transfer"
        )
    return Access(href, {"AWS_REQUEST_PAYER": "requester", "AWS_REGION": bucket.region, **keys})


_S3_READERS = {
    "everyone": _for_everyone,
    "key holders": _for_key_holders,
    "those who pay": _for_those_who_pay,
}


class AssetAccess:
    """Access to the assets of one provider."""

    def __init__(
        self, provider: Provider, *, tokens: SasTokens, s3_keys: Mapping[str, str]
    ) -> None:
        """Args: `s3_keys` are GDAL options, for `s3://` files alone."""
        self._provider = provider
        self._tokens = tokens
        self._s3_keys = dict(s3_keys)

    def open(self, asset: Asset, *, renew: bool) -> Access:
        """See `reading.contract.AccessTo`.

        This is the one place that says what is opened at all. What a server lists is on a web
        server: nothing of this computer or its network is its business, and nobody's login or
        file names are told to where its words lead.
        """
        kind = _scheme_of(asset.href)
        if _is_of_a_computer(asset.href, kind) and is_web(self._provider.url):
            raise SourceError(f"{_plainly(asset)} is not opened: {_NOT_WEB}")
        opener = _OPENERS.get(_SCHEMES.get(kind, "") or self._provider.signing)
        if opener is None or kind not in _SCHEMES:
            raise SourceError(f"{_plainly(asset)}: no way is known to open such an address")
        fault = _FAULTS[kind](asset.href)
        if fault:
            raise SourceError(f"{asset.shown} is no address of a file: {fault}")
        try:
            return opener(self, asset.href, renew)
        except ValueError as error:
            raise SourceError(f"{asset.shown} is no address: {error}") from None

    def unsigned(self, item: object) -> object:
        """An item without signatures in the addresses that are signed here anyway."""
        assets = mapping(item).get("assets")
        if not self._provider.signed_hosts or not isinstance(assets, dict):
            return item
        return {
            **mapping(item),
            "assets": {key: self._unsigned_asset(asset) for key, asset in assets.items()},
        }

    def _unsigned_asset(self, asset: object) -> object:
        kept = dict(mapping(asset))
        if text(kept.get("href")):
            kept["href"] = self._unsigned(text(kept["href"]))
        if ALTERNATES in kept:
            kept[ALTERNATES] = [self._unsigned(href) for href in texts(kept[ALTERNATES])]
        return kept

    def _unsigned(self, href: str) -> str:
        return unsigned(href) if self._is_signed(href) else href

    def _is_signed(self, href: str) -> bool:
        try:
            host = (urlsplit(href).hostname or "").lower()
        except ValueError:
            return False
        return host.endswith(self._provider.signed_hosts) if host else False

    def _plain(self, href: str, renew: bool) -> Access:
        return Access(href)

    def _signed(self, href: str, renew: bool) -> Access:
        host = (urlsplit(href).hostname or "").lower()
        if not host.endswith(self._provider.signed_hosts):
            return Access(href)
        return Access(self._tokens.sign(href, self._container(href, host), renew=renew))

    def _container(self, href: str, host: str) -> tuple[str, str]:
        azure = re.fullmatch(r"([a-z0-9]+)\.blob\.core\.windows\.net", host)
        name = urlsplit(href).path.strip("/").partition("/")[0]
        return (azure.group(1), name) if azure and name else self._provider.container

    def _s3(self, href: str, renew: bool) -> Access:
        return s3_access(href, self._s3_keys)


_OPENERS: Mapping[str, Callable[[AssetAccess, str, bool], Access]] = {
    "plain": AssetAccess._plain,
    "sas": AssetAccess._signed,
    "s3": AssetAccess._s3,
}
_SCHEMES = {"https": "", "http": "", "s3": "s3", "": "plain"}
"""Scheme of an address -> key of `_OPENERS`, empty where the provider's `signing` says which."""
_NOT_WEB = "what a catalogue on the web lists has to be on the web (http, https or s3)"
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,254}")


def is_well_known(href: str) -> bool:
    """True unless it is only guessed how such an address is opened, or known that it is not."""
    kind = _scheme_of(href)
    if kind == "s3":
        return any(row.name.fullmatch(bucket_and_key(href)[0]) for row in BUCKETS)
    return kind in _SCHEMES and not _FAULTS[kind](href)


def _scheme_of(href: str) -> str:
    """Of two letters or more, as one is a drive."""
    scheme = re.match(r"([a-z][a-z0-9+.-]+):", href, re.IGNORECASE)
    return scheme.group(1).lower() if scheme else ""


def _is_of_a_computer(href: str, kind: str) -> bool:
    return kind in ("", "file") or href.startswith(NOT_ON_THE_WEB)


def _plainly(asset: Asset) -> str:
    return asset.shown[len(NOT_ON_THE_WEB) :] if _is_marked(asset) else asset.shown


def _is_marked(asset: Asset) -> bool:
    return asset.href.startswith(NOT_ON_THE_WEB)


def _s3_fault(href: str) -> str:
    bucket, key = bucket_and_key(href)
    if not _BUCKET.fullmatch(bucket):
        return "it names no bucket"
    return "" if key.strip("/") else "it names no file of the bucket"


def _path_fault(path: str) -> str:
    """A pipe or a device would be waited for without end; GDAL's own ways lead anywhere."""
    if path.replace("\\", "/").startswith("/vsi"):
        return "it is a way of GDAL"
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return ""  # the reader will say so
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "it is a pipe or a device"


_FAULTS: Mapping[str, Callable[[str], str]] = {
    "http": address_fault,
    "https": address_fault,
    "s3": _s3_fault,
    "": _path_fault,
}
