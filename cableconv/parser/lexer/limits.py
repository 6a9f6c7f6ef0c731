"""How many lines of a text are searched for its opening parts, and why."""

from __future__ import annotations

FARTHEST_CLASS_LINE = 160
"""Lines above the class line: a header with every post as an addressee has fewer, even with an
archive's row above it.  A class line after more lines is another telegram's, or the text's."""

LONGEST_HEADER = 60
"""Lines of a header inside a text, at the beginning of a section or another telegram: the first
header has the addressees of all sections, so that these are shorter."""

LONGEST_PREFACE = 60
"""Lines from the class line to paragraph 1: passing lines, references and the reasons may wrap, but
all of them together have fewer."""
