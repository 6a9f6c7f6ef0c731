"""A folder for installed distributions, as pip would install them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_packages import SitePackages

from cableconv.session import default_session


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SitePackages]:
    """Add an empty folder to the path of this process; forget modules imported from it afterwards.

    The default session is also forgotten, as it knows the plugins that were installed before.
    """
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    default_session.cache_clear()
    yield SitePackages(tmp_path)
    default_session.cache_clear()
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) in SitePackages(tmp_path).modules():
            del sys.modules[name]
