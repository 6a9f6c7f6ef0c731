"""XML: exported trees are read as equal ones; nothing outside the document is read."""

from __future__ import annotations

from pathlib import Path

import pytest
import trees
from hypothesis import given
from hypothesis import strategies as st

from cableconv.cable import Cable, Heading, Paragraph, Part, Preformatted
from cableconv.errors import InputError
from cableconv.exporters.xml import encode
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.xml import read, sniff
from cableconv.schema import NAMESPACE

CABLE = Cable(id="08TALLINN12", subject="GEESE", body=(Paragraph(number=1, text="Honk."),))


def reading(text: str | bytes) -> list[Cable]:
    return list(read(Content(text, "a.xml")))


def refusal(text: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        reading(text)
    return str(caught.value)


def document(inside: str = "", attributes: str = 'version="1.0"') -> str:
    return f'<cable xmlns="{NAMESPACE}" {attributes}>\n{inside}\n</cable>'


@given(trees.cables(), st.sampled_from([0, 2]))
def test_a_tree_is_read_as_an_equal_one(cable: Cable, indent: int) -> None:
    assert reading(encode(cable, indent=indent)) == [cable]


@pytest.mark.parametrize("text", ["\x00\x07\x1b", "\ufffe_x0007_", " \r\n\t\x85\u2028 "])
def test_characters_that_xml_forbids_survive_the_round_trip(text: str) -> None:
    cable = Cable(id=text, subject=text, captions=(text,), body=(Heading(text=text),))
    assert reading(encode(cable)) == [cable]


def test_a_lone_surrogate_is_replaced_and_reported() -> None:
    (cable,) = reading(encode(Cable(subject="a\ud800b_xD800_")))
    assert cable.subject == "a\ufffdb_xD800_"
    assert [found.code for found in cable.diagnostics] == ["surrogates-replaced"]
    assert reading(encode(cable)) == [cable]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_a_byte_order_mark_is_used(encoding: str) -> None:
    assert reading(encode(CABLE).encode(encoding)) == [CABLE]


def test_comments_and_processing_instructions_are_ignored() -> None:
    text = "<!-- a --><subject>GE<!-- b --><?c d?>ESE</subject>"
    assert reading(f"<?c d?><!-- e -->{document(text)}") == [Cable(subject="GEESE")]


def test_a_blank_file_contains_no_tree() -> None:
    assert reading(" \n") == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (encode(CABLE), Sniff.SURE),
        (document(), Sniff.SURE),
        ('<?xml version="1.0"?><TEI/>', Sniff.MAYBE),
        ("<!DOCTYPE cable []><cable/>", Sniff.MAYBE),
        ("<!DOCTYPE html><html>", Sniff.NO),
        ("<< END OF DOCUMENT >>", Sniff.NO),
        ("", Sniff.NO),
    ],
)
def test_sniffing_own_output_and_others(text: str, level: Sniff) -> None:
    assert sniff(Content(text)) is level


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<cable/>", "its root is cable, not"),
        ("<TEI xmlns='http://example.org/tei'/>", "XML, but not a cable's tree"),
        (document().replace(":1", ":2"), "a tree of version 2, but only 1.x can be read; a later"),
        (document().replace(":1", ":0"), "write it again"),
        (document().replace(":1", ":" + "1" * 5000), "XML, but not a cable's tree"),
        (document(attributes='version="2.3"'), "a tree of version 2.3"),
        (document("<annex/>"), "annex is not a field"),
        (document(attributes='version="1.0" annex="A"'), "annex is not a field"),
        (document("<tags>\n<tag>A</tag>\nloose</tags>"), "a.xml:2: not a cable's tree: tags holds"),
        (
            document("<subject>A</subject>\n<subject/>"),
            "a.xml:3: not a cable's tree: subject occurs",
        ),
        (document("<subject><b/></subject>"), "subject holds text, not elements"),
        (document("<body><footnote/></body>"), "footnote is not a block of a cable"),
        (document("<body><heading/></body>"), "at body[0]: Object missing required field text"),
        (document('<body><paragraph number="x"/></body>'), "at body[0].number: Expected int"),
        (document('<body><paragraph span="1"/></body>'), "at body[0].span"),
        (document('<section number="1"/>'), "at section: Object missing required field total"),
        (encode(CABLE)[:-20], "a.xml:"),
        (document("<subject>A</tags>"), "a.xml:2:18: not well-formed XML: Opening and ending tag"),
        (document("&nobody;"), "a.xml:2:9: not well-formed XML: Entity 'nobody' not defined"),
        ("<cable>" * 1000, "not well-formed XML"),
        ("no XML at all", "a.xml:1:1: not well-formed XML"),
    ],
)
def test_content_that_is_not_a_tree_is_explained(text: str, says: str) -> None:
    assert says in refusal(text)


def test_a_later_minor_version_is_read_and_its_new_fields_are_named() -> None:
    (cable,) = reading(document("<annex>A</annex><subject>B</subject>", 'version="1.9" of="C"'))
    assert cable.subject == "B"
    assert "annex" in cable.diagnostics[0].message


def test_entity_expansion_attacks_are_refused() -> None:
    entities = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">\n' if n else '<!ENTITY l0 "ha">\n'
        for n in range(10)
    )
    text = f"<?xml version='1.0'?>\n<!DOCTYPE cable [\n{entities}]>\n{document('&l9;')}"
    assert refusal(text).startswith("a.xml:2: a document type is declared")


@pytest.mark.parametrize("quote", ["SYSTEM '{file}'", "PUBLIC '-//A//B' '{file}'"])
def test_no_file_is_ever_read_through_an_entity(quote: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the goose flies at midnight")
    outside = quote.format(file=secret.as_uri())
    for declared in (f"[<!ENTITY e {outside}>]", outside, f"[<!ENTITY % e {outside}> %e;]"):
        message = refusal(f"<!-- a -->\n<!DOCTYPE cable {declared}>{document('&e;')}")
        assert "midnight" not in message
        assert "a document type is declared" in message


LONG = "word " * 2_100_000  # more than the ten million bytes that libxml2 reads by default


def test_a_text_of_more_than_ten_megabytes_is_read() -> None:
    """A cable that was too long to parse is one block of all its text."""
    cable = Cable(body=(Preformatted(text=LONG),))
    assert reading(encode(cable)) == [cable]


def test_a_long_document_may_be_no_more_hostile_than_a_short_one() -> None:
    """The parser's other limits do not apply to it, so ours must."""
    deep = "<body>" + "<quote><blocks>" * 900 + "</blocks></quote>" * 900 + "</body>"
    assert "nested too deep" in refusal(document(f"{deep}<subject>{LONG}</subject>"))
    declared = "<!DOCTYPE cable [<!ENTITY e 'ha'>]>"
    assert "document type" in refusal(f"{declared}{document(f'<subject>&e;{LONG}</subject>')}")


def test_ten_thousand_parts_survive_the_round_trip() -> None:
    parts = tuple(Part(start=n, end=n + 1, role="block", path=f"body[{n}]") for n in range(10_000))
    assert reading(encode(Cable(parts=parts))) == [Cable(parts=parts)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("<rss><channel><item/></channel></rss>", "a feed without the texts of cables"),
        (
            '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "save its table as CSV",
        ),
        ("<inventory><gull/></inventory>", "check that it is the right file"),
        ('<!DOCTYPE plist PUBLIC "a" "b"><plist/>', "write it as JSON (plutil -convert json)"),
        ("<?xml version='1.0'?>\n<!DOCTYPE DjVuXML>\n<DjVuXML/>", "give its plain text"),
    ],
)
def test_other_xml_is_refused_with_a_way_out(text: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(text)
    assert advice in str(caught.value)
