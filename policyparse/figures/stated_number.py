"""A number where it stands, and what the words of its clause and sentence say of it."""

from dataclasses import dataclass
from functools import cached_property

from policyparse.figures.clauses import Clause
from policyparse.figures.cues import Cues
from policyparse.figures.frames import Frame, Kind
from policyparse.figures.outlook import Outlook
from policyparse.figures.periods import Moment
from policyparse.knowledge.pattern import pattern

_COMPARED = pattern(
    r"(?&figures.comparison)|比上|较上|比去|较去",
    matches=["同比增长", "比上年", "较去年", "较上月", "比去年"],
    rejects=["比重", "比例"],
)
_PLANNED_ACTION = pattern(r"(?&figures.planning_verb)", matches=["新建园区", "实施改造"], rejects=["达到"])
_THEREAFTER = pattern(
    r"(?:全部|全面|项目)?(?:建成|投产|达产|达效|达产达效|投用|投运)后",
    matches=[
        *("全部达产达效后", "投产后", ("全部达产达效后", "全部达产达效后"), "达效后产值", "投运后产值"),
        *("投用后产值", "达产后年产值可达120亿元", "建成后", ("全面投产后", "全面投产后")),
        ("5%。项目投产后产值达30亿元。", "项目投产后"),
    ],
    rejects=["投产，"],
)
"""After a number: what is expected of the works then says nothing of it."""


@dataclass(frozen=True)
class StatedNumber:
    """A number where it stands.

    Attributes:
        folded: The paragraph, width-folded.
        number: Offset of the number.
        clause: Its clause.
        moment: Its period, or None.
        frame: What the heading or lead above says, or None.
        cues: The words of the paragraph that look ahead or back.
        outlook: The document's outlook.
        lasting: Whether it is a property of a work (全长), which the words of other clauses do not make a target.
        item: Whether its paragraph is an item of a list that an earlier paragraph sets out.
        counts: Whether it counts things.
        whole: Whether the sum of which it is a part is a target or a result; None where it is no part.
    """

    folded: str
    number: int
    clause: Clause
    moment: Moment | None
    frame: Frame | None
    cues: Cues
    outlook: Outlook
    lasting: bool = False
    item: bool = False
    counts: bool = False
    whole: Kind | None = None

    @cached_property
    def here(self) -> int:
        """What the last word of its clause says: 1 looks ahead, -1 back."""
        then = _THEREAFTER.search(self.folded, self.number, self.clause.end)
        end = then.start() if then else self.clause.end
        return self.cues.here(self.clause.start, end, counting=self._is_plain_count)

    @cached_property
    def before(self) -> int:
        """What the last word of its sentence before its clause says."""
        return self.cues.before(self.clause.sentence[0], self.clause.start, counting=self._is_plain_count)

    @property
    def _is_plain_count(self) -> bool:
        """Whether it counts things to which nothing is done that a plan sets out (其中产业项目 25个)."""
        return self.counts and not self.action

    @cached_property
    def done(self) -> bool:
        """Whether a word of its clause before it looks back."""
        return self.cues.done(self.clause.start, self.number)

    @cached_property
    def own_moment(self) -> Moment | None:
        """Its period, where its own paragraph prints it."""
        return self.moment if self.moment and self.moment.start >= 0 else None

    @property
    def compared(self) -> bool:
        """Whether it is a change by comparison (同比), which actions of a plan do not make a target."""
        return bool(_COMPARED.search(self.folded, self.clause.start, self.number))

    @property
    def action(self) -> bool:
        """Whether an action that plans set out stands before it in its clause."""
        return bool(_PLANNED_ACTION.search(self.folded, self.clause.start, self.number))
