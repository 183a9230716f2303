"""A line where it stands: what the rules of roles ask (行在版面中的位置)."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.language.days import is_day_line
from policyparse.language.labels import is_labelled
from policyparse.language.names import is_name
from policyparse.page.blocks import Block, Role
from policyparse.page.byline import names_officer
from policyparse.page.furniture import is_furniture, starts_tail
from policyparse.page.source_line import find_entries, is_source_line

HEADING_LENGTH = 44
"""A longer line without a mark of its own is no heading, in characters."""

_EVENT_LENGTH = 60
"""Maximum length of a line of the particulars of an event, in characters."""

_EVENT_LINES = 12
"""Maximum number of lines of the particulars of an event."""

_SIGNING_LINES = 4
"""Maximum number of lines of a signature."""

_ASIDE = frozenset({Role.FURNITURE, Role.TABLE, Role.SOURCE_LINE, Role.NUMBER, Role.NOTE})

TERMINAL = compiled(r"[。！？；…]")
_PART = compiled(rf"[{SMALL_ORDINAL}]{{1,3}}、|（[{SMALL_ORDINAL}]{{1,3}}）")
_PLACE = pattern(
    r"(?:地\s{0,4}点|会\s{0,2}址)\s?：",
    method="match",
    matches=["地点：新闻发布厅", "地　　点：".replace("\u3000", " "), "会址：某市", "会址 ：某市", "会 址：某市"],
    rejects=["地点在某市", "时间：2024年", "地     点：", "会   址：某市"],
)
_EVENT = pattern(
    r"(?:主\s{0,4}题|议\s{0,4}题|发\s?布\s?人|发\s?言\s?人|主\s?持\s?人|出席嘉宾|嘉\s{0,4}宾|主\s?讲\s?人|记\s?录\s?人)\s{0,2}：",
    method="match",
    matches=[
        *("主题：工业", "议　题：工业".replace("\u3000", " "), "发布人：王小明", "发言人：王小明", "主持人：王小明"),
        *("出席嘉宾：王小明", "嘉宾：王小明", "主讲人：王小明", "记录人：王小明", "议题：工业", "主持人 ："),
        *("主持 人：", "主 持人：", "主 题：工业", "嘉 宾：王小明", "记录 人：王小明", "记 录人：王小明"),
        *("发言 人：王小明", "发布 人：王小明", "发 言人：王小明", "发 布人：王小明", "主讲 人：王小明"),
        "主 讲人：王小明",
    ],
    rejects=["主题鲜明", "来源：某报", "主持人   ：", "议     题：工业", "主     题：工业", "嘉     宾：王小明"],
)
"""With what a line of the particulars of an event begins, beside time and place."""

_LISTED = pattern(
    r"(?:组\s{0,4}长|副\s{0,4}组\s{0,4}长|成\s{0,4}员|主\s{0,4}任|副\s{0,4}主\s{0,4}任|委\s{0,4}员|出\s{0,4}席|列\s{0,4}席|缺\s{0,4}席|请\s{0,4}假|记\s{0,4}录|主\s{0,4}持|参\s{0,4}会|时\s{0,4}间|地\s{0,4}点|联\s{0,4}系\s{0,4}人)\S{0,4}：",
    method="match",
    matches=[
        *("组长：王小明", "副组长：王小明", "成 员：王小明", "主任：王小明", "副主任：王小明", "委  员：王小明"),
        *("出席：王小明", "列席人员：王小明", "缺席：无", "请假：无", "记录：王小明", "主持：王小明"),
        *("参会人员：王小明", "时间：上午", "地点：会议室", "联系人：王小明", "请 假：无", "缺 席：无", "主 持人："),
        *("时 间：上午", "成员：王小明", "委员：王小明", "记 录：王小明", "地 点：会议室", "出 席：王小明"),
        *("主 任：张 三", "联系 人：王小明", "联 系人：王小明", "副组 长：王小明", "副主 任：王小明"),
        *("副 组长：王小明", "副 主任：王小明", "参 会人员：王小明", "列 席人员：王小明"),
        "组 长：吴启明 市委副书记、",
    ],
    rejects=[
        *("成员单位要加强协作：一是", "组长负责制", "请     假：无", "缺     席：无", "主     持人："),
        *("时     间：上午", "记     录：王小明", "组     长：王小明", "成     员：王小明", "委     员：王小明"),
        *("地     点：会议室", "出     席：王小明", "主     任：张 三", "联系     人：王小明"),
        *("联     系人：王小明", "副组     长：王小明", "副主     任：王小明", "副     组长：王小明"),
        *("副     主任：王小明", "参     会人员：王小明", "列     席人员：王小明"),
    ],
)
_NAMED = pattern(
    rf"(?P<name>[{HAN}]{{1,3}}(?:\s{{0,3}}[{HAN}]{{1,2}})?)\s{{1,4}}\S{{2,30}}(?:长|主任|书记|主席|委员|代表|经理|干事)$",
    method="match",
    matches=[
        *(("王小明 某局局长", {"name": "王小明"}), ("王 明  某县县委书记", {"name": "王 明"}), "王小明 某局主任"),
        *("王小明 省政协主席", "王小明 政协委员", "王小明 人大代表", "王小明 某公司经理", "王小明 某局干事"),
        *(("江舟  人大代表", {"name": "江舟"}), "江 市水务局局长", "欧阳修远 市水务局局长"),
    ],
    rejects=[
        *("王小明某局局长", "某局局长 王小明", "江 舟山县 市水务局局长", "欧阳修远 敏 市发改委主任", " 人大代表"),
        *("王小明 人大代表说", "王小明     人大代表"),
        *("江 舟 某市人民政府办公室党组副书记兼市大数据发展服务中心数据资源管理科科长", "江    舟 市水务局局长"),
        "各位 校长",
    ],
)
_CHINESE = compiled(f"[{HAN}]")
_SIGNATORY = compiled(rf"[{HAN}（）\s]{{2,40}}$")
_BODY = pattern(
    "(?:[局厅部委院队会室府办处]|中心)$",
    matches=[
        *("市水利局", "省教育厅", "宣传部", "市发改委", "市法院", "消防救援支队", "残疾人联合会", "档案室"),
        *("市政府", "信访办", "县办事处", "市大数据中心"),
    ],
    rejects=["市水利局局长", "大数据中心主任", "王小明"],
)


@dataclass(slots=True)
class Spot:
    """A line where it stands.

    Attributes:
        blocks: The lines of the page.
        i: Index of the line.
        previous: The line before it that has its role, None for the first.
        in_front: Whether it stands above the first paragraph.
        once: Whether it stands on the page only once.
    """

    blocks: Sequence[Block]
    i: int
    previous: Block | None
    in_front: bool
    once: bool

    @property
    def block(self) -> Block:
        """The line."""
        return self.blocks[self.i]

    @property
    def line(self) -> str:
        """The line, width-folded."""
        return self.blocks[self.i].folded

    def below(self) -> str:
        """The next line, width-folded; empty below the last."""
        return self.blocks[self.i + 1].folded if self.i + 1 < len(self.blocks) else ""


def is_part_heading(spot: Spot) -> bool:
    """Whether a numbered line is a heading: 一、总体要求, without an end and with text below it."""
    line, label = spot.line, _PART.match(spot.line)
    if not label or len(line) > HEADING_LENGTH or not spot.below():
        return False
    if TERMINAL.search(line[:-1]) or line[-1] in "：，、。；！…":
        return False
    following = spot.below()
    if is_source_line(following) or is_furniture(following) or starts_tail(following):
        return False  # the last item of a list that ends the text
    if label[0][0] == "（":  # items of a list have others beside them
        return not _PART.match(following) and following[-1] in "。："
    return following.startswith("（") or not _PART.match(following)


def is_source(spot: Spot) -> bool:
    """Whether a line is a source line where it stands: one of the particulars of an event is none."""
    if not is_source_line(spot.line) or names_place(spot):
        return False
    if spot.in_front:
        return True
    return not is_day_line(spot.line) and any(entry.end > entry.start for entry in find_entries(spot.line))


def names_place(spot: Spot) -> bool:
    """Whether a line 时间：… is that of an event: the place stands beside it."""
    around = (spot.blocks[j].folded for j in (spot.i - 1, spot.i, spot.i + 1) if 0 <= j < len(spot.blocks))
    return any(_PLACE.match(line) for line in around)


def is_of_event(spot: Spot) -> bool:
    """Whether a line stands under the place of an event and says who speaks or what about: 发布人：某局局长 王小明."""
    if not spot.block.text[0].isalnum() or len(spot.line) > _EVENT_LENGTH:
        return False
    for above in reversed(spot.blocks[max(0, spot.i - _EVENT_LINES) : spot.i]):
        if _PLACE.match(above.folded):
            return bool(_EVENT.match(spot.line) or names_officer(spot.line))
    return False


def is_listed(spot: Spot) -> bool:
    """Whether a line is an entry of a list of people: 组长：…, 出席：…, a name and an office."""
    if spot.block.level:
        return False
    named = _NAMED.match(spot.line)
    return bool(_LISTED.match(spot.line)) or (named is not None and is_name(named["name"].replace(" ", "")))


def is_signatory(spot: Spot) -> bool:
    """Whether a line names who signs: a name of a body right above the date, under a paragraph."""
    if not _SIGNATORY.match(spot.line) or spot.block.level:
        return False
    for block in spot.blocks[spot.i + 1 : spot.i + _SIGNING_LINES]:
        if is_day_line(block.folded):
            above = spot.blocks[spot.i - 1].role if spot.i else None
            return above in (Role.SIGNATURE, Role.PARAGRAPH) or bool(_BODY.search(spot.line) and above)
        if not _SIGNATORY.match(block.folded):
            return False
    return False


def introduces(block: Block) -> bool:
    """Whether a line names who speaks next: 某市某局局长张三：."""
    return block.role is Role.PARAGRAPH and block.folded.endswith("：") and len(block.folded) <= 60


def is_topic(block: Block) -> bool:
    """Whether a line can be the topic of what a speaker says: short, no sentence, no numbered part."""
    line = block.folded
    if TERMINAL.search(line) or len(line) > HEADING_LENGTH or is_labelled(line):
        return False
    return bool(block.level) or not ("，" in line or line.endswith("："))


def quotes_at_end(line: str) -> bool:
    """Whether a line ends with a word in quotation marks and is no quotation: 强链补链，龙头引来“群凤”."""
    if line[-1] != "”" or line[0] in "“（" or "：“" in line or "，“" in line or line.count("，") > 1:
        return False
    return 0 < len(line) - line.rfind("“") <= 12


def is_prose(block: Block) -> bool:
    """Whether a line is prose: a sentence, a long clause, a numbered provision; nothing without Chinese."""
    line = block.folded
    if block.level or block.role in _ASIDE or not _CHINESE.search(line):
        return False
    if line[-1] in "。；":  # no source line
        return len(line) >= 4 or is_labelled(line)
    reads = (len(line) >= 30 and ("，" in line or "。" in line)) or is_labelled(line)
    return reads and not is_source_line(line)
