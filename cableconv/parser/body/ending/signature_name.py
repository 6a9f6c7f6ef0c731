"""The shape of a signature's line: a surname, with initials, particles and signs around it."""

from __future__ import annotations

import re

import msgspec

from cableconv.parser.lexer.lines import Line
from cableconv.patterns import pattern
from cableconv.vocabulary.titles import is_office

PARTICLES = "van|von|de|der|den|del|di|da|du|le|la"
NO_NAMES = frozenset(
    ("AMCONSUL", "AMEMBASSY", "AND", "ANNEX", "BACKGROUND", "COMMENT", "CONCLUSION", "CONFIDENTIAL",
     "CONSIDERED", "BT", "END", "EXDIS", "FLASH", "IMMEDIATE", "LIMDIS", "NODIS", "NOFORN", "NONE",
     "NOTE", "PRIORITY", "QTE", "QUOTE", "REGARDS", "ROUTINE", "SECRET", "SECSTATE", "SENSITIVE",
     "SIPDIS", "SUMMARY", "TEXT", "UNCLASSIFIED", "UNKNOWN", "UNQTE", "UNQUOTE", "USMISSION")
)  # fmt: skip
"""Words in capitals at the end of a text that no name begins with."""
_PARTICLE = rf"(?:\s(?:{PARTICLES}))"
_OF = pattern(rf"{_PARTICLE}\s", re.IGNORECASE)
_JUNIOR = r"(?:,?\s(?i:jr)\.?)?"
_NAME = pattern(
    rf"""(?!R[A-Z]{{4,7}}/ | U\.S\.)  # an addressee's route; a country is no initials
        (?:(?i:/s/|signed)[:.]?\s | (?P<dash>-{{1,2}}\s?) | [#=~_<(\[\\/]{{1,3}}\s?
        | \*{{0,5}}\s?["“'‘]?)
    (?P<name>
      (?:(?:{PARTICLES})\s){{0,2}}(?:(?:[A-Z]\.\s?){{1,3}}(?:(?:{PARTICLES})\s){{0,2}})?(?:[ae]l-|[dl]['’])?[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]*[A-Za-zÀ-ÿ]{_PARTICLE}*
        (?:(?:[\s./]{{1,2}}|\s&\s)(?!(?i:JR)\b)
          (?:[A-Z]\. | [A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]*[A-Za-zÀ-ÿ](?:\.(?=[^.]))?)){{0,2}}
        {_JUNIOR}(?:,?\s\(?(?i:acting)\)?)?
      | (?P<small>(?:(?:{PARTICLES})\s){{0,2}}[a-z][a-z'’-]+[a-z]{_JUNIOR})
      | (?P<spaced>(?:[A-Z]\s){{3,14}}[A-Z]))
    \s?[.,*#=~_>)\]\\/"”'’-]*$""",
    re.VERBOSE,
)
_STRUCK_OUT = pattern(r"x+$")
_LONGEST_TITLED = 60  # characters: a name and a title
_MOST_WORDS = 2  # of a name in lower case without a particle


class SignedName(msgspec.Struct, frozen=True):
    """A name alone on its line.

    ``is_weak``: in lower case or behind a dash, so that the line could also be a text's last
    word or a list's item.
    """

    text: str
    is_weak: bool

    @property
    def words(self) -> list[str]:
        """The words in capitals, for comparison."""
        return self.text.upper().split()

    @property
    def is_likely(self) -> bool:
        """Whether the words look like a name: in capitals, few, with an initial or a particle."""
        long = [word for word in self.words if not word.endswith(".")]
        return self.text.isupper() or len(long) <= _MOST_WORDS or bool(_OF.search(self.text))


def title_start(line: Line) -> int:
    """Return where a comma and a title begin after a name set apart; 0 if there is none."""
    name, comma, title = line.text.partition(", ")
    if not (comma and line.gap and name.isupper()) or len(line.text) > _LONGEST_TITLED:
        return 0
    words = title.replace("A.I.", "").split()
    if name in NO_NAMES or read_name(name) is None or not words:
        return 0
    return len(name) * all(map(is_office, words))


def read_name(text: str) -> SignedName | None:
    """Return the name on a line, spaced letters closed up; None if the line is not one."""
    if len(text) > 1 and text.isascii() and text.isalpha() and text.isupper():
        return SignedName(text, is_weak=False)  # as most are; the pattern is slow to compile
    found = _NAME.match(text)
    if found is None or _STRUCK_OUT.match(found["name"]):
        return None
    name = found["name"].replace(" ", "") if found["spaced"] else found["name"]
    return SignedName(name, bool(found["small"] or found["dash"]))
