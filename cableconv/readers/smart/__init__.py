"""The form of the Department's archive (SMART), as Markdown made by OCR.

Labels or a table (MRN, Date/DTG, From, Action ...) precede the text.  If the telegram is
included as sent, the form is compared with it and stays in the text as furniture.  Otherwise
the form is all there is, and its fields are written as in a telegram: ``From:`` as
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
    """Return SURE for a labelled message reference number outside a telegram's text."""
    if not is_form(content.head):
        return Sniff.NO
    return Sniff.LIKELY if opens_as_telegram(content.head) else Sniff.SURE


def read(content: Content) -> Iterator[Telegram]:
    """Yield the telegram of the form; nothing for a blank text."""
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
