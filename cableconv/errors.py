"""Every error the project raises, in one tree.

    CableconvError
    ├── InputError          a source cannot be read
    │   ├── NoCable         there is no cable in it
    │   └── SeveralCables   there is more than one where one was asked for
    ├── InvalidTree         what should be a cable's tree is none
    ├── UsageError          the call itself is wrong
    │   ├── UnknownFormat   no exporter or reader has that name
    │   └── InvalidOption   an option is unknown or its value is not of its type
    ├── OutputError         a result cannot be written
    └── PluginError         a plugin failed or broke its contract

A message says what, where, and what to do next.
"""

from __future__ import annotations


class CableconvError(Exception):
    """The root: catch this to catch all."""


class InputError(CableconvError):
    """A source cannot be read."""


class NoCable(InputError):
    """A file or folder holds no cable."""


class SeveralCables(InputError):
    """A source holds more than the one cable that was asked for."""


class InvalidTree(CableconvError):
    """What should be a cable's tree is none: a dict, or structs with values of wrong types."""


class UsageError(CableconvError):
    """The call is wrong, whatever the input."""


class UnknownFormat(UsageError):
    """No exporter or reader has that name."""


class InvalidOption(UsageError):
    """An option is unknown, or its value does not fit its type."""


class OutputError(CableconvError):
    """A result cannot be written."""


class PluginError(CableconvError):
    """A plugin failed or broke its contract."""
