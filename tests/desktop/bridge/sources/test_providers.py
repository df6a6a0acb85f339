"""Sources of the options: what is stored of them, which are refused, which others may serve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.desktop.cbm import own_row


@pytest.fixture(autouse=True)
def no_settings() -> Iterator[None]:
    from qgis.core import QgsSettings

    QgsSettings().remove("cbm_chips")
    yield
    QgsSettings().remove("cbm_chips")


class TestRows:
    def test_own_rows_and_logins_are_kept(self) -> None:
        from cbm_chips.bridge.sources.providers import all_providers, save_providers

        rows = all_providers()
        assert "earth-search" in [row.id for row in rows]
        mine = own_row("https://stac.example.org/v1, really", authcfg="abc1234")
        mine = replace(mine, url="https://stac.example.org/v1")
        save_providers([replace(rows[0], authcfg="xyz9876"), *rows[1:], mine])

        assert all_providers()[-1] == mine
        assert mine.source == "https://stac.example.org/v1"
        assert all_providers()[0].authcfg == "xyz9876"
        assert all_providers()[0].source == all_providers()[0].id

    @pytest.mark.parametrize(
        "url",
        [
            "https://me:word@stac.example.org",
            "https://me@stac.example.org",
            "https://stac.example.org/?sig=abc",
            "https://stac.example.org/#abc",
        ],
    )
    def test_an_address_with_a_secret_is_refused_and_not_quoted(self, url: str) -> None:
        from qgis.core import QgsSettings

        from cbm_chips.bridge.sources.providers import all_providers, save_providers
        from cbm_chips.core.errors import RequestError

        before = all_providers()
        with pytest.raises(RequestError) as refused:
            save_providers([own_row(url)])
        assert refused.value.field == "url"
        assert not any(word in str(refused.value) for word in ("word@", "sig=", "#abc"))
        assert all_providers() == before
        assert QgsSettings().value("cbm_chips/own_providers") is None

    @pytest.mark.parametrize(
        "url", ["", "stac.example.org", "ftp://x", "https://", "http://a b", "http://[", "x/y"]
    )
    def test_what_is_no_address_is_refused(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider
        from cbm_chips.core.errors import RequestError

        with pytest.raises(RequestError, match="url"):
            check_provider(own_row(url))

    @pytest.mark.parametrize("url", ["/data/catalog.json", "C:\\data", "D:/data", "\\\\srv\\x"])
    def test_a_full_path_is_taken(self, url: str) -> None:
        from cbm_chips.bridge.sources.providers import check_provider

        assert check_provider(own_row(url)).source == url

    @pytest.mark.parametrize("stored", ["", "{", "[1, null, {}]", '{"a": 1}', '[{"id": ["x"]}]'])
    def test_nonsense_in_the_settings_counts_as_nothing(self, stored: str) -> None:
        from qgis.core import QgsSettings

        from cbm_chips.bridge.sources.providers import all_providers

        QgsSettings().setValue("cbm_chips/own_providers", stored)
        QgsSettings().setValue("cbm_chips/logins", stored)
        assert not [row for row in all_providers() if row.is_own]

    def test_ids_are_made_of_titles_and_differ(self) -> None:
        from cbm_chips.bridge.sources.providers import new_id

        assert new_id("My Čatalogue!", []) == "my-atalogue"
        assert new_id("A b", ["a-b", "a-b-2"]) == "a-b-3"
        assert new_id("目录", []) == "catalogue"


class TestAlternatives:
    def test_takes_only_sources_that_may_serve_the_same_request(self) -> None:
        from cbm_chips.bridge.sources.alternatives import alternatives
        from cbm_chips.bridge.sources.providers import ProviderRow, all_providers, source_called
        from cbm_chips.core.model import ChipRequest, Place

        def others(chosen: str, rows: Any, level: str = "LEVEL2A") -> list[str]:
            request = ChipRequest(
                Place(5.66, 52.69), "2026-01-01", "2026-02-01", ("B04",), level=level
            )
            return [row.id for row in alternatives(source_called(chosen), rows, request)]

        own = {
            "web": ProviderRow("web", "Web", "https://stac.example.org", "", True),
            "file": ProviderRow("file", "File", "/tmp/catalog.json", "", True),
            "cbm": ProviderRow("cbm", "CbM", "cbm+https://cbm.example.org", "", True),
        }
        known = ("earth-search", "planetary-computer", "copernicus", "sample")
        rows = [row for row in all_providers() if row.id in known]
        rows += own.values()
        assert others("earth-search", rows) == ["planetary-computer", "web"]
        assert others("planetary-computer", rows) == ["web", "earth-search"]
        with_login = [
            replace(row, authcfg="abc1234") if row.id == "copernicus" else row for row in rows
        ]
        assert others("earth-search", with_login) == ["planetary-computer", "copernicus", "web"]
        assert others("copernicus", rows, "LEVEL1C") == ["web"]
