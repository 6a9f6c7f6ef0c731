"""A whole cable as a mail message."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from hashlib import sha256
from itertools import chain

import cableconv
from cableconv import Cable, Session

from cableconv_eml.addresses import DOMAIN
from cableconv_eml.fields import header
from cableconv_eml.mail_fields import mail_fields
from cableconv_eml.military_fields import military_fields

_AS_IT_IS = re.compile(r"(?:[ -~]{0,998}\n)*")
"""Lines that need no encoding in a mail (RFC 5322, 2.1.1)."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]+")


def encode(cable: Cable, *, domain: str = DOMAIN, tree: bool = False) -> bytes:
    """Return the cable as a message: fields, the telegram as text, and the tree if requested."""
    fields = chain(mail_fields(cable, domain), military_fields(cable, domain))
    return header(fields) + _content(cable, tree).as_bytes()


def _content(cable: Cable, tree: bool) -> EmailMessage:
    """Return what follows the fields of the cable, with the fields that describe it."""
    content = EmailMessage(SMTP)
    text = _telegram(cable)
    encoding = "7bit" if _AS_IT_IS.fullmatch(text) else "quoted-printable"
    content.set_content(text, cte=encoding)
    if tree:
        _attach(content, cable)
    return content


@cache
def _built_in() -> Session:
    """Return the built-in formats, which parts of a message use whatever is installed."""
    return Session(third_party=False)


def _telegram(cable: Cable) -> str:
    """Return the clean telegram of the format ``text``."""
    text = cableconv.export(cable, to="text", session=_built_in())
    return _SURROGATES.sub("\ufffd", text)


def _attach(content: EmailMessage, cable: Cable) -> None:
    """Attach the tree as a file; the boundary is derived from its bytes, and so always the same."""
    tree = cableconv.export(cable, to="json", session=_built_in()).encode()
    name = _NOT_IN_NAMES.sub("_", cable.key or "cable")[:60]
    content.add_attachment(tree, maintype="application", subtype="json", filename=f"{name}.json")
    content.set_boundary(f"cable-{sha256(tree).hexdigest()[:40]}")
