"""How far down a text is looked through for what stands at its beginning, and why so far."""

from __future__ import annotations

FARTHEST_CLASS_LINE = 160
"""Lines above the class line: a header that names every post as an addressee has fewer, also with
an archive's row above it.  A class line further down is another telegram's, or the text's."""

LONGEST_HEADER = 60
"""Lines of a header inside a text, where a section or another telegram begins: the addressees of
all sections stand in the first header, so that these are shorter."""

LONGEST_PREFACE = 60
"""Lines from the class line to paragraph 1: passing lines, references and the reasons wrap, but all
of them together have fewer."""
