"""Mail addresses of posts and offices, by default under a domain that cannot exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cableconv import InvalidOptionError

from cableconv_eml.fields import encoded
from cableconv_eml.plain_text import in_ascii, on_one_line

DOMAIN = "cables.invalid"
"""RFC 2606 reserves ``.invalid`` for names that must never resolve."""

LONGEST_DOMAIN = 48
"""Maximum length of a domain, so that a message id fits on a line of 78."""

_LONGEST_NAME = 128  # on a line that cannot be folded
_LONGEST_MAILBOX = 56  # so that an address fits on a line
_NOBODY = "addressee"
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)


def addresses(names: Iterable[str], domain: str) -> str:
    """Return each name once, in order: ``AMEMBASSY OSLO <amembassy.oslo@cables.invalid>, ...``."""
    lines = dict.fromkeys(filter(None, map(on_one_line, names)))
    return ", ".join(f"{phrase(name)} <{_mailbox(name)}@{domain}>" for name in lines)


def phrase(line: str) -> str:
    """Return a name as used in mail: bare, in quotes, or encoded (RFC 5322, 3.2.5)."""
    name = line[:_LONGEST_NAME].rstrip()
    if not name.isascii():
        return encoded(name)
    if _ATOMS.fullmatch(name):
        return name
    escaped = re.sub(r'([\\"])', r"\\\1", name)
    return f'"{escaped}"'


def inspect_domain(domain: str) -> Iterator[str]:
    """Check a domain; there are no warnings.

    Raises:
        InvalidOptionError: it is not a domain name, or is too long for a message id.
    """
    if len(domain) > LONGEST_DOMAIN or not _DOMAIN.fullmatch(domain):
        raise InvalidOptionError(
            f"option 'domain' of eml takes a domain name of up to {LONGEST_DOMAIN} characters, "
            f"like {DOMAIN} or archive.example, not {domain[:60]!r}."
        )
    yield from ()


def _mailbox(name: str) -> str:
    letters = _NO_LETTERS.sub(".", in_ascii(name).lower()).strip(".")
    return letters[:_LONGEST_MAILBOX].strip(".") or _NOBODY
