"""Who reads what at the moment: all claims in one record, so that many are made by one write."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Claims:
    """The claims in force.

    Attributes:
        held: key -> (owner, when it runs out, in seconds since the epoch).
    """

    held: Mapping[str, tuple[str, float]] = field(default_factory=dict)

    @classmethod
    def read(cls, record: bytes | None, *, now: float) -> Claims:
        """Out of what `record` wrote, without those that ran out; none out of anything else."""
        try:
            listed = json.loads(record or b"{}").items()
            found = {str(key): (str(owner), float(until)) for key, (owner, until) in listed}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()
        return cls({key: claim for key, claim in found.items() if claim[1] > now})

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
    return f"{os.getpid()}-{threading.get_ident()}"
