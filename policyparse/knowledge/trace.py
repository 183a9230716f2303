"""A record of what rules and patterns decide while a document is read, for `policyparse why`.

In a usual parse nothing is recorded: patterns keep their own methods, and `active` is None.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, get_ident
from types import FrameType
from typing import TYPE_CHECKING, Any

from policyparse.knowledge.pattern import Pattern, patterns

if TYPE_CHECKING:
    from policyparse.knowledge.rule import Rule


@dataclass(frozen=True, slots=True)
class Matched:
    """A pattern that matched.

    Attributes:
        pattern: The pattern.
        string: The string in which it was looked for.
        spans: Place of the whole match in it, then of each group that took part.
        module: Module of the function that asked.
        function: The function that asked.
    """

    pattern: Pattern
    string: str
    spans: tuple[tuple[int, int], ...]
    module: str
    function: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A rule of an ordered table that decided.

    Attributes:
        rule: The rule.
        subject: What it decided about.
        module: Module of the function that asked the table.
    """

    rule: "Rule[Any, Any]"
    subject: object
    module: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one reader of a recipe did.

    Attributes:
        kind: Kind of the document type.
        reader: The reader; None before the first of a document.
        draft: The draft that it filled, as it is at the end.
        seen: What the one who watches saw in the draft when the reader was done.
        matches: How many matches were recorded when it was done.
        decisions: How many decisions were.
    """

    kind: str
    reader: Callable[..., None] | None
    draft: Mapping[str, Any]
    seen: object
    matches: int
    decisions: int


@dataclass(slots=True)
class Trace:
    """The record of one parse.

    Attributes:
        look: Looks at a draft after each reader.
        matches: Every match, in order.
        decisions: Every decision, in order.
        steps: Every reader, in order.
        pages: The pages that were read.
        thread: The thread whose parse is recorded; what others parse meanwhile is not.
    """

    look: Callable[[Mapping[str, Any]], object]
    matches: list[Matched] = field(default_factory=list)
    decisions: list[Decided] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    pages: list[Any] = field(default_factory=list)
    thread: int = field(default_factory=get_ident)

    def matched(self, pattern: Pattern, match: re.Match[str], frame: FrameType | None) -> None:
        """Record a match.

        Args:
            pattern: The pattern.
            match: Its match.
            frame: The frame that asked.
        """
        if get_ident() != self.thread:
            return
        while frame is not None and frame.f_back is not None and _is_between(frame):
            frame = frame.f_back
        module = frame.f_globals.get("__name__", "") if frame else ""
        function = frame.f_code.co_name if frame else ""
        groups = [match.span(i) for i in range(1, len(match.groups()) + 1) if match.start(i) >= 0]
        self.matches.append(Matched(pattern, match.string, (match.span(), *groups), module, function))

    def decided(self, rule: "Rule[Any, Any]", subject: object, frame: FrameType) -> None:
        """Record that a rule decided about a subject.

        Args:
            rule: The rule.
            subject: The subject.
            frame: The frame that asked.
        """
        if get_ident() == self.thread:
            self.decisions.append(Decided(rule, subject, frame.f_globals.get("__name__", "")))

    def read(self, kind: str, reader: Callable[..., None] | None, draft: Mapping[str, Any], page: object) -> None:
        """Record that a reader is done.

        Args:
            kind: Kind of the document type.
            reader: The reader; None before the first.
            draft: The draft.
            page: The page that it read.
        """
        if get_ident() != self.thread:
            return
        if not any(known is page for known in self.pages):
            self.pages.append(page)
        step = Step(kind, reader, draft, self.look(draft), len(self.matches), len(self.decisions))
        self.steps.append(step)


def _is_between(frame: FrameType) -> bool:
    """Whether a frame only hands on what another asks: a lambda, a generator, the walk over a table of rules."""
    return frame.f_code.co_name.startswith("<") or frame.f_globals.get("__name__") == _RULES


_RULES = "policyparse.knowledge.rule"
_ONE = Lock()

active: Trace | None = None
"""The record that is being made, None in a usual parse."""


@contextmanager
def tracing(look: Callable[[Mapping[str, Any]], object]) -> Iterator[Trace]:
    """Record what the rules and patterns of this process decide; one record at a time.

    Args:
        look: Looks at a draft after each reader.
    """
    global active
    with _ONE:
        trace = Trace(look)
        watched = [(made, made.compiled) for made in patterns()]
        for made, expression in watched:
            _watch(made, expression, trace)
        active = trace
        try:
            yield trace
        finally:
            active = None
            for made, expression in watched:
                for method in (*_ONCE, *_EVERY, "finditer"):
                    setattr(made, method, getattr(expression, method))


_ONCE, _EVERY = ("search", "match", "fullmatch"), {"findall": 0, "split": 0, "sub": 1, "subn": 1}
"""Methods that give a match; methods that use every match, with the place of the string among their arguments."""


def _watch(pattern: Pattern, expression: re.Pattern[str], trace: Trace) -> None:
    """Let a pattern record its matches."""
    for method in _ONCE:
        setattr(pattern, method, _once(pattern, getattr(expression, method), trace))
    for method, at in _EVERY.items():
        setattr(pattern, method, _every(pattern, expression, getattr(expression, method), at, trace))
    setattr(pattern, "finditer", _each(pattern, expression, trace))  # noqa: B010 - a slot, not a method


def _once(pattern: Pattern, bound: Callable[..., Any], trace: Trace) -> Callable[..., Any]:
    def call(*arguments: Any) -> Any:
        match = bound(*arguments)
        if match is not None:
            trace.matched(pattern, match, sys._getframe(1))
        return match

    return call


def _each(pattern: Pattern, expression: re.Pattern[str], trace: Trace) -> Callable[..., Any]:
    def call(*arguments: Any) -> Iterator[re.Match[str]]:
        frame = sys._getframe(1)
        for match in expression.finditer(*arguments):
            trace.matched(pattern, match, frame)
            yield match

    return call


def _every(
    pattern: Pattern, expression: re.Pattern[str], bound: Callable[..., Any], at: int, trace: Trace
) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        for match in expression.finditer(arguments[at]):
            trace.matched(pattern, match, sys._getframe(1))
        return bound(*arguments, **options)

    return call
