"""Completes a cable from what only the whole telegram tells: its end, its source, its account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cableconv.cable import AnyBlock, Cable, Heading, Item, Paragraph, Source
from cableconv.diagnostics.body import NO_BODY, NO_SIGNATURE, TEXT_BREAKS_OFF
from cableconv.diagnostics.preface import QUOTES_DOUBLED, QUOTES_LOST
from cableconv.diagnostics.telegram import NO_CABLE
from cableconv.parser.account.account import Account
from cableconv.parser.heading.left_over import check_left_over
from cableconv.parser.heading.number_checks import file_id
from cableconv.parser.lexer.shapes import breaks_off
from cableconv.parser.signs import is_page_of, reads_as_cable
from cableconv.refusal.programs import opens_as_program
from cableconv.telegram import Telegram
from cableconv.vocabulary.lost_quotes import DOUBLED, holds_doubled, lost

if TYPE_CHECKING:
    from cableconv.refusal.kinds import Kind


def source_of(telegram: Telegram, rows: Sequence[dict[str, str]], cable: Cable) -> Source:
    """Return the source with the data of the file's name and of an archive's row on the page."""
    source = telegram.source
    of_cable = [row for row in rows if row.get("id") == cable.id] or rows[:1]
    said = {name: value for row in reversed(of_cable) for name, value in row.items()}
    if named := file_id(source, cable.number):
        said = {"id": named, **said}
    new = {name: value for name, value in said.items() if not getattr(source, name)}
    return replace(source, **new) if new else source


def report_end(cable: Cable, account: Account) -> None:
    """Report a cable that ends too early."""
    if not cable.body:
        account.report(NO_BODY, path="body")
        return
    if cable.signed_by:
        return
    last = list(cable.walk())[-1][1]
    at = last.span.end - 1 if last.span else None
    breaks = _announces(last) or (isinstance(last, Paragraph | Item) and breaks_off(last.text))
    account.report(TEXT_BREAKS_OFF if breaks else NO_SIGNATURE, at)


def _announces(last: AnyBlock) -> bool:
    """Whether a heading or a number is the last, so that its text is missing."""
    return isinstance(last, Heading) or (isinstance(last, Paragraph) and not last.text)


def report_lost_quotes(telegram: Telegram, account: Account) -> None:
    """Report once that apostrophes and quotation marks were lost or doubled."""
    places = sorted(lost(telegram.text))
    if places:
        account.report(QUOTES_LOST, places[0], number=len(places))
    doubled = list(DOUBLED.finditer(telegram.text)) if holds_doubled(telegram.text) else []
    if len(doubled) > 1:
        account.report(QUOTES_DOUBLED, doubled[0].start(), number=len(doubled))


def settle(cable: Cable, telegram: Telegram, account: Account) -> Cable:
    """Close the account and return the cable with furniture, parts and diagnostics.

    Reports only what the text seems to be, if it is no cable.
    """
    account.close()
    check_left_over(cable, account)
    cable = replace(cable, furniture=account.furniture)
    if kind := _other_kind(cable, account.text):
        name = f"{kind.name}, in {telegram.container}" if telegram.container else kind.name
        account.forget_reports()
        account.report(NO_CABLE, kind=name, advice=kind.advice)
    found = account.diagnostics()
    return replace(cable, parts=account.parts, diagnostics=found)


def _other_kind(cable: Cable, text: str) -> Kind | None:
    """Return what the text is instead of a cable; None for a cable."""
    is_read = reads_as_cable(cable)
    if is_read and not (opens_as_program(text) and not is_page_of(cable, text)):
        return None
    from cableconv.refusal.guess import guess, may_quote_cables  # few texts need it

    kind = guess(text)
    return None if is_read and not may_quote_cables(kind) else kind
