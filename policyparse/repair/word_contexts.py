"""What the frequent words of policy documents stand between: the table behind the reading of poisoned words."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordContexts:
    """What a word stands between, as counted: character and pair of characters, before and after."""

    count: int
    before: tuple[dict[str, int], dict[str, int]]
    after: tuple[dict[str, int], dict[str, int]]


@cache
def word_contexts() -> dict[str, WordContexts]:
    """The table of contexts, by word."""
    table = {}
    lines = (files("policyparse.repair") / "word_contexts.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith(("#", "*")):
            continue
        word, count, *columns = line.split("\t")
        one_before, two_before, one_after, two_after = (
            {context: int(n) for context, n in (entry.rsplit(":", 1) for entry in column.split())} for column in columns
        )
        table[word] = WordContexts(int(count), (one_before, two_before), (one_after, two_after))
    return table


@cache
def characters() -> dict[str, float]:
    """Share of each character in a text of the field."""
    lines = (files("policyparse.repair") / "word_contexts.tsv").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith("*"))
    counts = (entry.rsplit(":", 1) for entry in line.split("\t")[2].split())
    return {character: int(n) / 100_000 for character, n in counts}
