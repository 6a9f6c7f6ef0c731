"""Pytest fixtures: ``pytest_plugins = ["cableconv.testing.fixtures"]`` in a conftest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cableconv.cable import Cable
from cableconv.session import Session
from cableconv.testing.isolation import isolated_session
from cableconv.testing.sample_trees import sample_trees, usual_cable

_SAMPLES = sample_trees()


@pytest.fixture
def cable() -> Cable:
    """A short cable with the usual fields."""
    return usual_cable()


@pytest.fixture(params=_SAMPLES.values(), ids=list(_SAMPLES))
def any_cable(request: pytest.FixtureRequest) -> Cable:
    """Every sample in turn, from small to hostile."""
    sample: Cable = request.param
    return sample


@pytest.fixture
def session_with() -> Callable[..., Session]:
    """``isolated_session``: a session with the built-in and the given plugins."""
    return isolated_session
