"""Gaps between labels of provisions and points, told in labels."""

from policyparse.knowledge.characters import DIGIT
from policyparse.knowledge.compiled import compiled
from policyparse.language.labels import format_number

_NUMERAL = compiled(rf"[0-9]{{1,9}}|[{DIGIT}十百千万两]{{1,12}}")


def gap_between(before: str, after: str, first: int, last: int) -> str:
    """What is missing between two labels, in labels of their form: between 四 and 六, 五 is missing.

    Args:
        before: Label before the gap.
        after: Label behind it, which gives the form.
        first: First number that is missing.
        last: Last number that is missing.
    """
    missing = _label(after, first) + (f" to {_label(after, last)} are" if last > first else " is")
    return f"between {before} and {after}, {missing} missing"


def _label(model: str, number: int) -> str:
    """A label of the form of another: 第五条 by 第六条, （5） by （6）; else the number alone."""
    numeral = _NUMERAL.search(model)
    if numeral is None:
        return format_number(number)
    written = str(number) if numeral[0].isascii() else format_number(number)
    unit = model[numeral.end() :].split("之")[0]
    return model[: numeral.start()] + written + unit
