"""Calls in a thread of their own: nothing of what they tell is lost, and none holds up the next."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from cbm_chips.bridge.tasks.call_line import CallLine
from cbm_chips.bridge.tasks.call_outcome import CallResult, result_of
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.stand_ins import tell
from tests.desktop.window import wait_for, wait_for_tasks


@pytest.mark.parametrize("error", [WriteError("the disk is full"), KeyError("x"), None])
def test_what_a_call_has_told_is_said_however_it_ends(error: Exception | None) -> None:
    def work() -> None:
        tell("answers-2.csv stands beside.")
        if error is not None:
            raise error

    result = result_of(work)
    assert result.remarks == ("answers-2.csv stands beside.",)
    assert bool(result.problem) is (error is not None)
    assert ("answers-2.csv stands beside." in result.problem) is (error is not None)


def test_a_call_that_hangs_holds_up_none_that_is_asked_after_the_end() -> None:
    from qgis.PyQt.QtCore import QObject

    parent, go = QObject(), threading.Event()
    line, told = CallLine("calls", parent), list[str]()

    def ask(work: Callable[[], object], name: str) -> None:
        line.ask(work, lambda _result: told.append(name))

    ask(go.wait, "hangs")
    ask(bool, "waits for it")
    try:
        assert not line.end(0.0)
        for name in ("first", "second"):
            ask(bool, name)
            wait_for(lambda name=name: name in told)
    finally:
        go.set()
    wait_for(lambda: "waits for it" in told)
    assert line.end(60.0)
    assert told == ["first", "second", "hangs", "waits for it"]
    ask(bool, "third")
    assert line.end(60.0)
    assert told[-1] == "third"


def test_a_call_that_the_user_cancels_in_qgis_list_of_tasks_says_so() -> None:
    from qgis.PyQt.QtCore import QObject

    from cbm_chips.bridge.tasks.background_call import BackgroundCall
    from cbm_chips.bridge.tasks.latest_call import LatestCall

    parent, go, told = QObject(), threading.Event(), list[CallResult]()
    latest, call = LatestCall(parent), BackgroundCall("waits", go.wait)
    latest.done.connect(told.append)
    latest.start(call)
    call.cancel()
    go.set()
    wait_for(lambda: bool(told))
    assert told[0].is_cancelled
    assert told[0].problem
    assert not latest.is_running
    latest.start(BackgroundCall("next", lambda: 3))
    wait_for(lambda: len(told) > 1)
    assert told[1].value == 3


def test_a_call_that_its_owner_stops_says_nothing() -> None:
    from qgis.PyQt.QtCore import QObject

    from cbm_chips.bridge.tasks.background_call import BackgroundCall
    from cbm_chips.bridge.tasks.latest_call import LatestCall

    parent, go, told = QObject(), threading.Event(), list[CallResult]()
    latest, call = LatestCall(parent), BackgroundCall("waits", go.wait)
    latest.done.connect(told.append)
    latest.start(call)
    assert latest.stop()
    go.set()
    wait_for_tasks()
    assert not told
    assert not latest.stop()
