"""Holders of an office taken together: 各县（市、区）政协主席, 部分乡镇党委书记."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.offices import TITLE_AT_END
from policyparse.speech.named import Subject

_BRACKET = rf"(?:[{HAN}]{{0,8}}（[{HAN}、]{{1,12}}）)?"
"""Divisions taken together: 县（市、区）."""

_MEMBERS = pattern(
    rf"(?:(?&speakers.several)|[{HAN}]{{2,16}}(?:各|部分))(?&divisions)[{HAN}]{{2,16}}$",
    divisions=_BRACKET,
    matches=[
        *("各县区政协主席", "部分乡镇党委书记", "市直各单位主要负责人", "各县（市、区）政协主席"),
        *("全市各乡（镇）党委书记", "部分街道（社区）主任", "部分（社区）主任", "市直部分单位主要负责人"),
    ],
    rejects=[
        *("市政协主席", "主席各", "部分街道（）主任", "各县", "县各单位主要负责人"),
        *("部分新近划入主城区的街道（社区）主任", "各单位要按照任务分工抓好贯彻落实和督促检查"),
        *("各县（不含已经撤县设区的青禾、大梁两地）政协主席", "请参加今天会议的市直机关和县区有关各单位主要负责人"),
    ],
    method="match",
)
_MEMBERS_OPENING = pattern(
    rf"(?P<who>(?:(?&speakers.several)|[{HAN}]{{2,8}}各)(?&divisions)[{HAN}]{{2,16}}?)"
    r"(?=(?:先后|分别|依次|逐一|纷纷)?(?&speakers.turns))",
    divisions=_BRACKET,
    matches=[
        ("各县（市、区）政协主席作交流发言，", {"who": "各县（市、区）政协主席"}),
        ("各乡镇党委书记先后发言，", {"who": "各乡镇党委书记"}),
        ("全市各区（县）局长分别汇报，", {"who": "全市各区（县）局长"}),
        *(("各县（市、区）长作交流发言，", "各县（市、区）长作"), ("各乡镇党委书记依次进行", "各乡镇党委书记")),
        *(("各乡镇党委书记逐一围绕", "各乡镇党委书记"), "各乡镇党委书记结合"),
        ("各乡镇党委书记纷纷发言", "各乡镇党委书记"),
    ],
    rejects=[
        *("县政协主席作交流发言，", "各县（市、区）要压实责任，", "县各区（县）局长分别汇报，"),
        *("前来参加今天会议的各区（县）局长分别汇报，", "各乡镇党委书记和县直机关单位主要负责同志先后发言，"),
    ],
    method="match",
)


def holders(words: str) -> bool:
    """Whether words are holders of an office taken together, and nothing else."""
    return _MEMBERS.match(words) is not None and TITLE_AT_END.search(words) is not None


def read_holders_opening(folded: str, start: int, stop: int) -> Subject | None:
    """Read the holders of an office who open a clause and speak, one after another.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where it ends at the latest.
    """
    found = _MEMBERS_OPENING.match(folded, start, stop)
    if found is None or not TITLE_AT_END.search(found["who"]):
        return None
    return Subject(found["who"], "collective", (), start, found.span("who"))
