"""The one way into a plugin's code: what goes wrong there comes out as an error that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from cableconv.cable import Cable
from cableconv.errors import CableconvError, PluginError
from cableconv.input.content import Content

ResultT = TypeVar("ResultT")


def invoke(
    who: Callable[[], str],
    call: Callable[..., object],
    *arguments: object,
    expected: type[ResultT] | tuple[type[ResultT], ...],
    options: Mapping[str, Any] | None = None,
) -> ResultT:
    """What ``call`` gives for the arguments and options; ``who`` gives its name for messages.

    Raises:
        PluginError: it raised, or gave something else than ``expected``.
    """
    try:
        result = call(*arguments, **(options or {}))
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{who()}{_failed_on(arguments)}: {reason(error)}") from error
    if isinstance(result, expected):
        return result
    return _checked(f"{who()}{_failed_on(arguments)}", result, expected)


def invoke_each(
    who: str,
    call: Callable[..., Iterable[object]],
    *arguments: object,
    expected: type[ResultT] | tuple[type[ResultT], ...],
    options: Mapping[str, Any] | None = None,
) -> Iterator[ResultT]:
    """The same of a function that gives many, one at a time."""
    who += _failed_on(arguments)
    with guarded(who):
        for result in call(*arguments, **(options or {})):
            yield _checked(who, result, expected)


@contextmanager
def guarded(who: str) -> Iterator[None]:
    """What is not an error of ours becomes one that says whose it is."""
    try:
        yield
    except CableconvError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{who}: {reason(error)}") from error


def reason(error: BaseException) -> str:
    """An exception in one line."""
    says = " ".join(str(error).split())
    return f"{type(error).__name__}: {says}" if says else type(error).__name__


def _checked(
    who: str, result: object, expected: type[ResultT] | tuple[type[ResultT], ...]
) -> ResultT:
    if isinstance(result, expected):
        return result
    types = expected if isinstance(expected, tuple) else (expected,)
    wanted = " or ".join(_WITH_ARTICLE.get(each.__name__, each.__name__) for each in types)
    raise PluginError(f"{who}: it gave {type(result).__name__}, not {wanted}")


_WITH_ARTICLE = {"Cable": "a Cable", "Diagnostic": "a Diagnostic", "Telegram": "a Telegram"}


def _failed_on(arguments: tuple[object, ...]) -> str:
    """What the call failed on, if its first argument has a name."""
    match arguments:
        case (Cable() as cable, *_):
            return f" failed on {cable.key or 'a cable without id'}"
        case (Content() as content, *_):
            return f" failed on {content.name or 'the input'}"
    return " failed"
