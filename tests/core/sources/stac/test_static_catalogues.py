"""Static catalogues in a folder or on a web server, in parts and in circles."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Search
from tests.core.sources.stac.searching import a_source, ids, on_day, search
from tests.servers.process import ServerProcess
from tests.stac_items import a_c1_item


def a_folder(path, items):
    """catalog.json -> collection.json -> items beside their files."""
    collection = path / "s2" / "collection.json"
    collection.parent.mkdir(parents=True)
    links = []
    for item in items:
        home = collection.parent / item["id"]
        home.mkdir()
        for asset in item["assets"].values():
            asset["href"] = "./" + asset["href"].rpartition("/")[2]
        (home / "item.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{item['id']}/item.json"})
    write_collection(collection, links)
    catalog = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "description": "made"}
    up = {"rel": "root", "href": "./catalog.json"}
    down = {"rel": "child", "href": "./s2/collection.json"}
    (path / "catalog.json").write_text(json.dumps({**catalog, "links": [up, down]}))
    return path


def write_collection(path, links, **extent):
    document = {"type": "Collection", "id": "sentinel-2-c1-l2a", "stac_version": "1.0.0"}
    document.update(links=[*links, {"rel": "parent", "href": "../catalog.json"}], extent=extent)
    path.write_text(json.dumps(document))


@pytest.fixture
def folder(tmp_path):
    later = on_day(5, properties={"datetime": "2021-03-05T10:36:34Z"})
    return a_folder(tmp_path / "archive", [on_day(1), on_day(2), later])


@pytest.mark.parametrize("name", ["", "catalog.json", "s2", "s2/collection.json"])
def test_a_static_catalogue_is_read_from_a_folder_or_a_file(folder, name):
    found = search(folder / name)

    assert ids(found) == {f"S2A_T31UFU_2020030{day}T103210_L2A" for day in (1, 2)}
    scene = min(found.scenes, key=lambda scene: scene.id)
    assert scene.assets["B04"].href == str(folder / "s2" / scene.id / "B04.tif")
    assert not a_source(folder / name).is_remote


def test_a_relative_path_leads_to_absolute_files(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)

    scene = search("archive").scenes[0]

    assert scene.assets["B04"].href == str(folder / "s2" / scene.id / "B04.tif")


def test_a_static_catalogue_is_read_by_its_file_url(folder):
    assert len(search(folder.as_uri()).scenes) == 2


@pytest.mark.parametrize("name", ["", "/", "/catalog.json"])
def test_a_static_catalogue_is_read_from_a_web_server(folder, name):
    with ServerProcess("range_files", folder) as server:
        found = search(server.url + name)

    assert len(found.scenes) == 2
    assert all(scene.assets["B04"].href.startswith(server.url + "/s2/") for scene in found.scenes)
    assert a_source(server.url).is_remote


def test_a_lost_part_of_a_catalogue_is_told_and_the_rest_is_used(folder):
    (folder / "s2" / "S2A_T31UFU_20200301T103210_L2A" / "item.json").write_text("{")

    found = search(folder)

    assert len(found.scenes) == 1
    assert any("1 documents of the catalogue can't be read" in note for note in found.notes)


def test_a_catalogue_that_links_to_itself_is_walked_once(folder):
    (folder / "s2" / "S2A_T31UFU_20200301T103210_L2A" / "item.json").unlink()
    write_collection(
        folder / "s2" / "collection.json",
        [
            {"rel": "child", "href": "../catalog.json"},
            {"rel": "item", "href": "S2A_T31UFU_20200302T103210_L2A/item.json"},
            {"rel": "item"},
            None,
        ],
    )

    assert len(search(folder).scenes) == 1


@pytest.mark.parametrize(
    "extent",
    [
        {"temporal": {"interval": [["2016-01-01T00:00:00Z", "2017-01-01T00:00:00Z"]]}},
        {"spatial": {"bbox": [[100, 10, 110, 20]]}},
    ],
)
def test_collections_of_elsewhere_are_not_opened(folder, extent):
    write_collection(
        folder / "s2" / "collection.json", [{"rel": "item", "href": "x.json"}], **extent
    )

    assert search(folder) == Search(scenes=())


@pytest.mark.parametrize("extent", [{"temporal": {"interval": [[None, None]]}}, {"spatial": 7}, {}])
def test_extents_that_say_nothing_exclude_nothing(folder, extent):
    link = {"rel": "item", "href": "S2A_T31UFU_20200302T103210_L2A/item.json"}
    write_collection(folder / "s2" / "collection.json", [link], **extent)

    assert len(search(folder).scenes) == 1


def test_a_list_of_items_is_a_catalogue_too(tmp_path):
    path = tmp_path / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [a_c1_item(), 7]}))

    assert len(search(path).scenes) == 1


@pytest.mark.parametrize("content", [None, "", "[]", '{"a": 1}'])
def test_a_path_that_is_no_catalogue_is_an_error_in_words(tmp_path, content):
    path = tmp_path / "catalog.json"
    if content is not None:
        path.write_text(content)

    with pytest.raises(SourceError, match=r"catalog\.json"):
        search(path)


def test_an_empty_folder_is_no_catalogue(tmp_path):
    with pytest.raises(SourceError, match=r"none of catalog\.json"):
        search(tmp_path)
