"""A series of numbers of which it is asked whether it is an indicator."""

from dataclasses import dataclass
from functools import cached_property

from policyparse.figures.clauses import Clause
from policyparse.language.quantities import Quantity


@dataclass(frozen=True)
class Candidate:
    """A series of numbers of which it is asked whether it is an indicator.

    Attributes:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Their clause.
        left_from: Where the words that belong to the first number may begin.
        following: The next number of the paragraph, None where there is none.
    """

    folded: str
    first: Quantity
    last: Quantity
    clause: Clause
    left_from: int
    following: Quantity | None = None

    @cached_property
    def before(self) -> str:
        """What stands before it and may belong to it."""
        return self.folded[self.left_from : self.first.start]

    @cached_property
    def after(self) -> str:
        """What stands after it in its clause."""
        return self.folded[self.last.end : self.clause.end]

    @property
    def counts(self) -> bool:
        """Whether it counts things by a measure word."""
        return self.first.dimension == "count"

    @property
    def next(self) -> Quantity | None:
        """The next number of the same clause."""
        return self.following if self.following and self.following.start < self.clause.end else None
