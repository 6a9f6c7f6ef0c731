"""The exit codes: one for each class of error, documented and stable."""

from __future__ import annotations

from enum import IntEnum

from cableconv.errors import InputError, InvalidTreeError, OutputError, PluginError, UsageError
from cableconv.output.failures import NoRoomError


class ExitCode(IntEnum):
    """Codes 3 to 5 mean that nothing was done for that reason, 1 that something was."""

    OK = 0
    FAILED = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    PLUGIN = 5
    NO_ROOM = 6
    BUG = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


MEANINGS = {
    ExitCode.OK: "everything was done; there may be warnings",
    ExitCode.FAILED: "some inputs failed and others did not, or for different reasons; "
    "`check` found errors; with `--strict`: there are warnings",
    ExitCode.USAGE: "the call is wrong (unknown option or format, an output that would "
    "overwrite an input); nothing was written",
    ExitCode.INPUT: "no input could be read, or none holds a cable",
    ExitCode.OUTPUT: "no result could be written, or its reader has ended (`head`)",
    ExitCode.PLUGIN: "a plugin failed",
    ExitCode.NO_ROOM: "the run ended before its time, for nothing more can be written: the disk "
    "is full or read-only, a quota is used up, or the folder may not be written in; files written "
    "before are whole",
    ExitCode.BUG: "a bug in cableconv; `--debug` shows where",
    ExitCode.HUNG_UP: "stopped because the terminal was closed (SIGHUP); files written before "
    "are whole",
    ExitCode.INTERRUPTED: "stopped from the keyboard (SIGINT); files written before are whole",
    ExitCode.TERMINATED: "stopped by another program (SIGTERM); files written before are whole",
}

_BY_CLASS = (
    (UsageError, ExitCode.USAGE),
    (InputError, ExitCode.INPUT),
    (InvalidTreeError, ExitCode.INPUT),
    (NoRoomError, ExitCode.NO_ROOM),
    (OutputError, ExitCode.OUTPUT),
    (PluginError, ExitCode.PLUGIN),
)


def exit_code(error: BaseException) -> ExitCode:
    """Return the code for an error that ends the run; a foreign exception is a bug."""
    return next((code for kind, code in _BY_CLASS if isinstance(error, kind)), ExitCode.BUG)
