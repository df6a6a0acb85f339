"""Signatures of Azure's files: one for a container, renewed in time and asked for once."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import PROVIDERS
from cbm_chips.core.sources.stac.sas_tokens import SasTokens, unsigned
from tests.servers.process import ServerProcess
from tests.servers.scripted import trickling

NETWORK = Network(retries=2, retry_delay_s=0.01)
ON_AZURE = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/31/U/FU/B04.tif"


def a_source(provider, **others) -> StacSource:
    return StacSource(provider=provider, network=NETWORK, **others)


def a_clock(now=1_000_000.0):
    """A clock that a test sets by hand."""
    time = {"now": now}

    def clock() -> float:
        return time["now"]

    clock.set = lambda value: time.update(now=value)
    return clock


def an_office(*, clock, lifetime_s=2700):
    """Hands out numbered tokens and remembers who asked."""
    from datetime import datetime, timezone

    asked: list[str] = []

    def ask(url):
        asked.append(url)
        expiry = datetime.fromtimestamp(clock() + lifetime_s, timezone.utc)
        return {"token": f"sig=number-{len(asked)}", "msft:expiry": expiry.isoformat()}

    return ask, asked


def test_one_token_serves_all_files_of_a_container_until_five_minutes_before_its_end():
    clock = a_clock()
    ask, asked = an_office(clock=clock)
    tokens = SasTokens(ask, token_url="https://office/token", clock=clock)

    def sign():
        return tokens.sign("https://a/1.tif", ("account", "box"), renew=False)

    assert sign() == "https://a/1.tif?sig=number-1"
    tokens.sign("https://a/2.tif", ("account", "box"), renew=False)
    clock.set(clock() + 2700 - 301)
    assert sign().endswith("number-1")
    clock.set(clock() + 2)
    assert sign().endswith("number-2")
    assert asked == ["https://office/token/account/box"] * 2


def test_many_threads_that_are_refused_together_renew_once():
    clock = a_clock()
    ask, asked = an_office(clock=clock)
    tokens = SasTokens(ask, token_url="https://office", clock=clock)
    files = [f"https://a/{number}.tif" for number in range(16)]
    for file in files:
        tokens.sign(file, ("account", "box"), renew=False)

    signed = []
    threads = [
        threading.Thread(
            target=lambda file=file: signed.append(
                tokens.sign(file, ("account", "box"), renew=True)
            )
        )
        for file in files
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(asked) == 2
    assert all(url.endswith("number-2") for url in signed)


def test_an_office_that_does_not_answer_costs_all_files_what_it_costs_the_first():
    clock, asked = a_clock(), []

    def ask(url):
        asked.append(url)
        clock.set(clock() + 60)
        raise SourceUnreachable("no answer within 60 s")

    tokens = SasTokens(ask, token_url="https://office", clock=clock)

    def fails(container):
        with pytest.raises(SourceUnreachable, match="60 s"):
            tokens.sign("https://a/1.tif", ("account", container), renew=False)

    began = clock()
    for _ in range(70):
        fails("box")
    assert (len(asked), clock() - began) == (1, 60)
    fails("another")
    assert len(asked) == 2
    clock.set(clock() + 61)
    fails("box")
    assert len(asked) == 3


def test_a_signature_that_one_run_gave_up_is_asked_for_by_the_next():
    clock, stop = a_clock(), Cancellation()

    def ask(url):
        if not stop.is_cancelled:
            stop.cancel()
            clock.set(clock() + 60)
            raise SourceUnreachable("given up")
        return {"token": "sig=x"}

    tokens = SasTokens(ask, token_url="https://office", clock=clock)
    with stop.for_this_thread(), pytest.raises(SourceUnreachable):
        tokens.sign("https://a/1.tif", ("account", "box"), renew=False)
    assert tokens.sign("https://a/1.tif", ("account", "box"), renew=False).endswith("?sig=x")


@pytest.mark.parametrize("lifetime_s", [-3600, 0, 4, 60])
def test_a_short_lived_token_does_not_flood_the_server(lifetime_s):
    clock = a_clock()
    ask, asked = an_office(clock=clock, lifetime_s=lifetime_s)
    tokens = SasTokens(ask, token_url="https://office", clock=clock)

    for number in range(50):
        tokens.sign(f"https://a/{number}.tif", ("account", "box"), renew=False)

    assert len(asked) == 1


@pytest.mark.parametrize("answer", [None, [], {}, {"token": 7.5j}, {"token": ""}, "text"])
def test_an_answer_without_a_token_is_an_error_in_words(answer):
    tokens = SasTokens(lambda url: answer, token_url="https://office")

    with pytest.raises(SourceError, match="signature"):
        tokens.sign("https://a/1.tif", ("account", "box"), renew=False)


SIGNED = f"sv=2021-06-08&st=2030-01-01&se=2030-01-02&sr=c&sp=rl&sig={'a' * 43}="


def test_a_signature_the_catalogue_put_in_is_taken_out_where_we_sign_ourselves():
    assert unsigned("https://a/B04.tif?st=1&se=2&sv=3&sig=abc") == "https://a/B04.tif"
    assert unsigned("https://a/B04.tif?version=2") == "https://a/B04.tif?version=2"
    kept = "https://a/B04.tif?snapshot=2020-01-01"
    assert unsigned(f"{kept}&{SIGNED}") == kept
    openers = a_source(PROVIDERS["planetary-computer"])._asset_access
    others = "https://meadow.example/B04.tif"
    item = {
        "assets": {"B04": {"href": f"{ON_AZURE}?{SIGNED}"}, "B08": {"href": f"{others}?{SIGNED}"}}
    }
    assets = openers.unsigned(item)["assets"]
    assert assets["B04"]["href"] == ON_AZURE
    assert assets["B08"]["href"] == f"{others}?{SIGNED}"


def test_tokens_remember_who_had_the_present_one_only():
    tokens = SasTokens(
        lambda url: {"token": "sig=1", "msft:expiry": "1970-01-01T00:00:01Z"},
        token_url="https://office",
        clock=iter(range(0, 10**6, 1000)).__next__,
    )
    for number in range(100):
        tokens.sign(f"https://a/{number}.tif", ("account", "box"), renew=False)
    assert [len(token.holders) for token in tokens._tokens.values()] == [1]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    empty = tmp_path_factory.mktemp("office") / "items.json"
    empty.write_text(json.dumps([]))
    with ServerProcess("stac_api", empty) as server:
        yield server


@pytest.fixture
def planetary(office):
    office.reset()
    office.switch(sas_token="first/+=", sas_fail_first_n=0, sas_lifetime_s=2700)
    row = PROVIDERS["planetary-computer"]
    row = replace(row, url=office.url, token_url=f"{office.url}/api/sas/v1/token")
    return replace(row, signed_hosts=("127.0.0.1", *row.signed_hosts))


def test_files_are_signed_just_before_they_are_opened(office, planetary):
    with a_source(planetary) as source:
        asset = Asset("B04", ON_AZURE)
        assert source.access(asset).url == f"{ON_AZURE}?sig=first%2F%2B%3D"
        office.switch(sas_token="second")
        assert source.access(asset).url.endswith("first%2F%2B%3D")
        assert source.access(asset, renew=True).url == f"{ON_AZURE}?sig=second"
        assert "sig" not in asset.href + asset.identity + repr(source) + source.identity

    assert office.stats()["tokens_by_container"] == {"sentinel2l2a01/sentinel2-l2": 2}


def test_a_file_that_names_no_container_has_the_row_s(office, planetary):
    with a_source(planetary) as source:
        source.access(Asset("B04", "http://127.0.0.1:1/31/U/FU/B04.tif"))

    assert office.stats()["tokens_by_container"] == {"sentinel2l2a01/sentinel2-l2": 1}


def test_strangers_get_no_signature(office, planetary):
    with a_source(planetary) as source:
        url = source.access(Asset("B04", "https://meadow.example/B04.tif")).url

    assert url == "https://meadow.example/B04.tif"
    assert office.stats()["tokens"] == 0


def test_a_signature_that_nobody_waits_for_is_given_up():
    patient = replace(NETWORK, read_timeout_s=600)
    with trickling(b"", b"") as url:
        row = replace(PROVIDERS["planetary-computer"], url=url, token_url=url)
        source = StacSource(provider=row, network=patient)
        threading.Timer(0.2, source.close).start()
        for _ in range(2):  # nor is the next one asked for
            with pytest.raises(SourceError, match="given up"):
                source.access(Asset("B04", ON_AZURE))


def test_throttling_is_waited_for(office, planetary):
    office.switch(sas_fail_first_n=1, sas_fail_status=429)

    with a_source(planetary) as source:
        assert "sig=" in source.access(Asset("B04", ON_AZURE)).url

    assert office.stats()["tokens"] == 2


def test_a_refused_token_is_an_error_with_the_status(office, planetary):
    office.switch(sas_fail_first_n=1, sas_fail_status=401)

    with a_source(planetary) as source, pytest.raises(SourceError, match="401"):
        source.access(Asset("B04", ON_AZURE))
