"""Mail: a cable is a message's text or an attachment; the header belongs to the container."""

from __future__ import annotations

import base64
import mailbox
import time
import tracemalloc
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cableconv
from cableconv.cable import Cable, Paragraph
from cableconv.errors import InputError, NoCableError
from cableconv.input.content import Content
from cableconv.pipeline import read_cables
from cableconv.plugins import PluginHost, Sniff
from cableconv.readers.mail import read, sniff

TELEGRAM = """\
R 021145Z MAY 08
FM AMEMBASSY SUVA
TO SECSTATE WASHDC 0031
INFO AMEMBASSY APIA

UNCLAS SUVA 000{0}

TAGS: SENV, FJ
SUBJECT: GEESE AND GULLS

1. (U) The warden\u2019s geese came back \u2014 all of them.

2. (U) From now on they are counted.

PELL
"""
PICTURE = b"\x89PNG\r\n\x1a\n"


def mail(text: str | None = TELEGRAM.format(41), **how: Any) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Archive <archive@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "08 SUVA 41"
    message["Date"] = "Mon, 06 Jun 2011 10:00:00 +0200"
    message["Message-ID"] = "<geese.1@example.org>"
    if text is not None:
        message.set_content(text, **how)
    return message


def cables(message: EmailMessage | bytes, tmp_path: Path, name: str = "geese.eml") -> list[Cable]:
    path = tmp_path / name
    path.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
    return list(cableconv.read(path))


def codes(cable: Cable) -> list[str]:
    return [each.code for each in cable.diagnostics]


def is_whole(cable: Cable) -> bool:
    first, second = [block for block in cable.body if isinstance(block, Paragraph)]
    return (
        cable.id == "08SUVA41"
        and cable.date == "2008-05-02T11:45:00Z"
        and cable.subject == "GEESE AND GULLS"
        and [each.name for each in cable.to + cable.info] == ["SECSTATE WASHDC", "AMEMBASSY APIA"]
        and first.text == "The warden\u2019s geese came back \u2014 all of them."
        and second.text == "From now on they are counted."
        and cable.signed_by == ("PELL",)
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_text_is_read_in_every_encoding(encoding: str, charset: str, tmp_path: Path) -> None:
    (cable,) = cables(mail(cte=encoding, charset=charset), tmp_path)
    assert is_whole(cable)


def test_the_mail_header_belongs_to_the_container(tmp_path: Path) -> None:
    (cable,) = cables(mail(), tmp_path)
    source = cable.source
    assert (source.id, source.office) == ("08SUVA41", "The Archive <archive@example.org>")
    assert source.url == "mid:geese.1@example.org"
    assert source.date is None  # a mail's date is not the cable's
    assert (source.reader, source.name) == ("telegram", "geese.eml")
    assert cable.diagnostics == ()


def test_html_is_read_only_without_plain_text(tmp_path: Path) -> None:
    paragraphs = "".join(f"<div>{line}&nbsp;</div>\n" for line in TELEGRAM.format(41).split("\n"))
    message = mail()
    message.add_alternative(f"<html><body>{paragraphs}<p>FOG</body></html>", subtype="html")
    (plain,) = cables(message, tmp_path)
    assert is_whole(plain)
    alone = mail(None)
    alone.set_content(f"<html><body>{paragraphs}</body></html>", subtype="html")
    (shown,) = cables(alone, tmp_path)
    assert is_whole(shown)


def test_attachments_are_read_by_their_readers(tmp_path: Path) -> None:
    message = mail("Dear colleague,\n\nhere they are.\n")
    text = TELEGRAM.format(41).encode()
    message.add_attachment(text, maintype="text", subtype="plain", filename="41.txt")
    word = cableconv.export(parsed(42), to="docx")
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="b.docx")
    message.add_attachment(PICTURE, maintype="image", subtype="png", filename="goose.png")
    first, second = cables(message, tmp_path)
    assert (is_whole(first), first.source.member) == (True, "41.txt")
    assert second == parsed(42)
    says = [each.message for each in first.diagnostics]
    assert says == [
        "its text/plain part is not a cable and was not read",
        "goose.png is not a cable and was not read",
    ]


def parsed(number: int) -> Cable:
    return cableconv.parse(TELEGRAM.format(number))


def test_a_text_and_attachments_that_are_cables_are_all_read(tmp_path: Path) -> None:
    message = mail()
    text = TELEGRAM.format(42).encode()
    message.add_attachment(text, maintype="text", subtype="plain", filename="42.txt")
    assert [cable.id for cable in cables(message, tmp_path)] == ["08SUVA41", "08SUVA42"]


def test_an_attached_tree_is_the_cable(tmp_path: Path) -> None:
    message = mail(TELEGRAM.format(99))
    tree = cableconv.export(parsed(41), to="json").encode()
    message.add_attachment(tree, maintype="application", subtype="json", filename="41.json")
    assert cables(message, tmp_path) == [parsed(41)]


def test_an_attached_mail_is_opened(tmp_path: Path) -> None:
    outer = mail("Forwarded.")
    outer.add_attachment(mail())
    (cable,) = cables(outer, tmp_path)
    assert is_whole(cable)


def test_deeply_nested_mails_are_refused(tmp_path: Path) -> None:
    message = mail()
    for _ in range(9):
        outer = mail("Forwarded.")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(InputError, match="lies in more than 5 others"):
        cables(message, tmp_path)


def test_a_message_whose_parts_are_too_deep_does_not_end_the_mailbox(tmp_path: Path) -> None:
    path = box(tmp_path / "deep.mbox", 3)
    first, second, third = path.read_bytes().split(b"\n\nFrom ")
    nested = second.split(b"\n")[0] + b"\n" + b"Content-Type: message/rfc822\n\n" * 3000
    path.write_bytes(b"\n\nFrom ".join((first, nested, third)))
    errors: list[str] = []
    read_cables = cableconv.read(path, on_error=lambda _, error: errors.append(str(error)))
    assert [cable.id for cable in read_cables] == ["08SUVA41", "08SUVA43"]
    assert [each.partition(": ")[2] for each in errors] == [
        "message 2 cannot be read: it has parts nested too deep; save its cable as a file."
    ]


def box(path: Path, number: int, longer: str = "") -> Path:
    messages = mailbox.mbox(path)
    for each in range(number):
        text = TELEGRAM.format(41 + each).replace("PELL", f"{longer}PELL")
        messages.add(mail(text, cte="8bit"))
    messages.close()
    return path


def test_each_message_of_a_mailbox_is_read(tmp_path: Path) -> None:
    found = list(cableconv.read(box(tmp_path / "all.mbox", 3)))
    assert [cable.id for cable in found] == ["08SUVA41", "08SUVA42", "08SUVA43"]
    assert [cable.source.row for cable in found] == [1, 2, 3]
    assert is_whole(found[0])


def test_empty_lines_above_a_mailbox_are_not_a_message(tmp_path: Path) -> None:
    path = box(tmp_path / "all.mbox", 2)
    path.write_bytes(b"\n\n" + path.read_bytes())
    found = list(cableconv.read(path))
    assert [(cable.id, cable.source.row) for cable in found] == [("08SUVA41", 1), ("08SUVA42", 2)]


@pytest.mark.parametrize(("name", "called"), [("fog.mbox", "a mailbox"), ("fog.eml", "a mail")])
def test_mail_without_a_cable_is_refused_as_mail(name: str, called: str, tmp_path: Path) -> None:
    opening = b"From a@b Mon Jun  6 10:00:00 2011\n" if name.endswith(".mbox") else b""
    message = mail("The fog came in early, and the keepers of the lighthouse stayed for lunch.\n")
    (tmp_path / name).write_bytes(opening + message.as_bytes())
    (cable,) = cableconv.read(tmp_path / name)
    (error,) = (each for each in cable.diagnostics if each.severity == "error")
    assert (error.code, error.message.endswith(f"in {called}")) == ("no-cable", True)


def test_a_line_that_begins_with_from_is_not_a_new_message(tmp_path: Path) -> None:
    text = TELEGRAM.format(41).replace("2. (U) From", "2. (U)\nFrom")
    messages = mailbox.mbox(tmp_path / "from.mbox")
    messages.add(mail(text, cte="8bit"))
    messages.close()
    (cable,) = cableconv.read(tmp_path / "from.mbox")
    assert is_whole(cable)


def test_memory_does_not_grow_with_the_mailbox(tmp_path: Path) -> None:
    def peak(number: int) -> int:
        path = box(tmp_path / f"{number}.mbox", number, longer=100 * "The geese are counted.\n")
        tracemalloc.start()
        assert sum(1 for _ in cableconv.read(path)) == number
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(60) < 2 * peak(15)


def test_an_unknown_charset_and_a_damaged_header_are_tolerated(tmp_path: Path) -> None:
    text = base64.encodebytes(TELEGRAM.format(41).encode())
    header = b"From: a@example.org\nMessage-ID: <a@b\nSubject: =?x?q?=\nDate: never\n"
    kind = b"Content-Type: text/plain; charset=fog\nContent-Transfer-Encoding: base64\n\n"
    (cable,) = cables(header + kind + text, tmp_path)
    assert is_whole(cable)


@pytest.mark.parametrize(
    "value",
    [
        "(" * 5000, "text/plain; charset=a\0b", "text/plain; " + "(" * 5000, "x;" * 50_000,
        "message/rfc822; a*", "attachment; filename=" + "=?utf-8?q?a?= " * 3000,
        "multipart/mixed; boundary=x; attachmentcharset*", "=?x?q?a?=html",
    ],
    ids=lambda value: value[:20],
)  # fmt: skip
@pytest.mark.parametrize(
    "field",
    ["From", "Subject", "Message-ID", "Content-Type", "Content-Disposition",
     "Content-Transfer-Encoding"],
)  # fmt: skip
def test_a_damaged_field_costs_no_more_than_itself(field: str, value: str) -> None:
    """Python's ``email`` raises IndexError, RecursionError and others, or takes minutes."""
    data = f"To: a@b\n{field}: {value}\n\n{TELEGRAM.format(41)}".encode()
    begin = time.process_time()
    with suppress(NoCableError):  # it may be a message of several parts now
        list(read_cables(Content(data, "geese.eml"), PluginHost(third_party=False), "mail"))
    assert time.process_time() - begin < 2


def test_undecodable_bytes_of_a_header_can_be_written(tmp_path: Path) -> None:
    header = b"From: A <a@example.o\xcag>\n To: <\xff\nMessage-ID: <\xca@b>\n"
    (cable,) = cables(header + b"\n" + TELEGRAM.format(41).encode(), tmp_path)
    assert Cable.from_dict(cable.to_dict()) == cable
    assert "example" in (cable.source.office or "")


def test_an_empty_mail_is_not_a_cable(tmp_path: Path) -> None:
    message = mail(None)
    message.set_content(PICTURE, maintype="image", subtype="png")
    with pytest.raises(NoCableError, match="mail without a text"):
        cables(message, tmp_path)


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("From: a@example.org\nMIME-Version: 1.0\n\nFog", Sniff.SURE),
        ("Return-Path: <a@b>\nReceived: by fog\n\tat noon\n\nFog", Sniff.SURE),
        ("From a@b Mon Jun  6 10:00:00 2011\nSubject: fog\n\nFog", Sniff.SURE),
        ("From: fog@example.org\nSubject: fog\n\nFog", Sniff.LIKELY),
        ("FROM: AMEMBASSY SUVA\nTO: SECSTATE\n\nFog", Sniff.NO),
        ("UNCLAS SUVA 12\n\nFrom: a@b.org\nMIME-Version: 1.0\n\nFog", Sniff.NO),
        ("From now on Monday Jun 6 2011 it rains\nFog\n", Sniff.NO),
    ],
)
def test_sniffing(head: str, level: Sniff) -> None:
    assert sniff(Content(head)) is level


LINES = (
    b"From a@b Mon Jun  6 10:00:00 2011\n", b"\n", b"--x\n", b"x: y\n", b"=?",
    b"Content-Type: multipart/mixed; boundary=x\n", b"Content-Transfer-Encoding: base64\n",
    b"Content-Type: message/rfc822\n", b"Subject: =?utf-8?q?=F?=\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES) | st.binary(max_size=6)))
def test_any_bytes_are_read_or_refused(pieces: list[bytes]) -> None:
    try:
        for part in read(Content(b"".join(pieces))):
            assert part.text or part.data is not None
    except InputError:
        pass


def test_the_lines_of_a_page_are_its_boxes(tmp_path: Path) -> None:
    """Mail programs put each line into a separate box, and a line break into an empty one."""
    text = TELEGRAM.format(41).replace(" all of them.", "\nall of them.")
    boxes = "".join(f"<div>{line or '<br>'}</div>" for line in text.splitlines())
    message = mail(None)
    message.set_content(f"<html><body>{boxes}</body></html>", subtype="html")
    [cable] = cables(message, tmp_path)
    assert (cable.id, cable.signed_by, cable.diagnostics) == ("08SUVA41", ("PELL",), ())


def test_a_page_saved_by_a_browser_is_read_as_the_page(tmp_path: Path) -> None:
    """MHTML (RFC 2557): the source is described by the page, not by the browser's header."""
    row = (
        "<table><tr><th>Reference ID</th><th>Origin</th></tr><tr><td>08SUVA41</td><td>Embassy Suva"
    )
    page = f"<html><body>{row}</td></tr></table><pre>{TELEGRAM.format(41)}</pre></body></html>"
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", "Cable Viewer"
    message["Snapshot-Content-Location"] = "http://shelf.example/08SUVA41.html"
    message.set_content(page, subtype="html", cte="quoted-printable")
    message.make_related()
    [cable] = cables(message, tmp_path, "geese.mhtml")
    assert (cable.source.reader, cable.source.office) == ("wikileaks", "Embassy Suva")
    assert (cable.source.id, cable.id) == ("08SUVA41", "08SUVA41")
