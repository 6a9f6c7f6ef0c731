"""Tests of the database in a Datasette server."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from cableconv_sqlite.command import metadata

pytest.importorskip("datasette")
PATIENCE = 30.0
Get = Callable[..., dict[str, Any]]


def free_port() -> int:
    """Return an unused port of the loopback interface."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def get(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    """Return a function that requests JSON from a Datasette with the database."""
    described = tmp_path_factory.mktemp("datasette") / "metadata.json"
    described.write_text(json.dumps(metadata(database.stem)), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "datasette", database, "--metadata", described]
    server = subprocess.Popen(
        [*map(str, command), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def asked(page: str, **values: str) -> dict[str, Any]:
        with urlopen(f"http://127.0.0.1:{port}/{page}?{urlencode(values)}", timeout=10) as answer:
            found: dict[str, Any] = json.load(answer)
            return found

    try:
        _wait(asked, server)
        yield asked
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait(asked: Get, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            asked("-/versions.json")
            return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail("Datasette did not begin to answer")


def test_a_table_has_its_facets(get: Get) -> None:
    page = get("cables/cables.json", _shape="objects")
    posts = page["facet_results"]["post"]["results"]
    assert {each["value"]: each["count"] for each in posts} == {"OSLO": 1, "STATE": 1}


def test_paragraphs_are_searched(get: Get) -> None:
    page = get("cables/paragraphs.json", _search='"tide clock"', _shape="objects")
    assert [row["number"] for row in page["rows"]] == [1, 3]


def test_a_query_is_run_by_its_form(get: Get) -> None:
    page = get("cables/thread.json", id="08STATE4711", _shape="arrays")
    assert page["rows"] == [["cited by", "08OSLO123", "A", "STATE 4711"]]


def test_a_cable_links_to_its_paragraphs(get: Get) -> None:
    page = get("cables/paragraphs.json", cable__exact="1", _shape="objects")
    assert page["rows"][0]["cable"] in (1, {"value": 1, "label": "08OSLO123"})
