"""How many requests go at once, which is first, and that a thing is fetched by one alone."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.reading.http.concurrency import AdaptiveLimit, PrioritySemaphore, SingleFlight


def test_a_busy_host_gets_half_and_good_answers_bring_it_back():
    async def play():
        limit = AdaptiveLimit(32)
        async with limit.slot((0,)), limit.slot((0,)):
            both_sent_in = limit.round
            limit.decrease(both_sent_in)
            limit.decrease(both_sent_in)
        halved = limit.allowed
        for _ in range(200):
            limit.increase()
        return halved, limit.allowed

    assert asyncio.run(play()) == (16, 32)


def test_however_busy_a_host_is_one_request_may_go():
    async def play():
        limit = AdaptiveLimit(8)
        for _ in range(20):
            async with limit.slot((0,)):
                limit.decrease(limit.round)
        return limit.allowed

    assert asyncio.run(play()) == 1


costs = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 14), st.booleans()), max_size=30)


@given(costs)
def test_the_semaphore_admits_all_and_never_more_than_has_room(visits):
    async def play():
        semaphore, inside, most, done = PrioritySemaphore(10), 0, 0, 0

        async def visit(rank, cost):
            nonlocal inside, most, done
            async with semaphore.slot((rank,), cost):
                inside += min(cost, 10)
                most = max(most, inside)
                try:
                    await asyncio.sleep(0)
                    done += 1
                finally:
                    inside -= min(cost, 10)

        tasks = [asyncio.ensure_future(visit(rank, cost)) for rank, cost, _ in visits]
        await asyncio.sleep(0)
        given_up = [task for task, (*_, stays) in zip(tasks, visits) if not stays]
        for task in given_up:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert most <= 10
        assert done >= len(visits) - len(given_up)
        async with semaphore.slot((9,), 10):  # whoever gave up has left nothing behind
            pass

    asyncio.run(asyncio.wait_for(play(), 60))


def test_the_most_urgent_of_those_who_wait_is_let_in_first():
    async def play():
        semaphore, order = PrioritySemaphore(1), []

        async def visit(rank):
            async with semaphore.slot(rank):
                order.append(rank)
                await asyncio.sleep(0)

        await asyncio.gather(*(visit(rank) for rank in [(1, 0), (1, 2), (1, 1), (0, 9)]))
        return order

    assert asyncio.run(play()) == [(1, 0), (0, 9), (1, 1), (1, 2)]


def test_a_thing_is_fetched_by_one_while_the_others_wait():
    async def play():
        single_flight, inside, most = SingleFlight(), 0, 0

        async def fetch():
            nonlocal inside, most
            async with single_flight.exclusive("thing"):
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(*(fetch() for _ in range(6)))
        return most

    assert asyncio.run(play()) == 1


def test_who_fetches_or_waits_and_gives_up_leaves_it_to_the_next():
    async def play():
        single_flight = SingleFlight()

        async def fetch():
            async with single_flight.exclusive("thing"):
                await asyncio.sleep(60)

        tasks = [asyncio.ensure_future(fetch()) for _ in range(2)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        async with single_flight.exclusive("thing"):
            pass

    asyncio.run(asyncio.wait_for(play(), 60))
