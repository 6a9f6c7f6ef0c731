"""A text in other containers: rows with columns, and mail.

``CONTAINERS`` maps a file's name or ending to a function that returns the content of that file.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from email.message import EmailMessage

NAMES = ("refid", "header", "body")


def as_csv(text: str, separator: str = ",") -> str:
    """Return a table of one row, quoted as in RFC 4180."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([NAMES, ("x1", "", text)])
    return out.getvalue()


def as_tsv(text: str) -> str:
    """Return the same table with tabs."""
    return as_csv(text, "\t")


def as_json(text: str) -> str:
    """Return a list of one object."""
    return json.dumps([dict(zip(NAMES, ("x1", "", text), strict=True))], indent=1)


def as_json_lines(text: str) -> str:
    """Return one object on one line."""
    return json.dumps(dict(zip(NAMES, ("x1", "", text), strict=True))) + "\n"


def as_insert(text: str) -> str:
    """Return an INSERT statement with doubled apostrophes."""
    quoted = text.replace("'", "''")
    return f"INSERT INTO cables (refid, header, body) VALUES ('x1', '', '{quoted}');\n"


def as_copy(text: str) -> str:
    """Return a PostgreSQL COPY statement, with line ends and tabs escaped by backslashes."""
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return f"COPY cables (refid, header, body) FROM stdin;\nx1\t\\N\t{escaped}\n\\.\n"


def as_mail(text: str) -> str:
    """Return a message in quoted-printable."""
    message = EmailMessage()
    message["From"], message["To"] = "greta@example.org", "otto@example.org"
    message["Subject"], message["Message-ID"] = "The tide clock", "<17@example.org>"
    message.set_content(text, cte="quoted-printable")
    return message.as_string()


def as_mailbox(text: str) -> str:
    """Return a mailbox of one message."""
    return f"From greta@example.org Mon Mar 12 09:00:00 2007\n{as_mail(text)}\n"


CONTAINERS: Mapping[str, Callable[[str], str]] = {
    "a.csv": as_csv,
    "a.tsv": as_tsv,
    "a.json": as_json,
    "a.jsonl": as_json_lines,
    "insert.sql": as_insert,
    "copy.sql": as_copy,
    "a.eml": as_mail,
    "a.mbox": as_mailbox,
}
