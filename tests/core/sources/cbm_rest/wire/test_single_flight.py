"""A question to a CbM server is asked once, however many wait for its answer."""

from __future__ import annotations

import threading
from collections import Counter

from cbm_chips.core import SourceError
from cbm_chips.core.sources.cbm_rest.wire.single_flight import (
    SharedCalls,
    WaitCancelled,
    shared_calls,
)


class _Slow:
    """A question whose answer comes when it is told to."""

    def __init__(self, reply="answer") -> None:
        self.reply, self.calls = reply, 0
        self.asked, self.go_on = threading.Event(), threading.Event()

    def __call__(self):
        self.calls += 1
        self.asked.set()
        assert self.go_on.wait(60)
        if isinstance(self.reply, BaseException):
            raise self.reply
        return self.reply


def ask_in_thread(calls, question, call, answers, *, given_up=lambda: False):
    def ask():
        try:
            answers.append(calls.ask("key", question, call, is_cancelled=given_up))
        except SourceError as error:
            answers.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def waiting_threads(count, calls, question, call, answers):
    """Threads that ask, all of which wait by now."""
    looked = Counter()

    def given_up() -> bool:
        looked[threading.get_ident()] += 1
        return False

    threads = [
        ask_in_thread(calls, question, call, answers, given_up=given_up) for _ in range(count)
    ]
    while sum(times > 1 for times in looked.copy().values()) < count:
        threading.Event().wait(0.01)
    return threads


def test_who_asks_the_same_while_it_runs_gets_the_same_answer():
    calls, call, answers = SharedCalls(), _Slow(), []
    threads = [ask_in_thread(calls, "question", call, answers)]
    assert call.asked.wait(60)
    threads += waiting_threads(3, calls, "question", call, answers)
    call.go_on.set()
    for thread in threads:
        thread.join()

    assert answers == ["answer"] * 4
    assert call.calls == 1


def test_another_question_for_the_same_folder_waits_its_turn():
    calls, first, second, answers = SharedCalls(), _Slow("first"), _Slow("second"), []
    one = ask_in_thread(calls, 1, first, answers)
    assert first.asked.wait(60)
    (two,) = waiting_threads(1, calls, 2, second, answers)
    assert not second.asked.is_set()
    first.go_on.set()
    one.join()
    second.go_on.set()
    two.join()

    assert answers == ["first", "second"]


def test_who_gives_up_leaves_and_the_next_one_joins_what_still_runs():
    calls, call, answers, left = SharedCalls(), _Slow(), [], threading.Event()
    impatient = ask_in_thread(calls, 1, call, answers, given_up=left.is_set)
    assert call.asked.wait(60)
    left.set()
    impatient.join()
    assert isinstance(answers.pop(), WaitCancelled)

    later = ask_in_thread(calls, 1, call, answers)
    call.go_on.set()
    later.join()
    assert answers == ["answer"]
    assert call.calls == 1


def test_an_error_reaches_everybody_who_waits_and_nobody_after():
    calls, call, answers = SharedCalls(), _Slow(SourceError("broken")), []
    threads = waiting_threads(2, calls, 1, call, answers)
    call.go_on.set()
    for thread in threads:
        thread.join()

    assert [str(error) for error in answers] == ["broken"] * 2
    assert calls.ask("key", 1, lambda: "anew", is_cancelled=lambda: False) == "anew"


def test_runs_meet_at_one_calls_per_server_and_login():
    calls = shared_calls(("https://h.example", "one"))

    assert shared_calls(("https://h.example", "one")) is calls
    assert shared_calls(("https://h.example", "two")) is not calls
