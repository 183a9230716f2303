"""Sanctions (法律责任): what follows for whom breaks a norm.

    sentence ::= segment ("；" segment)*
    segment  ::= conduct? predicate ("，" predicate)* (conduct predicate ("，" predicate)*)*
    conduct  ::= clause ("，" clause)* "的"

One sanction for each conduct, authority and sentence. A segment without a conduct of its own goes on with the sanction
before it; one without an authority has that of the sanction before it. Items with penalties of their own have the
authority of their lead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.model.provisions import ArticleDraft, SanctionDraft
from policyparse.page.layout import Page
from policyparse.statute.actors import Actors
from policyparse.statute.amounts import find_amounts
from policyparse.statute.conditions import CASE, is_condition
from policyparse.statute.predicates import Predicate, match_predicate
from policyparse.statute.stretches import Segment, Stretch, clauses_of, segments_of, stretches_of

_TRIGGER = pattern(
    r"责令|没收|吊销|罚|处分|警告|追究|拘留|撤销|取消|强制|记入|列入|纳入|开除|取缔|收缴|暂扣|扣留",
    matches=(
        "责令改正 没收工具 吊销执照 罚款 处分 警告 追究责任 拘留 撤销登记 取消资格 强制拆除 记入档案 "
        "列入名单 纳入信用 开除 取缔 收缴 暂扣 扣留"
    ).split(),
    rejects=["公开名单", "承担义务"],
)
"""Words without which a paragraph imposes nothing."""

_BY_ANOTHER = pattern(
    r"(?<=.)(?:或者?|并)由(?=[^，]{2,30}(?:责令|没收|吊销|撤销|取消|暂扣|处|给予|追究))",
    matches=[
        *("收缴许可证或者由原发证机关吊销许可证", "没收工具并由公安机关处罚款", "责令改正或由海关给予警告"),
        *("没收工具并由公园追究", "没收工具并由公园责令", "没收工具并由公园没收", "没收工具并由公园暂扣"),
        *("没收工具并由公园撤销", "没收工具并由公园取消"),
    ],
    rejects=[
        *("或者由当事人自行拆除", "并由公安机关处罚款", "没收工具并由县处"),
        "没收工具并由县级以上人民政府自然资源和生态环境、水行政主管部门依照职责分工予以处",
    ],
)
"""Where another authority imposes another measure in the same clause."""

_MAY = pattern(
    r"(?:还|并|也)?可以?(?:根据|视|按|依|区别|结合)[^，]{1,24}",
    method="fullmatch",
    matches=[
        *("还可以根据不同情节", "可视情节轻重", "并可以按照情节", "可以依照情节", "可以区别情况", "也可以结合情节"),
        *("可以依情节", "并可以按情节"),
    ],
    rejects=[
        *("可以处罚", "根据不同情节", "可以根据情节，", "可视"),
        "可视违法行为的事实、性质、情节以及对社会造成的危害程度",
    ],
)
"""A clause that leaves a penalty to the authority: 可以根据不同情节，处以罚款."""

_FINDS = pattern(
    r"发现|接到|收到|认为|查实|查明|受理",
    matches="发现隐患的 接到举报的 收到报告的 认为违法的 查实的 查明的 受理的".split(),
    rejects=["违反规定的"],
)
"""What an authority does before it acts: the case is its own, not the conduct of another."""

_BREACH = pattern(
    r"违反.{0,40}(?:规定|[条款项]|要求|标准)$|对.{0,40}(?:行为|违法).{0,24}(?:人员|单位|个人|责任人|行为人|者)$",
    matches=[
        *(
            "单位违反本条例规定 违反第三条 违反第三条第一款 违反前项 违反操作要求 违反国家标准 "
            "对前款所列行为负责的主管人员 对有违法行为的单位 对违法行为负责的个人 对行为责任人 对违法行为人 "
            "对违法经营者"
        ).split(),
        "违反条",
    ],
    rejects=[
        *("符合规定", "对主管人员", "对行为的处罚", "“违反前款规定的", "对行为责任人甲"),
        "对违法占用道路停车泊位且经两次以上责令改正仍然拒不改正的经营者",
        "违反县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门共同制定的第三条",
        "对在县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门检查时拒不配合行为的单位",
    ],
)
"""A clause that speaks of a breach, without 的."""

_ACT = pattern(
    r"(?!(?:对|给|向|将|把|为|根据|按照|依照|依据|应当|可以)).{4,}",
    method="fullmatch",
    matches=["在景区内违规用火", "乱倒垃圾"],
    rejects=[
        *(
            "根据情节轻重 对主管人员 给企业造成影响 向社会公开 将其移送 把垃圾混装 为了公平 按照规定办理 "
            "依照职责分工 依据职权范围 应当赔偿 可以赔偿 用火"
        ).split(),
        "未公示",
    ],
)
"""An act for which somebody is punished by an authority that 由 names: 在景区内违规用火，由……给予警告."""

_PERSONS = pattern(
    r"对.{0,30}(?:人员|责任人|负责人|行为人|单位|个人|经营者|当事人)$",
    method="match",
    matches="对直接负责的主管人员 对责任人 对其主要负责人 对行为人 对违法单位 对个人 对经营者 对当事人".split(),
    rejects=[
        *("对外开放", "主管人员", "对单位的检查"),
        "对在道路停车泊位以外违法停放机动车并且经两次以上责令改正拒不改正的个人",
    ],
)
"""Those on whom a penalty falls, in a clause of their own."""

_CRIME = pattern(
    r"构成犯罪|触犯刑律|涉嫌犯罪|构成违反治安管理行为|犯罪的",
    matches=[
        *"构成犯罪的 触犯刑律的 涉嫌犯罪的 构成违反治安管理行为的 犯罪的".split(),
        *(("涉嫌犯罪的", "涉嫌犯罪"), ("构成犯罪的", "构成犯罪")),
    ],
    rejects=["情节严重的"],
)
"""A case for which another authority is responsible."""

_GENERIC = frozenset(("处罚", "行政处罚", "处分"))
"""Measures that only say that those below them follow."""


@dataclass(slots=True)
class _Sanction:
    """A sanction that may still take in what follows.

    Attributes:
        conduct: For what.
        authority: Who imposes it.
        predicates: What is imposed.
        pointer: JSON Pointer of its paragraph or item.
        start: Offset of its first code point.
    """

    conduct: Extent | None
    authority: Extent | None
    pointer: str
    start: int
    predicates: list[Predicate] = field(default_factory=list)


def parse_sanctions(page: Page, articles: list[ArticleDraft]) -> None:
    """Fill the `sanctions` of every article.

    Args:
        page: The page.
        articles: Drafts of articles with their paragraphs.
    """
    reader = SanctionReader(page)
    for index, article in enumerate(articles):
        article["sanctions"] = []
        for position, paragraph in enumerate(article["paragraphs"]):
            if _TRIGGER.search(page.folded, *paragraph["span"]):
                stretches = stretches_of(page.folded, paragraph, f"/articles/{index}/paragraphs/{position}")
                article["sanctions"] += reader.read(stretches)


class SanctionReader:
    """Reads the sanctions of paragraphs, each with its items.

    Args:
        page: The page.
    """

    def __init__(self, page: Page) -> None:
        self.text, self.folded = page.text, page.folded
        self.actors = Actors(page.folded)
        self.found: list[_Sanction] = []
        self.authority: Extent | None = None

    def read(self, stretches: Sequence[Stretch]) -> list[SanctionDraft]:
        """The sanctions of one paragraph: of its lead and of the items below it.

        Args:
            stretches: The lead and the items, in order of the text.
        """
        self.found, self.authority = [], None
        lead: _Sanction | None = None
        of_items = 0
        for stretch in stretches:
            before = len(self.found)
            if stretch.is_item and lead is not None and self._adds_to(lead, stretch):
                continue
            self._read_stretch(stretch)
            if not stretch.is_item and stretch.items and len(self.found) > before:
                lead = self.found[-1]
            of_items += (len(self.found) - before) if stretch.is_item else 0
        if lead is not None and of_items and self._is_generic(lead):
            self.found.remove(lead)
        return [draft for draft in map(self._draft, self.found) if draft is not None]

    def _read_stretch(self, stretch: Stretch) -> None:
        last: _Sanction | None = None  # of the sentence
        for segment in segments_of(self.folded, stretch):
            last = None if segment.opens else last
            last = self._read_segment(segment, stretch, last) or last

    def _read_segment(self, segment: Segment, stretch: Stretch, last: _Sanction | None) -> _Sanction | None:
        """Read the clauses of a segment; returns the last sanction that it has."""
        waiting: list[Extent] = []
        current: _Sanction | None = None
        for clause in self._clauses(segment):
            predicate = match_predicate(self.folded, self.actors, clause)
            if predicate is None:
                waiting.append(clause)
                continue
            if waiting and _MAY.match(self.folded, *waiting[-1]):
                predicate.discretionary = True
                waiting.pop()
            case = self._conduct(waiting, predicate, stretch)
            if case is not None and self._is_own_case(case, predicate):
                return current
            current = self._place(case, predicate, stretch, current or last, waiting)
            waiting = []
        return current

    def _clauses(self, segment: Segment) -> Iterator[Extent]:
        """The clauses of a segment; 或者由Y吊销 is one of its own behind what X imposes."""
        for start, end in clauses_of(self.folded, segment.start, segment.end):
            begin = start
            for joint in _BY_ANOTHER.finditer(self.folded, start, end):
                yield begin, joint.start()
                begin = joint.start()
            yield begin, end

    def _place(
        self,
        conduct: Extent | None,
        predicate: Predicate,
        stretch: Stretch,
        before: _Sanction | None,
        waiting: list[Extent],
    ) -> _Sanction | None:
        """The sanction that a predicate belongs to: a new one, or the one before it."""
        if conduct is None and before is None and not any(_PERSONS.match(self.folded, *c) for c in waiting):
            return None
        if conduct is None and before is not None and predicate.authority in (None, before.authority):
            before.predicates.append(predicate)
            return before
        authority = predicate.authority
        if authority is None and not self._is_of_others(conduct, predicate):
            authority = self.authority
        self.authority = authority or self.authority
        own = conduct or (before.conduct if before else None)
        start = conduct[0] if conduct else waiting[0][0] if waiting else predicate.start
        sanction = _Sanction(own, authority, stretch.pointer, start, [predicate])
        self.found.append(sanction)
        return sanction

    def _conduct(self, waiting: list[Extent], predicate: Predicate, stretch: Stretch) -> Extent | None:
        """The clauses before a predicate that say for what it is imposed; in an item all of them do."""
        clauses = [*waiting, *([predicate.case] if predicate.case else [])]
        if stretch.is_item and waiting and waiting[0][0] == stretch.start:
            return waiting[0][0], clauses[-1][1]
        if not any(self._says_case(clause) for clause in clauses):
            by = predicate.authority is not None and self.folded[predicate.authority[0] - 1] == "由"
            is_act = by and clauses and all(_ACT.match(self.folded, *clause) for clause in clauses)
            return (clauses[0][0], clauses[-1][1]) if is_act else None
        while clauses and not self._says_case(clauses[-1]):
            clauses.pop()
        start, end = self.actors.trim(clauses[0][0], clauses[0][1])
        return start, clauses[-1][1] if len(clauses) > 1 else end

    def _says_case(self, clause: Extent) -> bool:
        if CASE.search(self.folded, *clause) or is_condition(self.folded, *clause):
            return True
        return _BREACH.search(self.folded, *clause) is not None

    def _is_own_case(self, conduct: Extent, predicate: Predicate) -> bool:
        """Whether the authority itself is meant by a case: 主管部门发现隐患的，应当责令改正."""
        actor = self.actors.opening(*conduct)
        if actor is None or not self.actors.is_authority(*actor) or predicate.authority is not None:
            return False
        return _FINDS.search(self.folded, actor[1], conduct[1]) is not None

    def _is_of_others(self, conduct: Extent | None, predicate: Predicate) -> bool:
        """Whether the authority before has no part in a sanction: it is pursued by a court."""
        if conduct is not None and _CRIME.search(self.folded, *conduct):
            return True
        return "刑事" in predicate.measures[0].text

    def _adds_to(self, lead: _Sanction, item: Stretch) -> bool:
        """Whether an item is a measure of the lead: 由X给予下列处罚：（一）警告；（二）罚款."""
        clauses = clauses_of(self.folded, item.start, item.end)
        end = clauses[0][1]
        while end > item.start and self.folded[end - 1] in "；。":
            end -= 1
        predicate = match_predicate(self.folded, self.actors, (item.start, end))
        if predicate is None or predicate.case is not None or len(clauses) > 1 or predicate.authority is not None:
            return False
        lead.predicates = [p for p in lead.predicates if not self._says_only(p)] + [predicate]
        return True

    def _is_generic(self, sanction: _Sanction) -> bool:
        return all(self._says_only(predicate) for predicate in sanction.predicates)

    def _says_only(self, predicate: Predicate) -> bool:
        return all(measure.text in _GENERIC for measure in predicate.measures)

    def _draft(self, sanction: _Sanction) -> SanctionDraft | None:
        measures = [measure.text for predicate in sanction.predicates for measure in predicate.measures]
        amounts = [
            amount
            for predicate in sanction.predicates
            for amount in find_amounts(self.text, self.folded, predicate.first, predicate.end)
        ]
        return {
            "authority": self._printed(sanction.authority),
            "conduct": self._printed(sanction.conduct),
            "measures": list(dict.fromkeys(measures)),
            "amounts": amounts,
            "discretionary": any(predicate.discretionary for predicate in sanction.predicates),
            "pointer": sanction.pointer,
            "span": (sanction.start, sanction.predicates[-1].end),
        }

    def _printed(self, extent: Extent | None) -> str | None:
        if extent is None:
            return None
        text = self.text[slice(*extent)]
        return "".join(text.split()) if "\n" in text else text.strip()
