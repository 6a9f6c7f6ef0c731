"""What the parser promises for any text: a tree, an account of every character, no lost word.

The promises are in ``promises.py``.
"""

from __future__ import annotations

from pathlib import Path

import promises
import pytest
import telegrams
from hypothesis import example, given, settings
from hypothesis import strategies as st
from real_cables import real_texts, sample_or_all

from cableconv.input.content import Content
from cableconv.parser.cleanup.characters.as_meant import as_meant
from cableconv.plugins.host import PluginHost
from cableconv.telegram import Telegram

ROOT = Path(__file__).parents[2]
MARKS = [
    "OSLO 00000123  001.2 OF 002",
    "OSLO 00000123  002 OF 002",
    "PAGE 02 RUEHNY 00123 C O N F I D E N T I A L",
    "PAGE 02        OSLO  00123  01 OF 02  131205Z",
]


_CLASSED_AT_THE_END = """\
C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000123
E.O. 12958: DECL: 05/13/2018
0hourly. ¶6. (C) It stood.
se c r e t oslo 000123 noforn
"""


@given(st.text())
@example("")
@example("\ufeff")
@example("\x00\x1c\x85\u2028")
@example("&#0;")
def test_any_text_keeps_the_promises(text: str) -> None:
    promises.check_all(meant(text), promises.read(text))


@settings(max_examples=4 * settings().max_examples)
@given(telegrams.telegrams())
@example(_CLASSED_AT_THE_END)
def test_lines_of_telegrams_in_any_order_keep_the_promises(text: str) -> None:
    promises.check_all(meant(text), promises.read(text))


def meant(text: str) -> str:
    """Return the text with decoded characters, to which spans refer."""
    return as_meant(Telegram(text=text)).text


@given(telegrams.telegrams())
def test_the_same_text_gives_the_same_tree(text: str) -> None:
    assert promises.read(text) == promises.read(text)


@given(telegrams.telegrams())
def test_the_tree_is_restored_from_its_dict(text: str) -> None:
    from cableconv.cable import Cable

    tree = promises.read(text)
    assert Cable.from_dict(tree).to_dict() == tree


@given(telegrams.paragraphs(), st.data())
def test_a_page_mark_does_not_change_the_paragraph(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(lines) - 1))
    blank = data.draw(st.sampled_from([[], [""], ["", ""]]))
    marked = [*lines[:at], *blank, data.draw(st.sampled_from(MARKS)), *blank, *lines[at:]]
    assert paragraph_text(marked) == paragraph_text(lines) == " ".join(lines)


def paragraph_text(lines: list[str]) -> str:
    """Return the text that is read from the lines as a paragraph of a cable."""
    frame = (ROOT / "tests" / "parser" / "cases" / "frames" / "body.txt").read_text("utf-8")
    body = "1. (C) " + "\n".join(lines) + "\n\n2. (C) It was on time."
    tree = promises.read(frame.replace("<<<fragment>>>", body))
    assert [block["number"] for block in tree["body"]] == [1, 2]
    assert not tree["body"][0]["blocks"]
    return str(tree["body"][0]["text"])


HARD = [
    "DE RUEHNY #0123/01 1341205\nDE RUEHNY\n",
    "DE RUEHSM #0044/01 1341205\nDE RUEHNY #0123/01 1341205\n",
    "INFO CIS COLLECTIVE\nXMT JOINT STAFF//UNMA//\n\nUNCLAS OSLO 000123\n",
    "INFO CIS COLLECTIVE\nXMT AMEMBASSY BAKU PRIORITY\n\nUNCLAS OSLO 000123\n",
    "TO //I\nA// FLASH\nXMT 0\nTO\nI\nA// FLASH\nXMT 0\nTO\n",
    "TO //0//SECTION -99 OF 10",
    "TO //1// FLASH\nXMT 0\nTO\n //1// FLASH\nXMT 0\nTO\n",
    "DRAFTED BY: PELL\nHARBOR,\nINFO  LOG-00   EEB-00\n\nDRAFTED BY: MORSBY\nTAGS: PREL\n",
    "REF: 131205Z MAY08FM OSLOTO SECSTATE 77\n",
    "CO NF ID EN AL OSLO019RR RWEB\nREF\nO N F I D E N T A L OSLO019SIPDIS\n",
    "O\nCO NF ID EN TL OSLO123\nSUBJECTC O N F I D E N T I A L OSLO123\n¶1\n"
    "R 131205Z MAY\rCO NF ID EN AL OSLO123\nSUBJECT\n¶1 2\n",
    "C O N F I D E N T I A L OSLO 000123\nSUJECT: E.O. 12958: DECL: 05/13/2018\n",
    "C O N F I D E N T I A L OSLO 000123\nTA GS: PREL\nREF: B. C OSLO 2\n",
]


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_keep_the_promises(text: str) -> None:
    promises.check_all(text, promises.read(text))


def telegrams_of(path: Path) -> list[Telegram]:
    """Return the telegrams in a file of any form."""
    content = Content(path.read_bytes(), name=path.name)
    found = PluginHost(third_party=False).sniff(content).read(content)
    return [telegram for telegram in found if isinstance(telegram, Telegram)]


EXAMPLES = sorted((ROOT / "examples" / "cables").iterdir())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_keep_the_promises(path: Path) -> None:
    for telegram in telegrams_of(path):
        promises.check_all(telegram.text, promises.read(telegram.text))


@sample_or_all
def test_real_cables_keep_the_promises(step: int) -> None:
    broken = []
    for path in real_texts(step):
        text = path.read_text(encoding="utf-8", errors="replace")
        try:
            promises.check_all(text, promises.read(text))
        except Exception as error:
            broken.append(f"{path.name}: {error!r:.200}")
    assert not broken, f"{len(broken)}: {broken[:5]}"
