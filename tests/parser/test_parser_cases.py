"""The parser's specification: small telegrams and their expected trees.

Each file in ``cases/`` specifies one part of the parser.  To add a case, add a section to the
file of its part (``cases/README.md`` describes the form); no Python is needed.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import promises
import pytest
from case_files import CASES, Case, as_expected, read_cases

from cableconv.parser import parse_telegram
from cableconv.parser.cleanup.characters.as_meant import as_meant
from cableconv.telegram import Telegram


def cases_of(folder: Path) -> list[object]:
    """Return the cases of a folder's files, named by file and title."""
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted(folder.glob("*.txt"))
        for case in read_cases(path)
    ]


def check(case: Case) -> None:
    """Fail with a line-by-line difference and the text if the tree is not as expected.

    What every text's tree must keep is checked too (``promises.py``).
    """
    telegram = Telegram(text=case.text)
    tree = parse_telegram(telegram).to_dict()
    got = as_expected(tree, case.expected)
    if got != case.expected:
        difference = unified_diff(case.expected, got, "expected", "got", lineterm="", n=20)
        pytest.fail("\n".join([case.title, *difference, "--- text", case.text]), pytrace=False)
    promises.check_all(as_meant(telegram).text, tree)


@pytest.mark.parametrize("case", cases_of(CASES))
def test_parser_reads(case: Case) -> None:
    check(case)
