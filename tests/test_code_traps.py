"""No module contains code that fails on unusual texts."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("cableconv/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
COUNTING = [module for module in MODULES if "transforms" not in module.parts]
"""Transforms test whether a character is a digit, but do not convert it to a number."""
NEAR_TEXT = tuple(f"cableconv/{name}/" for name in ("parser", "vocabulary", "input"))
"""Code that handles texts before they are trees, whose depth is limited."""
LIMITED = frozenset((
    "_all", "assign_roles", "_texts", "_freeze", "freeze_all",  # blocks: account.DEEPEST
    "read_cable", "_reader_of_enclosed",  # cables in cables: account.DEEPEST
    "reads_as_cable", "_is_quoted", "_body",  # those cables
    "contents", "_inside",  # archives in archives: unpacking.DEEPEST
))  # fmt: skip
"""Functions that recurse over nested things, whose depth is limited."""
INDIFFERENT = frozenset(("upper", "lower"))


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def parsed(modules: Iterable[Path], *words: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield the name and code of each module that has one of the words, or of each without any."""
    for module in modules:
        code = module.read_text(encoding="utf-8")
        if not words or any(word in code for word in words):
            yield name(module), ast.parse(code)


def test_digits_are_tested_with_isdecimal() -> None:
    """``"²".isdigit()`` is true, but ``int("²")`` raises ValueError; use ``isdecimal``."""
    words = ("isdigit", "isnumeric")
    for module, code in parsed(COUNTING, *words):
        attributes = (node for node in ast.walk(code) if isinstance(node, ast.Attribute))
        assert not [node.lineno for node in attributes if node.attr in words], module


def test_case_insensitive_matches_are_looked_up_safely() -> None:
    r"""``(?i)INFO`` matches a dotted İ, which ``upper`` keeps, so a table has no such key."""
    for module, code in parsed(MODULES, "IGNORECASE"):
        functions = [node for node in ast.walk(code) if isinstance(node, ast.FunctionDef)]
        assert not [line for function in functions for line in _looked_up(function)], module


def _looked_up(function: ast.FunctionDef) -> Iterator[int]:
    """Yield lines where a look-up that may raise uses the result of ``upper`` or ``lower`` as the
    key.

    Functions that test first whether the table has the key are excluded.
    """
    folded = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and _folds(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    asked = {
        ast.unparse(node.left)
        for node in ast.walk(function)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
    }
    for node in ast.walk(function):
        key = _key(node)
        if key is None or ast.unparse(key) in asked:
            continue
        if _folds(key) or (isinstance(key, ast.Name) and key.id in folded):
            yield key.lineno


def _key(node: ast.AST) -> ast.expr | None:
    """Return the key of a look-up by subscript or ``index``."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        return node.slice
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        return node.args[0] if node.func.attr == "index" else None
    return None


def _folds(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in INDIFFERENT
        and "in_capitals(" not in ast.unparse(node)
    )


def test_code_that_reads_a_text_is_not_recursive() -> None:
    """A text may be long and deeply nested, so it must be processed by loops."""
    for module, code in parsed(module for module in MODULES if name(module).startswith(NEAR_TEXT)):
        assert set(_recursive(code)) <= LIMITED, module


def _recursive(module: ast.AST) -> Iterator[str]:
    """Yield the names of functions that call themselves, directly or through others."""
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    called = {function.name: set(_called(function)) for function in functions}
    for name in called:
        reached: set[str] = set()
        waiting = [name]
        while waiting:
            found = called.get(waiting.pop(), set()) - reached
            reached |= found
            waiting += found
        if name in reached:
            yield name


def _called(function: ast.FunctionDef) -> Iterator[str]:
    """Yield the functions of the module, and the methods of ``self``, that a function calls."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            callee = ast.unparse(node.func)
            yield callee.removeprefix("self.").removeprefix("cls.")


@pytest.mark.parametrize(
    ("code", "recursive"),
    [
        ("def f(x): return f(x)", {"f"}),
        ("def f(x): return g(x)\ndef g(x): return x and f(x)", {"f", "g"}),
        (
            "class A:\n    def f(self): return self.g()\n    def g(self): return self.f()",
            {"f", "g"},
        ),
        ("def f(x): return g(x)\ndef g(x): return x", set()),
        ("class A:\n    def f(self): return self.other.f()", set()),
    ],
)
def test_recursion_is_found(code: str, recursive: set[str]) -> None:
    assert set(_recursive(ast.parse(code))) == recursive


def test_structs_that_are_not_collected_form_no_chains() -> None:
    """A long chain of structs with ``gc=False`` is freed recursively and overflows the stack.

    Nodes of the tree contain each other, but their depth is limited.
    """
    modules = (module for module in MODULES if name(module) != "cableconv/cable.py")
    for module, code in parsed(modules, "gc=False"):
        classes = [node for node in ast.walk(code) if isinstance(node, ast.ClassDef)]
        assert not [each.name for each in classes if _is_uncollected_chain(each)], module


def _is_uncollected_chain(struct: ast.ClassDef) -> bool:
    without_gc = any(ast.unparse(keyword) == "gc=False" for keyword in struct.keywords)
    fields = (each for each in struct.body if isinstance(each, ast.AnnAssign))
    return without_gc and any(struct.name in ast.unparse(each.annotation) for each in fields)


def test_a_chain_is_found() -> None:
    (chain,) = ast.parse("class S(Struct, gc=False):\n    before: S | None\n").body
    assert isinstance(chain, ast.ClassDef)
    assert _is_uncollected_chain(chain)


@pytest.mark.parametrize(
    "code",
    ["TABLE[word.upper()]", "TABLE.index(word.lower())", "key = word.upper()\n    TABLE[key]"],
)
def test_the_look_up_is_found(code: str) -> None:
    (function,) = ast.parse(f"def look(word):\n    {code}\n").body
    assert isinstance(function, ast.FunctionDef)
    assert list(_looked_up(function))
