"""A place for installed distributions, as pip would leave them there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_packages import SitePackages

from cableconv.session import default_session


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SitePackages]:
    """An empty folder on the path of this process; what is imported from it is forgotten after.

    So is the default session, which would know only what was installed when it was made.
    """
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    default_session.cache_clear()
    yield SitePackages(tmp_path)
    default_session.cache_clear()
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) in SitePackages(tmp_path).modules():
            del sys.modules[name]
