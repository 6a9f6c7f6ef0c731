"""The error for a package that only some tasks need, and that is not installed."""

from __future__ import annotations

from cableconv.errors import UsageError


def missing(message: str, extra: str) -> UsageError:
    """Return the error, with the command that installs the extra, from a checkout as well."""
    hint = f"pip install 'cableconv[{extra}]', in a checkout: pip install '.[{extra}]'"
    return UsageError(message, hint=hint)
