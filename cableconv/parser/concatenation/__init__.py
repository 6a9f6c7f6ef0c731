"""Separates telegrams that stand one below the other in a plain text, before they are parsed.

Archives are often joined to one file: the telegrams follow each other directly, or with rules,
NNNN and ZCZC (ACP 127), form feeds or the names of files between them.  ``headings`` finds
the whole headings in a text, ``boundaries`` decides which of them begin another telegram.
"""

from cableconv.parser.concatenation.separation import separate

__all__ = ["separate"]
