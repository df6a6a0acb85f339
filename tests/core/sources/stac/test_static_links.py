"""Links of static catalogues: names and URLs, copies, and what lies elsewhere."""

from __future__ import annotations

import codecs
import json
from urllib.parse import quote

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.sources.stac.hrefs import addresses
from tests.core.sources.stac.searching import an_item, ids, search
from tests.servers.process import ServerProcess
from tests.servers.scripted import scripted


def test_documents_of_this_computer_are_no_business_of_a_server(tmp_path):
    mine = tmp_path / "mine"
    a_catalogue(mine, an_item(B04="./B04.tif"))
    hrefs = [str(mine / "item.json"), (mine / "item.json").as_uri(), f"C:{mine}/item.json"]
    links = [{"rel": "item", "href": href} for href in hrefs]
    root = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "links": links}
    served = tmp_path / "served"
    served.mkdir()
    (served / "catalog.json").write_text(json.dumps(root))
    with ServerProcess("range_files", served) as server:
        with pytest.raises(SourceError):
            search(server.url + "/catalog.json")
        root["links"] = [{"rel": "child", "href": server.url + "/catalog.json"}]
        (tmp_path / "catalog.json").write_text(json.dumps(root))

        found = search(tmp_path / "catalog.json")

    assert found.scenes == ()
    assert any("3 documents of the catalogue can't be read" in note for note in found.notes)


def a_catalogue(folder, item, *, name="item.json", link=None, encode=lambda text: text.encode()):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(encode(json.dumps(item)))
    root = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "description": ""}
    root["links"] = [{"rel": "item", "href": link or f"./{name}"}]
    (folder / "catalog.json").write_bytes(encode(json.dumps(root)))
    return folder / "catalog.json"


def href_of(found, band="B04"):
    return found.scenes[0].assets[band].href


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be"],
)
def test_a_byte_order_mark_is_no_part_of_a_document(tmp_path, encode):
    path = a_catalogue(tmp_path, an_item(B04="./B04.tif"), encode=encode)
    with ServerProcess("range_files", tmp_path) as server:
        assert ids(search(server.url + "/catalog.json")) == {"one"}
    assert ids(search(path)) == {"one"}


@pytest.mark.parametrize(
    "name",
    ["my field.tif", "Flurstück.tif", "50% #1?.tif", "a+b.tif", "my%20field.tif", "plain.tif"],
)
@pytest.mark.parametrize("write", [str, quote])
def test_a_file_is_found_whether_its_href_is_a_name_or_a_url(tmp_path, name, write):
    (tmp_path / name).write_bytes(b"II")
    path = a_catalogue(tmp_path, an_item(B04=f"./{write(name)}"))

    assert href_of(search(path)) == str(tmp_path / name)


def test_a_file_url_is_decoded(tmp_path):
    file = tmp_path / "my field.tif"
    file.write_bytes(b"II")

    assert href_of(search(a_catalogue(tmp_path, an_item(B04=file.as_uri())))) == str(file)


@pytest.mark.parametrize("name", ["my item.json", "50% #1.json", "Stück.json"])
@pytest.mark.parametrize("write", [str, quote])
def test_a_document_is_found_whether_its_link_is_a_name_or_a_url(tmp_path, name, write):
    item = an_item(B04="./B04.tif")
    path = a_catalogue(tmp_path, item, name=name, link=f"./{write(name)}")
    with ServerProcess("range_files", tmp_path) as server:
        found = search(server.url + "/catalog.json")

    assert ids(search(path)) == ids(found) == {"one"}
    assert href_of(found) == server.url + "/B04.tif"


def test_names_with_blanks_are_asked_for_as_urls():
    base = "https://m.example/stac/catalog.json"

    assert addresses(base, "my field/B04.tif")[0] == "https://m.example/stac/my%20field/B04.tif"
    assert addresses(base, "./my%20field/B04.tif") == ("https://m.example/stac/my%20field/B04.tif",)
    assert addresses(base, "Stück 50%.tif")[0] == "https://m.example/stac/St%C3%BCck%2050%25.tif"
    assert "https://m.example/stac/a%231.tif" in addresses(base, "a#1.tif")


def test_relative_links_of_a_copy_hold_where_the_copy_lies(tmp_path):
    item = {**an_item(B04="./B04.tif"), "links": [{"rel": "self", "href": "https://o.example/a/"}]}
    a_catalogue(tmp_path, item)
    with ServerProcess("range_files", tmp_path) as server:
        asset = search(server.url + "/catalog.json").scenes[0].assets["B04"]

    assert asset.href == server.url + "/B04.tif"
    assert asset.alternates == ("https://o.example/a/B04.tif",)


def test_absolute_links_of_a_copy_are_tried_where_the_copy_lies(tmp_path):
    origin = "http://127.0.0.1:9/origin"
    item = an_item(B04=f"{origin}/my%20files/B04.tif")
    item["links"] = [{"rel": "self", "href": f"{origin}/item.json"}]
    path = a_catalogue(tmp_path, item, link=f"{origin}/item.json")
    root = json.loads(path.read_text())
    root["links"].append({"rel": "self", "href": f"{origin}/catalog.json"})
    path.write_text(json.dumps(root))
    with ServerProcess("range_files", tmp_path) as server:
        served = search(server.url + "/catalog.json").scenes[0].assets["B04"]

    assert served.href == f"{origin}/my%20files/B04.tif"
    assert served.alternates == (f"{server.url}/my%20files/B04.tif",)
    local = search(path).scenes[0].assets["B04"]
    assert local.alternates == (str(tmp_path / "my files" / "B04.tif"),)


def a_tree(folder, child, **documents):
    """A static catalogue of a child and of one good item, which the child may link to."""
    links = [{"rel": "child", "href": "child.json"}, {"rel": "item", "href": "one.json"}]
    root = {"type": "Catalog", "id": "a", "stac_version": "1.0.0", "links": links}
    documents = {"catalog": root, "child": child, "one": an_item(B04="./B04.tif"), **documents}
    for name, content in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder / "catalog.json"


@pytest.mark.parametrize("child", [[], 7, None, True, "a text", {"type": ["Feature"]}])
def test_a_document_that_is_no_object_costs_itself_alone(tmp_path, child):
    assert ids(search(a_tree(tmp_path, child))) == {"one"}


@pytest.mark.parametrize(
    "extent",
    [
        {"temporal": {"interval": [["2015-06-23T00:00:00Z", "9999-12-31T23:59:59Z"]]}},
        {"temporal": {"interval": [["0001-01-01T00:00:00Z", None]]}},
        {"temporal": {"interval": [["2021-01-01T00:00:00Z", "2019-01-01T00:00:00Z"]]}},
        {"spatial": {"bbox": [[52, 5, 53, 6]]}},
        {"spatial": {"bbox": [[1e308, -1e308, 1e308, 1e308]]}},
    ],
    ids=["no end", "no start", "turned round", "latitude first", "nowhere"],
)
def test_no_extent_of_a_collection_hides_its_items(tmp_path, extent):
    child = {"type": "Collection", "id": "c", "extent": extent}
    child["links"] = [{"rel": "item", "href": "two.json"}]
    tree = a_tree(tmp_path, child, two={**an_item(B04="./B04.tif"), "id": "two"})

    assert ids(search(tree)) == {"one", "two"}


def test_a_collection_of_another_time_or_place_is_not_looked_into(tmp_path):
    for extent in (
        {"temporal": {"interval": [["2015-06-23T00:00:00Z", "2020-02-27T00:00:00Z"]]}},
        {"temporal": {"interval": [["2020-04-02T00:00:00Z", None]]}},
        {"spatial": {"bbox": [[15, 42, 16, 43]]}},
    ):
        child = {"type": "Collection", "id": "c", "extent": extent}
        child["links"] = [{"rel": "item", "href": "gone.json"}]
        found = search(a_tree(tmp_path, child))
        assert not any("can't be read" in note for note in found.notes)


def test_a_collection_whose_root_is_gone_is_read_as_it_lies():
    item = {**an_item(B04="./B04.tif"), "links": []}
    page = {"type": "FeatureCollection", "features": [item]}
    collection = {"type": "Collection", "id": "c", "stac_version": "1.0.0"}
    collection["links"] = [{"rel": "root", "href": "/gone"}, {"rel": "items", "href": "items"}]
    script = {"/c/c": (200, {}, json.dumps(collection)), "/c/items": (200, {}, json.dumps(page))}
    with scripted(script) as server:
        assert ids(search(server.url + "/c/c")) == {"one"}
