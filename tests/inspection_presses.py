"""What is pressed in `tests/inspection_day.py`, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.inspection_export import Said


@dataclass(frozen=True)
class Press:
    """Keys for one question, as xdotool names them; `text:` is typed."""

    keys: tuple[str, ...]
    says: Said
    is_clear: bool = True

    @property
    def strokes(self) -> int:
        """Each letter of a text is one."""
        return sum(len(one) - 5 if one.startswith("text:") else 1 for one in self.keys)


YES, NO = Said("confirmed"), Said("not confirmed")
BARRED = "cannot be inspected"
EVENT = "event"
DAY = (
    Press(("1",), YES),
    Press(("1",), YES),
    Press(("2",), NO),
    Press(("5",), Said("inconclusive", "cloud gap")),
    Press(("8",), Said(BARRED, "too small")),
    Press(("shift+c", "text:mown late", "Return", "1"), replace(YES, comment="mown late"), False),
    Press(("shift+p", "text:80", "Return", "2"), replace(NO, confidence_pct="80"), False),
    Press(("b", "Right", "a", "1"), replace(YES, comment=EVENT), False),
    Press(("4", "5"), Said(BARRED, "no data"), False),
    Press(("1",), YES),
    Press(("3",), Said("inconclusive")),
    Press(("1",), YES),
    Press(("2",), NO),
    Press(("6",), Said("inconclusive", "mixed parcel")),
    Press(("9",), Said(BARRED, "wrong geometry")),
    Press(("1",), YES),
    Press(("7",), Said("inconclusive", "needs photo")),
    Press(("1",), YES),
    Press(("2",), NO),
    Press(("1",), YES),
)
KILLED_AFTER, UNDONE_AT = 11, 2
AGAIN = ("1", "1", "2", "3", "1")
"""Of the second look."""
OUTCOMES = {"1": "confirmed", "2": "not confirmed", "3": "inconclusive"}
