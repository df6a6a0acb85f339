"""Network settings for searches and reads: proxy, certificates, time-outs, retries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from ..reasons import Reason

if TYPE_CHECKING:
    import requests

RETRIED_STATUSES = (429, 500, 502, 503, 504)
POOL_SIZE = 32
LONGEST_WAIT_S = 30.0
SLOWEST_BYTES_S = 10_000.0
FOR_EVER_S = 1e9


@dataclass(frozen=True)
class Network:
    """Proxy, certificates, time-outs and retries.

    Attributes:
        proxy_url: `http://host:port`, or None to follow the environment.
        proxy_userpwd: login for the proxy, a colon in the middle; lives in memory only.
        no_proxy: hosts that are connected to directly, comma separated.
        ca_file: certificates to trust instead of the built-in ones.
        connect_timeout_s, read_timeout_s: no call waits longer without a byte received.
        retries: further tries after the first.
        retry_delay_s: wait before the second try; it doubles each time.
        question_timeout_s: for all tries of one request of a search, to the first byte of the
            response; one that arrives slower than `SLOWEST_BYTES_S` then is cancelled as well.
        search_timeout_s: for all requests of a search together.
        file_budget_s: for all tries of one file together, see `TimeBudget`.
    """

    proxy_url: str | None = field(default=None, repr=False)
    proxy_userpwd: str | None = field(default=None, repr=False)
    no_proxy: str = ""
    ca_file: str | None = None
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 30.0
    retries: int = 4
    retry_delay_s: float = 0.5
    file_budget_s: float = 60.0
    user_agent: str = "cbm-chips"
    question_timeout_s: float = 60.0
    search_timeout_s: float = 300.0

    def session(self, *, connections: int = POOL_SIZE) -> requests.Session:
        """A session that retries on throttling and server faults, for POST as well.

        It keeps `connections` open for each host.
        urllib3 leaves POST out by default; a STAC search changes nothing and can be repeated.
        """
        import requests
        from requests.adapters import HTTPAdapter

        retry = _retries(
            total=self.retries,
            connect=1,
            read=1,
            backoff_factor=self.retry_delay_s,
            status_forcelist=RETRIED_STATUSES,
            allowed_methods=None,
            respect_retry_after_header=True,
            raise_on_status=False,
        )
        session = requests.Session()
        adapter = _adapter_of(HTTPAdapter, self)(max_retries=retry, pool_maxsize=connections)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        session.headers["User-Agent"] = self.user_agent
        return session

    def proxies(self, url: str) -> Mapping[str, str] | None:
        """The proxies for `url` as requests takes them; None to follow the environment."""
        if not self.proxy_url:
            return None
        from requests.utils import should_bypass_proxies

        if self.no_proxy and should_bypass_proxies(url, self.no_proxy):
            return {}
        proxy = _with_login(self.proxy_url, self.proxy_userpwd)
        return {"http": proxy, "https": proxy}

    def without_login(self) -> Network:
        """For other machines: where the proxy takes a login, they follow their own environment."""
        has_login = self.proxy_userpwd or "@" in (self.proxy_url or "")
        return replace(self, proxy_url=None, proxy_userpwd=None) if has_login else self

    @property
    def timeout_s(self) -> tuple[float, float]:
        """(connect, read) in seconds, as requests takes it."""
        return (self.connect_timeout_s, self.read_timeout_s)


def _retries(**how: Any) -> Any:  # noqa: ANN401
    """urllib3's retries, with a limit on the server's Retry-After."""
    from urllib3.util.retry import Retry

    class BoundedRetry(Retry):
        def get_retry_after(self, response: Any) -> float | None:  # noqa: ANN401
            asked_s = retry_after_s(response.headers.get("Retry-After"))
            return None if asked_s is None else min(asked_s, LONGEST_WAIT_S)

    return BoundedRetry(**how)


def retry_after_s(header: str | None) -> float | None:
    """Seconds of a Retry-After, which has seconds or a date (RFC 9110, 10.2.3); None if broken."""
    word = (header or "").strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]*)?", word):
        return float(word)
    try:
        moment = parsedate_to_datetime(word)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.utc)
        return max((moment - datetime.now(timezone.utc)).total_seconds(), 0.0)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def in_words(seconds: float) -> str:
    """A span of time for people: `12 hours`."""
    if not seconds < FOR_EVER_S:
        return Reason("for ever")
    if seconds >= 2 * 86400:
        return Reason("{count} days", count=round(seconds / 86400))
    if seconds >= 2 * 3600:
        return Reason("{count} hours", count=round(seconds / 3600))
    if seconds >= 2 * 60:
        return Reason("{count} minutes", count=round(seconds / 60))
    return Reason("{count} seconds", count=round(seconds))


def _adapter_of(base: Any, network: Network) -> Any:  # noqa: ANN401
    """`base`, which gives every request our proxy, certificates and, if it has none, time-outs.

    A session's own would be overridden by the environment, and its proxies have no exceptions.
    """

    class Adapter(base):  # type: ignore[misc]
        def send(self, request: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            if kwargs.get("timeout") is None:
                kwargs["timeout"] = network.timeout_s
            proxies = network.proxies(request.url)
            if proxies is not None:
                kwargs["proxies"] = proxies
            if network.ca_file:
                kwargs["verify"] = network.ca_file
            return super().send(request, **kwargs)

        def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ANN401
            from requests.exceptions import SSLError

            try:
                super().cert_verify(conn, url, verify, cert)
            except OSError:
                raise SSLError(
                    Reason("the certificates to be trusted can't be read from {path}", path=verify)
                ) from None

    return Adapter


def _with_login(proxy_url: str, userpwd: str | None) -> str:
    if not userpwd:
        return proxy_url
    from urllib.parse import quote

    user, _, word = userpwd.partition(":")
    scheme, _, host = proxy_url.rpartition("://")
    return f"{scheme or 'http'}://{quote(user, safe='')}:{quote(word, safe='')}@{host}"
