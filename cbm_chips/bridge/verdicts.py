"""How a test of a source ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """How a test ended."""

    WORKS = "works"
    DOUBTFUL = "doubtful"
    FAILS = "fails"


@dataclass(frozen=True)
class Verdict:
    """What a test says of a source, in words."""

    outcome: Outcome
    text: str
