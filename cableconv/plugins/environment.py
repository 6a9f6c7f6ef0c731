"""What the environment says of plugins: variables that administrators set once for all calls."""

from __future__ import annotations

import os

DISABLED = "CABLECONV_DISABLE_PLUGINS"
"""Names of distributions or entry points to leave out, separated by commas."""

STRICT = "CABLECONV_STRICT_PLUGINS"
"""``1``: a plugin that has to be left out is an error instead of a warning."""


def disabled() -> frozenset[str]:
    """The plugins that are not to be loaded."""
    names = os.environ.get(DISABLED, "").split(",")
    return frozenset(name.strip().lower() for name in names if name.strip())


def strict() -> bool:
    """Whether a plugin that cannot be used is an error."""
    return os.environ.get(STRICT, "").strip().lower() in ("1", "yes", "true", "on")
