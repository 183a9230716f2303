"""Bylines: who wrote a text, on a line of its own or behind its last paragraph (署名).

byline  ::= mark? (outlet? qualifier* role names)+ told? | "文/" names | names | "（" byline "）" | office name
credits ::= "（" ((label "：" names) | byline) "）" | outlet? qualifier* role names
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, STROKES
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import word_set
from policyparse.language.bodies import body_endings, is_body
from policyparse.language.names import is_name
from policyparse.page.blocks import Block, Role
from policyparse.page.furniture import ends_text, starts_tail
from policyparse.page.lines import part
from policyparse.page.outlets import is_outlet
from policyparse.page.source_line import find_entries, opens_with_label

_TERMINAL = compiled(r"[。！？；…]")
BYLINE_LENGTH = 60
"""Maximum length of a byline, in characters."""

_NAMES_LENGTH = 24
_MOST_NAMES = 6
_LEAST_PROSE = 12

_WRITTEN = pattern(
    r"(?:(?&bylines.roles)|(?:^|(?<=[（ ]))(?:文|文字|文图|图文) ?[/／|丨、])",
    matches=[
        *("本报记者 王小明", "文/王小明", "（文／王小明）", "文丨王小明", "图文/王小明", "文字/王小明"),
        *("文、图 王小明", "文图/王小明", "文 /王小明"),
    ],
    rejects=["王小明 李晓红", "作文/王小明", "文学"],
)
"""A word that says who wrote."""

_OUTLET_BEFORE = pattern(
    r"(?:^|(?<=[\s、，；（/]))[^\s、，；（）：/]{1,16}?(?:(?&bodies)|(?&outlets.endings)|(?&outlets.accounts))(?=(?:(?&bylines.qualifiers))*(?&bylines.roles))",
    bodies=body_endings,
    matches=[
        *(("某报全媒体记者 王小明", "某报"), ("某市融媒体中心记者王小明", "某市融媒体中心")),
        *(("王小明 某市水务局通讯员 李晓红", "某市水务局"), ("极目新闻记者 王小明", "极目新闻")),
    ],
    rejects=[
        *("记者王小明通讯员李晓红", "某报社长 王小明", "某省广播电影电视总台全媒体融合传播中心新闻记者 王小明"),
        "新闻记者 王小明",
    ],
)
"""The outlet or body before a role."""

_OUTLET_AND_NAME = pattern(
    rf"（?(?P<outlet>[{HAN}A-Za-z0-9]{{2,16}}) (?P<names>[{HAN}]{{2,4}}(?: [{HAN}]{{2,4}}){{0,3}})）?$",
    method="match",
    matches=[
        ("（江州财经 王小明）", {"outlet": "江州财经", "names": "王小明"}),
        ("江州日报 王小明 李晓红", {"outlet": "江州日报", "names": "王小明 李晓红"}),
    ],
    rejects=[
        *("江州财经，王小明", "（记者：王小明）", "（江州财经）", "南长县县长 王", "何静 发自江州市", "3 崔海"),
        *("本报记者 王明 摄", "江州日报 王小明 江州市报道", "江州日报 王小明 李晓红 张三丰 赵一曼 钱志强"),
        "某省广播电影电视总台全媒体融合传播中心 崔海",
    ],
)
"""An outlet and names, without a word for who wrote."""

_DROPPED = pattern(
    r"(?&bylines.roles)|(?&bylines.qualifiers)|(?:文|文字) ?[/／|丨、]|文$|[（）()：:/／□■◎●▲★]",
    matches=[
        *("本报", "记者", "文/", "文字/", "（", "□", "：", "/", "文丨", "文", ("文字/", "文字/"), ("文 /", "文 /")),
    ],
    rejects=["王小明", "李晓红", "文化"],
)
_TOLD = pattern(
    r"(?&bylines.told)$", matches=["王小明报道", "长沙报道", "王小明摄影报道", "综合整理"], rejects=["报道组", "王小明"]
)
_PICTURES = pattern(
    rf"(?&bylines.pictures) ?[/／：] ?[{HAN}]{{2,4}}",
    matches=[
        *("图/李晓红", "摄影：李晓红", "图片／李晓红", "图/ 李晓红", "图 /李晓红", ("图/江州日报社", "图/江州日报")),
    ],
    rejects=["图 李晓红", "文/李晓红", "图/县"],
)
_DOUBLE = compiled(rf"(?<![{HAN}])([{HAN}])\s{{1,2}}([{HAN}])(?![{HAN}])")

_OFFICER = pattern(
    rf"\S{{2,24}}(?:长|主任|书记|主席|委员|代表|干事|院士)\s{{1,4}}(?P<name>[{HAN}](?:\s{{0,2}}[{HAN}·]){{1,8}})$",
    method="match",
    matches=[
        *(("某局局长 王小明", {"name": "王小明"}), "某县县委书记 王 明", "某局副主任 王小明", "省政协主席 王小明"),
        *("全国政协委员 王小明", "人大代表 王小明", "某局干事 王小明", "某院院士 王小明"),
    ],
    rejects=[
        *("局长 王小明", "某局局长王小明", "人大代表 欧 阳 明 月 李 王 张 赵 钱 孙", "云溪市市长     贺东"),
        *("人大代表 王", "人大代表 王小   明", "某市人民政府办公室党组成员兼市大数据发展服务中心信息科科长 崔海"),
    ],
)
_CREDIT_OF_PICTURE = pattern(
    ".{0,40}(?:/摄|摄影报道|摄$)",
    method="match",
    matches=["王小明/摄", "王小明 摄影报道", "本报记者王小明摄", "王小明/摄、", "摄影报道：王小明"],
    rejects=[
        *("摄影展开幕", "摄像机拍下了这一幕"),
        "市民在新建成的滨江公园里散步、健身、赏花，享受秋日里的温暖阳光和美好时光，本报记者王小明摄",
    ],
)
PICTURE_NOTE = pattern(
    r"（?[^（）。，]{0,8}图[^（）。，]{0,8}(?:仅供参考|无关)）?$",
    method="match",
    matches=["（资料图片仅供参考）", "配图仅供参考", "（图片与内容无关）", "图文无关"],
    rejects=[
        *("图书馆开放时间，仅供参考", "仅供参考", "图片与内容无关的说法", "因版面所限本次活动的图文无关"),
        "图片与本报道所述的具体内容无关",
    ],
)
"""What a page says of a picture that shows something else."""
_ABOUT_AUTHOR = pattern(
    "（(?:(?:本文)?作者(?:系|为|是|单位)|[^（），]{2,24}(?:供稿|综合报道|综合整理)）$)",
    method="match",
    matches=[
        *("（作者系某大学教授）", "（本文作者为某院研究员）", "（作者是某局局长）", "（作者单位：某大学）"),
        *("（某局办公室供稿）", "（某报综合报道）", "（某网综合整理）"),
    ],
    rejects=[
        *("（作者）", "（责任单位：市发展改革委，供稿）", "（县供稿）", "（某报综合报道）之后"),
        "（某市人力资源和社会保障局及某市医疗保障局办公室联合供稿）",
    ],
)
_LAST_BRACKET = compiled(r"(?<=[。！？…”）])(?P<gap>\s{0,12})(?P<credit>（[^（）]{1,70}）)$")
_TRAILING = pattern(
    rf"(?<=[。！？…”])\s{{0,12}}(?P<credit>[^\s。！？，；：“”]{{0,16}}?(?:记者|通讯员)[{HAN}·、 ]{{2,40}})$",
    matches=[
        ("推动政策落地见效。某报记者 王小明", {"credit": "某报记者 王小明"}),
        ("推动政策落地见效。 记者王小明 通讯员李晓红报道", {"credit": "记者王小明 通讯员李晓红报道"}),
        "推动政策落地见效。某报通讯员 王小明",
    ],
    rejects=[
        *("他说：“要加快。”记者看到，车间里机器轰鸣", "推动政策落地见效，记者王小明", "推动政策落地见效。 记者王"),
        "推动政策落地见效。             某报记者 王小明",
        "推动政策落地见效。东屏市广播电视台新闻综合频道资深首席记者 王小明",
        "推动政策落地见效。 记者王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑成文、冯至远、陈思进",
    ],
)
"""A byline behind the last sentence, without brackets."""

_ENDS = ("完", "全文完")
_CREDITED = frozenset({"authors", "editors", "publisher"})


def names_of_byline(line: str) -> list[str]:
    """The names in a byline, without the words around them; a name of two characters may be set with a gap.

    Args:
        line: Width-folded text.
    """
    officer = _OFFICER.match(line)
    of_outlet = _names_behind_outlet(line)
    if of_outlet:
        return of_outlet
    return [piece for piece in _pieces(officer["name"] if officer else line) if is_name(piece)]


def _names_behind_outlet(line: str) -> list[str]:
    """The names behind an outlet, where nothing else stands: （江州财经 王小明）."""
    match = _OUTLET_AND_NAME.match(line)
    names = match["names"].split() if match and is_outlet(match["outlet"]) else []
    return names if all(map(is_name, names)) else []


def authors_of_label(value: str) -> list[str]:
    """Who the value of a label 作者 names: persons, or the bodies whose text it is.

    Args:
        value: Width-folded text.
    """
    names = names_of_byline(value)
    bodies = [piece for piece in re.split(r"[\s、，；]+", value) if is_body(piece) and piece not in names]
    return names + bodies


def _pieces(line: str) -> list[str]:
    """What a byline has beside outlets, roles and pictures."""
    line = _OUTLET_BEFORE.sub("、", _PICTURES.sub("、", line))
    line = _DOUBLE.sub(r"\1\2", _DROPPED.sub("、", line))
    found: list[str] = []
    for piece in re.split(rf"[\s、，,；;{STROKES}]+", line):
        told = _TOLD.search(piece)
        if told and is_name(piece[: told.start()]) and not (found and told.start() < 3):  # 江州报道 may be a place
            found.append(piece[: told.start()])
        elif piece and not told and piece not in word_set("bylines.pictures"):
            found.append(piece)
    return found


def outlet_of_byline(line: str) -> tuple[int, int] | None:
    """The outlet before the reporters of a byline (江州日报记者 王小明), or before a name alone (（江州财经 王小明）).

    Args:
        line: Width-folded byline.

    Returns:
        Offsets of the outlet, None where none is named.
    """
    before = _OUTLET_BEFORE.search(line) if "记者" in line else _OUTLET_AND_NAME.match(line)
    if before is None:
        return None
    start, end = before.span("outlet") if "记者" not in line else before.span()
    return (start, end) if is_outlet(line[start:end]) else None


def names_officer(line: str) -> bool:
    """Whether a width-folded line is an office and a name: 某局局长 王小明."""
    office = _OFFICER.match(line)
    return office is not None and is_name(office["name"].replace(" ", ""))


def names_pictures(line: str) -> bool:
    """Whether a width-folded line names who took the pictures."""
    return bool(_PICTURES.search(line))


def is_credit(line: str) -> bool:
    """Whether a width-folded line, title or not, has the form of a byline or of a picture's credit."""
    return is_written_by(line) or bool(_CREDIT_OF_PICTURE.match(line)) or names_pictures(line)


def is_written_by(line: str) -> bool:
    """Whether a width-folded line says who wrote, and nothing else: 本报记者 王小明, 文/王小明, 本报评论员."""
    if len(line) > BYLINE_LENGTH or "，" in line or line[-1:] == "：" or not _WRITTEN.search(line):
        return False
    pieces = _pieces(line)
    return all(map(is_name, pieces)) if pieces else "评论员" in line or bool(_PICTURES.search(line))


def is_byline(line: str, in_front: bool) -> bool:
    """Whether a width-folded line names who wrote the text.

    Args:
        line: The line.
        in_front: Whether it stands above the first paragraph, where an office and a name are the author's.
    """
    if len(line) > BYLINE_LENGTH or _TERMINAL.search(line):
        return False
    if in_front and "：" not in line and names_officer(line):
        return True
    if is_written_by(line) or _ABOUT_AUTHOR.match(line) or (line[0] == "（" and _names_behind_outlet(line)):
        return True
    if line[0] == "（" and line[-1] == "）":
        line = line[1:-1]
    names = line.split()
    return 1 <= len(names) <= _MOST_NAMES and all(map(is_name, names)) and len(line) <= _NAMES_LENGTH


class _Credit(NamedTuple):
    """Where a credit stands in its line: where the text before it ends, where the credit starts."""

    cut: int
    start: int


def split_credits(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut the credits off the paragraphs that end with them: …落实。（记者 王小明）.

    A single name, the source in brackets and a byline without brackets are credits behind the last paragraph only:
    …落实。（王小明）.

    Args:
        blocks: The lines of a page.

    Yields:
        The lines, credits as lines of their own.
    """
    last = _last_paragraph(blocks)
    for i, block in enumerate(blocks):
        credit = None if block.level else _find_credit(block.folded, is_last=i == last)
        if credit is None:
            yield block
        else:
            yield part(block, 0, credit.cut)
            yield part(block, credit.start, len(block.text), Role.PARAGRAPH)


def _last_paragraph(blocks: Sequence[Block]) -> int:
    """Index of the last paragraph before the tail of the page, -1 where there is none."""
    last = -1
    for i, block in enumerate(blocks):
        line = block.folded
        if last >= 0 and (starts_tail(line) or ends_text(line)):
            break
        if len(line) >= _LEAST_PROSE and (line[-1] in "。！？”）" or _TRAILING.search(line[-80:])) and "。" in line:
            last = i
    return last


def _find_credit(line: str, *, is_last: bool) -> _Credit | None:
    if line[-1] == "）":
        bracket = _LAST_BRACKET.search(line, max(0, len(line) - 80))
        if bracket and _is_credit(bracket["credit"], alone=bool(bracket["gap"]) or is_last, is_last=is_last):
            return _Credit(bracket.start(), bracket.start("credit"))
    elif is_last:
        trailing = _TRAILING.search(line, max(0, len(line) - 70))
        if trailing and is_written_by(trailing["credit"]):
            return _Credit(trailing.start(), trailing.start("credit"))
    return None


def _is_credit(bracket: str, *, alone: bool, is_last: bool) -> bool:
    """Whether a bracket names those who made the text and nothing else, or says that it ends: （完）.

    Args:
        bracket: The bracket.
        alone: Whether a single name is a credit here.
        is_last: Whether it stands behind the last paragraph, where 来源 is that of the text.
    """
    inside = bracket[1:-1]
    if "摄" in inside or _TERMINAL.search(inside):
        return False
    if (
        _ABOUT_AUTHOR.match(bracket)
        or inside in _ENDS
        or is_written_by(inside)
        or (is_last and _names_behind_outlet(inside))
    ):
        return True
    if opens_with_label(inside):
        names = {entry.name for entry in find_entries(inside)}
        return bool(names) and names <= _CREDITED and (is_last or "publisher" not in names)
    pieces = inside.split()
    return (alone or len(pieces) > 1) and len(pieces) <= _MOST_NAMES and all(map(is_name, pieces))
