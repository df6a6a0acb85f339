"""A timer in QGIS's main thread: how late it is, and why."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SCHEDSTAT = Path("/proc/thread-self/schedstat")
TICK_MS = 5
GOAL_MS = 50


@dataclass(frozen=True)
class Gap:
    """What lies between two ticks, in milliseconds.

    Attributes:
        begins: since the first tick.
        long: from tick to tick.
        ran: the main thread worked.
        queued: it could have worked, but every core was taken.
    """

    begins: float
    long: float
    ran: float
    queued: float

    @property
    def slept(self) -> float:
        """It waited: for the next tick at best, for Python's lock or another one at worst."""
        return self.long - self.ran - self.queued


class Ticks:
    """A timer in the main thread, and a look at what keeps it."""

    def __init__(self, *, says_where: bool) -> None:
        """Ticks from now on."""
        from qgis.PyQt.QtCore import Qt, QTimer

        self._moments = [_moment()]
        self.where: Counter[str] = Counter()
        self._is_over = threading.Event()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._moments.append(_moment()))
        self._timer.start(TICK_MS)
        if says_where:
            main = threading.get_ident()
            threading.Thread(target=self._look, args=(main,), daemon=True).start()

    def stop(self) -> list[Gap]:
        """All gaps, the longest last."""
        self._timer.stop()
        self._is_over.set()
        first = self._moments[0][0]
        pairs = zip(self._moments, self._moments[1:])
        gaps = [Gap(one[0] - first, *(b - a for a, b in zip(one, two))) for one, two in pairs]
        return sorted(gaps, key=lambda gap: gap.long)

    def _look(self, main: int) -> None:
        while not self._is_over.wait(0.01):
            if 1000 * time.perf_counter() - self._moments[-1][0] > GOAL_MS / 2:
                frames = traceback.extract_stack(sys._current_frames()[main])[-3:]
                names = (f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
                self.where[" > ".join(names)] += 1


def _moment() -> tuple[float, float, float]:
    """Now, time on a core and time in the queue for one, of this thread; in milliseconds."""
    # sched-stats of the Linux kernel's documentation: ns on a core, ns waiting, slices
    ran_ns, queued_ns, _ = SCHEDSTAT.read_text(encoding="ascii").split()
    return 1000 * time.perf_counter(), int(ran_ns) / 1e6, int(queued_ns) / 1e6
