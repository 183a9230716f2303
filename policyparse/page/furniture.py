"""Page furniture: navigation, tool bars, teasers, link lists, comments, licences (网页边栏).

A line is told by its words where they leave no doubt, and by its place where it follows the end of the text.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from policyparse.model.base import Extent
from policyparse.page.blocks import Block

_BEFORE = {
    "bar": "0123456789：|丨，,.、·•[]【】（）《》<>/\\&×¥—+~_…!！-",
    "tail": "【（[*#◆■●▲>-",
    "end": "【（[",
}
"""What may stand, beside space, before the first word of a line, in folded text; in a bar, between all of them."""

_SEPARATORS = rf"[\s{re.escape(_BEFORE['bar'])}]*"
_BREADCRUMB = re.compile(
    r"^(?:您?(?:的|现在)?(?:所在的?)?(?:当前的?)?位置|当前栏目|(?:网站|返回)?首页)\s?(?:是|为)?\s?[：>»→/]|\s[>»›→]\s|[>»›→]\s?$|^[>»›→]"
)
_PLACE_FIRST = frozenset("您的现所当位网返首")
"""With what a breadcrumb without an arrow begins."""

_SUMMARY = re.compile(
    r"[\[【](?:摘要|导读|提要|核心提示|内容提要|内容摘要|编者按)[\]】]|(?:摘要|导读|核心提示|内容提要|内容摘要|原标题|原题)："
)
_PAGER = re.compile(
    r"(?:[\[【（]?[0-9]{1,3}(?![0-9])[\]】）]?\s{0,3}){1,20}(?:\.{3}|…)?(?:[\s\[【]{0,3}(?:上一页|下一页|末页|尾页|全文阅读|阅读全文)[\]】]?\s{0,3}){1,4}$"
    r"|(?:上一页|首页)\s.{0,40}(?:下一页|末页|尾页).{0,20}$|共\s?[0-9]{1,4}\s?页.{0,20}$|第\s?[0-9]{1,4}\s?页.{0,3}共\s?[0-9]{1,4}\s?页.{0,10}$"
    r"|(?:[—–-]\s?)?[0-9]{1,4}\s?[—–-]$|Page [0-9]{1,4}(?: of [0-9]{1,4})?$"
)
_PAGER_FIRST = frozenset("[【（0123456789上首共第—–-P")
_TAG_LINE = re.compile(r"#\S{1,20}(?:\s#?\S{1,20}){0,8}$")
_TODAY = re.compile("(?:今天|今日)是.{6,40}$")
_TRAIL_FIRST = re.compile(r"(?:您?(?:的|现在)?(?:所在的?)?(?:当前的?)?位置|(?:网站|返回)?首页)\s?(?:：|\s)")
_TRAIL_SITE = re.compile(
    r"(?:^|位置\s?(?:是|为)?\s?[：>»›→]?\s{0,3}|首页\s{0,3}[>»›→/-]{1,2}\s{0,3})([\u4e00-\u9fff]{2,12}(?<![联物电路管官全])网站?)\s{0,3}[>»›→/]"
)
_PARTED = r"\s{0,2}[-_|丨–]{1,2}\s{0,2}"
_PAGE_NAME_SITE = re.compile(rf"(?:{_PARTED}[^-_|丨—–【】]{{1,20}}){{0,2}}?{_PARTED}【?([^-_|丨—–【】\s]{{2,20}})】?$")
_NEXT_PLATE = re.compile(r".{0,60}(?:上一版|前一版)[\s|]{0,12}(?:下一版|后一版)[\s|]{0,12}(?:\S{1,8}\s{0,4}){0,3}$")
_PLATE = re.compile(r"(?:(?:当前|本)版\s?：?\s?)?第\s?[A-Z]?[0-9]{1,3}\s?版(?:[：\s].{0,12})?$|[A-Z]?[0-9]{1,3}版$")
_SLUG = re.compile(r"[^，。：]{2,20}[0-9]{1,2}日[电讯](?:（[^（）]{2,40}）)?\s{0,2}题：")
_WELCOME = re.compile("(?:您好[，！]?)?欢迎(?:您|你)?(?:访问|光临|来到|登录|浏览|进入|关注).{2,60}$")
_SYMBOLS = re.compile(r"[\s\W_]{1,80}$")
_MARK_LENGTH = 80
_CRUMB_LENGTH = 8
_SLUG_LENGTH = 120


@cache
def _lexicon() -> dict[str, list[str]]:
    lexicon = tomllib.loads((files("policyparse.page") / "furniture.toml").read_text(encoding="utf-8"))
    return {group: sorted(entry["words"], key=len, reverse=True) for group, entry in lexicon.items()}


@cache
def _first(group: str) -> frozenset[str]:
    """With what a line begins that a word of the group opens: what stands before it, or the word."""
    return frozenset(word[0] for word in _lexicon()[group]) | frozenset(_BEFORE[group])


@cache
def _words() -> dict[str, re.Pattern[str]]:
    words = {group: "|".join(map(re.escape, entries)) for group, entries in _lexicon().items()}
    return {
        "bar": re.compile(rf"{_SEPARATORS}(?:(?:{words['bar']}){_SEPARATORS}){{1,30}}$"),
        "tail": re.compile(rf"[\s{re.escape(_BEFORE['tail'])}]{{0,4}}(?:{words['tail']})"),
        "end": re.compile(rf"[\s{re.escape(_BEFORE['end'])}]{{0,3}}(?:{words['end']})[\]】）]?(?:：|\s|$)"),
        "mark": re.compile(words["mark"]),
        "site": re.compile(rf"(?:{words['site']})$"),
    }


def is_furniture(line: str) -> bool:
    """Whether a width-folded line, without the space around it, is furniture wherever it stands."""
    if not line or len(line) > 200:
        return False
    first = line[0]
    return bool(
        (len(line) < _MARK_LENGTH and _words()["mark"].search(line))
        or (first in _first("bar") and _words()["bar"].match(line))
        or (first in _PAGER_FIRST and _PAGER.match(line))
        or (first == "#" and _TAG_LINE.match(line))
        or (not first.isalnum() and _SYMBOLS.match(line))
        or (first == "今" and _TODAY.match(line))
        or (first in "欢您" and _WELCOME.match(line))
        or ("一版" in line and _NEXT_PLATE.match(line))
    )


def is_breadcrumb(line: str) -> bool:
    """Whether a line shows the place of the page in its site: 首页 > 政务公开 > 文件."""
    if len(line) >= 160 or not (line[:1] in _PLACE_FIRST or ">" in line or "»" in line or "›" in line or "→" in line):
        return False
    return bool(_BREADCRUMB.search(line))


def is_trail(line: str, name: str) -> bool:
    """Whether a line leads, with spaces, to what another line names: 首页 新闻 市政府召开会议.

    Args:
        line: Width-folded text.
        name: The other line, with which this one ends.
    """
    crumbs = line[: -len(name)].split()
    return bool(_TRAIL_FIRST.match(line)) or (len(crumbs) > 1 and all(len(crumb) <= _CRUMB_LENGTH for crumb in crumbs))


def site_of_trail(line: str) -> Extent | None:
    """The site that begins a trail: 某某网 > 新闻 > 正文."""
    found = _TRAIL_SITE.search(line)
    return found.span(1) if found else None


def site_of_page_name(line: str, title: str) -> Extent | None:
    """The site behind the title in the name of a page: 市政府召开会议 - 要闻 - 某某网."""
    found = _PAGE_NAME_SITE.fullmatch(line, len(title)) if line.startswith(title) else None
    return found.span(1) if found else None


def is_summary(line: str) -> bool:
    """Whether a line is a summary or an older title that the site put before the text: [摘要] …, 原标题：…."""
    return line[:1] in "[【摘导核内原" and bool(_SUMMARY.match(line))


def is_slug(line: str) -> bool:
    """Whether a line is an agency's dateline with the title again: 某社江州1月1日电 题：老港口焕发新活力."""
    return len(line) <= _SLUG_LENGTH and "题：" in line and bool(_SLUG.match(line))


def is_plate(line: str) -> bool:
    """Whether a line names the page of a newspaper (版次)."""
    return bool(_PLATE.match(line))


def is_site_name(line: str) -> bool:
    """Whether a line ends as names of sites and accounts do: 门户网站, 官方微信."""
    return len(line) <= 30 and bool(_words()["site"].search(line))


@cache
def closing_openers() -> frozenset[str]:
    """With what a line begins that may start the tail of a page or end its text."""
    return _first("tail") | _first("end")


def starts_tail(block: Block) -> bool:
    """Whether the text has ended before this line: teasers, licence, comments, neighbours."""
    return block.folded[:1] in _first("tail") and bool(_words()["tail"].match(block.folded))


def ends_text(block: Block) -> bool:
    """Whether the text has ended with this line: 责任编辑 and what is like it, under a text."""
    line = block.folded
    return len(line) <= 60 and line[:1] in _first("end") and bool(_words()["end"].match(line))
