"""The tests on every Python that is there, and with the lowest versions of what is needed.

nox                 all that can run here
nox -s lowest       only with the lowest versions
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import nox

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOWER_BOUND = re.compile(r"^(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\w.]+)$")

nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """With the newest versions."""
    session.install("--upgrade", ".[test]")
    session.run("pytest", "-n", "auto", "tests", *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """With the lowest versions that the core declares."""
    constraints = Path(session.create_tmp()) / "lowest.txt"
    constraints.write_text("\n".join(lowest_versions()) + "\n", encoding="utf-8")
    session.install(".[test]", "--constraint", str(constraints))
    session.run("pytest", "-n", "auto", "tests", *session.posargs)


def lowest_versions() -> list[str]:
    """``name==version`` of each requirement of the core."""
    declared = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = map(LOWER_BOUND.match, declared["dependencies"])
    return [f"{bound['name']}=={bound['version']}" for bound in bounds if bound]
