"""Which path leads to which query, and what stands before every query."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable, Optional, Union
from urllib.parse import parse_qsl, unquote

from . import chips, login, parcels
from .catalogue import Catalogue, archive_products, made_up_products
from .directories import Directories
from .files import result_file
from .info import info
from .replies import LOGIN_PAGE, CrashError, Reply, SqlError, empty_object, error_page
from .seed import SEED_PRODUCTS
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
        self.drawn = random.Random()
        self.url = ""

    def show_products(self, which: Union[str, list[dict[str, Any]], None]) -> None:
        """Made-up products in place of the archive's; None brings the archive back.

        `seed` are those of the documentation's example. A row's "parcel" is the id of the one
        whose pixels have the classes of "scl" in just these numbers.
        """
        if which in (None, ARCHIVE):
            self.catalogue = self._archive
            return
        rings = {row.pid: row.ring for row in self.database.fields}
        rows = SEED_PRODUCTS if which == SEED else which
        self.catalogue = made_up_products([_painted(row, rings) for row in rows or ()])  # type: ignore[arg-type]

    def take(self, switches: Switches) -> None:
        """What the database has, and what is drawn at random from now on."""
        self.database.show_types(switches.types, switches.typed_years)
        self.drawn = random.Random(switches.seed)

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
        if question.method == "OPTIONS":
            return Reply(headers={"Allow": ", ".join((*_METHODS[method], "OPTIONS"))})
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


def _painted(row: Mapping[str, Any], rings: Mapping[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in row.items() if name != "parcel"}
    return {**rest, "painted": rings[row["parcel"]]} if "parcel" in row else rest


_Query = Callable[[Service, chips.Call, Question], Reply]
_METHODS = {"GET": ("GET", "HEAD"), "POST": ("POST",)}


def _info(service: Service, call: chips.Call, question: Question) -> Reply:
    user = login.typed_name(question.headers.get("Authorization", "")) or ""
    return info(call, service.database, user, drawn=service.drawn)


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


def _pictures_by_parcel_id(service: Service, call: chips.Call, question: Question) -> Reply:
    """Pictures by its name; raw chips in the old days."""
    if not call.switches.is_old:
        raise CrashError("the JSON object must be str, bytes or bytearray, not dict")
    return _by_parcel_id(service, call, question)


def _without_table(_service: Service, call: chips.Call, _question: Question) -> Reply:
    """Weather and markers, whose tables nobody made; backgrounds, without servers of tiles."""
    return empty_object(call.switches.generation)


def _batch(_service: Service, call: chips.Call, question: Question) -> Reply:
    if not question.is_json:
        raise CrashError("no JSON")
    if question.is_malformed:
        return error_page(HTTPStatus.BAD_REQUEST)
    return chips.raw_chips_batch(call, question.posted)


def _radar_batch(_service: Service, call: chips.Call, question: Question) -> Reply:
    if not question.is_json:
        raise CrashError("no JSON")
    return chips.radar_batch(call, question.posted)


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
    "rawS1ChipsBatch": ("POST", _radar_batch),
    "parcelPeers": ("GET", lambda s, call, _: parcels.parcel_peers(call, s.database)),
    "weatherTimeSeries": ("GET", _without_table),
    "markers": ("GET", _without_table),
    "backgroundByLocation": ("GET", _without_table),
    "backgroundByParcelID": ("GET", _without_table),
}
"""Names are case-sensitive."""
ARCHIVE, SEED = "archive", "seed"

SIGN_IN = Reply(LOGIN_PAGE.encode())
HALF_JSON = Reply(b'{"dates": ["2022', "application/json")
NOT_A_FILE = Reply(b"<!doctype html><html><body>Maintenance</body></html>")
