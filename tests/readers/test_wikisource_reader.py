"""Wikisource: markup is removed, templates and categories are furniture, ``<pre>`` is verbatim."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from archived_cable import HEADER, TEXT
from hypothesis import given
from hypothesis import strategies as st

import cableconv
from cableconv.cable import Paragraph
from cableconv.errors import InputError
from cableconv.input.content import Content
from cableconv.parser import parse_telegram
from cableconv.plugins import Sniff
from cableconv.readers.wikisource import read, sniff
from cableconv.telegram import Telegram

TOP = """\
{{header
 | title    = 08SUVA512
 | author   = [[Portal:Suva|Embassy Suva]]
 | section  = | previous = | next = | year = 2008
 | notes    = {{small|Sent on a {{w|Thursday}}.}}
}}
"""
END = "{{PD-USGov}}\n[[Category:Geese]]\n"
MARKED_UP = (
    TEXT.replace("SUVA 000512", "[[Suva]] 000512")
    .replace("geese sat", "'''geese''' [[w:Sitting|sat]]")
    .replace("They left", "{{tooltip|They|the geese}} left".replace("|the geese", ""))
    .replace("\n\n", "\n<br />\n\n")
    .replace("PELL", "{{right|PELL}}")
)
FORMS = {
    "poem and pre": f"{TOP}<poem>\n{HEADER}</poem>\n<pre>\n{TEXT}</pre>\n{END}",
    "one pre": f"{TOP}<pre>{HEADER}\n{TEXT}</pre>\n{END}",
    "nowiki": f"{TOP}<nowiki>\n{HEADER}\n{TEXT}</nowiki>\n{END}",
    "markup": f"{TOP}<div>\n{HEADER}</div>\n\n{MARKED_UP}{END}",
    "a comment": f"{TOP}<!-- from the dump -->\n{HEADER}\n{TEXT}\n{END}",
    "headings": f"{TOP}== Header ==\n<pre>{HEADER}</pre>\n== Body ==\n<pre>{TEXT}</pre>\n"
    f"== See also ==\n* [[Gulls]]\n* [[Terns]]\n{END}",
    "indented": f"{TOP}\n" + "".join(f":{line}\n" for line in (HEADER + TEXT).split("\n")) + END,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_cable(form: str) -> None:
    cable = cableconv.parse(FORMS[form])
    assert cable.source.reader == "wikisource"
    assert (cable.id, cable.date) == ("08SUVA512", "2008-10-30T09:10:00Z")
    assert [each.name for each in cable.to + cable.info] == ["SECSTATE WASHDC", "AMEMBASSY APIA"]
    assert (cable.tags, cable.subject) == (("SENV", "FJ"), "GEESE ON THE RUNWAY")
    assert [block.text for block in cable.body if isinstance(block, Paragraph)] == [
        "The geese sat down on the runway at noon.",
        "They left at one.",
    ]
    assert cable.signed_by == ("PELL",)
    assert cable.diagnostics == ()


def test_the_header_is_compared_and_kept_as_furniture() -> None:
    cable = cableconv.parse(FORMS["poem and pre"])
    assert (cable.source.id, cable.source.office) == ("08SUVA512", "Embassy Suva")
    wiki = [piece.text for piece in cable.furniture if piece.kind == "wiki"]
    assert [text.split("\n")[0] for text in wiki] == [
        "{{header",
        "{{PD-USGov}}",
        "[[Category:Geese]]",
    ]


def test_pre_contains_no_markup() -> None:
    text = TEXT.replace("at noon", "at '''noon''' [[sic]] {{sic}}")
    cable = cableconv.parse(f"{TOP}<pre>\n{text}</pre>\n{END}")
    assert "at '''noon''' [[sic]] {{sic}}." in str(cable.body)


def test_each_page_of_an_export_is_read(tmp_path: Path) -> None:
    pages = "".join(
        f"<page><title>Cable {n}</title><revision><text>{escape(text)}</text></revision></page>"
        for n, text in enumerate(FORMS.values())
    )
    path = tmp_path / "pages.xml"
    namespace = "http://www.mediawiki.org/xml/export-0.11/"
    path.write_text(f'<mediawiki xmlns="{namespace}">{pages}</mediawiki>', encoding="utf-8")
    found = list(cableconv.read(path))
    assert [cable.id for cable in found] == ["08SUVA512"] * len(FORMS)
    assert [cable.source.member for cable in found][:2] == ["Cable 0", "Cable 1"]


def test_an_export_that_breaks_off_is_an_error() -> None:
    with pytest.raises(InputError, match="not well-formed"):
        list(read(Content("<mediawiki><page>")))


@pytest.mark.parametrize(
    ("head", "level"),
    [
        (TOP, Sniff.SURE),
        ("{{Process header\n|title=Fog}}", Sniff.SURE),
        ("<mediawiki xml:lang='en'>", Sniff.SURE),
        ("{{fog}}\n[[Category:Fog]]", Sniff.LIKELY),
        (f"{TEXT}\n{TOP}", Sniff.NO),
    ],
)
def test_sniffing(head: str, level: Sniff) -> None:
    assert sniff(Content(head)) is level


marks = st.sampled_from(
    ["{{", "}}", "|", "[[", "]]", "<pre>", "</pre>", "'''", "\n", "=", "<!--", "a"]
)


@given(st.lists(marks, max_size=40).map("".join))
def test_any_markup_keeps_the_promises(text: str) -> None:
    for telegram in read(Content(text)):
        assert isinstance(telegram, Telegram)
        parse_telegram(telegram)


def test_unclosed_markup_is_read_in_linear_time() -> None:
    for opening in ("{{", "{{a|", "[[", "<!--", "{{a}}{{", "'''"):
        (telegram,) = read(Content(opening * 20_000))
        assert isinstance(telegram, Telegram)
