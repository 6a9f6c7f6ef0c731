"""The message is read by Python's ``email`` module, and each field is checked."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

import cableconv
import pytest
from cableconv import Cable
from cableconv.cable import (
    Addressee,
    Classification,
    Origin,
    Paragraph,
    PrecedencePair,
    Reference,
    Section,
    Transmission,
)
from cableconv.testing import assert_exporter_conforms, sample_trees

import cableconv_eml
from cableconv_eml.message import encode

OSLO = Cable(
    id="08OSLO17",
    date="2008-02-01T09:30:00Z",
    precedence=PrecedencePair(action="NIACT IMMEDIATE", info="ROUTINE"),
    origin=Origin(route="RUEHNY", name="AMEMBASSY OSLO"),
    to=(Addressee(name="SECSTATE WASHDC"), Addressee(name="SECSTATE WASHDC")),
    info=(
        Addressee(name="EU COLLECTIVE", exempted=("AMEMBASSY RIGA", "AMCONSUL LEITH")),
        Addressee(name="SECDEF WASHDC//ISA-EUR/POL//"),
    ),
    transmissions=(
        Transmission(identifier="VZCZCXRO0617", serial="0017", filed="0320930", signals=("ZZH",)),
    ),
    classification=Classification(caveats=("NOFORN",), text="S E C R E T NOFORN"),
    captions=("SIPDIS",),
    passing=("STATE FOR EUR/NB",),
    tags=("ETRD", "NO", "HERON, GRETA"),
    subject="FERRY SERVICE RESUMES",
    references=(
        Reference(label="A", kind="cable", text="07 OSLO 3", id="07OSLO3"),
        Reference(label="B", kind="email", text="HERON-GULL EMAIL"),
    ),
    body=(Paragraph(number=1, marking="U", text="The ferry runs again."),),
)


def read_back(cable: Cable, **options: Any) -> EmailMessage:
    message = message_from_bytes(encode(cable, **options), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def names(cable: Cable, field: str) -> list[str]:
    return [address.display_name for address in read_back(cable)[field].addresses]


def words(cable: Cable) -> str:
    """Return the text of the message, with Python's line ends."""
    part = read_back(cable).get_body(("plain",))
    assert part is not None
    text: str = part.get_content()
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Date", "Fri, 01 Feb 2008 09:30:00 +0000"),
        ("Subject", "FERRY SERVICE RESUMES"),
        ("Message-ID", "<08OSLO17@cables.invalid>"),
        ("References", "<07OSLO3@cables.invalid>"),
        ("In-Reply-To", "<07OSLO3@cables.invalid>"),
        ("Keywords", 'ETRD, NO, "HERON, GRETA"'),
        ("MMHS-Extended-Authorisation-Info", "Fri, 01 Feb 2008 09:30:00 +0000"),
        ("MMHS-Subject-Indicator-Codes", "ETRD"),
        ("MMHS-Handling-Instructions", "SIPDIS; NOFORN"),
        ("MMHS-Message-Instructions", "ZZH; STATE FOR EUR/NB"),
        ("MMHS-Originator-Reference", "08OSLO17"),
        ("MMHS-Primary-Precedence", "3 (NIACT IMMEDIATE)"),
        ("MMHS-Copy-Precedence", "1 (ROUTINE)"),
        ("MMHS-Acp127-Message-Identifier", "VZCZCXRO0617 RUEHNY 0017 0320930"),
        ("MMHS-Originator-PLAD", "AMEMBASSY OSLO"),
        (
            "MMHS-Exempted-Address",
            "AMEMBASSY RIGA <amembassy.riga@cables.invalid>,"
            " AMCONSUL LEITH <amconsul.leith@cables.invalid>",
        ),
    ],
)
def test_a_field_is_read_unchanged(field: str, value: str) -> None:
    assert " ".join(str(read_back(OSLO)[field]).split()) == value


def test_sender_and_addressees_are_read() -> None:
    message = read_back(OSLO)
    assert str(message["From"]) == "AMEMBASSY OSLO <amembassy.oslo@cables.invalid>"
    assert names(OSLO, "To") == ["SECSTATE WASHDC"]
    assert names(OSLO, "Cc") == ["EU COLLECTIVE", "SECDEF WASHDC//ISA-EUR/POL//"]


def test_the_date_is_the_date_time_group() -> None:
    moment = parsedate_to_datetime(read_back(OSLO)["Date"])
    assert moment.isoformat() == "2008-02-01T09:30:00+00:00"


def test_missing_values_are_not_invented() -> None:
    assert list(read_back(Cable()).keys()) == [
        "From",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    ]
    assert str(read_back(Cable())["From"]) == "Unknown:;"
    assert read_back(Cable(date="one fine day"))["Date"] is None


def test_only_a_single_reference_is_a_reply() -> None:
    both = tuple(Reference(kind="cable", text=id_, id=id_) for id_ in ("07OSLO3", "07RIGA1"))
    message = read_back(Cable(references=both))
    assert message["References"] == "<07OSLO3@cables.invalid> <07RIGA1@cables.invalid>"
    assert message["In-Reply-To"] is None


def test_a_later_section_has_its_own_id() -> None:
    first, second = (Section(number=number, total=2) for number in (1, 2))
    assert read_back(OSLO.replace(section=first))["Message-ID"] == "<08OSLO17@cables.invalid>"
    assert read_back(OSLO.replace(section=second))["Message-ID"] == "<08OSLO17.2@cables.invalid>"


def test_ids_have_only_allowed_characters() -> None:
    assert read_back(Cable(id="a b.<c>"))["Message-ID"] == "<a%20b%2E%3Cc%3E@cables.invalid>"
    digests = {read_back(Cable(id=each * 99))["Message-ID"] for each in "ab"}
    assert [len(digest) for digest in digests] == [41, 41]


def test_a_subject_longer_than_a_line_is_folded_and_unfolded() -> None:
    for length in range(60, 80):
        subject = ("FERRY " * 20)[:length].strip()
        assert read_back(Cable(subject=subject))["Subject"] == subject
    subject = "FERRY SERVICE RESUMES, SAYS THE KEEPER’S LEAGUE, " * 9 + "ÅSE"
    assert read_back(Cable(subject=subject))["Subject"] == subject


def test_800_addressees_are_read() -> None:
    posts = [f"AMEMBASSY PORT {number}" for number in range(800)]
    cable = Cable(to=tuple(Addressee(name=post) for post in posts))
    assert names(cable, "To") == posts


@pytest.mark.parametrize(
    "name", ['ÅSE, "Q" <x@y>', "a\\b", "Heron (POL)", "@", ";", "ضباب", "= ?", "a.b", "x" * 100]
)
def test_any_name_is_read_as_one_addressee(name: str) -> None:
    cable = Cable(to=(Addressee(name=name), Addressee(name="AMEMBASSY RIGA")))
    assert names(cable, "To") == [name, "AMEMBASSY RIGA"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\x0b", "\x1c"])
def test_no_value_can_begin_another_field(end: str) -> None:
    evil = f"fog{end}Bcc: gull@archive.example{end}{end}<script>"
    honest = set(read_back(OSLO).keys())
    cable = OSLO.replace(
        id=evil,
        subject=evil,
        origin=Origin(name=evil, route=evil),
        to=(Addressee(name=evil, exempted=(evil,)),),
        captions=(evil,),
        passing=(evil,),
        tags=(evil,),
        references=(Reference(kind="cable", text=evil, id=evil),),
    )
    message = read_back(cable)
    assert set(message.keys()) <= honest
    assert message["Subject"] == "fog Bcc: gull@archive.example <script>"
    assert len(message["To"].addresses) == 1


def test_an_encoded_word_hides_nothing() -> None:
    hidden = "=?utf-8?q?fog=0ABcc:_gull@archive.example?="
    cable = Cable(subject=hidden, to=(Addressee(name=hidden),))
    assert read_back(cable)["Subject"] == hidden.replace("=?utf", "= ?utf")
    assert len(read_back(cable)["To"].addresses) == 1
    assert "Bcc" not in read_back(cable)


def test_military_strings_have_only_allowed_letters_and_lengths() -> None:
    cable = Cable(captions=('ÅSE & "GULL" #1; x', "LONG " * 30), tags=("A", "LONGERTHAN8"))
    message = read_back(cable)
    strings = " ".join(str(message["MMHS-Handling-Instructions"]).split()).split("; ")
    assert strings[0] == "ASE + 'GULL' ?1, x"
    assert max(map(len, strings)) <= 69
    assert message["MMHS-Subject-Indicator-Codes"] is None


def test_the_text_is_the_telegram() -> None:
    assert words(OSLO) == cableconv.export(OSLO, to="text")
    fog = OSLO.replace(body=(Paragraph(text="Fog – “dense” \x00\x07."),))
    assert words(fog) == cableconv.export(fog, to="text")


def test_the_text_is_read_as_the_same_cable() -> None:
    cable = cableconv.parse(words(OSLO))
    assert (cable.id, cable.subject, cable.tags) == (OSLO.id, OSLO.subject, OSLO.tags)


def test_the_tree_is_attached_on_request() -> None:
    assert not list(read_back(OSLO).iter_attachments())
    (attached,) = read_back(OSLO, tree=True).iter_attachments()
    assert attached.get_filename() == "08OSLO17.json"
    assert attached.get_content_type() == "application/json"
    assert Cable.from_dict(json.loads(attached.get_content())) == OSLO


def test_another_domain_is_in_every_address_and_id() -> None:
    written = encode(OSLO, domain="archive.example")
    assert b"cables.invalid" not in written
    assert b"<08OSLO17@archive.example>" in written


@pytest.mark.parametrize(
    "domain", ["", "a b", "x\r\nBcc: y", "-a.example", "a..b", "a" * 49, "é.eu"]
)
def test_an_invalid_domain_is_refused(domain: str) -> None:
    with pytest.raises(cableconv.InvalidOptionError, match="domain"):
        cableconv.export(OSLO, to="eml", domain=domain)


@pytest.mark.parametrize("cable", sample_trees().values(), ids=list(sample_trees()))
def test_every_message_is_valid(cable: Cable) -> None:
    written = encode(cable, tree=True)
    assert written.isascii()
    assert written.count(b"\n") == written.count(b"\r\n") == written.count(b"\r")
    assert max(map(len, written.split(b"\r\n"))) <= 998
    assert b"\x00" not in written
    message = message_from_bytes(written, policy=policy.default)
    assert not message.defects
    assert all(not message[name].defects for name in message.keys())


def test_the_format_conforms() -> None:
    assert_exporter_conforms(cableconv_eml)


@pytest.mark.parametrize("cable", sample_trees().values(), ids=list(sample_trees()))
def test_a_mail_with_its_tree_is_read_as_an_equal_cable(cable: Cable) -> None:
    assert cableconv.parse(encode(cable, tree=True)) == cable


TIDES = """\
R 131205Z MAY 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC 0101

C O N F I D E N T I A L OSLO 000123

TAGS: PREL, NO
SUBJECT: THE TIDE CLOCK
REF: STATE 4711

1. (C) The tide clock was late, and nobody in the Caf\u00e9 knew why.

WRAY
"""


def test_a_mail_without_its_tree_is_read_as_text_and_header() -> None:
    cable = cableconv.parse(TIDES)
    again = cableconv.parse(encode(cable))
    assert (again.id, again.date, again.tags) == ("08OSLO123", cable.date, ("PREL", "NO"))
    assert [reference.id for reference in again.references] == ["08STATE4711"]
    assert "Caf\u00e9" in str(again.body)
    source = again.source
    assert (source.id, source.date, source.office) == (cable.id, cable.date, "AMEMBASSY OSLO")
    assert again.diagnostics == ()
