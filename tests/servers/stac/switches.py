"""How the API behaves, and what it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional, Union


@dataclass(frozen=True)
class Switches:
    """How the API behaves. Everything off is an honest API."""

    page_limit: int = 100
    """Items of a page when the client names no number, and the most it gets."""
    asset_base: str = ""
    """Relative asset hrefs are resolved against this URL."""
    ignore_filters: Union[bool, list[str]] = False
    """Drop "datetime", "query" and "collections" (true), or those listed, without a word."""
    empty_last_page: bool = False
    """A full page always has a next link, so the last page can be empty."""
    loop: bool = False
    """The next link leads to the same page, for ever."""
    fail_first_n: int = 0
    """So many POST searches, counted from this switch, fail with `fail_status`."""
    fail_status: int = 503
    retry_after: Optional[int] = 0
    """Seconds in the header Retry-After of a 429 or 503; None leaves it out."""
    limit_502: bool = False
    """A limit above 100 ends in 502."""
    foreign_items: bool = False
    """Mix in items of collections nobody asked for, whatever their date and clouds."""
    sas_token: str = "made-signature"
    """Storage tokens are "sig=" and this."""
    sas_lifetime_s: float = 2700
    """Until a storage token expires; below zero it is handed out expired."""
    sas_fail_first_n: int = 0
    """So many token requests, counted from this switch, fail with `sas_fail_status`."""
    sas_fail_status: int = 429

    @property
    def ignored(self) -> list[str]:
        """The filters that are dropped."""
        if isinstance(self.ignore_filters, bool):
            return ["datetime", "query", "collections"] if self.ignore_filters else []
        return self.ignore_filters


@dataclass
class Counters:
    """What was asked since the last reset."""

    requests: int = 0
    gets: int = 0
    posts: int = 0
    searches: int = 0
    failed: int = 0
    tokens: int = 0
    """Requests for storage tokens, refused ones too."""
    tokens_by_container: dict[str, int] = field(default_factory=dict)
    by_path: dict[str, int] = field(default_factory=dict)
    search_bodies: list[dict[str, Any]] = field(default_factory=list)
    """Every search as asked, in order; a GET search as the body it stands for."""
