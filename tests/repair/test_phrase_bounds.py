"""Bounds of a foreign phrase whose word is not known, and what is named on made dirt: no word that is not sure."""

import itertools

import pytest

from generators.catalogue import MAKERS, made
from generators.common import Dice
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.phrase_bounds import whole_phrase
from policyparse.repair.poisoned_words import CONFIDENCE, repair_poisoned_words
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText


@pytest.mark.parametrize(
    ("before", "core", "behind", "phrase"),
    [
        ("各级政府应当加强", "棋牌_最新版下载", "，完善制度", "棋牌_最新版下载"),
        ("各级政府应当加强万利", "棋牌_最新版下载", "，完善制度", "万利棋牌_最新版下载"),
        ("各级人民", "）万利体育_官网入口", "负责实施", "万利体育_官网入口"),
        ("推动乡村AB尊虎", "真人官网_手机版", "发展", "AB尊虎真人官网_手机版"),
        ("会议研究了", "电竞app下载_ios", "版的要求", "电竞app下载_ios版"),
        ("会议研究了", "电竞app下载_ios", "版面设计", "电竞app下载_ios"),
        ("要求，", "彩票app_最新版下载", "。", "彩票app_最新版下载"),
    ],
)
def test_the_phrase_is_whole(before: str, core: str, behind: str, phrase: str) -> None:
    text = before + core + behind
    start, end = whole_phrase(text, core, [len(before)])
    assert text[start:end] == phrase


def test_several_places_share_the_brand() -> None:
    core = "棋牌_最新版下载"
    text = f"推动新飞鱼{core}发展，促进飞鱼{core}升级，飞鱼{core}园区"
    places = [i for i in range(len(text)) if text.startswith(core, i)]
    start, end = whole_phrase(text, core, places)
    assert text[start:end] == "飞鱼" + core


BRANDS = ("飞鱼", "万利", "星月", "金岭", "凤舞", "米川", "彩虎", "88gogo", "云顶湾", "爱赢")
TAILS = ("棋牌_最新版下载", "彩票app_最新版下载", "真人官网_手机版", "快三最新版app下载", "体育在线投注_789体育网址")
WORDS = ("政府", "管理", "工作", "发展", "部门", "企业")


def spoilt() -> list[tuple[str, str, str]]:
    """Clean text, the same with a word replaced one to three times, and the phrase that stands there."""
    dice = Dice("phrases of spam", 1)
    texts = [made(maker, next(iter(MAKERS[maker].CONSTRUCTS)), seed).text for maker in MAKERS for seed in range(8)]
    found = []
    for text, word in itertools.product(texts, WORDS):
        times = dice.randint(1, 3)
        if text.count(word) < times:
            continue
        phrase = dice.pick(BRANDS) + dice.pick(TAILS)
        parts = text.split(word)
        first = dice.randint(0, len(parts) - 1 - times)
        dirty = "".join(part + (phrase if first <= i < first + times else word) for i, part in enumerate(parts[:-1]))
        found.append((text, dirty + parts[-1], phrase))
    return found


def test_no_word_is_named_that_is_not_sure_and_bounds_are_whole() -> None:
    told = named = right = whole = 0
    cases = spoilt()
    for clean, dirty, phrase in cases:
        repaired = RepairedText(SourceText(dirty))
        diagnostics = Diagnostics()
        repair_poisoned_words(repaired, diagnostics)
        told += bool(diagnostics.findings)
        for finding in diagnostics.findings[:1]:
            if finding.code == "PP103":
                named, right = named + 1, right + (repaired.text == clean)
                assert repaired.repairs[0].confidence >= CONFIDENCE
            else:
                assert repaired.text == dirty
                assert finding.extent is not None
                whole += dirty[slice(*finding.extent)] == phrase
    print(f"{len(cases)} phrases: {told} told, {named} named, {right} of them right, {whole} of the others whole")
    assert len(cases) >= 60
    assert told >= 0.95 * len(cases)
    assert right == named
    assert whole >= 0.8 * (told - named)
