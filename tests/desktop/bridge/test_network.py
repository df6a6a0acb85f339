"""QGIS's proxies, times and logins as core takes them."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.errors import RequestError


class TestNetwork:
    def test_follows_qgis(self, stored: Any) -> None:
        from qgis.core import QgsNetworkAccessManager

        from cbm_chips.bridge.network import qgis_network

        assert qgis_network().proxy_url is None
        for key, value in {
            "proxyEnabled": True,
            "proxyType": "HttpProxy",
            "proxyHost": "proxy.example",
            "proxyPort": "3128",
            "proxyUser": "ann",
            "proxyPassword": "hush",
            "noProxyUrls": ["http://intra.example/maps", "https://127.0.0.1"],
        }.items():
            stored.setValue(f"proxy/{key}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        try:
            network = qgis_network()
        finally:
            stored.setValue("proxy/proxyEnabled", False)
            QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

        assert network.proxy_url == "http://proxy.example:3128"
        assert network.proxy_userpwd == "ann:hush"
        assert network.no_proxy == "intra.example,127.0.0.1"
        assert network.read_timeout_s == QgsNetworkAccessManager.timeout() / 1000
        assert network.connect_timeout_s <= 10


class TestCredentials:
    @pytest.fixture
    def store(self, stored: Any) -> Any:
        from qgis.core import QgsApplication, QgsAuthMethodConfig

        manager = QgsApplication.authManager()
        assert manager.setMasterPassword("for this test", True)

        def keep(**values: str) -> str:
            config = QgsAuthMethodConfig("Basic")
            config.setName("login")
            for name, value in values.items():
                config.setConfig(name, value)
            assert manager.storeAuthenticationConfig(config)
            return config.id()

        return keep

    def test_are_headers(self, store: Any) -> None:
        from cbm_chips.bridge.network import credentials

        authcfg = store(username="ann", password="hush", realm="")

        assert credentials(authcfg) == {"Authorization": "Basic YW5uOmh1c2g="}

    def test_are_keys_for_the_realm_s3(self, store: Any) -> None:
        from cbm_chips.bridge.network import credentials

        authcfg = store(username="key", password="word", realm="s3")

        assert credentials(authcfg) == {
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "word",
        }

    def test_need_an_existing_configuration(self) -> None:
        from cbm_chips.bridge.network import credentials

        assert credentials("") is None
        with pytest.raises(RequestError, match="AUTH: 'abcdefg'"):
            credentials("abcdefg")
