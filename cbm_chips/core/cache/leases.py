"""Who reads what at the moment: all claims in one record, so that many are made by one write."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .processes import is_gone, this_process

_THREAD = " thread "


@dataclass(frozen=True)
class Claims:
    """The claims in force.

    Attributes:
        held: key -> (owner, when it runs out, in seconds since the epoch).
    """

    held: Mapping[str, tuple[str, float]] = field(default_factory=dict)

    @classmethod
    def read(cls, record: bytes | None, *, now: float, longest_s: float) -> Claims:
        """Out of what `record` wrote, without those that hold no more; none out of anything else.

        A claim ends with its process, at its time, and where it reaches further ahead than any
        can: the clock was set back since.
        """
        try:
            listed = json.loads(record or b"{}").items()
            found = {str(key): (str(owner), float(until)) for key, (owner, until) in listed}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()
        last = now + longest_s
        held = {key: claim for key, claim in found.items() if now < claim[1] <= last}
        gone = {who for who in {who for who, _ in held.values()} if is_gone(_process_of(who))}
        return cls({key: claim for key, claim in held.items() if claim[0] not in gone})

    def record(self) -> bytes:
        """For `read`."""
        return json.dumps(self.held).encode()

    def free(self, keys: Collection[str], *, owner: str) -> list[str]:
        """Those of `keys` that nobody but `owner` claims."""
        return [key for key in keys if self.held.get(key, (owner,))[0] == owner]

    def having(self, keys: Collection[str], *, owner: str, until: float) -> Claims:
        """With claims of `owner` on `keys`."""
        return Claims({**self.held, **dict.fromkeys(keys, (owner, until))})

    def without(self, keys: Collection[str]) -> Claims:
        """Without those on `keys`."""
        return Claims({key: claim for key, claim in self.held.items() if key not in keys})


def owner() -> str:
    """This thread's name among those of all processes."""
    return f"{this_process()}{_THREAD}{threading.get_ident()}"


def _process_of(owner: str) -> str:
    return owner.rpartition(_THREAD)[0]
