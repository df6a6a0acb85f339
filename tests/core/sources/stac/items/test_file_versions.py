"""Which words of an item tell that a file was replaced in place, and which do not."""

from __future__ import annotations

import pytest

from cbm_chips.core.sources.stac.items.file_versions import FileVersions

ITEMS_THAT_TELL = {
    "generation time": {"s2:generation_time": "20{}-01-01T00:00:00Z"},
    "processing time": {"processing:datetime": "20{}-01-01T00:00:00Z"},
    "updated": {"updated": "20{}-01-01T00:00:00Z"},
    "version": {"version": "{}"},
    "name of the product": {
        "s2:product_uri": "S2A_MSIL2A_20220604T105031_N0400_R051_T31UFU_20{}0101T000000.SAFE"
    },
}
FILES_THAT_TELL = {
    "checksum": {"file:checksum": "1220{}"},
    "multihash": {"checksum:multihash": "1220{}"},
    "updated": {"updated": "20{}-01-01T00:00:00Z"},
}
ITEMS_THAT_DO_NOT = {
    "baseline": {"s2:processing_baseline": "0{}.00"},
    "version of the processor": {"processing:version": "0{}.00"},
    "created": {"created": "20{}-01-01T00:00:00Z"},
    "published": {"published": "20{}-01-01T00:00:00Z"},
}
FILES_THAT_DO_NOT = {
    "size": {"file:size": "{}"},
    "created": {"created": "20{}-01-01T00:00:00Z"},
    "shape": {"proj:shape": "[{0}, {0}]"},
}


def in_year(words, year):
    return {name: word.format(year) for name, word in words.items()}


def version(*, item=(), file=(), made="", year):
    properties = in_year(dict(item), year)
    return FileVersions(properties, made=made.format(year)).of(in_year(dict(file), year))


def named(kinds):
    return pytest.mark.parametrize("words", kinds.values(), ids=list(kinds))


def tells(**where):
    versions = [version(**where, year=year) for year in (22, 22, 24)]
    return versions[0] == versions[1] != versions[2] and all(versions)


@named(ITEMS_THAT_TELL)
def test_words_of_an_item_that_tell(words):
    assert tells(item=words)


@named(FILES_THAT_TELL)
def test_words_of_a_file_that_tell(words):
    assert tells(file=words)


def test_the_processing_time_in_the_name_of_a_product_tells():
    assert tells(made="20{}0101T000000")


def test_nothing_tells_nothing():
    assert version(year=22) == ""


@named(ITEMS_THAT_DO_NOT)
def test_words_of_an_item_that_are_not_enough_but_count_beside_others(words):
    assert version(item=words, year=22) == ""
    assert tells(item=words, file={"file:checksum": "1220"})


@named(FILES_THAT_DO_NOT)
def test_words_of_a_file_that_are_not_enough_but_count_beside_others(words):
    assert version(file=words, year=22) == ""
    assert tells(file=words, item={"updated": "2022-01-01T00:00:00Z"})
