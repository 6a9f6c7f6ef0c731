"""The parser: from a telegram's text to a cable's tree.

It knows the telegram and never the container.  It reads heading (format lines 1 to 9),
class line, preface (captions to Classified By) and body, in this order, after page marks
were taken out; ``account.Account`` keeps account of every character meanwhile.
"""

from cableconv.parser.guard import parse_telegram

__all__ = ["parse_telegram"]
