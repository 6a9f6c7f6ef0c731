"""The parts of messages that may be cables: the text, and attached files.

The plain text is used, or the visible HTML if there is none.  If a message has files that may be
cables, and its text does not look like one, the text is a covering letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from typing import cast

from cableconv.cable import Source
from cableconv.diagnostics.container import MAIL_PART_NOT_READ, MESSAGE_TOO_LONG
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.input.surrogates import without_surrogates
from cableconv.patterns import pattern
from cableconv.readers.mail.headers import source_of
from cableconv.readers.mail.lenient import LENIENT, UNFOLDED
from cableconv.readers.mail.mailbox import is_mailbox, messages
from cableconv.readers.records.texts import looks_like_a_cable
from cableconv.readers.visible import shown_text

_TREE = pattern(r'\s*+\{\s*+"cableconv"\s*+:')
_SAVED_FROM = "Snapshot-Content-Location"
"""The header field of a page that a browser saved in one file (MHTML, RFC 2557)."""
_NEVER = ("image", "audio", "video", "font", "model")
_NO_FILES = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "text/calendar", "text/vcard", "text/x-vcard", "application/ms-tnef",
)  # fmt: skip


def parts(content: Content) -> Iterator[Content]:
    """Yield every part that may be a cable; errors as ``mail.read``."""
    is_one_of_several = is_mailbox(content.head)
    found, too_deep = False, list[int]()
    try:
        with content.stream() as stream:
            for message in messages(stream):
                row = message.number if is_one_of_several else None
                try:
                    read = _parts_of(message.data, content, row)
                except RecursionError:  # ``email`` parses a part inside its parent's parser
                    too_deep.append(message.number)
                    continue
                for part in read:
                    if message.is_cut:
                        part.findings.append(MESSAGE_TOO_LONG.at())
                    found = True
                    yield part
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}.", path=content.name
        ) from error
    if too_deep:
        raise InputError(_too_deep(too_deep), path=content.name, hint="save its cable as a file.")
    if not found:
        raise NoCableError(
            "mail without a text or a file that may be a cable",
            path=content.name or "input",
            hint="save the cable as a file.",
        )


def _parts_of(data: bytes, content: Content, row: int | None) -> list[Content]:
    parsed = cast(EmailMessage, message_from_bytes(data, policy=LENIENT))
    return list(_parts(parsed, content, source_of(parsed, row)))


def _too_deep(numbers: list[int]) -> str:
    more = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
    return f"message {numbers[0]}{more} cannot be read: it has parts nested too deep"


def _parts(message: EmailMessage, content: Content, said: Source) -> Iterator[Content]:
    """Yield a page saved by a browser, or a tree in the message, or else text and files."""
    page = message.get_body(("html",)) if _SAVED_FROM in message else None
    if page is not None:
        yield content.within(_bytes(cast(EmailMessage, page)), "page.html", Source())
        return
    attached = list(message.iter_attachments()) if message.is_multipart() else []
    files = [part for part in attached if _may_be_a_cable(part)]
    for file in files:
        if _TREE.match(_plain(file)[:100]):
            yield _file(file, content, said)
            return
    left_out = [part for part in attached if not _may_be_a_cable(part)]
    text = _text(message)
    if text.strip() and (not files or looks_like_a_cable(text)):
        container = "a mail" if said.row is None else "a mailbox"
        yield _with_doubts(content.within(text, said=said, container=container), left_out)
        left_out = []
    elif text.strip():
        left_out = [cast(EmailMessage, message.get_body(("plain", "html"))), *left_out]
    for file in files:
        yield _with_doubts(_file(file, content, said), left_out)
        left_out = []


def _with_doubts(part: Content, left_out: list[EmailMessage]) -> Content:
    part.findings += (MAIL_PART_NOT_READ.at(part=_called(each)) for each in left_out)
    return part


def _called(part: EmailMessage) -> str:
    return _name(part) or f"its {part.get_content_type()} part"


def _name(part: EmailMessage) -> str:
    """Return the file's name, with undecodable bytes replaced."""
    return without_surrogates(part.get_filename() or "")[0]


def _may_be_a_cable(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    return part.get_content_maintype() not in _NEVER and kind not in _NO_FILES


def _file(part: EmailMessage, content: Content, said: Source) -> Content:
    """Return an attached file; a message inside the message is one too."""
    name = _name(part) or part.get_content_type().replace("/", ".")
    if part.get_content_type() == "message/rfc822":
        inner = cast(EmailMessage, part.get_payload(0))
        return content.within(inner.as_bytes(policy=UNFOLDED), name, said)
    return content.within(_bytes(part), name, said)


def _text(message: EmailMessage) -> str:
    """Return the message's text; for HTML the visible text."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    text = _plain(cast(EmailMessage, body))
    return shown_text(text) if body.get_content_subtype() == "html" else text


def _plain(part: EmailMessage) -> str:
    """Decode a part by its charset; by UTF-8 or Windows-1252 if that is wrong."""
    data = _bytes(part)
    for charset in (part.get_content_charset("utf-8"), "utf-8"):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
