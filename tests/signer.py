"""A source whose addresses carry a signature that runs out."""

from __future__ import annotations

from dataclasses import dataclass, field

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.contract import Access


@dataclass
class Signer:
    """A source's access with signatures; `renewals` counts the refusals it heard of."""

    signatures: list[str]
    renewals: int = 0
    options: dict = field(default_factory=dict)

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        self.renewals += renew
        latest = self.signatures[min(self.renewals, len(self.signatures) - 1)]
        return Access(f"{asset.href}?sig={latest}", self.options)
