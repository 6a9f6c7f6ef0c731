"""Mail: messages (RFC 5322, MIME) and mailboxes (mbox, RFC 4155) with cables.

The cable is the text of a message, or an attached file: each part is a separate content,
read by its own reader.  From, To, Date and Subject are the mail's, never the cable's:
``Source`` keeps those that help to find the message again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.patterns import pattern
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.readers.mail.mailbox import is_mailbox

_FIELD = r"(?:[!-9;-~]+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)"
_HEADER = pattern(rf"\s*+(?P<fields>{_FIELD}+)(?:\r?\n|\Z)")
_OF_MAIL = pattern(
    r"^(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|DKIM-Signature"
    r"|X-[\w-]+|MMHS-[\w-]+)[ \t]*:|^(?:From|Sender|Reply-To)[ \t]*:[^\n]*?[\w.+-]@[\w-]",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH = 2


def sniff(content: Content) -> Sniff:
    """Return SURE for a mailbox, and for a header with two fields that only mail has."""
    if is_mailbox(content.head):
        return Sniff.SURE
    first_line = content.head.lstrip().partition("\n")[0]
    header = _HEADER.match(content.head) if ":" in first_line else None
    if header is None:
        return Sniff.NO
    known = len(_OF_MAIL.findall(header["fields"]))
    return Sniff.SURE if known >= _ENOUGH else Sniff.LIKELY if known else Sniff.NO


def read(content: Content) -> Iterator[Content]:
    """Yield the parts of each message that may be cables, one message at a time.

    Raises:
        InputError: it cannot be read.
        NoCableError: no message has a text, or a file that may be a cable.
    """
    from cableconv.readers.mail.messages import parts

    return parts(content)


reader = Reader(
    name="mail",
    sniff=sniff,
    read=read,
    help="Mail: messages (.eml) and mailboxes (.mbox), with cables as text or as files.",
    endings=(".eml", ".mbox", ".mbx", ".mhtml", ".mht"),
    aliases=("eml", "mbox"),
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
