"""What the examples of a pattern say about it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from policyparse.knowledge.pattern import Example, Pattern, patterns


def all_patterns(package: str = "policyparse") -> list[Pattern]:
    """The patterns of all modules of a package, which are imported for it; a module that needs an extra is left out."""
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:
                if str(error.name).startswith(package):
                    raise
    return [made for made in patterns() if made.module.startswith(f"{package}.")]


def find_failures(pattern: Pattern, expression: re.Pattern[str] | None = None) -> Iterator[str]:
    """Find the examples that do not hold.

    Args:
        pattern: The pattern whose examples are read.
        expression: Another expression to read them with (a mutation of the pattern); the pattern's own where None.

    Yields:
        What is wrong, one sentence an example.
    """
    read = getattr(expression or pattern.compiled, pattern.method)
    for example in pattern.matches:
        sentence = example if isinstance(example, str) else example[0]
        found = read(sentence)
        if not found:
            yield f"{pattern.name} does not match {sentence!r}"
        else:
            yield from _find_other_extents(pattern, example, found)
    for sentence in pattern.rejects:
        found = read(sentence)
        if found:
            yield f"{pattern.name} matches {found[0]!r} of {sentence!r}"


def _find_other_extents(pattern: Pattern, example: Example, found: re.Match[str]) -> Iterator[str]:
    if isinstance(example, str):
        return
    sentence, expected = example
    if isinstance(expected, str):
        if found[0] != expected:
            yield f"{pattern.name} takes {found[0]!r} of {sentence!r}, not {expected!r}"
        return
    for group, text in expected.items():
        if found[group] != text:
            yield f"{pattern.name} takes {found[group]!r} as {group} of {sentence!r}, not {text!r}"
