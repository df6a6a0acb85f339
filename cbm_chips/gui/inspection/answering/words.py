"""Questions and answers in words, for the bar and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDateTime, QLocale

from ....bridge.texts.inspection_words import outcome_words, reason_words
from ....bridge.texts.translation import tr
from ....bridge.texts.words import short_day
from ....core.inspection.values import SECOND_LOOK

if TYPE_CHECKING:
    from ....core.events.legal_window import LegalWindow
    from ....core.inspection.values import InspectionEntry, InspectionQuestion
    from ...session.inspection.answer_book import AnswerBook

DOT = " · "


def question_words(question: InspectionQuestion, window: LegalWindow | None) -> str:
    """`E5: Is there a catch crop? · “Catch crop” 15/09/2022 to 31/12/2022`; empty for no more."""
    asked = ": ".join(part for part in (question.code, question.text) if part)
    if window is None or window.name != question.window:
        return asked
    text = tr("“{window}” {first} to {last}")
    days = {"first": short_day(window.first), "last": short_day(window.last)}
    return DOT.join(filter(None, (asked, text.format(window=window.name, **days))))


def state_words(book: AnswerBook) -> str:
    """`315010: Not confirmed · cloud gap · 80 % · Ada, 12:30`, or that it is open."""
    item = book.item
    if item is None:
        return tr("No question")
    entry = book.state_of(item)
    said = tr("open") if entry is None else answer_words(entry)
    parts = [tr("{parcel}: {answer}").format(parcel=item.parcel, answer=said)]
    if book.queue.look == SECOND_LOOK:
        parts.append(tr("second look, blind"))
    return DOT.join(parts)


def answer_words(entry: InspectionEntry) -> str:
    """`Not confirmed · cloud gap · 80 % · “white” · Ada, 12:30`."""
    answer = entry.answer
    if answer.outcome is None:
        return tr("open")
    parts = [outcome_words(answer.outcome), reason_words(answer.reason)]
    if answer.confidence_pct is not None:
        parts.append(tr("{count} %").format(count=answer.confidence_pct))
    if answer.comment:
        parts.append(f"“{answer.comment}”")
    when = QDateTime.fromSecsSinceEpoch(int(entry.decided.timestamp()))
    moment = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    parts.append(f"{entry.inspector}, {moment}")
    return DOT.join(part for part in parts if part)
