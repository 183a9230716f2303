"""Numbers and dates beside the peers, on the tables of the tests: right, wrong, silent, speed.

    python benchmarks/expressions.py

The tables are tests/entities/numbers.tsv and dates.tsv. Right is the same value and unit, or the same first and last
day, or nothing where nothing stands; wrong is anything else that was answered; silent is no answer where there is one.
A peer is measured where it is installed (`pip install jionlp dateparser`), and says so where it is not.
"""

import importlib.util
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from policyparse.knowledge.fold import fold
from policyparse.language.dates import find_dates
from policyparse.language.quantities import find_quantities

TABLES = Path(__file__).resolve().parents[1] / "tests" / "language"

Days = tuple[date, date] | None
Amount = tuple[Decimal, Decimal | None, str] | None


def table(name: str) -> list[list[str]]:
    """The rows of a table, without its comments."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def expected_days(row: Sequence[str]) -> Days:
    return None if row[2] in "-?" else (date.fromisoformat(row[3]), date.fromisoformat(row[4]))


def reference(row: Sequence[str]) -> date | None:
    return None if row[1] == "-" else date.fromisoformat(row[1])


def expected_amount(row: Sequence[str]) -> Amount:
    return None if row[1] == "-" else (Decimal(row[1]), Decimal(row[2]) if row[2] else None, row[3])


def our_days(row: Sequence[str]) -> Days:
    found = next(find_dates(fold(row[0]), reference(row)), None)
    return (found.first, found.last) if found and found.first and found.last else None


def our_amount(row: Sequence[str]) -> Amount:
    found = next(find_quantities(fold(row[0])), None)
    return (found.value, found.upper, found.unit) if found else None


def peers_of_dates() -> dict[str, Callable[[Sequence[str]], Days]]:
    found: dict[str, Callable[[Sequence[str]], Days]] = {}
    if importlib.util.find_spec("jionlp"):
        import jionlp

        def by_jionlp(row: Sequence[str]) -> Days:
            day = reference(row) or date.today()
            try:
                answers: list[dict[str, Any]] = jionlp.ner.extract_time(
                    row[0], time_base={"year": day.year, "month": day.month, "day": day.day}
                )
            except Exception:  # it raises on what it does not know
                return None
            first, last = next(
                (a["detail"]["time"] for a in answers if a["type"] in ("time_point", "time_span")), (None, None)
            )
            if not (first and last) or "inf" in (first, last):
                return None
            return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])

        found["jionlp"] = by_jionlp
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        def by_dateparser(row: Sequence[str]) -> Days:
            day = reference(row)
            settings = {"RELATIVE_BASE": datetime(day.year, day.month, day.day)} if day else {}
            answers = search_dates(row[0], languages=["zh"], settings=settings)
            return (answers[0][1].date(), answers[0][1].date()) if answers else None

        found["dateparser"] = by_dateparser
    return found


def peers_of_numbers() -> dict[str, Callable[[Sequence[str]], Amount]]:
    if not importlib.util.find_spec("jionlp"):
        return {}
    import jionlp

    def by_jionlp(row: Sequence[str]) -> Amount:
        try:
            answers: list[dict[str, Any]] = jionlp.ner.extract_money(row[0])
        except Exception:  # it raises on what it does not know
            return None
        if not answers:
            return None
        detail = answers[0]["detail"]
        ends = detail["num"] if isinstance(detail["num"], list) else [detail["num"], None]
        lower, upper = (Decimal(end) if end else None for end in ends)
        return (lower, upper, detail["case"]) if lower is not None else None

    return {"jionlp (money)": by_jionlp}


def measure(
    name: str, rows: list[list[str]], expected: Callable[[Sequence[str]], Any], answer: Callable[[Sequence[str]], Any]
) -> None:
    """Print the line of one reader."""
    for row in rows[:5]:
        answer(row)
    tally: Counter[str] = Counter()
    start = time.perf_counter()
    answers = [answer(row) for row in rows]
    spent = time.perf_counter() - start
    for row, found in zip(rows, answers, strict=True):
        wanted = expected(row)
        tally["right" if found == wanted else "silent" if found is None else "wrong"] += 1
    each = spent / len(rows) * 1e6
    print(f"{name:18}{tally['right']:7}{tally['wrong']:7}{tally['silent']:7}{each:12.1f}")


def main() -> int:
    logging.disable(logging.CRITICAL)  # jionlp logs a traceback for what it cannot read
    for title, rows, expected, readers, names in (
        (
            "number expressions",
            table("numbers.tsv"),
            expected_amount,
            {"policyparse": our_amount, **peers_of_numbers()},
            ("jionlp",),
        ),
        (
            "date expressions",
            table("dates.tsv"),
            expected_days,
            {"policyparse": our_days, **peers_of_dates()},
            ("jionlp", "dateparser"),
        ),
    ):
        print(f"{len(rows)} {title}\n{'':18}{'right':>7}{'wrong':>7}{'silent':>7}{'µs each':>12}")
        for name, answer in readers.items():
            measure(name, rows, expected, answer)
        for name in names:
            if not importlib.util.find_spec(name):
                print(f"{name:18} not installed")
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
