"""A session for tests that read cables from PDF files."""

from __future__ import annotations

import pytest
from cableconv import Session
from cableconv.testing import isolated_session

import cableconv_pdf


@pytest.fixture(scope="session")
def session() -> Session:
    """Return a session with this reader and the built-in plugins."""
    return isolated_session(cableconv_pdf)
