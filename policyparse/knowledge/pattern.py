"""A regular expression that carries its proof: sentences that it must match and sentences that it must not.

    ENTRY = pattern(
        r"自(?&day)起(?:施行|实施)",
        day=DAY,
        matches=["本办法自2024年5月1日起施行。", ("自2024年5月1日起实施", "自2024年5月1日起实施")],
        rejects=["自2024年5月1日起上涨"],
    )

`tests/knowledge/test_patterns.py` reads every pattern of the package both ways, and `benchmarks/unproven.py` lists the
branches and guards that no example needs.
"""

# ruff: noqa: D102 - the methods of re.Pattern are declared for the type checker only

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import CodeType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from policyparse.knowledge.compiled import compiled

Example: TypeAlias = str | tuple[str, str] | tuple[str, Mapping[str, str | None]]
"""A sentence; or a sentence and the text that the whole pattern, or each named group, takes of it."""

Part: TypeAlias = "str | Pattern | Callable[[], str]"
"""What `(?&name)` stands for: the source of an expression, another pattern, or a call that gives the source."""

Method: TypeAlias = Literal["search", "match", "fullmatch"]

_Replacement: TypeAlias = str | Callable[[re.Match[str]], str]

_BOUND = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_REFERENCE = compiled(r"\(\?&([a-z_]+(?:\.[a-z_]+)*)\)")
_made: "list[Pattern]" = []


class Pattern:
    """A regular expression that is compiled at its first use, with the examples that prove it.

    The methods and attributes are those of `re.Pattern`: after the first use they are its own bound methods, so that
    a call costs what it costs there.

    Attributes:
        template: The source as written, with its `(?&name)`.
        parts: What each `(?&name)` stands for.
        matches: Examples that the pattern matches.
        rejects: Sentences that it does not match.
        method: How the examples are read: `search`, `match` or `fullmatch`.
        module: The module that made the pattern.
    """

    __slots__ = (
        "_code",
        "_flags",
        "_instruction",
        "compiled",
        "groupindex",
        "groups",
        "matches",
        "method",
        "module",
        "parts",
        "pattern",
        "rejects",
        "template",
        *_BOUND,
    )

    template: str
    parts: Mapping[str, Part]
    matches: Sequence[Example]
    rejects: Sequence[str]
    method: Method
    module: str
    _code: CodeType
    _instruction: int
    _flags: int
    compiled: re.Pattern[str]
    pattern: str
    groups: int
    groupindex: Mapping[str, int]

    if TYPE_CHECKING:  # bound at the first use

        def search(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
        def match(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
        def fullmatch(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
        def finditer(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[re.Match[str]]: ...
        def findall(self, string: str, pos: int = ..., endpos: int = ...) -> list[Any]: ...
        def sub(self, repl: _Replacement, string: str, count: int = ...) -> str: ...
        def subn(
            self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = ...
        ) -> tuple[str, int]: ...
        def split(self, string: str, maxsplit: int = ...) -> list[str | Any]: ...

    @property
    def flags(self) -> int:
        """The flags as given."""
        return self._flags

    @property
    def name(self) -> str:
        """The name of the pattern in its module, or its line where it has none."""
        members = vars(sys.modules[self.module]) if self.module in sys.modules else {}
        names = (name for name, value in members.items() if value is self)
        return f"{self.module}.{next(names, f'line {self.line}')}"

    @property
    def line(self) -> int:
        """The line of its module where it is made, counted from 1."""
        spans = self._code.co_lines()
        return next((line for start, end, line in spans if line and start <= self._instruction < end), 0)

    def __repr__(self) -> str:
        return f"<Pattern {self.name} {self.template!r}>"


class _Uncompiled(Pattern):
    """A pattern before its first use; then it becomes a `Pattern`, which looks its attributes up without a detour."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__slots__:
            raise AttributeError(f"a pattern has no attribute {name!r}")
        self.pattern = expand(self.template, self.parts)
        self.compiled = compiled(self.pattern, self._flags)
        self.groups, self.groupindex = self.compiled.groups, self.compiled.groupindex
        for method in _BOUND:
            object.__setattr__(self, method, getattr(self.compiled, method))
        self.__class__ = Pattern  # type: ignore[assignment]
        return object.__getattribute__(self, name)


def pattern(
    template: str,
    *,
    matches: Sequence[Example] = (),
    rejects: Sequence[str] = (),
    flags: int = 0,
    method: Method = "search",
    **parts: Part,
) -> Pattern:
    """A regular expression with its proof; it is compiled at the first use, so that making it costs next to nothing.

    Make it at the top level of a module: what is made inside a function is read by no test.

    Args:
        template: The source of the expression, for `re`. `(?&name)` stands for a keyword argument of that name,
            `(?&file.group)` for any word of a group of `knowledge/file.toml` (`lexicon.py`). Words and parts are proven
            where they stand; the rest of the expression is proven here.
        matches: Examples that the pattern matches: a sentence; a sentence and the text of the whole match, where the
            extent matters; or a sentence and the texts of named groups (None for a group that takes no part).
        rejects: Sentences that it does not match.
        flags: Flags of `re`.
        method: How the examples are read.
        **parts: What each `(?&name)` stands for: a source, a pattern, or a call that gives a source.

    Returns:
        The pattern, with the methods of `re.Pattern`.
    """
    made = _Uncompiled()
    caller = sys._getframe(1)
    made.template, made._flags, made.parts = template, flags, parts
    made.matches, made.rejects, made.method = matches, rejects, method
    made.module, made._code, made._instruction = caller.f_globals["__name__"], caller.f_code, caller.f_lasti
    _made.append(made)
    return made


def patterns() -> tuple[Pattern, ...]:
    """All patterns made so far, in the order in which they were made."""
    return tuple(_made)


def expand(template: str, parts: Mapping[str, Part]) -> str:
    """The source with each `(?&name)` replaced by what it stands for, in a group of its own.

    Raises:
        KeyError: A name is neither a part nor a group of words.
    """

    def part(reference: re.Match[str]) -> str:
        name = reference[1]
        if name not in parts and "." in name:
            from policyparse.knowledge.lexicon import alternatives

            return alternatives(name)
        value = parts[name]
        source = value if isinstance(value, str) else value.pattern if isinstance(value, Pattern) else value()
        return f"(?:{source})"

    return _REFERENCE.sub(part, template) if "(?&" in template else template
