"""The tests on every Python that is there, and with the lowest versions of what is needed.

nox                 all that can run here
nox -s lowest       only with the lowest versions
nox -s plugins      only the distributions under plugins/, with the newest versions
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


@nox.session(python=PYTHONS)
def plugins(session: nox.Session) -> None:
    """The distributions under ``plugins/``, with the newest versions of what they need."""
    own = (f"./{folder}[test]" for folder in sorted(Path("plugins").iterdir()))
    session.install("--upgrade", ".[test]", *own)
    session.run("pytest", "-n", "auto", "plugins", *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """With the lowest versions that the core declares."""
    session.install(".[test]")
    session.install("--no-deps", *lowest_versions())  # lower than what only tests use may demand
    session.run("pytest", "-n", "auto", "tests", *session.posargs)


def lowest_versions() -> list[str]:
    """``name==version`` of each requirement of the core."""
    declared = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = map(LOWER_BOUND.match, declared["dependencies"])
    return [f"{bound['name']}=={bound['version']}" for bound in bounds if bound]
