"""What all runs of a reader know of files, when two of them end at once."""

from __future__ import annotations

import threading

from cbm_chips.core.reading.cog import open_files
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import start_keeping


class _SlowHeaders:
    """Always something new, and a disk that takes its time."""

    has_new = True

    def __init__(self):
        self.go_on, self.saved = threading.Event(), []

    def save(self):
        self.go_on.wait(60)
        self.saved.append(1)


def test_the_headers_of_runs_that_end_at_once_are_all_waited_for(monkeypatch):
    known = open_files.KnownFiles(Network(), connections=1)
    known.headers = headers = _SlowHeaders()
    other = threading.Thread(target=known.save)

    def keep_while_another_run_ends(work):
        if other.ident is None:
            other.start()
            other.join(0.1)  # as far as it comes
        return start_keeping(work)

    monkeypatch.setattr(open_files, "start_keeping", keep_while_another_run_ends)
    known.save()
    other.join()
    assert len(known._saving) == 2
    headers.go_on.set()
    known.wait_for_headers()

    assert headers.saved == [1, 1]
