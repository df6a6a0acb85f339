"""An authority that nobody else trusts and its certificate for 127.0.0.1, new for every server."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
"""P-256: cheap to sign with, as the server shares the cores with its clients."""
AUTHORITY = ("-subj", "/CN=Benchmark", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
"""Without its key usage Python 3.13 would not trust it."""
SERVER = (
    *("-subj", "/CN=127.0.0.1"),
    *("-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"),
    *("-addext", "basicConstraints=critical,CA:FALSE"),
    *("-addext", "extendedKeyUsage=serverAuth"),
)


@dataclass(frozen=True)
class Certificate:
    """PEM files: the server's certificate and its key, and the authority to trust."""

    file: Path
    key: Path
    authority: Path

    def context(self) -> ssl.SSLContext:
        """What a server speaks TLS with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


def make_certificate(folder: Path) -> Certificate:
    """A new one in `folder`, by the command openssl (3.0 or newer)."""
    made = Certificate(folder / "server.pem", folder / "server.key", folder / "authority.pem")
    authority_key = folder / "authority.key"
    _openssl(*AUTHORITY, "-keyout", authority_key, "-out", made.authority)
    signed = ("-CA", made.authority, "-CAkey", authority_key)
    _openssl(*SERVER, *signed, "-keyout", made.key, "-out", made.file)
    return made


def _openssl(*words: object) -> None:
    command = ["openssl", "req", "-x509", "-sha256", "-days", "2", *NEW_KEY, *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)
