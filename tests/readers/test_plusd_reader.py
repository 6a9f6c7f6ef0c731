"""PlusD: the catalogue is compared, the header is read from "Raw content", nothing twice."""

from __future__ import annotations

import html

import pytest
from archived_cable import HEADER, TEXT

import cableconv
from cableconv.cable import Cable, Paragraph
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.plusd import sniff

CATALOGUE = {
    "Date": "2008 October 30, 09:10 (Thursday)",
    "Canonical ID": "08SUVA512_a",
    "Original Classification": "CONFIDENTIAL",
    "Current Classification": "CONFIDENTIAL",
    "Handling Restrictions": "-- Not Assigned --",
    "Character Count": "412",
    "TAGS": "FJ - Fiji | SENV - Social Affairs--Environmental Affairs",
    "Locator": "TEXT ONLINE",
    "Type": "TE - Telegram (cable)",
    "From": "Fiji Suva",
    "To": "Department of State | Secretary of State",
}
LINES = "\n".join(f"{name}:\n{value}" for name, value in CATALOGUE.items())
ONE_LINE = "\n".join(f"{name}: {value}" for name, value in CATALOGUE.items())
PAIRS = [f"{name}:\t{value}" for name, value in CATALOGUE.items()]
COPIED = "\n".join("\t".join(PAIRS[at : at + 2]) for at in range(0, len(PAIRS), 2))
TABS = "Content\nRaw content\nMetadata\nPrint\nShare\nShow Headers"
CELLS = "".join(
    f'<tr><td><div class="s_key">{name}:</div>'
    f'<div class="s_val">{html.escape(value)}</div></td></tr>'
    for name, value in CATALOGUE.items()
)


def page(*texts: str) -> str:
    divs = "".join(f"<div>{html.escape(text)}</div>".replace("\n", "<br/>\n") for text in texts)
    synopsis = f'<table id="synopsis"><tr><td>GEESE ON THE RUNWAY</td></tr>{CELLS}</table>'
    return (
        f"<!DOCTYPE html><html><head><title>Cable</title></head><body>{synopsis}"
        f"<ul><li>Content</li><li>Raw content</li><li>Print</li></ul>{divs}</body></html>"
    )


FORMS = {
    "header last": f"GEESE\n{LINES}\nContent\nShow Headers\n{TEXT}\nRaw content\n{HEADER}",
    "all tabs above": f"GEESE\n{LINES}\n{TABS}\n{HEADER}\n{TEXT}",
    "names and values on one line": f"{ONE_LINE}\nContent\n{TEXT}\nRaw content\n{HEADER}",
    "two names and values on a line, as a browser copies a table": (
        f"GEESE\n{COPIED}\nContent\n{TEXT}\nRaw content\n{HEADER}"
    ),
    "all of it once more": f"{LINES}\nContent\n{TEXT}\nRaw content\n{HEADER}\n{TEXT}",
    "twice the same": f"{LINES}\nContent\n{HEADER}\n{TEXT}\nRaw content\n{HEADER}\n{TEXT}",
    "no tabs": f"{LINES}\n{HEADER}\n{TEXT}",
    "the page's own words below": (
        f"{LINES}\nContent\n{TEXT}\nRaw content\n{HEADER}\n"
        "You can use this tool to generate a print-friendly PDF of the document.\n"
    ),
    "line ends of Windows": (
        f"{LINES}\nContent\n{TEXT}\nRaw content\n{HEADER}".replace("\n", "\r\n")
    ),
    "a page": page(HEADER + "\n" + TEXT),
    "a page with the header by itself": page(HEADER, TEXT),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_cable(form: str) -> None:
    cable = cableconv.parse(FORMS[form])
    assert cable.source.reader == "plusd"
    assert (cable.id, cable.date) == ("08SUVA512", "2008-10-30T09:10:00Z")
    assert [each.name for each in cable.to + cable.info] == ["SECSTATE WASHDC", "AMEMBASSY APIA"]
    assert (cable.tags, cable.subject) == (("SENV", "FJ"), "GEESE ON THE RUNWAY")
    paragraphs = [block for block in cable.body if isinstance(block, Paragraph)]
    assert [block.number for block in paragraphs] == [1, 2]
    assert cable.signed_by == ("PELL",)
    assert cable.diagnostics == ()


@pytest.mark.parametrize("form", FORMS)
def test_the_catalogue_is_compared_and_its_lines_are_furniture(form: str) -> None:
    cable = cableconv.parse(FORMS[form])
    source = cable.source
    assert (source.id, source.date) == ("08SUVA512", "2008-10-30T09:10")
    assert (source.office, source.classification) == ("Fiji Suva", "CONFIDENTIAL")
    (catalogue,) = [piece for piece in cable.furniture if piece.kind == "catalogue"]
    assert "TEXT ONLINE" in catalogue.text


def test_a_repeated_text_is_furniture() -> None:
    cable = cableconv.parse(FORMS["all of it once more"])
    assert _kinds(cable).count("repeated-text") == 1


def _kinds(cable: Cable) -> list[str]:
    return [piece.kind for piece in cable.furniture]


def test_an_id_of_the_seventies_is_completed_and_midnight_is_not_a_time() -> None:
    catalogue = LINES.replace("08SUVA512_a", "1975WELLIN00292_b").replace("09:10", "00:00")
    source = cableconv.parse(f"{catalogue}\nContent\n{TEXT}").source
    assert (source.id, source.date) == ("75WELLINGTON292", "2008-10-30")


def test_a_level_with_its_caveats_is_a_value_of_the_catalogue() -> None:
    value = "CONFIDENTIAL,NOFORN -- Not Releasable to Foreign Nationals"
    page_text = FORMS["header last"].replace(":\nCONFIDENTIAL", f":\n{value}")
    cable = cableconv.parse(page_text)
    assert [each.name for each in cable.to + cable.info] == ["SECSTATE WASHDC", "AMEMBASSY APIA"]
    assert cable.source.classification == value


def test_a_doubt_names_the_line_of_the_page() -> None:
    text = FORMS["header last"].replace("10/30/2018", "10/30/2O18")
    assert cableconv.parse(text.replace("P 300910Z", "P 320910Z")).diagnostics[0].line is not None


@pytest.mark.parametrize(
    ("head", "level"),
    [
        (LINES, Sniff.SURE),
        (page(TEXT), Sniff.SURE),
        (f"{TEXT}\n{LINES}", Sniff.NO),
        ("Canonical ID:\n08SUVA512_a\n", Sniff.MAYBE),
        ("The Canonical ID: is not known.", Sniff.NO),
    ],
)
def test_sniffing(head: str, level: Sniff) -> None:
    assert sniff(Content(head)) is level


SEVENTIES = {
    "text": """1. The geese stayed on the runway, and the pilots were
SECRET
SECRET
PAGE 02 SUVA 00512 010910Z
not amused.
2. Nobody wound the clock.
PELL
SECRET
NNN
""",
    "heading": """SECRET
PAGE 01 SUVA 00512 010910Z
46
ACTION EA-09
INFO OCT-01 ISO-00 /010 W
--------------------- 047909
R 010850Z OCT 76
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 7115
S E C R E T SUVA 512
E.O. 11652: GDS
TAGS: ETRN, FJ
SUBJECT: GEESE ON THE RUNWAY
""",
    "attributes": """---
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Draft Date: 01 OCT 1976
Review Markings: ! 'n/a

  Anna Quill

  US Department of State

  '
Markings: Anna Quill Declassified/Released US Department of State EO Systematic Review 04 MAY 2006
""",
}
_SHOWN = SEVENTIES["text"] + SEVENTIES["heading"] + SEVENTIES["text"] + SEVENTIES["attributes"]
OF_THE_SEVENTIES = {
    "with tabs": (
        f"{LINES}\nContent\nShow Headers\n{SEVENTIES['text']}Raw content\n"
        f"{SEVENTIES['heading']}{SEVENTIES['text']}Metadata\n{SEVENTIES['attributes']}"
    ),
    "all tabs above": f"{LINES}\n{TABS}\n{_SHOWN}",
    "without the catalogue's names": f"GEESE\nSECRET\n1976SUVA00512_b\nShow Headers\n{_SHOWN}",
    "a page": page(
        SEVENTIES["text"], SEVENTIES["heading"] + SEVENTIES["text"], SEVENTIES["attributes"]
    ),
}


@pytest.mark.parametrize("form", OF_THE_SEVENTIES)
def test_a_telegram_of_the_seventies_is_read_once(form: str) -> None:
    cable = cableconv.parse(OF_THE_SEVENTIES[form])
    assert cable.source.reader == "plusd"
    assert (cable.id, cable.date) == ("76SUVA512", "1976-10-01T08:50:00Z")
    assert (cable.tags, cable.subject) == (("ETRN", "FJ"), "GEESE ON THE RUNWAY")
    paragraphs = [block for block in cable.body if isinstance(block, Paragraph)]
    assert [block.number for block in paragraphs] == [1, 2]
    assert paragraphs[0].text.endswith("and the pilots were not amused.")
    assert cable.signed_by == ("PELL",)
    assert {"message-attributes", "repeated-text"} <= set(_kinds(cable))
