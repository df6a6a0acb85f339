"""Two addresses are one file only where a known signature is all that tells them apart."""

from __future__ import annotations

import json
from random import Random
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cbm_chips.core.addresses import identity_of, may_hold_secret, shown
from cbm_chips.core.reading.network import Network
from tests.core.signed_urls import AZURE, FILE, signed
from tests.effort import examples

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def base_64(length: int, end: str = "", alphabet: str = BASE_64):
    """Drawn as one number: to draw letter by letter takes long, and no letter is a special one."""
    return st.integers(0, 2**64 - 1).map(
        lambda seed: "".join(Random(seed).choices(alphabet, k=length)) + end
    )


def hex_digits(length: int):
    return base_64(length, alphabet="0123456789abcdef")


DAYS = st.dates().map(lambda day: f"{day:%Y}".zfill(4) + f"{day:-%m-%d}")
INSTANTS = DAYS.map(lambda day: f"{day}T10:20:30Z")
COMPACT = DAYS.map(lambda day: day.replace("-", "") + "T102030Z")
EPOCHS = st.integers(10**9, 10**10).map(str)
URL_SAFE = BASE_64.replace("+/", "-_~")


def goog_or_aws(prefix: str, algorithm: str, length: int):
    day = COMPACT.map(lambda moment: moment[:8])
    return st.fixed_dictionaries(
        {
            f"{prefix}Algorithm": st.just(algorithm),
            f"{prefix}Credential": day.map(
                lambda one: (
                    f"AKIAMADEUP/{one}/eu-central-1/s3/{algorithm.partition('-')[0].lower()}_request"
                )
            ),
            f"{prefix}Date": COMPACT,
            f"{prefix}Expires": st.integers(1, 604_800).map(str),
            f"{prefix}SignedHeaders": st.just("host"),
            f"{prefix}Signature": hex_digits(length),
        }
    )


SIGNATURES = {
    "azure": st.fixed_dictionaries(
        {
            "st": INSTANTS,
            "se": INSTANTS,
            "sp": st.just("rl"),
            "sv": DAYS,
            "sr": st.just("c"),
            "skt": INSTANTS,
            "ske": INSTANTS,
            "sig": base_64(43, "="),
        }
    ),
    "aws": goog_or_aws("X-Amz-", "AWS4-HMAC-SHA256", 64),
    "google": goog_or_aws("X-Goog-", "GOOG4-RSA-SHA256", 512),
    "aws, formerly": st.fixed_dictionaries(
        {
            "AWSAccessKeyId": st.just("AKIAMADEUPMADEUP"),
            "Signature": base_64(27, "="),
            "Expires": EPOCHS,
        }
    ),
    "google, formerly": st.fixed_dictionaries(
        {
            "GoogleAccessId": st.just("made@up.example"),
            "Expires": EPOCHS,
            "Signature": base_64(342, "=="),
        }
    ),
    "cloudfront": st.fixed_dictionaries(
        {
            "Expires": EPOCHS,
            "Signature": base_64(342, "__", URL_SAFE),
            "Key-Pair-Id": st.just("KMADEUPMADEUP1"),
        }
    ),
    "cloudfront, by policy": st.fixed_dictionaries(
        {
            "Policy": base_64(120, alphabet=URL_SAFE),
            "Signature": base_64(342, "__", URL_SAFE),
            "Key-Pair-Id": st.just("KMADEUPMADEUP1"),
        }
    ),
}


@pytest.mark.parametrize("scheme", SIGNATURES)
@settings(max_examples=examples(25))
@given(data=st.data())
def test_a_file_signed_again_is_the_same_file(scheme, data):
    href = data.draw(st.sampled_from([FILE, f"{FILE}?date=20220604", f"{FILE}?token=B04"]))
    first, second = (signed(href, data.draw(SIGNATURES[scheme])) for _ in range(2))
    assert identity_of(first) == identity_of(second)
    assert identity_of(first) != identity_of(signed(f"{href}2", data.draw(SIGNATURES[scheme])))


@pytest.mark.parametrize("scheme", SIGNATURES)
@settings(max_examples=examples(25))
@given(data=st.data())
def test_a_signature_that_lacks_a_part_is_none(scheme, data):
    signature = data.draw(SIGNATURES[scheme])
    other = data.draw(SIGNATURES[scheme])
    needed = {"Signature", "sig", "sv", "se", "Expires", "Policy", "Key-Pair-Id", "AWSAccessKeyId"}
    lacks = data.draw(st.sampled_from([one for one in signature if one.split("-")[-1] in needed]))
    hrefs = [signed(FILE, {**one, lacks: ""}) for one in (signature, other)]
    assume(hrefs[0] != hrefs[1])
    assert identity_of(hrefs[0]) != identity_of(hrefs[1])


FIELD_NAMES = st.sampled_from(
    [
        *("token", "filetoken", "id", "file", "Key", "policy", "signature", "expires"),
        *("sv", "st", "sr", "sp", "se", "sig", "si", "ss", "srt", "skoid"),
        *("Policy", "Signature", "Expires", "Key-Pair-Id", "AWSAccessKeyId", "GoogleAccessId"),
        *("X-Amz-Signature", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Security-Token"),
    ]
)
VALUES = st.one_of(
    st.sampled_from(["B04", "B08", "", "2020-01-01", "b", "r", "1700000000", "S2A_T31UFU.B04"]),
    st.text(max_size=12),
)
QUERIES = st.lists(st.tuples(FIELD_NAMES, VALUES), max_size=6)
HREFS = st.builds(
    lambda path, query, fragment: (
        f"https://host.example/{quote(path)}?{urlencode(query)}{fragment}"
    ),
    st.sampled_from(["dl", "DL", "a/b.tif", "a b.tif"]),
    QUERIES,
    st.sampled_from(["", "#B04", "#B08"]),
)


@given(HREFS, HREFS)
def test_what_is_no_whole_signature_tells_files_apart(one, other):
    assert (identity_of(one) == identity_of(other)) == (one.rstrip("?") == other.rstrip("?"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{FILE}?a=1&b=2", f"{FILE}?b=2&a=1"),
        (f"{FILE}?a=1&a=2", f"{FILE}?a=2&a=1"),
        (f"{FILE}?a=%41", f"{FILE}?a=%61"),
        ("https://one:x@host/B04.tif", "https://two:x@host/B04.tif"),
        ("https://host/dl#B04", "https://host/dl#B08"),
        ("s3://bucket/B04.tif#1?a", "s3://bucket/B04.tif#2?a"),
        ("/data/B04#1.tif", "/data/B04#2.tif"),
        ("/data/B04.tif?1", "/data/B04.tif?2"),
        ("https://host/B04.tif", "https://host/b04.tif"),
        *(
            (signed(FILE, {**AZURE, name: first}), signed(FILE, {**AZURE, name: second}))
            for name, first, second in (
                ("sr", "B04", "B08"),
                ("sr", "b", "c"),
                ("sp", "r", "rl"),
                ("sig", "B04", "B08"),
                ("se", "B04", "B08"),
                ("st", "B04", "B08"),
                ("sv", "1", "2"),
                ("snapshot", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"),
            )
        ),
        (f"{signed(FILE, AZURE)}&sig=B04", f"{signed(FILE, AZURE)}&sig=B08"),
    ],
)
def test_addresses_that_may_lead_to_two_files_are_two(one, other):
    assert identity_of(one) != identity_of(other)


@pytest.mark.parametrize(
    "href",
    [
        "https://me:secret@host/B04.tif",
        "https://host/B04.tif?token=secret#secret",
        signed(FILE, {**AZURE, "sig": "secret"}),
        "s3://me:secret@bucket/B04.tif",
    ],
)
def test_neither_keys_nor_messages_hold_a_secret(href):
    assert "secret" not in identity_of(href) + shown(href)
    assert may_hold_secret(json.dumps({"href": href}))


JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2VjcmV0"
EDGE = "exp=1700000000~acl=/*~hmac=" + "0f" * 32


@pytest.mark.parametrize(
    "query",
    [
        *("hdnts=abc", "hdnea=abc", "__gda__=abc", "hdntl=abc", "verify=1700-abc", "md5=a-b"),
        *("st=a-b_c&e=1700000000", "e=1700000000&id=1", "x=" + quote(EDGE), f"x={EDGE}"),
        *(f"x={JWT}", f"x=Bearer%20{JWT}", "x=aB3-_dE5-fG7_hI9-jK1", "x=a%253Db%2526token%253Dc"),
        *("a=1\\u0026sig=x", "a=1;sig=x", "u=https%3A//h/x%3Ftoken%3Dy", "n=1#access_token=x"),
    ],
)
def test_what_looks_like_a_signature_is_not_kept_whatever_its_field_is_called(query):
    text = json.dumps({"href": f"https://host/B04.tif?{query}"})
    assert may_hold_secret(text.replace("\\\\u", "\\u"))


@pytest.mark.parametrize(
    "href",
    [
        "https://host/hdnts=exp~1/B04.tif",
        "https://host/a/token=secret/B04.tif",
        "https://host/B04.tif;sig=secret",
        "https://host/B04.tif#access_token=secret",
    ],
)
def test_a_signature_in_a_path_or_behind_it_is_one(href):
    assert may_hold_secret(json.dumps({"href": href}))


@pytest.mark.parametrize(
    "href",
    [
        FILE,
        "https://host/year=2022/month=06/B04.tif",
        "https://host/schema.json#/definitions/key",
        "https://host/cog?url=https%3A//other/S2A_T31UFU_B04.tif&rescale=0,3000&format=image/png",
        "https://host/dl?id=S2A_MSIL2A_20220604T105031_N0400_R051_T31UFU_20220604T152311&band=B04",
        "https://host/cog?date=20220604",
        "/data/@me/B04.tif",
        "Is this an address? No.",
    ],
)
def test_what_opens_no_door_may_be_kept(href):
    assert not may_hold_secret(json.dumps({"href": href}))


@pytest.mark.parametrize("scheme", SIGNATURES)
@settings(max_examples=examples(25))
@given(data=st.data())
def test_a_signature_is_known_for_a_secret_wherever_it_stands(scheme, data):
    href = signed(
        data.draw(st.sampled_from([FILE, 'https://host/é"/x y?a=1'])), data.draw(SIGNATURES[scheme])
    )
    assert may_hold_secret(json.dumps({"deep": [{"other": href}]}))
