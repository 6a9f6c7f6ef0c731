"""Restores lost line ends, by the words with which lines of the format begin."""

from cableconv.parser.cleanup.line_breaks.restoring import restore_line_breaks

__all__ = ["restore_line_breaks"]
