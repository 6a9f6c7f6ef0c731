"""The only way to call a plugin's code: every failure becomes an error that names the plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from cableconv.cable import Cable
from cableconv.errors import CableconvError, OutputError, PluginError
from cableconv.input.content import Content
from cableconv.output.failures import failure_of_place
from cableconv.plugins.api import Collection
from cableconv.plugins.surroundings import current_folder, go_back

ResultT = TypeVar("ResultT")
Expected = type[ResultT] | tuple[type[ResultT], ...]
Options = Mapping[str, Any]
_END = object()


def invoke(
    who: Callable[[], str],
    call: Callable[..., object],
    *arguments: object,
    expected: Expected[ResultT],
    options: Options | None = None,
) -> ResultT:
    """Return the result of ``call``; ``who`` returns the plugin's name for messages.

    Raises:
        PluginError: it raised, or its result is not of the type ``expected``.
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
    """Like ``invoke``, for a function that yields results one at a time."""
    failing = _failing(who, arguments)
    with Guard(failing):
        results = iter(call(*arguments, **(options or {})))
    while True:
        with Guard(failing):
            result = next(results, _END)
        if result is _END:
            return
        yield _checked(failing, result, expected)


@contextmanager
def open_collection(
    who: Callable[[], str],
    opening: Callable[..., Collection],
    target: object,
    options: Options,
    prepare: Callable[[Cable], object],
    place: Path | str,
) -> Iterator[OpenCollection]:
    """Open a collection until the block ends; ``place`` is its target, for messages.

    Raises:
        PluginError: opening or closing failed.  ``add`` raises it too, but leaves the collection
            open, so that the next cable may be added.
        OutputError: the disk is full.
    """
    with Guard(lambda: f"{who()} failed", place):
        opened = opening(target, **options)
    try:
        yield OpenCollection(opened, prepare, who, place)
    except BaseException:
        with suppress(PluginError, OutputError), Guard(who):  # the first failure tells more
            opened.close()
        raise
    with Guard(lambda: f"{who()} failed at its end", place):
        opened.close()


class Guard:
    """Converts foreign exceptions to errors that name the plugin.

    The error of a full disk is not the plugin's, and ``KeyboardInterrupt`` passes through.
    ``place`` is the file that is written in the block.
    """

    def __init__(self, who: Callable[[], str], place: Path | str | None = None) -> None:
        self._who = who
        self._place = place

    def __enter__(self) -> None:
        self._folder = current_folder()

    def __exit__(
        self, kind: object, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        go_back(self._folder)
        if error is None or isinstance(error, KeyboardInterrupt) or _is_ours(error):
            return
        raise failure_of_place(error, self._place) or PluginError(
            f"{self._who()}: {reason(error)}"
        ) from error


def reason(error: BaseException) -> str:
    """Describe an exception on one line, even if its own ``str`` fails."""
    says = _text(error)
    return f"{type(error).__name__}: {says}" if says else type(error).__name__


def _is_ours(error: BaseException) -> bool:
    return isinstance(error, CableconvError) and _text(error) is not None


def _text(error: BaseException) -> str | None:
    try:
        return " ".join(str(error).split())
    except Exception:
        return None


class OpenCollection:
    """Passes cables on to a collection, which only its opener closes."""

    def __init__(
        self,
        collection: Collection,
        prepare: Callable[[Cable], object],
        who: Callable[[], str],
        place: Path | str,
    ) -> None:
        self._collection = collection
        self._prepare = prepare
        self._who = who
        self._place = place

    def add(self, cable: Cable) -> None:
        """Prepare a cable and add it."""
        self.add_prepared(self._prepare(cable), cable.key)

    def add_prepared(self, prepared: object, key: str | None) -> None:
        """Add what ``prepare`` has made of the cable with that key."""
        with Guard(lambda: f"{self._who()} failed on {_named(key)}", self._place):
            self._collection.add(prepared)


def _named(key: str | None) -> str:
    return key or "a cable without id"


def _failing(who: Callable[[], str], arguments: tuple[object, ...]) -> Callable[[], str]:
    """Return a function that says whose call failed, and on which named argument."""

    def says() -> str:
        match arguments:
            case (Cable() as cable, *_):
                return f"{who()} failed on {_named(cable.key)}"
            case (Content() as content, *_):
                return f"{who()} failed on {content.name or 'the input'}"
        return f"{who()} failed"

    return says


def _checked(failing: Callable[[], str], result: object, expected: Expected[ResultT]) -> ResultT:
    if isinstance(result, expected):
        return result
    types = expected if isinstance(expected, tuple) else (expected,)
    wanted = " or ".join(_WITH_ARTICLE.get(each.__name__, each.__name__) for each in types)
    raise PluginError(f"{failing()}: it returned {type(result).__name__}, not {wanted}")


_WITH_ARTICLE = {"Cable": "a Cable", "Diagnostic": "a Diagnostic", "Telegram": "a Telegram"}
