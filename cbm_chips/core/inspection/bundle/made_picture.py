"""A picture of the record made again, and whether it is the one that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Union

from ...errors import RequestError
from ...model import Chip, FailedChip
from ...reasons import Reason, joined
from ...rendering.look import Look
from ..picture_evidence import picture_evidence
from ..pictures import look_of_text, picture_png
from ..values import PictureEvidence

if TYPE_CHECKING:
    from .dossier import KeptPicture


class PictureProof(str, Enum):
    """A picture against its hash at the time of the answer."""

    PROVED = "proved"
    DIFFERENT = "different"
    NO_HASH = "no hash was kept"
    NOT_MADE = "not made again"


@dataclass(frozen=True)
class MadePicture:
    """One picture of the record.

    Attributes:
        kept: what the record has of it.
        proof: whether it is the same.
        reason: why it is not proved; empty if it is.
        png: its bytes without outline; empty where it could not be made.
        now: as `kept`, of the picture made now; None where it could not be made.
        chip: its pixels; None where they could not be read.
    """

    kept: KeptPicture
    proof: PictureProof
    reason: str = ""
    png: bytes = b""
    now: PictureEvidence | None = None
    chip: Chip | None = None


def not_made(kept: KeptPicture, reason: str) -> MadePicture:
    """Why there is no picture."""
    return MadePicture(kept, PictureProof.NOT_MADE, reason)


def made(kept: KeptPicture, result: Union[Chip, FailedChip, None]) -> MadePicture:
    """The picture of a chip that was read again; or why there is none."""
    if result is None:
        return not_made(kept, Reason("the source does not list this date any more"))
    if isinstance(result, FailedChip):
        return not_made(kept, result.reason)
    try:
        look = look_of_text(kept.evidence.shown_as)
    except RequestError as error:
        return not_made(kept, str(error))
    lacking = look.missing_bands(result)
    if lacking:
        told = (joined((band, result.failures.get(band, _NOT_READ)), ": ") for band in lacking)
        return not_made(kept, joined(told, "; "))
    return _compared(kept, result, look)


def _compared(kept: KeptPicture, chip: Chip, look: Look) -> MadePicture:
    now, before = picture_evidence(chip, look), kept.evidence
    png = picture_png(chip, look)
    if not before.sha256:
        reason = Reason("the record has no hash of it")
        return MadePicture(kept, PictureProof.NO_HASH, reason, png, now, chip)
    if now.sha256 == before.sha256:
        return MadePicture(kept, PictureProof.PROVED, "", png, now, chip)
    return MadePicture(kept, PictureProof.DIFFERENT, _difference(before, now), png, now, chip)


def _difference(before: PictureEvidence, now: PictureEvidence) -> str:
    """The first thing that explains it."""
    for name, sentence in _DIFFERENCES.items():
        was, is_now = getattr(before, name), getattr(now, name)
        if was and was != is_now:
            return Reason("{what}: {before} then, {now} now", what=sentence, before=was, now=is_now)
    return Reason("the source gives other pixels now")


_NOT_READ = Reason("not read")
_DIFFERENCES = {
    "scene": Reason("another scene of this date"),
    "baseline": Reason("another processing baseline"),
    "grid": Reason("other ground"),
    "offsets": Reason("other offsets"),
}
