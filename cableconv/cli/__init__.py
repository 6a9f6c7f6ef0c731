"""The command line: one module per command, and modules that the commands share.

Nothing here reads, parses or writes cables itself.  The commands call the library, print
messages and decide the exit code.  ``group`` is the entry point.
"""
