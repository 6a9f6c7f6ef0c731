"""Importing the package loads no large dependency before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import cableconv

HEAVY = {"lxml", "docx", "click"}
HOST = "from cableconv import Session; from cableconv.plugins.kinds import EXPORTERS, READERS"


def modules_after(code: str) -> set[str]:
    """Return the names of the modules that a new process has loaded after running ``code``."""
    show = "import json, sys; print(json.dumps(sorted(sys.modules)))"
    said = subprocess.check_output([sys.executable, "-c", f"{code}\n{show}"], text=True)
    return set(json.loads(said.splitlines()[-1]))


def test_importing_the_package_loads_little() -> None:
    loaded = modules_after("import cableconv; cableconv.__version__")
    assert not {*HEAVY, "pluggy", "msgspec", "cableconv.library", "cableconv.parser"} & loaded


def test_reading_the_version_loads_no_other_module() -> None:
    loaded = modules_after("import cableconv.version")
    assert {name for name in loaded if name.startswith("cableconv")} == {
        "cableconv",
        "cableconv.version",
    }


@pytest.mark.parametrize(
    "code",
    [
        "from cableconv import parse, read, export, convert, Cable, Session",
        "from cableconv.plugins import hookimpl, Exporter, Option, Reader, Sniff, PluginHost",
        f"{HOST}; Session().plugins.all(EXPORTERS)",
        f"{HOST}; Session().plugins.all(READERS)",
        "import cableconv; cableconv.convert('SUBJECT: FOG', to='json')",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    assert not HEAVY & modules_after(code)


def test_every_public_name_exists() -> None:
    assert set(cableconv.__all__) == set(dir(cableconv))
    assert all(getattr(cableconv, name) for name in cableconv.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'prase'"):
        _ = cableconv.prase
