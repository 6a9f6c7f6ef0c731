"""Builds a cable from the results of the layers."""

from __future__ import annotations

from operator import attrgetter

from msgspec.structs import replace

from cableconv.cable import Cable, summary_of
from cableconv.parser.account.account import Account, ReadEnclosed
from cableconv.parser.account.container_checks import check_against_container, check_printed_day
from cableconv.parser.body import Body, read_body
from cableconv.parser.cleanup.characters.as_meant import as_meant
from cableconv.parser.cleanup.container.container_lines import Surroundings
from cableconv.parser.cleanup.copies.duplicate_telegrams import keep_duplicates, split_telegrams
from cableconv.parser.cleanup.embedded.embedded_telegrams import enclose
from cableconv.parser.cleanup.embedded.retransmissions import fold, part_retransmission
from cableconv.parser.cleanup.joined.items import part_items
from cableconv.parser.cleanup.joined.paragraphs import split_at_inner_marks, split_at_lacking
from cableconv.parser.cleanup.joined.quotations import part_quotations
from cableconv.parser.cleanup.joined.rules import part_rules
from cableconv.parser.cleanup.joined.titles import part_titles
from cableconv.parser.cleanup.passes import clean_up
from cableconv.parser.completion import report_end, report_lost_quotes, settle, source_of
from cableconv.parser.heading.addressees_below import take_addressees_below
from cableconv.parser.heading.classed import Classed, read_classed
from cableconv.parser.heading.lines import Heading, read_heading, transmissions_of
from cableconv.parser.heading.message_number import (
    MessageNumber,
    read_message_number,
    read_origin,
    take_lone_number,
)
from cableconv.parser.heading.repeated_headers import RepeatedHeaders
from cableconv.parser.heading.security_line import check_security
from cableconv.parser.heading.zones import find_zones, mark_outer_header
from cableconv.parser.lexer.lines import Line, Lines, split_lines
from cableconv.parser.preface import Preface, read_preface
from cableconv.parser.preface.classifier.in_body import find_classifier
from cableconv.parser.preface.references import report_later
from cableconv.parser.preface.sets.splitting import holds_sets
from cableconv.telegram import Telegram

_START = attrgetter("start")


def parse_telegram(telegram: Telegram, nesting: int) -> Cable:
    """Return the tree of one telegram; called by ``guard``, which handles failures.

    ``nesting``: the limit of repeated texts and cables inside each other.
    """
    telegram = as_meant(telegram)
    account = Account(telegram, nesting)
    surroundings = Surroundings(telegram)
    lines = surroundings.take(split_lines(telegram.text), account)
    copies = split_telegrams(clean_up(lines, account))
    cable = read_cable(copies.lines, telegram, account)
    notices = cable.notices + surroundings.notices(len(cable.notices), account)
    cable = replace(cable, notices=notices, source=source_of(telegram, account.rows, cable))
    report_end(cable, account)
    cable = keep_duplicates(cable, copies, _reader_of_enclosed(telegram), account)
    report_lost_quotes(telegram, account)
    check_against_container(cable, account)
    return settle(cable, telegram, account)


def read_cable(
    lines: Lines, telegram: Telegram, account: Account, around: str | None = None
) -> Cable:
    """Return the cable in those lines, without furniture, parts and diagnostics.

    ``around``: the year of the telegram that repeats it.
    """
    zones = take_addressees_below(find_zones(lines), account)
    mark_outer_header(zones, account)
    heading = read_heading(zones.heading, account)
    classed = read_classed(zones, account)
    check_security(heading.transmissions, classed.classification, account)
    rest, below = _parted(classed.rest, zones.below, account)
    number = classed.number
    if number is None:
        below, number = take_lone_number(below, account)
    message_number = read_message_number(heading, number, below, telegram, account, around)
    below, repeated = part_retransmission(below) if account.may_nest else (below, [])
    check_printed_day(heading.printed_day, message_number.date, account)
    preface = _read_preface(rest, below, heading.notices, message_number.year, account)
    report_later(preface.references, message_number.id, account)
    repeats = RepeatedHeaders(
        [*zones.heading, *zones.class_lines, *preface.lines], zones.classed, account
    )
    body_lines = preface.body if rest is None else sorted(preface.body, key=_START)
    body_lines = enclose(body_lines) if account.may_nest else body_lines
    body_lines = [*repeats.take(body_lines), *fold(repeated, repeats.take)]
    around = _year_around(message_number.date) if repeated else None
    body = read_body(body_lines, _reader_of_enclosed(telegram, around), account)
    known = heading.transmissions
    found = transmissions_of(repeats.transmissions, known, heading.origin, account)
    heading = replace(heading, transmissions=found)
    classified_by = find_classifier(preface.classified_by, body.blocks, account)
    preface = replace(preface, classified_by=classified_by)
    return _tree(heading, classed, message_number, preface, body)


def _tree(
    heading: Heading, classed: Classed, message_number: MessageNumber, preface: Preface, body: Body
) -> Cable:
    """Return the cable with the fields that the layers found."""
    drafting = _joined(heading.drafting, preface.loose.drafting)
    return Cable(
        id=message_number.id,
        date=message_number.date,
        precedence=heading.precedence,
        origin=read_origin(heading, message_number.number),
        to=heading.to,
        info=heading.info,
        transmissions=heading.transmissions,
        classification=classed.classification,
        number=message_number.number,
        section=classed.section,
        captions=preface.loose.captions,
        passing=preface.loose.passing,
        notices=heading.notices + preface.loose.notices,
        distribution=heading.distribution,
        drafted_by=drafting.get("drafted_by"),
        approved_by=drafting.get("approved_by"),
        cleared_by=drafting.get("cleared_by"),
        executive_order=preface.executive_order,
        tags=preface.tags,
        subject=preface.subject,
        subject_marking=preface.subject_marking,
        references=preface.references,
        classified_by=preface.classified_by,
        body=body.blocks,
        summary=summary_of(body.blocks),
        signed_by=body.signed_by,
    )


def _parted(rest: Line | None, below: Lines, account: Account) -> tuple[Line | None, Lines]:
    """Return the class line's rest, and the lines below with one field, item or title on each."""
    below = split_at_inner_marks([*below] if rest is None else [rest, *below])
    if rest is not None:  # a heading after the preface on one line begins the body
        rest, *behind = part_rules(below[:1], account)
        below[:1] = behind
    below.sort(key=_START)  # lines that only a teaser has are above the class line
    below = part_items(split_at_lacking(part_rules(below, account)), account)
    return rest, part_titles(part_quotations(below, account.text))


def _read_preface(
    rest: Line | None, below: Lines, notices: tuple[str, ...], year: str | None, account: Account
) -> Preface:
    """Return the preface, of labelled lines or military sets; ``notices``: the heading's."""
    if holds_sets(below):
        from cableconv.parser.preface.sets.fields import read_sets  # few telegrams have sets

        return read_sets(below if rest is None else [rest, *below], notices, account)
    return read_preface(below, rest, year, notices, account)


def _year_around(date: str | None) -> str | None:
    """Return the year of what a telegram of that date repeats: in January, perhaps the last one."""
    return date[2:4] if date and date[5:7] != "01" else None


def _reader_of_enclosed(telegram: Telegram, around: str | None = None) -> ReadEnclosed:
    """Return a function that reads embedded cables."""

    def read(lines: Lines, path: str, account: Account) -> Cable:
        inner = account.nested(path)
        cable = read_cable(lines, telegram, inner, around)
        inner.close_nested()
        return replace(cable, furniture=inner.furniture)

    return read


def _joined(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """Join both, if heading and preface name the drafter."""
    names = one | other
    return {name: "\n".join(each[name] for each in (one, other) if name in each) for name in names}
