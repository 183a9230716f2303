"""Indicators as a table with bars."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from policyparse.model.plan import Indicator
from policyparse.output.display.words import quoted, word

BAR = 16
"""Length of the longest bar, in columns."""

MOST = 12
"""How many indicators are shown where not all are asked for."""

_SIGNS = {"eq": "", "ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
_EIGHTHS = " ▏▎▍▌▋▊▉"


def figures(indicators: Sequence[Indicator], *, full: bool, lang: str) -> Iterator[Table]:
    """The targets, then the results; bars compare what has one unit.

    Args:
        indicators: Indicators.
        full: All of them, instead of the first of each kind.
        lang: Language of the words around.
    """
    for kind in ("target", "result"):
        found = [indicator for indicator in indicators if indicator.kind == kind]
        if found:
            shown = found if full else found[:MOST]
            title = f"{word(f'{kind}s', lang)} {len(found)}"
            table = Table(box=SIMPLE_HEAD, show_header=False, title=title, title_justify="left", title_style="bold")
            table.add_column(overflow="ellipsis")
            table.add_column(justify="right", no_wrap=True)
            table.add_column(width=BAR, no_wrap=True)
            table.add_column(no_wrap=True, style="dim", min_width=4)
            largest = _largest(found)
            for indicator in shown:
                period = indicator.period.label if indicator.period else ""
                bar = _bar(indicator.value, largest[indicator.unit])
                style = "green" if kind == "target" else "cyan"
                table.add_row(quoted(indicator.metric), Text(_value(indicator)), Text(bar, style), Text(period))
            if len(found) > len(shown):
                table.add_row(Text(f"… {len(found) - len(shown)} {word('more', lang)}", "dim"))
            yield table


def _largest(indicators: Sequence[Indicator]) -> dict[str, Decimal]:
    largest: dict[str, Decimal] = {}
    for indicator in indicators:
        largest[indicator.unit] = max(largest.get(indicator.unit, Decimal(0)), abs(indicator.value))
    return largest


def _value(indicator: Indicator) -> str:
    upper = f"–{_number(indicator.upper)}" if indicator.upper is not None else ""
    return f"{_SIGNS[indicator.comparator]}{_number(indicator.value)}{upper} {indicator.unit}".rstrip()


def _number(value: Decimal) -> str:
    whole = f"{value:,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def _bar(value: Decimal, largest: Decimal) -> str:
    """A bar to an eighth of a column."""
    eighths = int(abs(value) * BAR * 8 / largest) if largest else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
