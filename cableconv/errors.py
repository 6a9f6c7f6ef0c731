"""Every error that the project raises, in one hierarchy.

    CableconvError
    ├── InputError               a source cannot be read
    │   ├── NoCableError         there is no cable in it
    │   └── SeveralCablesError   there is more than one, but one was asked for
    ├── InvalidTreeError         a value is not a cable's tree
    ├── UsageError               the call itself is wrong
    │   ├── UnknownFormatError   no exporter or reader has that name
    │   ├── InvalidOptionError   an option is unknown or its value is not of its type
    │   └── QueryError           a query has an error
    ├── OutputError              a result cannot be written
    └── PluginError              a plugin failed or broke its contract

An error says what is wrong (``message``), where (``path``, ``line``, ``column``) and what to do
(``hint``); ``str(error)`` combines them.
"""

from __future__ import annotations

from os import PathLike, fspath


class CableconvError(Exception):
    """The base class: catch this to catch every error of the project.

    Args:
        message: what is wrong.
        path: the file, archive member or folder, as shown in messages.
        line: the line in it, from 1.
        column: the column in that line, from 1.
        hint: what to do next.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else fspath(path)
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Return ``path:line:column: message; hint``, without the parts that are ``None``."""
        where = ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )
        says = f"{where}: {self.message}" if where else self.message
        return f"{says}; {self.hint}" if self.hint else says


class InputError(CableconvError):
    """A source cannot be read."""


class NoCableError(InputError):
    """A file or folder holds no cable."""


class SeveralCablesError(InputError):
    """A source holds more than the one cable that was asked for."""


class InvalidTreeError(CableconvError):
    """A value is not a cable's tree: a wrong dict, or structs with values of wrong types."""


class UsageError(CableconvError):
    """The call is wrong, whatever the input."""


class UnknownFormatError(UsageError):
    """No exporter or reader has that name."""


class InvalidOptionError(UsageError):
    """An option is unknown, or its value does not fit its type."""


class QueryError(UsageError):
    """A query does not follow the language of docs/query.md, or a value does not fit its field."""

    def __init__(self, message: str, *, column: int | None = None, hint: str | None = None) -> None:
        super().__init__(message, path="query", column=column, hint=hint)


class OutputError(CableconvError):
    """A result cannot be written."""


class PluginError(CableconvError):
    """A plugin failed or broke its contract."""
