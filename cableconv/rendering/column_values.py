"""Values of columns that are not fields at the top of the tree."""

from __future__ import annotations

from cableconv.cable import Cable


def date_time_group(cable: Cable) -> str | None:
    """Return the date-time group of the first header that has one."""
    return next((sent.dtg for sent in cable.transmissions if sent.dtg), None)


def classification(cable: Cable) -> str | None:
    """Return the level in words; as printed if it is not a known one."""
    found = cable.classification
    return (found.level or found.text) if found else None


def caveats(cable: Cable) -> tuple[str, ...]:
    """Return the further restrictions of the classification."""
    return cable.classification.caveats if cable.classification else ()


def post(cable: Cable) -> str | None:
    """Return the sender's post."""
    return cable.origin.post if cable.origin else None


def country(cable: Cable) -> str | None:
    """Return the country of the post."""
    return cable.origin.country if cable.origin else None


def sender(cable: Cable) -> str | None:
    """Return the sender as printed."""
    return cable.origin.name if cable.origin else None


def action_addressees(cable: Cable) -> tuple[str, ...]:
    """Return the names of the action addressees."""
    return tuple(each.name for each in cable.to)


def info_addressees(cable: Cable) -> tuple[str, ...]:
    """Return the names of the information addressees."""
    return tuple(each.name for each in cable.info)


def section(cable: Cable) -> int | None:
    """Return the number of the section."""
    return cable.section.number if cable.section else None


def sections(cable: Cable) -> int | None:
    """Return the number of sections of the message."""
    return cable.section.total if cable.section else None


def executive_order(cable: Cable) -> str | None:
    """Return the executive order of the classification."""
    return cable.executive_order.order if cable.executive_order else None


def declassify_on(cable: Cable) -> str | None:
    """Return the day of declassification."""
    return cable.executive_order.declassify_on if cable.executive_order else None


def declassify_event(cable: Cable) -> str | None:
    """Return the event of declassification."""
    return cable.executive_order.declassify_event if cable.executive_order else None


def exemption(cable: Cable) -> str | None:
    """Return the exemption from declassification."""
    return cable.executive_order.exemption if cable.executive_order else None


def references(cable: Cable) -> tuple[str, ...]:
    """Return the entries of the REF field, with their labels."""
    return tuple(
        f"{each.label}. {each.text}" if each.label else each.text for each in cable.references
    )


def cited_ids(cable: Cable) -> tuple[str, ...]:
    """Return the ids of the cables in the REF field."""
    return tuple(each.id for each in cable.references if each.id)


def classifiers(cable: Cable) -> tuple[str, ...]:
    """Return the names of the classifiers."""
    people = cable.classified_by.people if cable.classified_by else ()
    return tuple(each.name for each in people)


def classifier_titles(cable: Cable) -> tuple[str, ...]:
    """Return the classifiers' titles, empty for one without."""
    people = cable.classified_by.people if cable.classified_by else ()
    return tuple(each.title or "" for each in people)


def reasons(cable: Cable) -> tuple[str, ...]:
    """Return the reasons for the classification."""
    return cable.classified_by.reasons if cable.classified_by else ()


def diagnostics(cable: Cable) -> tuple[str, ...]:
    """Return the codes of the diagnostics."""
    return tuple(dict.fromkeys(each.code for each in cable.diagnostics))
