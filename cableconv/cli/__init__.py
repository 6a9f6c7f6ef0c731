"""The command line: one file per command, and what the commands share.

Nothing here reads, parses or writes cables itself; it asks the library's parts to, says what
happened, and decides the exit code.  ``group`` is where a call comes in.
"""
