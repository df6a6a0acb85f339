"""How files in S3 buckets are opened: by https where everyone may read, else with keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ...errors import SourceError
from ...reading.contract import Access
from ...reasons import Reason


@dataclass(frozen=True)
class Bucket:
    """What is known of an S3 bucket: its region or own end point, and who may read."""

    name: re.Pattern[str]
    region: str = ""
    endpoint: str = ""
    readers: str = "everyone"


BUCKETS = (
    Bucket(re.compile(r"eodata"), endpoint="eodata.dataspace.copernicus.eu", readers="key holders"),
    Bucket(re.compile(r"sentinel-s2-l[12][ac]"), region="eu-central-1", readers="those who pay"),
    Bucket(re.compile(r"sentinel-cogs|e84-earth-search-sentinel-data"), region="us-west-2"),
    Bucket(re.compile(r"deafrica-sentinel-2[\w-]*"), region="af-south-1"),
)


def bucket_and_key(href: str) -> tuple[str, str]:
    """Of an `s3://` address, which is no URL: `#`, `?` and `%` in a key are what they are."""
    bucket, _, key = href.partition("://")[2].partition("/")
    return bucket, key


def s3_access(href: str, keys: Mapping[str, str]) -> Access:
    """GDAL options for an `s3://` file; public ones become https, which every reader knows.

    Raises:
        SourceError: when keys are needed and there are none.
    """
    name, key = bucket_and_key(href)
    href = f"s3://{name}/{key}"
    bucket = next((row for row in BUCKETS if row.name.fullmatch(name)), None)
    if bucket is None:
        return Access(href, dict(keys) or {"AWS_NO_SIGN_REQUEST": "YES"})
    return _S3_READERS[bucket.readers](href, bucket, keys)


def _for_everyone(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    name, key = bucket_and_key(href)
    return Access(f"https://{name}.s3.{bucket.region}.amazonaws.com/{quote(key)}")


def _for_key_holders(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    if "AWS_SECRET_ACCESS_KEY" not in keys:
        raise SourceError(
            Reason(
                "{bucket} at {host} needs S3 keys of one's own: AWS_ACCESS_KEY_ID and "
                "AWS_SECRET_ACCESS_KEY",
                bucket=bucket_and_key(href)[0],
                host=bucket.endpoint,
            )
        )
    place = {
        "AWS_S3_ENDPOINT": bucket.endpoint,
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_HTTPS": "YES",
    }
    return Access(href, {**place, **keys})


def _for_those_who_pay(href: str, bucket: Bucket, keys: Mapping[str, str]) -> Access:
    if "AWS_SECRET_ACCESS_KEY" not in keys:
        raise SourceError(
            Reason(
                "{bucket} is a requester-pays bucket of AWS: reading it needs keys of an AWS "
                "account, which pays for the transfer",
                bucket=bucket_and_key(href)[0],
            )
        )
    return Access(href, {"AWS_REQUEST_PAYER": "requester", "AWS_REGION": bucket.region, **keys})


_S3_READERS = {
    "everyone": _for_everyone,
    "key holders": _for_key_holders,
    "those who pay": _for_those_who_pay,
}
