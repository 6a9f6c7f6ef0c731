"""The form of the Department's archive (SMART), as OCR gives it in Markdown.

Labels or a table (MRN, Date/DTG, From, Action ...) stand above the text.  Where the telegram
is there as it was sent, the form is a witness and stays in the text as furniture.  Where it is
not, the form is all there is, and its fields are written as a telegram has them: ``From:`` as
``FM``, ``Action:`` as ``TO``, the banner and the MRN as the class line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cableconv.input.content import Content
from cableconv.plugins import hookimpl
from cableconv.plugins.api import Reader, Sniff
from cableconv.readers.smart.labels import is_form
from cableconv.readers.telegram import opens_as_telegram
from cableconv.telegram import Telegram


def sniff(content: Content) -> Sniff:
    """Sure where a message reference number stands behind its label, but in no telegram's text."""
    if not is_form(content.head):
        return Sniff.NO
    return Sniff.LIKELY if opens_as_telegram(content.head) else Sniff.SURE


def read(content: Content) -> Iterator[Telegram]:
    """The telegram of the form; nothing of a blank text."""
    from cableconv.readers.smart.form import read_form
    from cableconv.readers.smart.transcript import Transcript
    from cableconv.readers.smart.witnesses import witnesses

    if content.text.strip():
        form = read_form(content.text)
        said = witnesses(content.text, form)
        yield Transcript(content.text, form).write().telegram(content, reader.name, **said)


reader = Reader(
    name="smart",
    sniff=sniff,
    read=read,
    help="The archive's SMART form, labels or tables, as OCR Markdown.",
)


@hookimpl
def cableconv_readers() -> Iterable[Reader]:
    return (reader,)
