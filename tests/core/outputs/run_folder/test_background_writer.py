"""Work in a thread of its own: in order, bounded, and over with the first failure."""

from __future__ import annotations

import threading

import pytest

from cbm_chips.core.outputs.run_folder.background_writer import BackgroundWriter


class DiskFullError(Exception):
    """What a test's work raises."""


def test_work_is_done_in_the_order_it_was_given():
    done = []
    turn = BackgroundWriter(most_waiting=3)
    for number in range(50):
        turn.do(lambda number=number: done.append(number))
    turn.wait()
    turn.close()
    assert done == list(range(50))


def test_no_more_work_waits_than_allowed():
    done, most = [], []
    turn = BackgroundWriter(most_waiting=3)
    for number in range(50):
        turn.do(lambda number=number: done.append(number))
        most.append(number + 1 - len(done))
    turn.close()
    assert max(most) <= 3


def test_after_a_failure_nothing_is_done_and_every_call_tells():
    done, goes_on = [], threading.Event()

    def fail():
        goes_on.wait(60)
        raise DiskFullError

    turn = BackgroundWriter(most_waiting=9)
    turn.do(lambda: done.append("before"))
    turn.do(fail)
    turn.do(lambda: done.append("after"))
    goes_on.set()
    for call in (turn.wait, turn.wait, lambda: turn.do(lambda: done.append("later"))):
        with pytest.raises(DiskFullError):
            call()
    turn.close()
    assert done == ["before"]


def test_closing_does_what_waits_and_ends_the_thread():
    done, threads = [], []
    turn = BackgroundWriter(most_waiting=9)
    for number in range(5):
        turn.do(lambda number=number: done.append(number))
    turn.do(lambda: threads.append(threading.current_thread()))
    turn.close()
    assert done == list(range(5))
    assert not threads[0].is_alive()


def test_without_work_there_is_no_thread(new_threads):
    turn = BackgroundWriter(most_waiting=1)
    turn.wait()
    assert not new_threads.alive()
    turn.close()
