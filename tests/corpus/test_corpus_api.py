"""Tests of ``cableconv.corpus.convert``."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from small_archive import write_archive

from cableconv import corpus
from cableconv.errors import UnknownFormatError, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder with twenty files, one of them without a cable."""
    folder = write_archive(tmp_path / "in", 20)
    (folder / "c00003.txt").write_text("")
    return folder


def test_results_come_in_the_order_of_inputs(archive: Path, tmp_path: Path) -> None:
    results = list(corpus.convert([archive], to=["json", "jsonl"], output=tmp_path / "out"))
    cables, collected = results[:-1], results[-1]
    assert len(cables) == 20
    names = [each.source.name.rpartition("/")[2] for each in cables if each.source]
    assert names == sorted(names, key=lambda name: (int(name[1:6]) % 5 == 0, name))
    assert [result.failed for result in cables].count(True) == 1
    assert cables[0].key == "08OSLO1"
    assert [output.state for output in cables[0].outputs] == ["written"]
    assert collected.source is None
    assert [output.path for output in collected.outputs] == [tmp_path / "out" / "cables.jsonl"]


def test_nothing_is_done_before_results_are_asked_for(archive: Path, tmp_path: Path) -> None:
    results = corpus.convert([archive], to="json", output=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    next(iter(results))
    assert (tmp_path / "out" / "c00001.json").exists()


PLUGIN = """
from cableconv.plugins import Exporter, hookimpl

@hookimpl
def cableconv_exporters():
    yield Exporter(name="keys", encode=lambda cable: cable.key, ending=".key", help="Keys.")
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_plugin_may_be_a_file(archive: Path, tmp_path: Path, jobs: int) -> None:
    plugin = tmp_path / "keys.py"
    plugin.write_text(PLUGIN)
    out = tmp_path / "out"
    results = list(corpus.convert([archive], to="keys", output=out, jobs=jobs, plugins=[plugin]))
    assert (out / "c00001.key").read_text() == "08OSLO1"
    assert len([result for result in results if not result.failed]) == 19


def test_a_resumed_run_notices_a_changed_plugin_file(archive: Path, tmp_path: Path) -> None:
    plugin, states = tmp_path / "keys.py", []
    keeping = corpus.Keeping(resume=True)
    for text in (PLUGIN, PLUGIN, PLUGIN.replace("cable.key", "'changed'")):
        plugin.write_text(text)
        first = next(
            corpus.convert(
                [archive], to="keys", output=tmp_path / "out", plugins=[plugin], keeping=keeping
            )
        )
        states.append(first.outputs[0].state)
    assert states == ["written", "unchanged", "written"]


def test_a_module_cannot_be_sent_to_other_processes(archive: Path) -> None:
    with pytest.raises(UsageError, match="is not a file, but other processes"):
        corpus.convert([archive], to="keys", jobs=2, plugins=[corpus])  # type: ignore[list-item]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_any_executor_is_used_and_left_open(archive: Path, tmp_path: Path, kind: str) -> None:
    executor = (
        ThreadPoolExecutor(2)
        if kind == "threads"
        else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    )
    with executor:
        results = list(
            corpus.convert([archive], to="json", output=tmp_path / "out", executor=executor)
        )
        assert executor.submit(len, "abc").result() == 3
    assert len([result for result in results if not result.failed]) == 19


def test_a_wrong_argument_is_an_immediate_error(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        corpus.convert([archive], to="papyrus", output=tmp_path)
    with pytest.raises(UsageError):
        corpus.convert([archive], to="json", name="{key}")


def test_a_missing_file_is_a_result(tmp_path: Path) -> None:
    results = list(corpus.convert([tmp_path / "nowhere.txt"], to="json"))
    assert [str(result.error).count("no such file") for result in results] == [1]
