"""QGIS's proxy, certificates, time-out and logins -> what core takes. Nothing secret is logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkRequest

from ..core.errors import ChipsError, RequestError
from ..core.reading.network import Network
from ..core.reasons import Reason

CA_FILE = "cbm_chips_ca.pem"
S3_METHOD = "AWSS3"
S3_REALM = "S3"
LOGIN_STATUSES = (401, 403)
LONGEST_CONNECT_S = 10.0

_ANY_URL = "https://localhost/"
_ALLOWED_AUTH = Reason("the id of an authentication configuration that QGIS can open")

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}
"""Other kinds of proxy (none, FTP caching) do nothing for web requests."""


def qgis_network() -> Network:
    """Proxy, certificates and time-out as set in QGIS's options."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _SCHEMES.get(proxy.type())
    uses_proxy = scheme is not None and bool(proxy.hostName())
    login = f"{proxy.user()}:{proxy.password()}" if uses_proxy and proxy.user() else None
    timeout_s = QgsNetworkAccessManager.timeout() / 1000
    return Network(
        proxy_url=f"{scheme}://{proxy.hostName()}:{proxy.port()}" if uses_proxy else None,
        proxy_userpwd=login,
        no_proxy=_hosts([*manager.excludeList(), *manager.noProxyList()]),
        ca_file=_certificates(),
        connect_timeout_s=min(LONGEST_CONNECT_S, timeout_s),
        read_timeout_s=timeout_s,
        user_agent="cbm-chips (QGIS)",
    )


def credentials(authcfg: str) -> Mapping[str, str] | None:
    """The headers or keys of an authentication configuration; None for the empty id.

    S3 keys (AWS S3, or Basic with the realm `S3`) come as `AWS_...`, every other kind as the
    headers it puts on a request.

    Raises:
        RequestError: field `AUTH`, when there is no such configuration or it stays locked.
    """
    if not authcfg:
        return None
    manager = QgsApplication.authManager()
    found, config = manager.loadAuthenticationConfig(authcfg, QgsAuthMethodConfig(), True)
    if not found or not config.isValid():
        raise RequestError("AUTH", authcfg, _ALLOWED_AUTH)
    if _holds_s3_keys(config):
        return _s3_keys(config)
    applied, request = manager.updateNetworkRequest(QNetworkRequest(QUrl(_ANY_URL)), authcfg)
    if not applied:
        raise RequestError("AUTH", authcfg, _ALLOWED_AUTH)
    return {
        bytes(name).decode(): bytes(request.rawHeader(name)).decode()
        for name in request.rawHeaderList()
    }


def check_login_id(authcfg: str) -> None:
    """Refuse an id that QGIS does not know; does not ask for a password.

    Raises:
        RequestError: field `AUTH`.
    """
    if authcfg and authcfg not in QgsApplication.authManager().configIds():
        raise RequestError("AUTH", authcfg, _ALLOWED_AUTH)


def is_login_refused(error: ChipsError) -> bool:
    """The source wants a login, or another one."""
    return getattr(error, "status", None) in LOGIN_STATUSES


def asks_for_password(authcfg: str) -> bool:
    """Opening this login makes QGIS ask for its master password."""
    return bool(authcfg) and not QgsApplication.authManager().masterPasswordIsSet()


def _holds_s3_keys(config: QgsAuthMethodConfig) -> bool:
    """True for AWS S3, and for Basic with the realm `S3`, as older QGIS has no AWS S3."""
    return config.method() == S3_METHOD or config.config("realm").strip().upper() == S3_REALM


def _s3_keys(config: QgsAuthMethodConfig) -> dict[str, str]:
    options = {
        "AWS_ACCESS_KEY_ID": config.config("username"),
        "AWS_SECRET_ACCESS_KEY": config.config("password"),
        "AWS_REGION": config.config("region"),
    }
    return {name: value for name, value in options.items() if value}


def _hosts(addresses: Iterable[str]) -> str:
    """Host names out of QGIS's list of URLs that go without the proxy."""
    hosts = (urlsplit(address).hostname or address.strip() for address in addresses)
    return ",".join(dict.fromkeys(host for host in hosts if host))


def _certificates() -> str | None:
    """A file of all authorities QGIS trusts, where the user added some; else None."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not (manager.databaseCAs() or manager.extraFileCAs()):
        return None
    path = Path(QgsApplication.qgisSettingsDirPath()) / CA_FILE
    content = bytes(manager.trustedCaCertsPemText())
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
    return str(path)
