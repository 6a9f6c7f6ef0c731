"""Values of columns that take more than one step from the top of the tree."""

from __future__ import annotations

from cableconv.cable import Cable


def date_time_group(cable: Cable) -> str | None:
    """Of the first header that has one."""
    return next((sent.dtg for sent in cable.transmissions if sent.dtg), None)


def classification(cable: Cable) -> str | None:
    """The level in words; as printed where it is none that is known."""
    found = cable.classification
    return (found.level or found.text) if found else None


def caveats(cable: Cable) -> tuple[str, ...]:
    """What limits the classification further."""
    return cable.classification.caveats if cable.classification else ()


def post(cable: Cable) -> str | None:
    """The sender's post."""
    return cable.origin.post if cable.origin else None


def country(cable: Cable) -> str | None:
    """The country of the post."""
    return cable.origin.country if cable.origin else None


def sender(cable: Cable) -> str | None:
    """The sender as printed."""
    return cable.origin.name if cable.origin else None


def action_addressees(cable: Cable) -> tuple[str, ...]:
    """Names of the action addressees."""
    return tuple(each.name for each in cable.to)


def info_addressees(cable: Cable) -> tuple[str, ...]:
    """Names of the information addressees."""
    return tuple(each.name for each in cable.info)


def section(cable: Cable) -> int | None:
    """Which section it is."""
    return cable.section.number if cable.section else None


def sections(cable: Cable) -> int | None:
    """How many sections the message has."""
    return cable.section.total if cable.section else None


def executive_order(cable: Cable) -> str | None:
    """The order it is classified under."""
    return cable.executive_order.order if cable.executive_order else None


def declassify_on(cable: Cable) -> str | None:
    """The day until when."""
    return cable.executive_order.declassify_on if cable.executive_order else None


def declassify_event(cable: Cable) -> str | None:
    """The event until which."""
    return cable.executive_order.declassify_event if cable.executive_order else None


def exemption(cable: Cable) -> str | None:
    """The exemption from that."""
    return cable.executive_order.exemption if cable.executive_order else None


def references(cable: Cable) -> tuple[str, ...]:
    """Entries of the REF field, with the labels that the text cites them by."""
    return tuple(
        f"{each.label}. {each.text}" if each.label else each.text for each in cable.references
    )


def cited_ids(cable: Cable) -> tuple[str, ...]:
    """Ids of the cables that the REF field names."""
    return tuple(each.id for each in cable.references if each.id)


def classifiers(cable: Cable) -> tuple[str, ...]:
    """Who classified it."""
    people = cable.classified_by.people if cable.classified_by else ()
    return tuple(each.name for each in people)


def classifier_titles(cable: Cable) -> tuple[str, ...]:
    """A title for each of them, empty for one without."""
    people = cable.classified_by.people if cable.classified_by else ()
    return tuple(each.title or "" for each in people)


def reasons(cable: Cable) -> tuple[str, ...]:
    """Why it is classified."""
    return cable.classified_by.reasons if cable.classified_by else ()


def diagnostics(cable: Cable) -> tuple[str, ...]:
    """Codes of what was repaired or doubted."""
    return tuple(dict.fromkeys(each.code for each in cable.diagnostics))
