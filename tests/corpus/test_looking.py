"""The order and the processes in which an archive is searched."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_archive import write_archive

from cableconv.corpus.job import Job
from cableconv.corpus.looking import look
from cableconv.corpus.questions import HITS
from cableconv.corpus.staff import Staff
from cableconv.input.files import find
from cableconv.plugins import PluginHost


def test_the_first_cables_are_searched_while_workers_start(tmp_path: Path) -> None:
    def make() -> Executor:
        pytest.fail("workers are used although there is time")

    sources = find(write_archive(tmp_path / "in", 3), {".txt"})
    question = replace(HITS, head_start=60)
    found = look(question, Job(where="keeper"), PluginHost(), sources, Staff(make, 2))
    assert [outcome.key for outcome, hits in found if hits] == ["08OSLO1", "08OSLO2", "08OSLO3"]
