"""What is said of the place in a queue, and of a question."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QLocale

from ....bridge.texts.translation import tr
from ....core.inspection.queue.progress import QueueProgress
from ....core.inspection.values import QueueItem
from ...session.inspection.queue_book import QueueBook

DOT = " · "


def place_words(progress: QueueProgress) -> str:
    """`37 of 210, bucket E5: 12 of 60`."""
    if not progress.count:
        return tr("The queue is empty.")
    text = QLocale().toString
    whole = tr("{number} of {count}").format(
        number=text(progress.number), count=text(progress.count)
    )
    if not progress.question:
        return whole
    own = tr("bucket {bucket}: {number} of {count}").format(
        bucket=progress.question,
        number=text(progress.number_in),
        count=text(progress.count_in),
    )
    return f"{whole}, {own}"


def state_words(book: QueueBook) -> str:
    """How many are decided, and what is so of the current question."""
    progress, item = book.progress, book.item
    done = tr("{decided} decided").format(decided=QLocale().toString(progress.decided))
    parts = [done]
    if item is not None and book.is_replaced(item):
        parts.append(tr("replaced"))
    elif item is not None and book.is_decided(item):
        parts.append(tr("this one, too"))
    return DOT.join(parts)


def item_lines(item: QueueItem) -> list[str]:
    """What the sample says of a question, a line each."""
    covered = {"1": tr("yes"), "0": tr("no")}.get(item.covered, item.covered)
    told: Iterable[tuple[str, str]] = (
        (tr("Parcel"), item.parcel),
        (tr("Bucket"), item.question),
        (tr("Holding"), item.holding),
        (tr("Ranking"), item.ranking),
        (tr("Covered by VHR"), covered),
        (tr("Order in the sample"), item.order),
    )
    return [f"{name}: {text}" for name, text in told if text]
