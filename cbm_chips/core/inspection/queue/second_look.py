"""A share of the answered questions that comes up again; the same ones for the same seed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from math import ceil

from ...errors import RequestError
from ...reasons import Reason
from ..values import QueueItem
from .reserve import Key

DEFAULT_SHARE_PCT = 10.0


@dataclass(frozen=True)
class SecondLook:
    """What comes up again; kept in the record, so that it is the same after a restart.

    Attributes:
        seed: any text; another seed chooses others.
        share_pct: of the answered questions, above 0, at most 100.
        keys: parcel and question of each, in the order in which they come up.
    """

    seed: str
    share_pct: float
    keys: tuple[Key, ...] = ()


def second_look(answered: Iterable[QueueItem], seed: str, share_pct: float) -> SecondLook:
    """Choose by seed: whatever the order of `answered`, the same ones in the same order.

    At least one, rounded up. The order is none of the sample's, so that it says nothing.

    Raises:
        RequestError: field `share_pct`.
    """
    if not 0 < share_pct <= 100:
        raise RequestError("share_pct", share_pct, Reason("above 0, at most 100"))
    keys = sorted({item.key for item in answered}, key=lambda key: _lot(seed, key))
    return SecondLook(seed, share_pct, tuple(keys[: ceil(len(keys) * share_pct / 100 - 1e-9)]))


def second_look_text(look: SecondLook) -> str:
    """As `second_look_of_text` reads it."""
    return json.dumps(asdict(look), ensure_ascii=False)


def second_look_of_text(text: str) -> SecondLook | None:
    """None where the text is none."""
    try:
        told = json.loads(text)
        keys = tuple((str(parcel), str(question)) for parcel, question in told["keys"])
        return SecondLook(str(told["seed"]), float(told["share_pct"]), keys)
    except (ValueError, TypeError, KeyError):
        return None


def _lot(seed: str, key: Key) -> str:
    text = json.dumps([seed, *key], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
