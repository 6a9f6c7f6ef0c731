"""Faults of a collector are reported to its author."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cableconv.cable import Cable
from cableconv.plugins import Collector
from cableconv.testing import assert_collector_conforms


class Subjects:
    """Writes a file with one subject per line."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.file = target.open("x", encoding="utf-8", newline="\n")

    def add(self, cable: Cable) -> None:
        self.file.write(f"{cable.subject!r}\n")

    def close(self) -> None:
        self.file.close()


class Littering(Subjects):
    """Leaves a journal in the user's folder."""

    def close(self) -> None:
        super().close()
        self.target.parent.with_suffix(".journal").touch()


class Untidy(Subjects):
    """Leaves a journal beside its draft, where it is removed."""

    def close(self) -> None:
        super().close()
        self.target.with_suffix(".journal").touch()


class Absent(Subjects):
    """Writes nothing to its target."""

    def close(self) -> None:
        super().close()
        self.target.unlink()


class Picky(Subjects):
    """Refuses cables without a subject."""

    def add(self, cable: Cable) -> None:
        assert cable.subject, "no subject"


class Proud(Subjects):
    """Writes its own path."""

    def close(self) -> None:
        self.file.write(str(self.target))
        super().close()


class Pages:
    """Writes a folder with one page per cable."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.count = 0

    def add(self, cable: Cable) -> None:
        self.count += 1
        (self.target / f"{self.count}.txt").write_bytes(repr(cable.subject).encode())

    def close(self) -> None:
        (self.target / "index.txt").write_text(str(self.count))


class Pairs(Subjects):
    """Accepts cables only in the order in which they were prepared."""

    last: Cable | None = None

    @classmethod
    def prepare(cls, cable: Cable) -> Cable:
        before, cls.last = cls.last, cable
        return cable.replace(subject=f"{before and before.subject}, {cable.subject}")


class Unsent:
    """Holds a function that cannot be sent to another process."""

    def __init__(self, cable: Cable) -> None:
        self.subject = cable.subject
        self.say = lambda: cable


def collector(**fields: Any) -> Collector:
    usual: dict[str, Any] = {"name": "odd", "open": Subjects, "help": "Odd.", "ending": ".odd"}
    return Collector(**usual | fields)


def test_a_file_and_a_folder_conform() -> None:
    assert_collector_conforms(collector())
    assert_collector_conforms(collector(open=Pages, ending="", folder=True))


def test_a_collector_with_prepare_conforms() -> None:
    assert_collector_conforms(collector(prepare=lambda cable: cable.replace(date=None)))


def test_what_is_left_beside_the_draft_goes_away_with_it() -> None:
    assert_collector_conforms(collector(open=Untidy))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"open": Littering}, r"leaves '\.cables\.odd.*\.journal' beside the target; remove it"),
        ({"open": Absent}, "raised OutputError"),
        ({"open": Picky}, "adding 'nothing at all': raised PluginError: .*no subject"),
        ({"open": Proud}, "the second run writes other bytes"),
        ({"prepare": lambda _: open}, "adding 'nothing at all': raised PluginError"),
        ({"prepare": Unsent}, "sending what prepare returns: raised"),
        ({"open": Pairs, "prepare": Pairs.prepare}, "other bytes if all cables are prepared first"),
        ({"prepare": "soon"}, "prepare is not callable"),
        ({"media_type": "application/jsonl"}, "is not well-formed application/jsonl"),
        ({"help": ""}, "has no help"),
        ({"losses": lambda cable: ["fog"]}, "losses of 'nothing at all': returns str"),
    ],
)
def test_each_fault_is_reported(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(AssertionError, match=says):
        assert_collector_conforms(collector(**fields))
