"""Where rules, patterns and readers stand in the code, and what the code says of them."""

import ast
import sys
from collections.abc import Callable, Iterable
from functools import cache
from inspect import getsourcefile
from itertools import pairwise
from pathlib import Path
from typing import Any

from policyparse.knowledge.pattern import Example
from policyparse.knowledge.rule import Rule
from policyparse.knowledge.trace import Decided, Matched
from policyparse.output.why.model import Reader, Reason


def reader_of(read: Callable[..., None], kind: str) -> Reader:
    """A reader of a recipe.

    Args:
        read: The function.
        kind: Kind of the document type.
    """
    return Reader(
        name=read.__name__,
        file=_file(read.__module__),
        line=read.__code__.co_firstlineno,
        kind=kind,
        says=_first_sentence(read.__doc__),
    )


def reason_of_form(score: Callable[..., float], kind: str, scores: str) -> Reason:
    """The form of the document type that was chosen.

    Args:
        score: Its score.
        kind: Its kind.
        scores: The scores of all types that took part, in words.
    """
    return Reason(
        kind="rule",
        name=f"{score.__module__}.{score.__name__}",
        file=_file(score.__module__),
        line=score.__code__.co_firstlineno,
        reason=f"{_first_sentence(score.__doc__)} The type with the best score: {scores}.",
        verdict=kind,
    )


def reason_of_pattern(found: Matched, text: str) -> Reason:
    """A pattern that matched, with what the code says of it.

    Args:
        found: The match.
        text: What it took of the text.
    """
    made = found.pattern
    said = _said_below(made.module).get(made.line) or _said_of(found.module, found.function)
    return Reason(
        kind="pattern",
        name=made.name,
        file=_file(made.module),
        line=made.line,
        reason=said,
        text=text,
        matches=next(map(_sentence, made.matches), None),
        rejects=next(iter(made.rejects), None),
        asked_by=f"{found.module}.{found.function}",
    )


def reason_of_rule(found: Decided, text: str | None) -> Reason:
    """A rule that decided.

    Args:
        found: The decision.
        text: The words about which it decided, where they are known.
    """
    rule = found.rule
    module, table = _table_of(rule, found.module)
    return Reason(
        kind="rule",
        name=f"{module}.{table}[{rule.name!r}]" if table else rule.name,
        file=_file(module),
        line=_line_of(module, rule.name),
        reason=rule.reason,
        verdict=str(rule.verdict),
        text=text,
        matches=next(iter(rule.examples), None),
        rejects=next(iter(rule.counterexamples), None),
    )


def _sentence(example: Example) -> str:
    return example if isinstance(example, str) else example[0]


def _first_sentence(docstring: str | None) -> str:
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def _table_of(rule: Rule[Any, Any], asked_by: str) -> tuple[str, str]:
    """The module and the name of the table that holds a rule; the module that asked is tried first."""
    modules = [asked_by, *(name for name in list(sys.modules) if name.split(".")[0] == asked_by.split(".")[0])]
    for module in modules:
        for name, value in list(vars(sys.modules[module]).items()) if module in sys.modules else ():
            if isinstance(value, tuple) and any(entry is rule for entry in value):
                return _home(module, name, value), name
    return asked_by, ""


def _home(module: str, name: str, table: tuple[Any, ...]) -> str:
    """The module that makes a table; the first that asks may only have imported it."""
    tree = _tree(module)
    made = {target.id for node in tree.body for target in _targets(node) if isinstance(target, ast.Name)}
    if name in made:
        return module
    others = (other for other in list(sys.modules) if other.startswith(module.split(".")[0] + ".") and other != module)
    holders = (other for other in others if vars(sys.modules[other]).get(name) is table)
    return next((other for other in holders if name in _made_in(other)), module)


def _made_in(module: str) -> set[str]:
    return {t.id for node in _tree(module).body for t in _targets(node) if isinstance(t, ast.Name)}


def _targets(node: ast.stmt) -> Iterable[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


@cache
def _line_of(module: str, rule: str) -> int:
    """The line of a rule, which is a call whose first argument is its name; 0 where it is made otherwise."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call) and node.args and getattr(node.args[0], "value", None) == rule:
            return node.lineno
    return 0


@cache
def _said_below(module: str) -> dict[int, str]:
    """What stands below each assignment as its docstring, by every line of the assignment."""
    said: dict[int, str] = {}
    body = _tree(module).body
    for node, below in pairwise(body):
        told = below.value if isinstance(below, ast.Expr) else None
        if _targets(node) and isinstance(told, ast.Constant) and isinstance(told.value, str):
            text = _first_sentence(told.value)
            said |= dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), text)
    return said


@cache
def _said_of(module: str, function: str) -> str:
    """The docstring of the function that asked."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == function:
            return _first_sentence(ast.get_docstring(node))
    return ""


@cache
def _tree(module: str) -> ast.Module:
    try:
        return ast.parse(Path(getsourcefile(sys.modules[module]) or "").read_text(encoding="utf-8"))
    except (KeyError, OSError, TypeError, SyntaxError):
        return ast.Module([], [])


def _file(module: str) -> str:
    """The file of a module, from the root of its package."""
    source = getattr(sys.modules.get(module), "__file__", None) or f"{module.replace('.', '/')}.py"
    return "/".join(Path(source).parts[-len(_parts(module, source)) :])


def _parts(module: str, source: str) -> list[str]:
    return [*module.split("."), "__init__.py"] if Path(source).name == "__init__.py" else module.split(".")
