"""The message data (sender, addressees, date, rules) as a list of names and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cableconv import Cable
from cableconv.cable import Addressee, ExecutiveOrder
from cableconv.rendering.message_data import MANY_ADDRESSEES, Field, marking, sender_as_printed
from cableconv.rendering.message_data import message_data as named_values
from cableconv.rendering.remarks import Remarks
from cableconv.rendering.tag_meanings import meaning

from cableconv_html.dates import dated
from cableconv_html.links import Links
from cableconv_html.markup import NOTHING, Markup, element, joined, some, text
from cableconv_html.references import References

Named = tuple[str, Markup]


def message_data(
    cable: Cable,
    references: References,
    links: Links,
    remarks: Remarks | None = None,
    fields: Iterable[Field] | None = None,
) -> Markup:
    """Return the list without empty values, with the remarks on its fields.

    ``fields`` are those to show, in order; by default all.
    """
    shown = _fields(cable, references, links, named_values(cable) if fields is None else fields)
    if remarks is not None:
        shown = (_noted(name, value, remarks) for name, value in shown)
    return definitions(shown)


def _noted(name: str, value: Markup, remarks: Remarks) -> Named:
    notes = (
        element("small", each, class_="note", role="note") for each in remarks.notes_on_field(name)
    )
    return name, joined((value, *notes)) if value else value


def definitions(fields: Iterable[Named], kind: str | None = None) -> Markup:
    """Return names and values, without those that have no value."""
    pairs = (
        joined((element("dt", name), " ", element("dd", value))) for name, value in fields if value
    )
    return some("dl", joined(pairs, "\n"), class_=kind)


def _fields(
    cable: Cable, references: References, links: Links, fields: Iterable[Field]
) -> Iterator[Named]:
    own = dict(_own(cable, references, links))
    for label, values in fields:
        yield label, own[label] if label in own else _lines(map(str, values))


def _own(cable: Cable, references: References, links: Links) -> Iterator[Named]:
    """Return the fields that a page shows as more than text, or in other words."""
    yield "From", _sender(cable, links)
    yield "To", _addressees(cable.to, "action addressees")
    yield "Info", _addressees(cable.info, "information addressees")
    yield "Date", _date(cable)
    yield "Classification", _classification(cable)
    yield "Declassify on", _declassification(cable.executive_order)
    tags = (element("li", links.tag(tag), title=meaning(tag)) for tag in cable.tags)
    yield "TAGS", some("ul", joined(tags, " "), class_="tags")
    yield "References", references.as_list()


def _declassification(order: ExecutiveOrder | None) -> Markup:
    if order is None:
        return NOTHING
    until = dated(order.declassify_on) if order.declassify_on else NOTHING
    what = (until, order.declassify_event or "", order.exemption or "")
    return joined(filter(None, what), "; ")


def _sender(cable: Cable, links: Links) -> Markup:
    origin = cable.origin
    if origin is None:
        return NOTHING
    name = sender_as_printed(cable) or ""
    named = name.replace(" ", "").upper().endswith(origin.post or "-")
    place = ", ".join(filter(None, ("" if named else origin.post, origin.country)))
    behind = _soft(f"({place})" if place else None, origin.route)
    pieces = (links.sender(origin, name), behind)
    return joined(filter(None, pieces), " ")


def _addressees(addressees: Sequence[Addressee], name: str) -> Markup:
    shown = some("ul", joined(map(_addressee, addressees), "\n"))
    if len(addressees) <= MANY_ADDRESSEES:
        return shown
    summary = element("summary", f"{len(addressees)} {name}")
    return element("details", summary, "\n", shown, class_="long")


def _addressee(addressee: Addressee) -> Markup:
    name = " ".join(filter(None, (addressee.name, addressee.office)))
    exempted = f"except {', '.join(addressee.exempted)}" if addressee.exempted else None
    behind = _soft(addressee.precedence, addressee.number, addressee.route, exempted)
    return element("li", joined(filter(None, (name, behind)), " "))


def _date(cable: Cable) -> Markup:
    """Return the date in words, with the date-time group as sent."""
    sent = next((each.dtg for each in cable.transmissions if each.dtg), None)
    words = dated(cable.date) if cable.date else NOTHING
    return joined(filter(None, (words, _soft(sent))), " ")


def _classification(cable: Cable) -> Markup:
    """Return the classification in words, and as printed if that differs."""
    words, printed = marking(cable), cable.classification.text if cable.classification else ""
    as_printed = "" if printed == words else printed
    return joined(filter(None, (words, _soft(as_printed))), " ")


def _soft(*pieces: str | None) -> Markup:
    """Return what is less important than the words before it."""
    return some("i", " ".join(filter(None, pieces)))


def _lines(values: Iterable[str]) -> Markup:
    """Return the values, and the lines that they have, one below the other."""
    return joined((text(line) for value in values for line in value.split("\n")), element("br"))
