"""Runs on a Dask cluster of a scheduler and two workers, each in a separate process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from calling import contents, python_path
from small_archive import write_archive

from cableconv.corpus import processes
from cableconv.errors import UsageError

pytest.importorskip("distributed")

SCHEDULER = """
import asyncio
from distributed import Scheduler

async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()

asyncio.run(main())
"""
WORKER = """
import asyncio, sys
from distributed import Worker

async def main():
    async with Worker(sys.argv[1], nthreads=1, dashboard=False) as worker:
        print("ready", flush=True)
        await worker.finished()

asyncio.run(main())
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": python_path(), "PYTHONUTF8": "1"}


class Cluster(NamedTuple):
    """The scheduler's address, and the worker processes."""

    address: str
    workers: list[subprocess.Popen[str]]


def started(code: str, *arguments: str) -> tuple[subprocess.Popen[str], str]:
    """Start a process that runs the code; return it and the first line that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """Start a scheduler with two workers."""
    scheduler, address = started(SCHEDULER)
    assert re.match(r"tcp://", address)
    workers = [started(WORKER, address)[0] for _ in range(2)]
    yield Cluster(address, workers)
    for process in (*workers, scheduler):
        process.kill()
        process.communicate()


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cableconv", "in", "-t", "json,jsonl", *arguments],
        cwd=here,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


def results(folder: Path) -> dict[str, bytes | None]:
    return {name: data for name, data in contents(folder).items() if not name.startswith(".")}


@pytest.mark.parametrize("killed", [False, True], ids=["undisturbed", "a worker killed"])
def test_a_cluster_writes_the_same_bytes(tmp_path: Path, cluster: Cluster, killed: bool) -> None:
    write_archive(tmp_path / "in", 120)
    assert run(tmp_path, "-o", "alone/", "-j", "1").returncode == 0
    if killed:
        threading.Thread(target=kill_soon, args=(cluster, tmp_path / "out")).start()
    ended = run(tmp_path, "-o", "out/", "--scheduler", cluster.address)
    assert ended.returncode == 0, ended.stderr
    assert results(tmp_path / "out") == results(tmp_path / "alone")
    assert not list((tmp_path / "out").glob(".*.tmp"))


def kill_soon(cluster: Cluster, out: Path) -> None:
    """Kill a worker as soon as there are results."""
    for _ in range(600):
        if out.exists() and any(out.glob("*.json")):
            break
        time.sleep(0.05)
    cluster.workers[0].send_signal(signal.SIGKILL)


def test_a_missing_scheduler_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "PATIENCE", "0.5s")
    with pytest.raises(UsageError, match="no Dask scheduler answers at tcp:"):
        processes.cluster("tcp://127.0.0.1:1")
