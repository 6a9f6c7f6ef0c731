"""The parser: from a telegram's text to a cable's tree.

It knows the telegram and never the container.  After page marks have been removed, it
reads heading (format lines 1 to 9), class line, preface (captions to Classified By) and body,
in this order; ``account.Account`` records the owner of every character.
"""

from cableconv.parser.concatenation import separate
from cableconv.parser.guard import parse_telegram

__all__ = ["parse_telegram", "separate"]
