"""The endpoints of a CbM server as methods."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...errors import SourceError
from ...reasons import Reason
from .wire.address import read_address
from .wire.http import BODY_BUDGET_S, Response
from .wire.parameters import (
    RAW_CHIPS,
    DateRange,
    RequestSquare,
    checked_bands,
    checked_level,
    checked_lut,
    raw_chips_query,
)
from .wire.request_queue import RequestQueue, ServiceRequest
from .wire.responses import (
    ChipList,
    ColumnTable,
    NotOffered,
    TooManyChips,
    check_status,
    is_page_of_chips,
    product_of,
    read_object,
    read_table,
    unlisted,
)

if TYPE_CHECKING:
    from ...reading.network import Network

MOST_CHIPS = 24
"""New chips of one request to rawChipByLocation; more are refused as a whole."""
MOST_BATCH_FILES = 36
"""New files of one rawChipsBatch."""

_BATCH = "rawChipsBatch"
_ONLY_LIST = "onlylist"


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
        """Nothing is requested yet.

        Args:
            address: `cbm+https://host/prefix`; a login in it is taken apart.
            network: proxy, certificates and time-outs.
            credentials: headers for this server alone, such as `Authorization`.
        """
        self.address, login = read_address(address)
        headers = {**login, **(credentials or {})}
        self._queue = RequestQueue(network, self.address, headers)

    @property
    def identity(self) -> str:
        """`cbm+https://host/prefix`; holds no secret."""
        return self.address.identity

    def __repr__(self) -> str:
        return f"Service({self.identity!r})"

    def close(self) -> None:
        """End all waiting and close the connections; the server goes on with its work."""
        self._queue.close()

    @property
    def has_batch(self) -> bool:
        """False once the server was found to have no rawChipsBatch."""
        return _BATCH not in self._queue.lacks

    @property
    def knows_onlylist(self) -> bool:
        """True once the server was found to list products without making chips."""
        return _ONLY_LIST in self._queue.has

    def list_products(
        self, square: RequestSquare, period: DateRange, *, level: str, band: str
    ) -> ChipList:
        """What the server knows for the period; an older server makes the chips of `band` too.

        Raises:
            TooManyChips: for `{}`.
        """
        listed = self.raw_chips(square, period, level=level, band=band, only_list=True)
        if listed.is_bare:
            self._queue.has.add(_ONLY_LIST)
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
            TooManyChips: for `{}`: split the period.
        """
        query = raw_chips_query(square, period, level=level, band=band)
        if only_list:
            query[_ONLY_LIST] = "True"
        key = ("raw", square, level, band)
        return self._queue.chips(ServiceRequest(RAW_CHIPS, key, query), stop)

    def raw_chips_batch(
        self,
        square: RequestSquare,
        products: tuple[str, ...],
        bands: tuple[str, ...],
        *,
        stop: threading.Event | None = None,
    ) -> ChipList:
        """Make products x bands (rawChipsBatch); returns what was requested only.

        Of two tiles of one second both files are made and one is listed: the other's path is that
        of its twin.

        Raises:
            TooManyChips: for `{}`.
            NotOffered: when the server has no batches; `has_batch` is False from then on.
        """
        if not products or any(product_of(name) != name for name in products):
            raise SourceError(Reason("a batch needs names of products"))
        body = {
            "lon": square.lon,
            "lat": square.lat,
            "tiles": list(products),
            "bands": list(checked_bands(bands, "LEVEL2A")),
            "chipsize": square.size_m,
        }
        try:
            request = ServiceRequest(_BATCH, ("batch", square), body=body)
            made = self._queue.chips(request, stop)
        except NotOffered:
            self._queue.lacks.add(_BATCH)
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
            TooManyChips: for `{}`.
        """
        query = {
            **square.query,
            **period.query,
            "bands": "_".join(checked_bands(bands, checked_level(level))),
            "lut": checked_lut(lut),
            "plevel": level,
        }
        key = ("page", square.lon, square.lat, level, query["bands"], lut)
        request = ServiceRequest("chipsByLocation", key, query)

        return self._queue.with_retry(lambda: self._page_in(self._queue.ask(request)))

    def _page_in(self, response: Response) -> str:
        host = self.address.host
        check_status(response, host)
        if response.is_page and is_page_of_chips(response.text):
            return response.text
        if read_object(response, host):
            raise SourceError(Reason("{host} answered without a page of chips", host=host))
        raise TooManyChips(Reason("{host} made no page: too many chips, or it failed", host=host))

    def table(self, name: str, query: Mapping[str, str]) -> ColumnTable:
        """The table of a parcel endpoint; the parameters must be checked."""
        request = ServiceRequest(name, (name, *sorted(query.items())), query)
        return read_table(self._queue.ask(request), self.address.host)

    def info(self) -> Mapping[str, Any]:
        """What the server offers this login."""
        return read_object(self._queue.ask(ServiceRequest("info", "info")), self.address.host)

    def file(
        self,
        path: str,
        stop: threading.Event | None = None,
        *,
        budget_s: float = BODY_BUDGET_S,
    ) -> bytes:
        """A result file, whole or an error; see `RequestQueue.file`."""
        return self._queue.file(self.address.file(path), stop, budget_s=budget_s)
