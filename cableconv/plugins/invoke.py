"""The one way into a plugin's code: what goes wrong there comes out as an error that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from cableconv.cable import Cable
from cableconv.errors import CableconvError, PluginError
from cableconv.input.content import Content
from cableconv.plugins.api import Collection, Collector

ResultT = TypeVar("ResultT")
Expected = type[ResultT] | tuple[type[ResultT], ...]
Options = Mapping[str, Any]


def invoke(
    who: Callable[[], str],
    call: Callable[..., object],
    *arguments: object,
    expected: Expected[ResultT],
    options: Options | None = None,
) -> ResultT:
    """What ``call`` gives for the arguments and options; ``who`` gives its name for messages.

    Raises:
        PluginError: it raised, or gave something else than ``expected``.
    """
    failing = _failing(who, arguments)
    with Guard(failing):
        result = call(*arguments, **(options or {}))
    return _checked(failing, result, expected)


def invoke_each(
    who: Callable[[], str],
    call: Callable[..., Iterable[object]],
    *arguments: object,
    expected: Expected[ResultT],
    options: Options | None = None,
) -> Iterator[ResultT]:
    """The same of a function that gives many, one at a time."""
    failing = _failing(who, arguments)
    with Guard(failing):
        for result in call(*arguments, **(options or {})):
            yield _checked(failing, result, expected)


@contextmanager
def open_collection(
    who: Callable[[], str], collector: Collector, target: Path, options: Options
) -> Iterator[Collection]:
    """A collection that is open until the block ends.

    Raises:
        PluginError: it failed when it was opened or closed; ``add`` raises it too, and leaves
            the collection open, so that the next cable may be added.
    """
    with Guard(lambda: f"{who()} failed"):
        opened = collector.open(target, **options)
    try:
        yield _GuardedCollection(opened, who)
    finally:
        with Guard(lambda: f"{who()} failed at its end"):
            opened.close()


class Guard:
    """What is not an error of ours becomes one that says whose it is."""

    def __init__(self, who: Callable[[], str]) -> None:
        self._who = who

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: object, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, Exception | SystemExit) and not isinstance(error, CableconvError):
            raise PluginError(f"{self._who()}: {reason(error)}") from error


def reason(error: BaseException) -> str:
    """An exception in one line."""
    says = " ".join(str(error).split())
    return f"{type(error).__name__}: {says}" if says else type(error).__name__


class _GuardedCollection:
    """Hands each cable on; the one who opened the collection closes it."""

    def __init__(self, collection: Collection, who: Callable[[], str]) -> None:
        self._collection = collection
        self._who = who

    def add(self, cable: Cable) -> None:
        invoke(self._who, self._collection.add, cable, expected=object)

    def close(self) -> None:
        pass


def _failing(who: Callable[[], str], arguments: tuple[object, ...]) -> Callable[[], str]:
    """What says whose call failed, and on what, if its first argument has a name."""

    def says() -> str:
        match arguments:
            case (Cable() as cable, *_):
                return f"{who()} failed on {cable.key or 'a cable without id'}"
            case (Content() as content, *_):
                return f"{who()} failed on {content.name or 'the input'}"
        return f"{who()} failed"

    return says


def _checked(failing: Callable[[], str], result: object, expected: Expected[ResultT]) -> ResultT:
    if isinstance(result, expected):
        return result
    types = expected if isinstance(expected, tuple) else (expected,)
    wanted = " or ".join(_WITH_ARTICLE.get(each.__name__, each.__name__) for each in types)
    raise PluginError(f"{failing()}: it gave {type(result).__name__}, not {wanted}")


_WITH_ARTICLE = {"Cable": "a Cable", "Diagnostic": "a Diagnostic", "Telegram": "a Telegram"}
