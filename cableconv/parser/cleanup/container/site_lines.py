"""Lines that a site prints below a cable: ``Share on Facebook``, ``Posted by``, ``Back to top``.

The signature would not be the text's last line with them.  They are taken from the end upwards,
as long as each line consists of nothing else.
"""

from __future__ import annotations

import re

from cableconv.parser.account.account import Account
from cableconv.parser.lexer.lines import Lines
from cableconv.patterns import pattern

_WORDS = frozenset(
    ("Add", "All", "Back", "Categories", "Category", "Click", "Comment", "Comments", "Contact",
     "Copyright", "Download", "Email", "E-mail", "Facebook", "Filed", "Follow", "Help", "Home",
     "Labels", "Leave", "Like", "Log", "Login", "Newer", "Next", "No", "Older", "Permalink", "Post",
     "Posted", "Powered", "Previous", "Print", "Privacy", "Read", "Related", "Reply", "Retrieved",
     "Search", "Share", "Show", "Sign", "Subscribe", "Tagged", "Tags", "Terms", "This", "Top",
     "Tweet", "Twitter", "View", "©")
)  # fmt: skip
"""The first words of such lines, as the pattern is slow."""
_MOST = 24  # lines
_LONGEST = 160  # characters
_BETWEEN = pattern(r"\s+[|·•»/]\s+|\s{2,}|(?<=[a-z\d]\.)\s+(?=[A-Z])")
_PIECE = pattern(
    r"""(?: Add\ a\ comment | All\ rights\ reserved.* | Categor(?:y|ies)\s?:.*
    | Back\ to\ .{0,30}\b(?:cables|home|list|results|top) | Click\ here\ .*
    | Comments?\s?[:(]\s?\d+\)? | Contact(?:\ us)? | (?:Copyright\b|©).*\d{4}.*
    | Download\ (?:as\ )?(?:PDF|this\ .*) | E-?mail(?:\ this.*)? | Facebook | Filed\ under\b.*
    | Follow\ (?:us|@).* | Help\ us\ (?:extend|improve|keep)\b.* | Home(?:\ ?page)?
    | (?:Labels|Tags)\s?:\s+(?-i:[a-z]).* | Leave\ a\ (?:comment|reply).* | Like(?:\ this)?:?
    | Log\ ?in.* | (?:Newer|Older|Next|Previous)(?:\ (?:cable|entry|page|post))?
    | No\ comments.* | Permalink | Post\ a\ comment.* | Posted\ (?:at|by|in|on)\b.*
    | Powered\ by\b.* | Print(?:\ this.*|er.friendly.*)? | Privacy(?:\ policy)? | Read\ more.*
    | Related\ (?:articles|cables|posts).* | Reply | Retrieved\ from\b.* | Search(?:\ cables)?
    | Share(?:\ (?:on|this|to|via)\b.*)? | Show\ (?:headers|original) | Sign\ (?:in|up)\b.*
    | Subscribe\ (?:by|in|to|via)\b.* | Tagged\b.* | This\ page\ was\ last\ .*
    | Terms\ (?:and\ conditions|of\ (?:service|use)) | Top(?:\ of\ page)? | Tweet(?:\ this)?
    | Twitter | View\ (?:my\ )?(?:all|complete|original|source)\b.* )[.:]?$""",
    re.IGNORECASE | re.VERBOSE,
)


def take_site_lines(lines: Lines, account: Account) -> Lines:
    """Return the lines without those at the end."""
    end = len(lines)
    while end > 1 and len(lines) - end < _MOST and _is_of_site(lines[end - 1].text):
        end -= 1
        account.mark_furniture("site", [lines[end]])
    return lines[:end] if end < len(lines) else lines


def _is_of_site(text: str) -> bool:
    """Whether every piece of a line, which signs may part, is of a site."""
    first = text.split(" ", 1)[0].rstrip(".:,")
    if first not in _WORDS or len(text) > _LONGEST:
        return False
    return all(map(_PIECE.match, filter(None, _BETWEEN.split(text))))
