"""Trails: the place of a page in its site, and the name of the page with its site (面包屑、网页名称).

trail     ::= ("当前位置" "：")? crumb (">" crumb)* ">"?
page name ::= title ("-" | "_" | "|") (column ("-" | "_" | "|"))* site
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.model.base import Extent

_CRUMB_LENGTH = 8
"""Maximum length of an entry of a trail that is parted by spaces, in characters."""

_TRAIL_LENGTH = 160
"""Maximum length of a trail, in characters."""

_PLACE = r"(?:(?:您|本页)?(?:的|现在的?)?(?:所在的?)?(?:当前的?)?位置|当前栏目|(?:网站|返回)?首页)"
_BREADCRUMB = pattern(
    rf"^{_PLACE}\s?(?:是|为)?\s?[：>»→/]|\s[>»›→]\s|[>»›→]\s?$|^[>»›→]",
    matches=[
        *("您的位置：首页", "您现在的位置：首页", "您所在的位置：", "当前的位置：首页", "当前位置：首页"),
        *(
            "本页位置：首页>要闻",
            "位置是：首页",
            "位置为 ：首页",
            "当前栏目：要闻",
            "首页>要闻",
            "网站首页 > 要闻",
            "返回首页/要闻",
        ),
        *("首页»要闻", "首页→要闻", "新闻 > 要闻", "新闻 » 要闻", "新闻 › 要闻", "新闻 → 要闻", "新闻>", "要闻›"),
        *("> 要闻", "新闻> ", "您所在位置：", "位置 是：首页", "您现在位置：首页"),
        ("网站首页 > 要闻", "网站首页 >"),
    ],
    rejects=[
        *("市政府召开会议", "当前位置优越，交通便利", "首页新闻"),
        "首页中心概况业务指南网上办事首页>政务公开>通知公告",
    ],
)
"""A trail."""

_PLACE_FIRST = frozenset("您本的现所当位网返首")
"""With what a trail without an arrow begins."""

_TRAIL_FIRST = pattern(
    rf"{_PLACE}\s?(?:：|\s)",
    method="match",
    matches=[
        *("您的位置：首页 要闻 市政府召开会议", "首页 要闻 市政府召开会议"),
        *(("现在所在当前位置 ：", "现在所在当前位置 ："), "您所在的当前的位置：", "返回首页 要闻 市政府召开会议"),
        *("网站首页 要闻 市政府召开会议", "当前栏目 要闻 市政府召开会议", "您现在的位置：首页 要闻 市政府召开会议"),
    ],
    rejects=["首页要闻", "聚焦主业 市政府召开会议"],
)
_SITE = pattern(
    rf"(?:^|位置\s?(?:是|为)?\s?[：>»›→]?\s{{0,3}}|首页\s{{0,3}}[>»›→/-]{{1,2}}\s{{0,3}})(?P<site>(?!.{{0,6}}位置)[{HAN}]{{2,12}}(?<![联物电路管官全])网站?)\s{{0,3}}[>»›→/]",
    matches=[
        ("某某政务网 > 新闻 > 正文", {"site": "某某政务网"}),
        ("您的位置：首页 » 某某资料网 » 法规 »", {"site": "某某资料网"}),
        *(("当前位置是：某某网站>要闻", {"site": "某某网站"}), ("当前位置为某某网/要闻", {"site": "某某网"})),
        ("当前位置为县网/要闻", {"site": "为县网"}),
        ("当前位置为街道便民服务点位置查询网/要闻", "位置为街道便民服务点位置查询网/"),
        *(("当前位置 为某某网/要闻", {"site": "某某网"}), "当前位置为  某某网/要闻", "当前位置是 ：某某网站>要闻"),
        *("您的位置：首页» 某某资料网 » 法规 »", "您的位置：首页 »某某资料网 » 法规 »"),
    ],
    rejects=[
        *("首页 > 科技 > 互联网 > 正文", "首页 > 互联网 > 正文", "某某政务网召开座谈会", "首页 > 电网 > 正文"),
        *("当前位置为位置网/要闻", "当前位置是：    某某网站>要闻", "当前位置为某路网/要闻"),
        *("当前位置为某管网/要闻", "当前位置为某电网/要闻", "当前位置为某物网/要闻", "当前位置为某官网/要闻"),
        *("当前位置为某全网/要闻", "当前位置为某某网    /要闻", "您的位置：首页  某某资料网 » 法规 »"),
        *("当前位置为江州市优化营商环境政策服务网/要闻", "您的位置：首页 /›> 某某资料网 » 法规 »"),
        *("您的位置：首页 »    某某资料网 » 法规 »", "您的位置：首页    » 某某资料网 » 法规 »"),
    ],
)
"""The site that a trail begins with."""

_NAME_OF_PAGE = pattern(
    r"\s{0,2}(?:[-_|丨–]{1,2}[^-_|丨—–【】]{1,20}){0,2}?[-_|丨–]{1,2}\s{0,2}【?(?P<site>[^-_|丨—–【】\s]{2,20})】?$",
    method="match",
    matches=[
        *(("- 【某某在线】", {"site": "某某在线"}), ("_要闻_某某网", {"site": "某某网"})),
        *((" | 某某网", {"site": "某某网"}), ("–某某网", {"site": "某某网"}), "丨某某网", "丨要闻_某某网"),
        " _要闻_某某网",
    ],
    rejects=[
        *("部署工作 - 某某网", "——某市加快推进产业集群建设", "", "--丨某某网", "–网", "   _要闻_某某网"),
        *("–   某某网", "--丨要闻_某某网", "  -- 要闻  -- 时政-本地_某某网", "   –某某网"),
        *("–努力建设人与自然和谐共生的现代化美丽江州城市", "_市人民政府关于加快推进数字经济高质量发展的通知_某某网"),
    ],
)
"""What stands behind the title in the name of a page."""

_ARROW = pattern(
    r"\s{0,3}[>»›→/]{1,2}\s{0,3}",
    matches=[
        *("首页 > 要闻", "首页»要闻", "首页/要闻", ("首页 > 要闻", " > "), ("首页/›>要闻", "/›")),
        *(("首页/    要闻", "/   "), ("首页    /要闻", "   /")),
    ],
    rejects=["首页 要闻"],
)


def is_breadcrumb(line: str) -> bool:
    """Whether a line shows the place of the page in its site: 首页 > 政务公开 > 文件."""
    if len(line) >= _TRAIL_LENGTH:
        return False
    if not (line[:1] in _PLACE_FIRST or ">" in line or "»" in line or "›" in line or "→" in line):
        return False
    return bool(_BREADCRUMB.search(line))


def crumbs_of(line: str) -> Iterator[str]:
    """The entries of a trail: columns of the site, and the page itself.

    Args:
        line: Width-folded line that is a trail.
    """
    line = line[line.find("：") + 1 :]
    return (crumb.strip() for crumb in _ARROW.split(line) if crumb and crumb.strip())


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
    found = _SITE.search(line)
    return found.span("site") if found else None


def site_of_page_name(line: str, title: str) -> Extent | None:
    """The site behind the title in the name of a page: 市政府召开会议 - 要闻 - 某某网."""
    found = _NAME_OF_PAGE.match(line, len(title)) if line.startswith(title) else None
    return found.span("site") if found else None
