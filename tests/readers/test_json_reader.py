"""JSON: exported trees are read as equal ones; other content is refused."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
import trees
from hypothesis import given
from hypothesis import strategies as st

from cableconv.cable import Cable, Diagnostic, Paragraph
from cableconv.errors import InputError
from cableconv.exporters.json import encode
from cableconv.input.content import Content
from cableconv.plugins import Sniff
from cableconv.readers.json import read, sniff

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

CABLE = Cable(id="08TALLINN12", subject="GEESE", body=(Paragraph(number=1, text="Honk."),))
OTHER = Cable(id="08TALLINN13")


def reading(text: str | bytes, name: str | None = "a.json") -> list[Cable]:
    return list(read(Content(text, name)))


def refusal(text: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        reading(text)
    return str(caught.value)


def changed(**names: object) -> str:
    return json.dumps({**json.loads(encode(CABLE)), **names})


@given(trees.cables(), st.sampled_from([0, 2]))
def test_a_tree_is_read_as_an_equal_one(cable: Cable, indent: int) -> None:
    assert reading(encode(cable, indent=indent)) == [cable]


@given(st.lists(trees.cables(), max_size=3))
def test_json_lines_and_a_list_give_every_tree(cables: list[Cable]) -> None:
    documents = [encode(cable) for cable in cables]
    assert reading("".join(documents)) == cables
    assert reading(f"[{','.join(documents)}]") == cables


def test_the_result_of_to_dict_is_read_without_a_version() -> None:
    assert reading(json.dumps(CABLE.to_dict(), indent=1)) == [CABLE]


@pytest.mark.parametrize("number", [-1, 2**63, 10**40])
@pytest.mark.parametrize(
    ("place", "values"),
    [
        ("body[0].number", '"body": [{"type": "paragraph", "text": "x", "number": N}]'),
        ("section.total", '"section": {"number": 1, "total": N}'),
        ("parts[0].end", '"parts": [{"start": 0, "end": N, "role": "field", "path": "id"}]'),
        ("source.row", '"source": {"row": N}'),
    ],
)
def test_a_number_that_no_cable_has_is_an_error(place: str, values: str, number: int) -> None:
    document = f"{{{values}}}".replace("N", str(number))
    if "body" not in document:
        document = document.replace("{", '{"body": [], ', 1)
    assert f"the number at {place} is negative or has too many digits" in refusal(document)


@given(st.integers(0, 2**63 - 1))
def test_the_largest_numbers_come_back(number: int) -> None:
    cable = Cable(body=(Paragraph(number=number, text="Honk."),))
    assert reading(encode(cable)) == [cable]


@pytest.mark.parametrize("blank", ["", "\n", " \r\n\t"])
def test_white_space_between_documents_is_ignored(blank: str) -> None:
    assert reading(f"{blank}{encode(CABLE)}{blank}{encode(OTHER)}{blank}") == [CABLE, OTHER]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_encoding_of_a_byte_order_mark_is_used(encoding: str) -> None:
    assert reading((encode(CABLE) + encode(OTHER)).encode(encoding)) == [CABLE, OTHER]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (encode(CABLE), Sniff.SURE),
        (encode(CABLE, indent=4), Sniff.SURE),
        (f"[\n  {encode(CABLE)}]", Sniff.SURE),
        (json.dumps(CABLE.to_dict()), Sniff.SURE),
        ('{"name": "package"}', Sniff.MAYBE),
        ("[]", Sniff.MAYBE),
        ("{GULL} flies", Sniff.NO),
        ("[1](#)1. (C) Geese.", Sniff.NO),
        ("", Sniff.NO),
    ],
)
def test_sniffing_own_output_and_others(text: str, level: Sniff) -> None:
    assert sniff(Content(text)) is level


def test_a_later_minor_version_is_read_and_its_new_fields_are_named() -> None:
    (cable,) = reading(changed(cableconv="1.7", annex={"a": 1}))
    (finding,) = cable.diagnostics
    assert cable.replace(diagnostics=()) == CABLE
    assert (finding.code, finding.severity) == ("tree-of-later-version", "warning")
    assert "1.7" in finding.message
    assert "annex" in finding.message


def test_an_older_minor_version_has_no_newer_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cableconv.readers.trees.MINOR", 4)
    older = json.loads(changed(cableconv="1.3"))
    for later in ("transmissions", "summary", "parts"):
        del older[later]
    assert reading(json.dumps(older)) == [CABLE]
    with pytest.raises(InputError, match=r"annex is not a field"):
        reading(json.dumps({**older, "annex": "A"}))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (changed(cableconv="2.0"), "a.json:1: a tree of version 2.0, but only 1.x can be read"),
        (changed(cableconv="0.9"), "write it again"),
        (changed(cableconv="one"), "'one' is not a version of a tree"),
        (changed(cableconv=None, annex=1), "annex is not a field"),
        (changed(subject=7), "at subject: Expected str | null, got int"),
        (changed(body=[{"type": "heading"}]), "at body[0]: Object missing required field text"),
        (changed(body=[{"type": "footnote"}]), "at body[0].type: Invalid value 'footnote'"),
        (changed(body=[{"type": "heading", "text": "", "size": 1}]), "body[0].size is not a field"),
        ('{"name": "package"}', "JSON, but not a cable's tree"),
        ("[1, 2]", "a.json: document 1 of the list: JSON, but not a cable's tree"),
        ("[]x", "a.json:1:3: not JSON: Extra data"),
        ('{"a": 1}}', "a.json:1:9: not JSON"),
        ('{\n  "a": nul\n}', "a.json:2:8: not JSON: Expecting value; correct it there"),
        ('{"body": ' + "[" * 100_000, "nested too deep"),
        (b'{"body": "\xff"}', "at body: Expected"),
        ("no JSON at all", "a.json:1:1: not JSON"),
    ],
)
def test_content_that_is_not_a_tree_is_explained(text: str | bytes, says: str) -> None:
    assert says in refusal(text)


@given(st.data())
def test_a_truncated_document_is_refused_with_line_and_column(data: st.DataObject) -> None:
    whole = encode(CABLE, indent=data.draw(st.sampled_from([0, 2]))).rstrip()
    cut = whole[: data.draw(st.integers(1, len(whole) - 1))]
    message = refusal(cut)
    assert "not JSON" in message
    assert int(message.split(":")[1]) <= cut.count("\n") + 1


def test_a_line_that_is_not_a_tree_does_not_affect_others() -> None:
    text = f'{encode(CABLE)}{{"body": \n{encode(OTHER)}{changed(body=3)}\n'
    found: list[Cable] = []
    with pytest.raises(InputError) as caught:
        found.extend(read(Content(text, "many.jsonl")))
    assert found == [CABLE, OTHER]
    first, second = str(caught.value).splitlines()
    assert first.startswith("many.jsonl:2:9: not JSON")
    assert second.startswith("many.jsonl:4: not a cable's tree: at body")


def test_diagnostics_of_decoding_are_kept() -> None:
    (cable,) = reading(encode(OTHER.replace(subject="caf\xe9")).encode("latin-1"))
    assert cable.subject == "caf\xe9"
    assert [found.code for found in cable.diagnostics] == ["encoding-fallback"]


def test_only_a_line_that_is_not_utf_8_is_read_as_windows_1252() -> None:
    lines = encode(CABLE).encode() + encode(OTHER.replace(subject="caf\xe9")).encode("latin-1")
    first, second = reading(lines)
    assert first == CABLE
    assert second.subject == "caf\xe9"
    assert [(found.code, found.line) for found in second.diagnostics] == [("encoding-fallback", 2)]


def test_diagnostics_of_the_archive_are_on_the_last_cable() -> None:
    content = Content(encode(CABLE) + encode(OTHER), "../a.jsonl")
    content.findings.append(Diagnostic(code="member-name-unsafe", severity="warning", message=""))
    first, second = read(content)
    assert first.diagnostics == ()
    assert [found.code for found in second.diagnostics] == ["member-name-unsafe"]


@pytest.mark.parametrize("form", ["{}", "[{}]", "{}\n{}", "[{},{}]"])
@pytest.mark.parametrize("half", [r"\ud83d", r"\udc00", r"\uD83Dx", r"\ud83d\ud83d"])
def test_an_escaped_lone_surrogate_is_replaced_and_reported(form: str, half: str) -> None:
    text = encode(OTHER.replace(subject="GULL")).replace("GULL", rf"\ud83d\ude00\\ud83d{half}")
    cable = reading(form.replace("{}", text.strip()))[0]
    assert str(cable.subject).startswith("\U0001f600\\ud83d\ufffd")
    assert [found.code for found in cable.diagnostics] == ["surrogates-replaced"]
    assert Cable.from_dict(cable.to_dict()) == cable


def test_an_endless_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cableconv.readers.json.documents.LONGEST", 1 << 20)
    assert "a.json:2: a line of more than 1 Mi characters" in refusal(
        encode(CABLE) + '{"body": "' + "A" * (2 << 20)
    )


def test_the_first_of_many_failures_are_shown_and_the_rest_counted() -> None:
    message = refusal('{"body": 1}\n' * 12)
    assert message.count("\n") == 5
    assert message.endswith("... and 7 more that could not be read")


def test_lines_are_read_one_at_a_time() -> None:
    line = encode(OTHER).encode()

    class Endless(io.RawIOBase):
        """A file too large to be held in memory."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Buffer) -> int:
            room = memoryview(buffer)
            room[:] = (line * (len(room) // len(line) + 1))[: len(room)]
            return len(room)

    assert next(read(Content(lambda: io.BufferedReader(Endless()), "endless.jsonl"))) == OTHER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"cableconv":"1.0","id":"08OSLO1","id":"08OSLO2"}', "id"),
        ('{"cableconv" : "1.0", "body" :[], "body":[]}', "body"),
        ('{"body":[{"type":"paragraph","text":"\\":","text":"b"}]}', "text"),
    ],
)
def test_a_repeated_name_is_refused(text: str, name: str) -> None:
    assert f"'{name}' occurs twice in one object" in refusal(text)


def test_a_text_that_looks_like_a_name_is_not_a_repeated_name() -> None:
    cable = Cable(subject='HE SAID "GEESE": AND "GEESE" : LEFT')
    assert reading(encode(cable)) == [cable]
