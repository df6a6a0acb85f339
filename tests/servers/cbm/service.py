"""Which path leads to which query, and what stands before every query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable, Optional
from urllib.parse import parse_qsl, unquote

from . import chips, login, parcels
from .catalogue import Catalogue, archive_products, made_up_products
from .directories import Directories
from .files import result_file
from .info import info
from .replies import LOGIN_PAGE, CrashError, Reply, SqlError, error_page
from .series import parcel_time_series
from .switches import Ledger, Switches
from .tables import Database

_FILES = re.compile(r"/(?:static/tmp|dump)/([^/]+)/([^/]+)")


@dataclass(frozen=True)
class Question:
    """A request, read.

    Attributes:
        target: path and query as they came, below the prefix.
        posted: JSON of the body; None without.
        is_json: the body was declared as JSON.
        is_malformed: and was none.
    """

    method: str
    target: str
    headers: Message
    caller: str
    posted: Any = None
    is_json: bool = False
    is_malformed: bool = False

    @property
    def path(self) -> str:
        """The decoded path."""
        return unquote(self.target.partition("?")[0])

    @property
    def asked(self) -> dict[str, str]:
        """Parameters of the query; of repeated ones the first counts."""
        pairs = parse_qsl(self.target.partition("?")[2], keep_blank_values=True)
        return dict(reversed(pairs))


class Service:
    """The service over an archive."""

    def __init__(self, archive: Path) -> None:
        self.directories = Directories()
        self.database = Database(archive)
        self.ledger = Ledger()
        self._archive = archive_products(archive)
        self.catalogue: Catalogue = self._archive
        self.url = ""

    def show_products(self, rows: Optional[list[dict[str, Any]]]) -> None:
        """Made-up products in place of the archive's; None brings the archive back."""
        self.catalogue = self._archive if rows is None else made_up_products(rows)

    def file(self, question: Question) -> Optional[Reply]:
        """A result file, if the path is one's."""
        found = _FILES.fullmatch(question.path)
        if found is None:
            return None
        return result_file(self.directories, found[1], found[2], question.headers)

    def query(self, question: Question, switches: Switches) -> Reply:
        """Login, then the query; every crash is a page with status 500."""
        name = question.path.partition("/query/")[2]
        if name not in QUERIES or (name == "rawChipsBatch" and not switches.batch):
            return error_page(HTTPStatus.NOT_FOUND)
        method, query = QUERIES[name]
        if question.method not in _METHODS[method]:
            return error_page(HTTPStatus.METHOD_NOT_ALLOWED)
        authorization = question.headers.get("Authorization", "")
        try:
            refused = login.refusal(authorization, question.asked)
            if refused is not None:
                self.ledger.add(refused=1)
                return refused
            return query(self, self._call(question, switches), question)
        except CrashError:
            return error_page(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _call(self, question: Question, switches: Switches) -> chips.Call:
        return chips.Call(
            asked=question.asked,
            catalogue=self.catalogue,
            directories=self.directories,
            switches=switches,
            ledger=self.ledger,
            caller=question.caller,
            url=self.url,
        )


_Query = Callable[[Service, chips.Call, Question], Reply]
_METHODS = {"GET": ("GET", "HEAD"), "POST": ("POST",)}


def _info(service: Service, call: chips.Call, question: Question) -> Reply:
    user = login.typed_name(question.headers.get("Authorization", "")) or ""
    return info(call, service.database, user)


def _by_parcel_id(service: Service, call: chips.Call, _question: Question) -> Reply:
    """Today a decoded object is decoded again: 500 whatever is asked."""
    if not call.switches.answers_by_parcel_id:
        raise CrashError("the JSON object must be str, bytes or bytearray, not dict")
    try:
        found = parcels.row_of(call, service.database)
    except SqlError as error:
        raise CrashError("no such key") from error
    if found is None:
        raise CrashError("list index out of range")
    row, table = found
    return chips.raw_chip_around(call, row.centre(table.srid))


def _pictures_by_parcel_id(_service: Service, _call: chips.Call, _question: Question) -> Reply:
    raise CrashError("the JSON object must be str, bytes or bytearray, not dict")


def _batch(_service: Service, call: chips.Call, question: Question) -> Reply:
    if not question.is_json:
        raise CrashError("no JSON")
    if question.is_malformed:
        return error_page(HTTPStatus.BAD_REQUEST)
    return chips.raw_chips_batch(call, question.posted)


QUERIES: dict[str, tuple[str, _Query]] = {
    "info": ("GET", _info),
    "parcelByLocation": ("GET", lambda s, call, _: parcels.parcel_by_location(call, s.database)),
    "parcelByID": ("GET", lambda s, call, _: parcels.parcel_by_id(call, s.database)),
    "parcelsByPolygon": ("GET", lambda s, call, _: parcels.parcels_by_polygon(call, s.database)),
    "parcelTimeSeries": ("GET", lambda s, call, _: parcel_time_series(call, s.database)),
    "chipsByLocation": ("GET", lambda _s, call, _: chips.chips_by_location(call)),
    "chipsByParcelID": ("GET", _pictures_by_parcel_id),
    "rawChipByLocation": ("GET", lambda _s, call, _: chips.raw_chip_by_location(call)),
    "rawChipByParcelID": ("GET", _by_parcel_id),
    "rawChipsBatch": ("POST", _batch),
}
"""Names are case-sensitive; what the original has beyond these is not served."""

SIGN_IN = Reply(LOGIN_PAGE.encode())
HALF_JSON = Reply(b'{"dates": ["2022', "application/json")
NOT_A_FILE = Reply(b"<!doctype html><html><body>Maintenance</body></html>")
