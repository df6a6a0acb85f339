"""A CbM server's questions as methods; one at a time per result folder of the server."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ...cancellation import current_cancellation
from ...errors import SourceError, SourceUnreachable
from .address import read_address
from .http import BODY_BUDGET_S, QUESTION_BUDGET_S, CbmClient, Response
from .parameters import (
    DateRange,
    RequestSquare,
    checked_band,
    checked_bands,
    checked_level,
    checked_lut,
)
from .responses import (
    ChipList,
    ColumnTable,
    NotOffered,
    ServerFailed,
    TooManyChips,
    check_status,
    is_page_of_chips,
    product_of,
    read_chips,
    read_object,
    read_table,
    unlisted,
)
from .single_flight import POLL_S, WaitCancelled, shared_calls

if TYPE_CHECKING:
    from ...reading.network import Network

MOST_CHIPS = 24
"""New chips of one question to rawChipByLocation; more are refused as a whole."""
MOST_BATCH_FILES = 36
"""New files of one rawChipsBatch."""
MOST_TIMES = 2
"""A question answered with 500 is put once more: on a fresh place that means nothing was found."""

LONGEST_PAUSE_S = 30.0
"""A server that wants to be left alone for longer is left alone for good."""
MOST_PAUSES = 2

_BATCH = "rawChipsBatch"
_ONLY_LIST = "onlylist"
_Parsed = TypeVar("_Parsed")


class Service:
    """One CbM server under one login.

    All methods may be called from any thread, and block until the server has answered; `close`
    ends every wait at once. All raise `SourceError` with words for people, and `RequestError`
    for parameters that are not sent.
    """

    def __init__(
        self,
        address: str,
        *,
        network: Network,
        credentials: Mapping[str, str] | None = None,
    ) -> None:
        """Nothing is asked yet.

        Args:
            address: `cbm+https://host/prefix`; a login in it is taken apart.
            network: the way to the network.
            credentials: headers for this server alone, such as `Authorization`.
        """
        self.address, login = read_address(address)
        headers = {**login, **(credentials or {})}
        self._wire = CbmClient(network, self.address, headers)
        who = hashlib.sha256(repr(sorted(headers.items())).encode()).hexdigest()
        self._calls = shared_calls((self.address.root, who))
        self._closed = threading.Event()

    @property
    def identity(self) -> str:
        """`cbm+https://host/prefix`; holds no secret."""
        return self.address.identity

    def __repr__(self) -> str:
        return f"Service({self.identity!r})"

    def close(self) -> None:
        """End all waiting and let go of the connections; what the server does goes on."""
        self._closed.set()
        self._wire.close()

    @property
    def has_batch(self) -> bool:
        """False once the server was found to have no rawChipsBatch."""
        return _BATCH not in self._calls.lacks

    @property
    def knows_onlylist(self) -> bool:
        """True once the server was found to list products without making chips."""
        return _ONLY_LIST in self._calls.has

    def list_products(
        self, square: RequestSquare, period: DateRange, *, level: str, band: str
    ) -> ChipList:
        """What the server knows for the period; an older server makes the chips of `band` too.

        Raises:
            TooMany: for `{}`.
        """
        listed = self.raw_chips(square, period, level=level, band=band, only_list=True)
        if listed.is_bare:
            self._calls.has.add(_ONLY_LIST)
        return listed

    def raw_chips(
        self,
        square: RequestSquare,
        period: DateRange,
        *,
        level: str,
        band: str,
        only_list: bool = False,
        stop: threading.Event | None = None,
    ) -> ChipList:
        """Make the chips of one band (rawChipByLocation); `stop` ends the waiting.

        Raises:
            TooMany: for `{}`: split the period.
        """
        asked = {
            **square.query,
            **period.query,
            "band": checked_band(band, checked_level(level)),
            "chipsize": str(square.size_m),
            "plevel": level,
            **({_ONLY_LIST: "True"} if only_list else {}),
        }
        key = ("raw", square, level, band)
        return self._chips("rawChipByLocation", key, asked=asked, stop=stop)

    def raw_chips_batch(
        self,
        square: RequestSquare,
        products: tuple[str, ...],
        bands: tuple[str, ...],
        *,
        stop: threading.Event | None = None,
    ) -> ChipList:
        """Make products x bands (rawChipsBatch); only what was asked comes back.

        Of two tiles of one second both files are made and one is listed: the other's path is that
        of its twin.

        Raises:
            TooMany: for `{}`.
            NotOffered: when the server has no batches; `has_batch` is False from then on.
        """
        if not products or any(product_of(name) != name for name in products):
            raise SourceError("a batch needs names of products")
        body = {
            "lon": square.lon,
            "lat": square.lat,
            "tiles": list(products),
            "bands": list(checked_bands(bands, "LEVEL2A")),
            "chipsize": square.size_m,
        }
        try:
            made = self._chips(_BATCH, ("batch", square), body=body, stop=stop)
        except NotOffered:
            self._calls.lacks.add(_BATCH)
            raise
        asked = {(product, band) for product in products for band in bands}
        known = (*made.files, *unlisted(asked, made.files))
        files = tuple(file for file in known if (file.product, file.band) in asked)
        return ChipList(tuple(dict.fromkeys(file.product for file in files)), files)

    def chips_page(
        self,
        square: RequestSquare,
        period: DateRange,
        *,
        level: str,
        bands: tuple[str, str, str],
        lut: str,
    ) -> str:
        """The page of chipsByLocation, always 1280 m; its text.

        Raises:
            TooMany: for `{}`.
        """
        asked = {
            **square.query,
            **period.query,
            "bands": "_".join(checked_bands(bands, checked_level(level))),
            "lut": checked_lut(lut),
            "plevel": level,
        }
        key = ("page", square.lon, square.lat, level, asked["bands"], lut)

        def understand(answer: Response) -> str:
            check_status(answer, self.address.host)
            if answer.is_page and is_page_of_chips(answer.text):
                return answer.text
            if read_object(answer, self.address.host):
                raise SourceError(f"{self.address.host} answered without a page of chips")
            raise TooManyChips(f"{self.address.host} made no page: too many chips, or it failed")

        return self._with_retry(
            lambda: understand(self._ask("chipsByLocation", key, asked=asked)),
        )

    def table(self, name: str, asked: Mapping[str, str]) -> ColumnTable:
        """What a parcel endpoint answers; the parameters must be checked."""
        answer = self._ask(name, (name, *sorted(asked.items())), asked=asked)
        return read_table(answer, self.address.host)

    def info(self) -> Mapping[str, Any]:
        """What the server offers this login."""
        return read_object(self._ask("info", "info", asked={}), self.address.host)

    def file(
        self,
        path: str,
        stop: threading.Event | None = None,
        *,
        budget_s: float = BODY_BUDGET_S,
    ) -> bytes:
        """A result file, whole or an error; see `CbmClient.file`.

        It comes in an errand's thread: a server that stalls holds up neither who gives up nor
        the end of the program.
        """
        url = self.address.file(path)
        try:
            return self._calls.ask(
                object(),  # shared with nobody: who closes ends the own download only
                url,
                lambda: self._wire.file(url),
                is_cancelled=self._is_cancelled(stop),
                timeout_s=budget_s,
            )
        except SourceUnreachable as error:
            raise self._named(error) from error

    def _chips(
        self,
        name: str,
        key: Hashable,
        *,
        asked: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        stop: threading.Event | None = None,
    ) -> ChipList:
        return self._with_retry(
            lambda: read_chips(
                self._ask(name, key, asked=asked, body=body, stop=stop), self.address.host
            )
        )

    def _with_retry(self, ask: Callable[[], _Parsed]) -> _Parsed:
        """Empty lists after a 500 mean nothing was found; another 500 is a fault."""
        for _ in range(MOST_TIMES - 1):
            try:
                return ask()
            except ServerFailed:
                continue
        return ask()

    def _ask(
        self,
        name: str,
        key: Hashable,
        *,
        asked: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        stop: threading.Event | None = None,
    ) -> Response:
        question = (name, repr(sorted((asked or {}).items())), repr(body))
        is_cancelled = self._is_cancelled(stop)
        for pause in range(MOST_PAUSES + 1):
            try:
                answer = self._calls.ask(
                    key,
                    question,
                    lambda: self._wire.ask(name, asked, body=body),
                    is_cancelled=is_cancelled,
                    timeout_s=QUESTION_BUDGET_S,
                )
            except SourceUnreachable as error:
                raise self._named(error) from error
            if pause == MOST_PAUSES or not _is_worth_a_pause(answer):
                break
            _sleep(answer.pause_s or 0.0, is_cancelled)
        return answer

    def _named(self, error: SourceUnreachable) -> SourceUnreachable:
        host = self.address.host
        return error if host in str(error) else SourceUnreachable(f"{host}: {error}")

    def _is_cancelled(self, stop: threading.Event | None) -> Callable[[], bool]:
        own = current_cancellation()
        return lambda: (
            self._closed.is_set() or own.is_cancelled or (stop is not None and stop.is_set())
        )


def _is_worth_a_pause(answer: Response) -> bool:
    """The server says when to come back, and that is soon."""
    is_busy = answer.status in (429, 503) and answer.pause_s is not None
    return is_busy and (answer.pause_s or 0.0) <= LONGEST_PAUSE_S


def _sleep(pause_s: float, is_cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + max(pause_s, POLL_S)
    while time.monotonic() < until:
        if is_cancelled():
            raise WaitCancelled("not waited for")
        time.sleep(POLL_S)
