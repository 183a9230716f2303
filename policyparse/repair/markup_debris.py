"""Markup that a converter left in a Chinese text: tags, list marks around nothing, entities, links, emphasis."""

import html
import re
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

_ATTRIBUTE = pattern(
    r"""\s{1,9}[a-zA-Z:_-]{1,30}(?:=(?:"[^"<>\n]{0,200}"|'[^'<>\n]{0,200}'|[^\s<>"'=]{1,200}))?""",
    method="fullmatch",
    matches=[' href="x"', " a='1'", " size=3", " x", '         w=""', " w=''", f' w="{"x" * 200}"', f" {'w' * 30}"],
    rejects=[
        *("w", " ", ' w="a', " w=", f" w={'x' * 201}", f' w="{"x" * 201}"', f" w='{'x' * 201}'", f" {'w' * 31}"),
        *(f"{' ' * 10}w", " w=1="),
    ],
)
"""An attribute of a tag, with or without a value."""

_ELEMENTS = """
    a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption
    center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
    figcaption figure font footer form frame frameset h[1-6] head header hgroup hr html i iframe img input
    ins kbd label legend li link main map mark menu menuitem meta meter nav noscript object ol optgroup
    option output p param picture pre progress q rp rt ruby s samp script section select small source span
    strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track
    tt u ul var video wbr o:p
"""
_NAME = "[a-zA-Z][a-zA-Z0-9:]{0,15}"
_KNOWN = "|".join(_ELEMENTS.split())
_TAG = pattern(
    rf"<(?:/{_NAME}\s{{0,3}}|(?:(?&known))\s{{0,3}}/?|{_NAME}(?&attribute){{1,20}}\s{{0,3}}/?)>",
    known=lambda: _KNOWN,
    attribute=_ATTRIBUTE,
    flags=re.IGNORECASE,
    matches=[
        *("<p>", "</p>", "</custom >", "<br />", '<a href="x">', "<x:z a='1'>", "<FONT size=3 color=red>"),
        *("<img src=x/>", "<o:p>", "<td  >", "<td/>", "<foo w  />", f"</{'x' * 16}>", f"<x{' w' * 20}>"),
        '<u w="a" x>',
    ],
    rejects=[
        *("<市>", "<a", "a < b > c", "<foo>", "<p    >", "</p    >", "< p>", "<a href=>", "<>", "</>"),
        *(f"</{'x' * 17}>", f"<{'x' * 17} a=1>", f"<x{' w' * 21}>", "<foo w    >", "<foo w  //>"),
    ],
)
"""A tag: of HTML, closing, or with attributes."""

_LIST_MARK = compiled(r"(?:[•·*-][ \t]{0,4}|\d{1,2}\.[ \t]{1,4})?$")
_COMMENT = pattern(
    r"<!--[^\n]{0,300}?-->",
    matches=[("<!-- 一 -->二-->", "<!-- 一 -->"), "<!---->"],
    rejects=["<!-- 一", "<!-\n->", f"<!--{'长' * 301}-->"],
)
_ENTITY = pattern(
    r"&(?:amp;){0,2}(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});",
    matches=[
        *("&nbsp;", ("&amp;nbsp;", "&amp;nbsp;"), ("&amp;amp;amp;lt;", "&amp;amp;amp;"), "&#8220;", "&#x201C;"),
        *("&#X201c;", "&frac12;", "&lt;"),
    ],
    rejects=[
        *("R&D;", "&a;", "&#1;", "&#1234567;", "&#x1;", "&#x123456;", "&abcdefghi;", "&nbsp123;", "&nbsp", "& amp;"),
    ],
)
_LINK = pattern(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,120})\]"
    r"\((?:https?:|mailto:|javascript:|data:image|[./#])[^\s()]{0,400}(?: \"[^\"\n]{0,100}\")?\)",
    matches=[
        *(("[通知](https://a.cn/b)", {"image": "", "words": "通知"}), ("![图](./a.png)", {"image": "!"})),
        *(("[](http:)", {"words": ""}), "[信](mailto:a@b)", "[点](javascript:void)", "[图](data:image/png)"),
        *("[顶](#top)", '[通知](/a "标题")', '[通知](/a "")', "[上](./a)"),
    ],
    rejects=[
        *("[通知]", "[通知](试行)", "[通知](a)", "[甲[乙]](", f"[{'长' * 121}](/a)", f"[通知](/{'a' * 401})"),
        *(f'[通知](/a "{"长" * 101}")', "[通知](/a 标题)"),
    ],
)
_EMPHASIS = pattern(
    r"(?<!\*)(?P<mark>(?<![\u4e00-\u9fff])\*\*\*|\*\*|__)(?=\S)(?P<words>[^*_\n]{1,200})(?P=mark)"
    r"(?!(?<=\*\*\*)[*\u4e00-\u9fff])",
    matches=[
        *(("一**二**三", {"words": "二"}), ("__要点__", {"words": "要点"}), ("**要点 一**", {"words": "要点 一"})),
        ("***要点***，", {"words": "要点"}),
    ],
    rejects=[
        *("** 二**", "**二__", "****", "*二*", f"**{'长' * 201}**", "坚持***思想、***理论", "***思想和***理论"),
        *("学习***总书记关于***。", "***总书记****"),
    ],
)
_HAN = compiled("[\u4e00-\u9fff]+")
_LETTERS = compiled("[A-Za-z]+")
_CHINESE = 0.25
"""A text of which a smaller share of the letters is Chinese is code or another language: its markup is its content."""


def find_markup_debris(text: str) -> Iterator[Edit]:
    """Find the markup of a Chinese text, to be deleted or read as the character that it stands for."""
    tags = list(_TAG.finditer(text)) if "<" in text else []
    marks = [name for name in ("&", "](", "**", "__", "<!--") if name in text]
    links = list(_LINK.finditer(text)) if "](" in marks else []
    in_markup = sum(m.end() - m.start() for m in tags) + sum(m.end() - m.end("words") for m in links)
    if not (tags or marks) or not _is_chinese(text, in_markup):
        return
    yield from _find_tags(text, tags)
    if "<!--" in marks:
        yield from (Edit(m.start(), m.end(), "", "markup_debris") for m in _COMMENT.finditer(text))
    if "&" in marks:
        yield from _find_entities(text)
    yield from _find_links(links)
    if "**" in marks or "__" in marks:
        yield from _find_emphasis(text)


def _is_chinese(text: str, in_markup: int) -> bool:
    han, letters = (sum(map(len, form.findall(text))) for form in (_HAN, _LETTERS))
    return han > 0 and han >= _CHINESE * (han + max(0, letters - in_markup))


def _find_tags(text: str, tags: list[re.Match[str]]) -> Iterator[Edit]:
    """Runs of tags; a run that is a whole line goes with the list mark before it."""
    i = 0
    while i < len(tags):
        start, end = tags[i].span()
        while i + 1 < len(tags) and not text[end : tags[i + 1].start()].strip(" \t"):
            i += 1
            end = tags[i].end()
        i += 1
        line_start = max(text.rfind("\n", max(0, start - 60), start) + 1, start - 60)
        line_end = text.find("\n", end, end + 60)
        alone = not text[end : line_end if line_end >= 0 else end + 60].strip()
        mark = _LIST_MARK.match(text[line_start:start].lstrip()) if alone else None
        if mark is not None and (line_start == 0 or text[line_start - 1] == "\n"):
            start = line_start
        yield Edit(start, end, "", "markup_debris")


def _find_entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        character = html.unescape(html.unescape(html.unescape(match[0])))
        if (len(character) == 1 and character.isprintable()) or character in (
            "\xa0",
            "\u2002",
            "\u2003",
            "\u2009",
            "\u3000",
        ):
            yield Edit(match.start(), match.end(), character, "character_entity")
        elif character and all(c in "\u200b\u200c\u200d\u00ad\ufeff" for c in character):
            yield Edit(match.start(), match.end(), "", "character_entity")


def _find_links(links: list[re.Match[str]]) -> Iterator[Edit]:
    for match in links:
        if match["image"] or not match["words"].strip():
            yield Edit(match.start(), match.end(), "", "markup_debris")
        else:
            yield Edit(match.start(), match.start("words"), "", "markup_debris")
            yield Edit(match.end("words"), match.end(), "", "markup_debris")


def _find_emphasis(text: str) -> Iterator[Edit]:
    """Marks of emphasis inside a line; emphasis of a whole line is the mark of a heading, and the layout reads it."""
    for match in _EMPHASIS.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()].rpartition("\n")[2]
        after = text[match.end() : match.end() + 40].split("\n")[0]
        if (before.strip(" \t>#*-•") or after.strip()) and _HAN.search(match["words"]):
            yield Edit(match.start(), match.start("words"), "", "emphasis")
            yield Edit(match.end("words"), match.end(), "", "emphasis")
