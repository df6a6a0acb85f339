"""How a file is opened right now: the signed URL and what goes with it. Never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ..model import Asset


@dataclass(frozen=True)
class Access:
    """What opens one asset at this moment.

    Attributes:
        url: path, http(s) URL (signed if need be) or `s3://bucket/key`.
        options: GDAL options for this file alone, such as S3 endpoint and keys.
    """

    url: str
    options: Mapping[str, str] = field(default_factory=dict, repr=False)


class AccessTo(Protocol):
    """A source's way of opening its assets; called from reading threads, just before a read."""

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """The access to `asset`; `renew` asks for a fresh signature after a refusal.

        Raises:
            SourceError: when no access can be had, saying why.
        """


def open_plainly(asset: Asset, *, renew: bool = False) -> Access:
    """Access for files that need none."""
    return Access(asset.href)
