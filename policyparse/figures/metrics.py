"""What a number measures (指标名称): the nearest noun phrase and the word of growth.

A clause without a subject takes that of the number before it (，同比增长31.21%); 分别 gives each number of a
series the member of the list that it belongs to. The forms of a name are tables: `metric_forms.py` of single numbers,
`metric_series.py` of numbers side by side.
"""

from collections.abc import Sequence

from policyparse.figures.clauses import Clause
from policyparse.figures.condensing import condensed
from policyparse.figures.metric import Memory, Metric, Place
from policyparse.figures.metric_forms import read_form
from policyparse.figures.metric_series import BY_TURNS, LIST_LENGTH, read_series
from policyparse.figures.trimming import LONGEST, name_of, trim
from policyparse.knowledge.pattern import pattern
from policyparse.language.masks import mask
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

_REST = pattern(
    r"(?:的[^，。、；]{1,30}|(?!的)[^，。、；]{0,4})、",
    method="match",
    matches=["的项目、", "、", "面积、", "的云岭玻璃、"],
    rejects=[
        *("的、", "城市污水处理厂、", "的项目，", "的项目"),
        "的由省级财政和受益乡镇按照比例共同筹资建设的农村饮水安全巩固提升工程、",
    ],
)
"""After a number in the same clause: what still belongs to it."""


class MetricReader:
    """Reads the metrics of one paragraph, from left to right.

    Args:
        masked: The width-folded paragraph with its dates blanked out.
        passed_over: Numbers that are no indicators of their own, which are blanked out too.
    """

    def __init__(self, masked: str, passed_over: Sequence[Extent] = ()) -> None:
        self.masked = mask(masked, sorted(passed_over))
        self.memory = Memory()

    def text(self, extents: Sequence[Extent], printed: str) -> str:
        """The name as printed, without dates, quotation marks at its ends, and numbers that were masked."""
        return name_of(self.masked, printed, extents)

    def read(self, series: Sequence[Quantity], clause: Clause, left_from: int, right_to: int) -> list[Metric]:
        """Read the metric of each quantity of a series (one, or several joined by 、 or 和).

        Args:
            series: The quantities.
            clause: Their clause.
            left_from: Where the words before the first may begin: the start of the clause, or the end of the
                number before.
            right_to: Where the words after the last must end.
        """
        first = series[0]
        self.memory.enter(clause.part)
        if left_from > clause.start and (rest := _REST.match(self.masked, left_from, first.start)):
            left_from = rest.end()
        listed = len(series) > 1 and BY_TURNS.search(self.masked, left_from, first.start)
        left = trim(self.masked, left_from, first.start, LIST_LENGTH if listed else LONGEST)
        place = Place(self.masked, first, clause, left, left_from, right_to, self.memory)
        metrics = read_series(series, place) if len(series) > 1 else [read_form(place)]
        self.memory.add(series, metrics, self.masked)
        if len(series) == 1:
            metrics[0].extents = condensed(self.masked, metrics[0].extents, first)
        return metrics
