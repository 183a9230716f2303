"""Bylines: who wrote a text, on a line of its own or in brackets behind a paragraph (署名).

    byline  ::= mark? (outlet? role names)+ | names | "（" names "）" | office name
    credits ::= "（" ((label "：" names) | byline) "）"

A paragraph that ends with credits is cut before them: they are no part of what it says.
"""

import re
from collections.abc import Iterable, Iterator

from policyparse.language.names import is_name
from policyparse.page.blocks import Block, Role
from policyparse.page.source_line import find_entries, opens_with_label

_TERMINAL = re.compile(r"[。！？；…]")
_LENGTH = 60
_NAMES_LENGTH = 24
_MOST_NAMES = 6

_BYLINE = re.compile(
    r"[（(□■◎]{0,2}\s?(?:本报|本刊|本网|本台|新华社|人民网|见习|实习|特约)?\S{0,8}?(?:记者|通讯员|作者|特约撰稿人?)[\s：/]|[（(]?(?:文|撰文|采写)\s?[/／|丨]\s?\S{2,4}"
)
_PICTURE_CREDIT = re.compile(".{0,40}(?:/摄|摄影报道)$")
_UNSPACED = re.compile(
    r"[（□■◎]{0,2}\s?(?:本[报刊网台]|[\u4e00-\u9fff]{1,6}[社报网台])?(?:见习|实习|特约|首席|全媒体|融媒体){0,2}(?:记者|通讯员)[\u4e00-\u9fff·、\s]{2,40}）?$"
)
"""新华社记者王小明: the role and its names with no space between."""

_OFFICER = re.compile(
    r"\S{2,24}(?:长|主任|书记|主席|委员|代表|干事|院士)\s{1,4}([\u4e00-\u9fff](?:\s{0,2}[\u4e00-\u9fff·]){1,8})$"
)
_OUTLET = re.compile(
    r"[^\s、，,；;（(：:/]{1,10}(?:[报社网台刊]|媒体?|频道|客户端|中心|新闻)"
    r"(?=(?:见习|实习|特约|首席|全媒体|融媒体|融媒|多媒体)*(?:记者|通讯员|评论员))"
)
"""The outlet before the role: 某报全媒体记者."""

_DROPPED = re.compile(
    r"本报|本刊|本网|本台|新华社|人民网|见习|实习|特约|全媒体|融媒体|首席|记者|通讯员|实习生|作者|撰稿人?|撰文|采写|摄影|报道|文[/／|丨]|[（）()：/□■◎]"
)
_PICTURES = re.compile(r"(?:图|摄影|制图|视频|图片)\s?[/／：]\s?[\u4e00-\u9fff]{2,4}")
_DOUBLE = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")

_LAST_BRACKET = re.compile(r"(?<=[。！？…”）])(?P<gap>\s{0,12})(?P<credit>（[^（）]{1,70}）)$")
_ABOUT_AUTHOR = re.compile(r"（(?:(?:本文)?作者(?:系|为|是|单位)|[^（），]{2,24}(?:供稿|综合报道|综合整理)）$)")
_ENDS = ("完", "全文完")
_CREDITED = ("authors", "editors")


def names_of_byline(line: str) -> list[str]:
    """The names in a byline, without the words around them; a name of two characters may be set with a gap.

    Args:
        line: Width-folded text.
    """
    officer = _OFFICER.match(line)
    return [piece for piece in _pieces(officer[1] if officer else line) if is_name(piece)]


def _pieces(line: str) -> list[str]:
    """What a byline has beside outlets, roles and pictures."""
    line = _DOUBLE.sub(r"\1\2", _DROPPED.sub("、", _PICTURES.sub("、", _OUTLET.sub("、", line))))
    return [piece for piece in re.split(r"[\s、，,；;]+", line) if piece]


def names_officer(line: str) -> bool:
    """Whether a width-folded line is an office and a name: 某局局长 王小明."""
    office = _OFFICER.match(line)
    return office is not None and is_name(office[1].replace(" ", ""))


def is_credit(line: str) -> bool:
    """Whether a width-folded line, title or not, has the form of a byline or of a picture's credit."""
    return bool(_BYLINE.match(line) or _PICTURE_CREDIT.match(line))


def is_byline(line: str, in_front: bool) -> bool:
    """Whether a width-folded line names who wrote the text.

    Args:
        line: The line.
        in_front: Whether it stands above the first paragraph, where an office and a name are the author's.
    """
    if len(line) > _LENGTH or _TERMINAL.search(line):
        return False
    if in_front and "：" not in line and names_officer(line):
        return True
    if _BYLINE.match(line):
        return "，" not in line and "：" not in line[-1:]
    if _UNSPACED.match(line):
        return all(is_name(piece) for piece in _pieces(line))
    if line[0] == "（" and line[-1] == "）":
        if _ABOUT_AUTHOR.match(line):
            return True
        line = line[1:-1]
    names = line.split()
    return 1 <= len(names) <= _MOST_NAMES and all(is_name(name) for name in names) and len(line) <= _NAMES_LENGTH


def split_credits(blocks: Iterable[Block]) -> Iterator[Block]:
    """Cut the credits in brackets off the paragraphs that end with them: …落实。（记者 王小明）.

    A single name is one only where a space sets it off: …落实。  （王小明）.

    Args:
        blocks: The lines of a page.

    Yields:
        The lines, credits as lines of their own.
    """
    for block in blocks:
        line = block.folded
        bracket = _LAST_BRACKET.search(line, max(0, len(line) - 80)) if line[-1] == "）" and not block.level else None
        if bracket is None or not (
            _is_credit(bracket["credit"]) or (bracket["gap"] and is_name(bracket["credit"][1:-1]))
        ):
            yield block
            continue
        cut, at = bracket.start(), bracket.start("credit")
        yield Block(block.role, block.start, block.start + cut, block.text[:cut], line[:cut])
        yield Block(Role.PARAGRAPH, block.start + at, block.end, block.text[at:], line[at:])


def _is_credit(bracket: str) -> bool:
    """Whether a bracket names those who made the text and nothing else, or says that it ends: （完）."""
    inside = bracket[1:-1]
    if "摄" in inside or _TERMINAL.search(inside):
        return False
    if _ABOUT_AUTHOR.match(bracket) or inside in _ENDS:
        return True
    if opens_with_label(inside) and any(entry.name in _CREDITED for entry in find_entries(inside)):
        return True
    written = _BYLINE.match(bracket) or _UNSPACED.match(bracket) or len(inside.split()) > 1
    return bool(written) and all(is_name(piece) for piece in _pieces(inside))
