"""URLs of files: their identity for keys, and what of them may be shown or kept.

Two addresses name the same file only where they differ by nothing but a complete signature that
is known by its form. Anything else in them may say which file is meant.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

_DAY = r"\d{4}-\d\d-\d\d"
_INSTANT = rf"{_DAY}(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?"
_GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_EPOCH_S = r"\d{9,11}"
_URL_SAFE = r"[A-Za-z0-9~_-]"
_LONG = r"[A-Za-z0-9+/=]{64,}"


@dataclass(frozen=True)
class _Scheme:
    """A way to sign an address.

    Attributes:
        needs: field -> form of its value; all are there, each once, or it is no such signature.
        may: likewise, of fields that come with some of them.

    What a signature says of its reach (`sr`, `sp`, `SignedHeaders`, ...) is not listed: it stays
    the same from one signature to the next, and where it does not, it may name the file.
    """

    needs: Mapping[str, str]
    may: Mapping[str, str]

    def fields_in(self, fields: Mapping[str, str]) -> frozenset[str]:
        """The names of its fields; none where it is not complete."""
        if not all(_has_form(fields.get(name), form) for name, form in self.needs.items()):
            return frozenset()
        extra = (name for name, form in self.may.items() if _has_form(fields.get(name), form))
        return frozenset((*self.needs, *extra))


def _versioned(prefix: str, algorithm: str, signature: str) -> _Scheme:
    """AWS's Signature Version 4 in a query, and Google's, which is made alike."""
    needs = {
        "Algorithm": algorithm,
        "Credential": r"[^/]+/\d{8}/[\w-]+/[\w-]+/\w+4_request",
        "Date": r"\d{8}T\d{6}Z",
        "Expires": r"\d{1,7}",
        "Signature": signature,
    }
    may = {f"{prefix}Security-Token": _LONG} if prefix == "X-Amz-" else {}
    return _Scheme({f"{prefix}{name}": form for name, form in needs.items()}, may)


_AZURE_MAY = {
    "st": _INSTANT,
    **dict.fromkeys(("skt", "ske"), _INSTANT),
    **dict.fromkeys(("skoid", "sktid"), _GUID),
    "sks": r"[bfqt]",
    "skv": _DAY,
}
_SCHEMES = (
    # Azure's shared access signatures: an HMAC-SHA256 in base 64, with the day of its rules.
    _Scheme({"sv": _DAY, "se": _INSTANT, "sig": r"[A-Za-z0-9+/]{43}="}, _AZURE_MAY),
    _versioned("X-Amz-", r"AWS4-[A-Z0-9-]+", r"[0-9a-f]{64,256}"),
    _versioned("X-Goog-", r"GOOG4-[A-Z0-9-]+", r"[0-9a-fA-F]{64,1024}"),
    # AWS's former one: an HMAC-SHA1.
    _Scheme(
        {
            "AWSAccessKeyId": r"[A-Za-z0-9]{16,128}",
            "Expires": _EPOCH_S,
            "Signature": r"[A-Za-z0-9+/]{27}=",
        },
        {"x-amz-security-token": _LONG},
    ),
    # Google's former one: RSA.
    _Scheme(
        {
            "GoogleAccessId": r"[^@\s]+@[^@\s]+",
            "Expires": _EPOCH_S,
            "Signature": r"[A-Za-z0-9+/]{86,}={0,2}",
        },
        {},
    ),
    # CloudFront's: RSA or ECDSA, with the time of its end or a policy.
    *(
        _Scheme(
            {
                "Key-Pair-Id": r"[A-Z0-9]{10,32}",
                "Signature": rf"{_URL_SAFE}{{90,}}",
                **until,
            },
            {"Hash-Algorithm": r"SHA\d+"},
        )
        for until in ({"Expires": _EPOCH_S}, {"Policy": rf"{_URL_SAFE}{{40,}}"})
    ),
)

_SECRET_WORDS = re.compile(
    r"^(s(ig|[epvrtsi]|rt|pr|ip|k[a-z]+)|x-(amz|goog)-.*|k)$|"
    r"token|key|sign|secret|passw|pwd|auth|credential|access|expire|policy|jwt|session|hmac|"
    r"ticket|login|user|hash|code|grant|sas|^_*hdn|^_*gda|^(e|exp|acl|tok|mac|cert|nonce|jws)$|"
    r"^.?(md5|sha\d*)$|verif|digest|bearer",
    re.IGNORECASE,
)
"""Names of fields whose value may open a door."""
_RANDOM = re.compile(r"[A-Za-z0-9+]{20,}|[0-9a-f]{16,}|\beyJ[\w-]{8,}", re.IGNORECASE)
"""No name of a product has so many letters and digits in a row; a JWT begins with its braces."""
_MIXED = re.compile(r"(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[\w~+/=-]{20,}")
"""Base 64 for addresses: capitals and small letters and digits. Names of products have one kind."""
_SIGNED = re.compile(r"(?:^|[~!*,|&?;/:])(\w{1,20})=")
"""Fields within a value, as edge servers sign them: `exp=1~acl=/*~hmac=...`."""
_QUERY = re.compile(r'\?((?:[^\s"\\]|\\.)+)')
_ELSEWHERE = re.compile(r'://[^\s"\\?]*?[/#;]([\w-]+=(?:[^\s"\\]|\\.)+)')
"""A field in a path, or behind it."""
_BETWEEN = re.compile(r"[&;#/]|\\u0026")
_LOGIN = re.compile(r'://(?:[^\s"\\/?#@]|\\.)+@')
"""As they stand in JSON."""


def identity_of(href: str) -> str:
    """The file's identity for keys: without secrets, and different for each file.

    The address without login, query and fragment; a digest of these where there is anything in
    them but a complete signature. Scheme, host and path stay as they are written, and so does
    the order of fields: at worst a file is read again.
    """
    address = _Address.of(href)
    telling = [address.login, *address.unsigned_fields, address.fragment]
    if not any(telling):
        return address.plain
    return f"{address.plain}?{digest_of(telling)}"


def digest_of(words: object) -> str:
    """A hash of values that may be secret."""
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:32]


def shown(href: str) -> str:
    """The address without login, query and fragment, for messages."""
    return _Address.of(href).plain


def may_hold_secret(text: str) -> bool:
    """True if an address in some JSON has a login, or a query that may open a door."""
    found = chain(_QUERY.finditer(text), _ELSEWHERE.finditer(text))
    parts = chain.from_iterable(_BETWEEN.split(one.group(1)) for one in found)
    return bool(_LOGIN.search(text)) or any(map(_is_doubtful, parts))


@dataclass(frozen=True)
class _Address:
    """An address by its parts; one that is not of the web has no query and no fragment."""

    plain: str
    login: str = ""
    fields: tuple[str, ...] = ()
    fragment: str = ""

    @classmethod
    def of(cls, href: str) -> _Address:
        scheme, separator, rest = href.partition("://")
        if not separator:
            return cls(href)
        query = fragment = ""
        if scheme.lower() in ("http", "https"):
            rest, _, fragment = rest.partition("#")
            rest, _, query = rest.partition("?")
        host, slash, path = rest.partition("/")
        login, _, host = host.rpartition("@")
        fields = tuple(query.split("&")) if query else ()
        return cls(f"{scheme}://{host}{slash}{path}", login, fields, fragment)

    @property
    def unsigned_fields(self) -> tuple[str, ...]:
        """The query's fields, but those of a complete signature."""
        if not self.fields:
            return ()
        signature = _signature_in(self.fields)
        return tuple(part for part in self.fields if _name(part) not in signature)


def _signature_in(parts: Iterable[str]) -> frozenset[str]:
    pairs = [(_name(part), _value(part)) for part in parts]
    times = Counter(name for name, _ in pairs)
    once = {name: value for name, value in pairs if times[name] == 1}
    found = (scheme.fields_in(once) for scheme in _SCHEMES)
    return next((names for names in found if names), frozenset())


def _name(part: str) -> str:
    return part.partition("=")[0]


def _value(part: str) -> str:
    """Unquoted; a plus stays, as it is one in base 64."""
    return unquote(part.partition("=")[2], errors="replace")


def _has_form(value: str | None, form: str) -> bool:
    return value is not None and re.fullmatch(form, value) is not None


def _is_doubtful(part: str) -> bool:
    name, value = _name(part), _value(part)
    # Some write a whole address, or a signature of several fields, as one value.
    values = (value, unquote(value, errors="replace"))
    names = [name, *chain.from_iterable(_SIGNED.findall(one) for one in values)]
    return any(map(_SECRET_WORDS.search, names)) or any(map(_looks_random, values))


def _looks_random(value: str) -> bool:
    return bool(_RANDOM.search(value) or _MIXED.search(value))
