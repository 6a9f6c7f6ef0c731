"""The kinds of text that users give instead of cables, with advice for each."""

from __future__ import annotations

import msgspec


class Kind(msgspec.Struct, frozen=True):
    """A kind of text: its name in messages, and the advice."""

    name: str
    advice: str


NAME_COLUMN = "if one column holds the text of cables, name it: --column text=NAME"
CHECK = "check that it is the right file"

NOTHING = Kind("nothing but blanks", CHECK)
CONTROL_CHARACTERS = Kind(
    "binary data, or text in another encoding", f"{CHECK}, or give --encoding"
)
MAILBOX = Kind(
    "a mailbox, several mails in one file",
    "read it as one, mail by mail: -f mail",
)
MAIL = Kind("a mail", "read it as one: -f mail; what is attached to it is read too")
WEB_ARCHIVE = Kind(
    "a web archive (WARC), many pages in one file",
    "read it as one, page by page: -f warc",
)
SQL = Kind("SQL", f"{CHECK}: rows of cables are INSERT or COPY statements; {NAME_COLUMN}")
MARKUP = Kind("XML or HTML", f"{CHECK}; if it is a form of its own, name its reader: -f NAME")
JSON = Kind("JSON", f"{CHECK}; {NAME_COLUMN}")
TABLE = Kind("a table", f"read it as one: -f records; {NAME_COLUMN}")
FIGURES = Kind("columns of figures", CHECK)
BULLETIN = Kind(
    "a bulletin of another service, such as weather or air traffic",
    f"{CHECK}: only diplomatic cables are read",
)
CALENDAR = Kind("a calendar or contacts (iCalendar, vCard)", CHECK)
SUBTITLES = Kind("the subtitles of a film", CHECK)
PATCH = Kind("the changes between two versions of a file (diff)", f"{CHECK}, not its changes")
ENCRYPTED = Kind(
    "an encrypted or signed message",
    "decrypt it first (gpg --decrypt), and give the text",
)
ENCODED = Kind("binary data in letters (Base64)", "decode it first (base64 --decode)")
ANSWER = Kind(
    "the answer of a web server, with its header",
    "save the page alone, without the lines of HTTP above it",
)
BIBLIOGRAPHY = Kind("entries of a bibliography", CHECK)
NUMBERS = Kind("a list of cables' numbers", "give the files of those cables")
LOG = Kind("the log of a program", CHECK)
SETTINGS = Kind("settings or other data, a name and a value in each line", CHECK)
CODE = Kind("the source code of a program", CHECK)
DOCUMENTATION = Kind(
    "documentation, with examples in it",
    "if it quotes a cable, put that into a separate file",
)
NOISE = Kind(
    "the noise of a scan, hardly a word in it",
    "look at the page: if it shows a cable, have its text recognised again (ocrmypdf)",
)
PROSE = Kind("prose", f"{CHECK}: a cable has a class line, FM and TO, E.O., TAGS or SUBJECT")
FEW_WORDS = Kind("a few words", f"{CHECK}, and that it is whole")
