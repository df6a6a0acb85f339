"""The verdicts on an HTML page: a symbol, a colour all eyes tell apart, a word; and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model import Absence, FailedChip, Place
from ...sentinel2.scl import CloudFlag
from .escaping import as_text
from .series_pictures import Result
from .verdict_marks import MARKS, VerdictMark, mark_of, part_of, verdict_of

_MEANINGS = {
    CloudFlag.CLEAR: "every pixel has data, and no more are bad than tolerated",
    CloudFlag.PARTLY: "some pixels are bad or have no data",
    CloudFlag.CLOUDY: "most of the pixels are bad",
    CloudFlag.NO_DATA: "the satellite saw nothing here",
    CloudFlag.NO_SCL: "there is no scene classification to judge by",
}
_DOUBTFUL = (
    "clear by its classes, but likely cloudy by Sen2Cor's cloud probability: 40 % or more on a "
    "fifth of the pixels"
)
_MEANINGS_OF_ABSENCE = {
    Absence.FAILED: "could not be read; the reason stands in its place",
    Absence.UNUSABLE: "what the source lists can't become a picture",
    Absence.EXCLUDED: "not asked for, or not within the satellite's view",
}


_LINE = (
    '<symbol id="line" viewBox="0 0 24 6"><path d="M0 3 H24" stroke="#000" stroke-width="6"></path>'
    '<path d="M0 3 H24" stroke="#ffeca0" stroke-width="2.6"></path></symbol>'
)
"""As `outline` draws: light within dark."""


def symbols() -> str:
    """All symbols once, for `flag` and `legend` to show."""
    return unseen((*map(_symbol, MARKS), _LINE))


def unseen(drawings: Iterable[str]) -> str:
    """SVG elements that are not shown themselves: others on the page refer to their ids."""
    begin = '<svg width="0" height="0" style="position: absolute" aria-hidden="true">'
    return "".join((begin, *drawings, "</svg>\n"))


def flag(result: Result) -> str:
    """Symbol, word and the share of bad pixels."""
    part = part_of(result)
    seen = f' <span class="part">{as_text(part)}</span>' if part else ""
    words = f"{_use(mark_of(result))} {as_text(verdict_of(result))}{seen}"
    return f'<span class="flag">{words}</span>'


def legend(results: Sequence[Result], place: Place) -> str:
    """What the symbols say, as far as they occur, and what is drawn on the pictures."""
    known = dict.fromkeys((mark_of(result), _meaning(result)) for result in results)
    rows = [f"<li>{_use(mark)} <b>{mark.word}</b>: {words}</li>\n" for mark, words in known]
    drawn = "the place" if place.outline is None else "the parcel's outline, where it truly is"
    rows.append("<li><b>%</b>: bad pixels (cloud, shadow …) of those with data</li>\n")
    if any(map(part_of, results)):
        rows.append("<li><b>% of the parcel</b>: so much of it is in the chip and judged</li>\n")
    rows.append(f"<li>{_used('line', 'line')} {drawn}</li>\n")
    return f'<ul class="legend">\n{"".join(rows)}</ul>\n'


def _meaning(result: Result) -> str:
    if isinstance(result, FailedChip):
        return _MEANINGS_OF_ABSENCE[result.absence]
    if result.is_doubtful:
        return _DOUBTFUL
    return _MEANINGS[result.flag]


def _use(mark: VerdictMark) -> str:
    return _used("mark", _id(mark))


def _used(kind: str, symbol: str) -> str:
    return f'<svg class="{kind}" aria-hidden="true"><use href="#{symbol}"></use></svg>'


def _symbol(mark: VerdictMark) -> str:
    lines = " ".join(
        "M" + " L".join(f"{20 * x:g} {20 * y:g}" for x, y in line) for line in mark.symbol
    )
    red, green, blue = mark.color
    return (
        f'<symbol id="{_id(mark)}" viewBox="0 0 20 20">'
        f'<circle cx="10" cy="10" r="10" fill="#{red:02x}{green:02x}{blue:02x}"></circle>'
        f'<path d="{lines}" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round">'
        "</path></symbol>"
    )


def _id(mark: VerdictMark) -> str:
    return f"mark-{mark.word.replace(' ', '-')}"
