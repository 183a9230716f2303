"""The words of reported speech, as patterns: `speech.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from policyparse.knowledge.words import any_of


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The words of reported speech, by group."""
    table = tomllib.loads((files("policyparse.speech") / "speech.toml").read_text(encoding="utf-8"))
    return {group: frozenset(words) for group, words in table.items()}


@cache
def pattern(group: str) -> str:
    """A pattern that matches any word of a group, the longest first."""
    return any_of(lexicon()[group])


_DAY = r"(?:\d{1,2}月)?\d{1,2}日|[今昨前当次][天日晚]|[近日此目]前|不久前|近日|当场|随后|会[上后前]"
_TIME = rf"(?:{_DAY})(?:[上下中]午|晚[上间]?|凌晨|傍晚)?"
"""When something is said: 9日下午, 今日, 日前."""

_MANNER = r"边[\u4e00-\u9fff]{1,3}边[\u4e00-\u9fff]{0,3}"  # 边走边说


@cache
def trailing_adverbs() -> re.Pattern[str]:
    """Adverbs, and dates, that stand right before a verb."""
    return re.compile(rf"(?:{pattern('adverbs')}|（[^（）]{{1,12}}）|{_TIME}|{_MANNER}){{1,6}}$")


@cache
def collective_name() -> re.Pattern[str]:
    """A collective that is all there is: 会议, 某部相关负责人."""
    named = r"[\u4e00-\u9fffA-Za-z0-9、（）·“”]{1,36}"
    return re.compile(rf"(?:{pattern('collectives')})$|{named}(?:{pattern('collective_endings')})$")


@cache
def document_title() -> re.Pattern[str]:
    """The name of a document without 《》, after what it is about: 政府工作报告, “十五五”规划纲要."""
    return re.compile(rf"(?:(?!发布|公布|印发|出台)[\u4e00-\u9fff“”]){{2,24}}(?:{pattern('documents')})$")


@cache
def collective_with_adjunct() -> re.Pattern[str]:
    """A collective at the start of a clause, perhaps with what it is taken from: 参加某会的委员们."""
    unnamed = rf"[\u4e00-\u9fff、]{{1,30}}?(?:{pattern('collective_endings')})"
    before_adjunct = rf"(?=\d|{pattern('adjuncts')})"
    taken_from = r"(?:[^，。“”的]{2,30}的)?"
    return re.compile(rf"(?:{taken_from}(?P<name>{pattern('collectives')})|(?P<unnamed>{unnamed})){before_adjunct}")


@cache
def opening_collective() -> re.Pattern[str]:
    """A collective that opens a sentence."""
    ending = rf"[\u4e00-\u9fff]{{1,14}}?(?:{pattern('collective_endings')})"
    return re.compile(rf"(?P<name>(?:{pattern('collectives')})|{ending})(?=[\u4e00-\u9fff，])")


@cache
def adjunct() -> re.Pattern[str]:
    """What may stand between a subject and its verb: a number, a time, 在……, 对……."""
    return re.compile(rf"\d|{_TIME}|{pattern('adjuncts')}")


@cache
def _no_subject() -> re.Pattern[str]:
    return re.compile(rf"{pattern('no_subject')}|以(?!色列|军|方)")


def cannot_speak(words: str) -> bool:
    """Whether words open as no unnamed speaker does: 要落实有关要求."""
    return _no_subject().match(words) is not None
