"""Makes a clean text dirty in the ways of real pages; what parses from the clean text must parse from the dirty one."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from generators.common import Dice

SPAM = (
    "bet365官网网址_365体育投注_最新版下载",
    "亚博体育官网_亚博体育app下载",
    "开云体育·全站app中国官方网站",
    "新葡京棋牌_手机版下载安装",
)
SPOILED = ("人民政府", "政府", "设施", "管理", "工作", "会议", "委员")
TAGS = ("legend", "samp", "mark", "del", "wbr", "meter", "center", "option", "track", "menuitem")
CAPTIONS = ("图为工作人员在现场巡查", "活动现场", "服务窗口一角")
ABOVE = (
    "首页 > 政务公开 > 正文",
    "设为首页 | 加入收藏 | 无障碍阅读",
    "今天是 星期三",
    "字体：大 中 小",
    "【打印】 【关闭】",
)
BELOW = (
    "上一篇：没有了",
    "下一篇：关于召开座谈会的预告",
    "扫一扫在手机打开当前页",
    "分享到：微信 微博",
    "友情链接",
    "中国政府网 省政府网站",
    "版权所有：某某门户网站 备案号：某ICP备00000000号",
    "您是第 000000 位访问者",
)
HALF = str.maketrans("，：；！？（）％", ",:;!?()%")


def width(dice: Dice, text: str) -> str:
    """Punctuation of half width."""
    del dice
    return text.translate(HALF)


@cache
def characters() -> dict[str, tuple[str, str]]:
    """The traditional form and the pinyin of the characters of the made documents."""
    rows = Path(__file__).with_name("characters.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: (row.split("\t")[1], row.split("\t")[2]) for row in rows if not row.startswith("#")}


def pinyin(dice: Dice, text: str) -> str:
    """Traditional characters, every eighth with its pinyin in brackets."""
    known = characters()
    made = []
    for character in text:
        traditional, sound = known.get(character, (character, ""))
        made.append(traditional)
        if sound and dice.chance(0.12):
            made.append(f"({sound})")
    return "".join(made)


def poison(dice: Dice, text: str) -> str:
    """A word that stands at least three times replaced by spam wherever it stands."""
    word = max(SPOILED, key=text.count)
    return text.replace(word, dice.pick(SPAM)) if text.count(word) >= 3 else text


def debris(dice: Dice, text: str) -> str:
    """Lines of empty elements and list bullets."""
    mark = "".join(dice.choices("abcdefghjkmnpqrstuvwxyz23456789", k=6))
    lines = []
    for line in text.split("\n"):
        if dice.chance(0.2):
            tag = dice.pick(TAGS)
            lines.append(
                dice.pick(
                    (
                        f'<{tag} id="{mark}"></{tag}>',
                        f'  • <{tag} id="{mark}">',
                        f'   {dice.randint(1, 5)}. <{tag} id="{mark}"></{tag}>',
                    )
                )
            )
        lines.append(line)
    return "\n".join(lines)


def columns(dice: Dice, text: str) -> str:
    """Long paragraphs cut in the middle, some with a caption in the gap."""
    lines = []
    for line in text.split("\n"):
        if len(line) < 100 or dice.chance(0.4):
            lines.append(line)
            continue
        cut = dice.randint(40, len(line) - 40)
        while cut < len(line) - 20 and not (line[cut - 1].isalpha() and line[cut].isalpha()):
            cut += 1
        gap = [dice.pick(CAPTIONS), ""] if dice.chance(0.3) else []
        lines += [line[:cut], "", *gap, line[cut:]]
    return "\n".join(lines)


def furniture(dice: Dice, text: str) -> str:
    """What a page shows above and below the text."""
    return "\n".join((*dice.some(ABOVE, 3, 3), text.strip("\n"), *dice.some(BELOW, 5, 5))) + "\n"


def indent(dice: Dice, text: str) -> str:
    """Indents of every sort, blanks at the end, empty lines."""
    lines = (
        dice.pick(("　　", "\xa0\xa0", "    ", "\t", "")) + line + dice.pick(("", " ", "　", "\n"))
        for line in text.split("\n")
    )
    return "\n".join(lines)


def mojibake(dice: Dice, text: str) -> str:
    """UTF-8 read as Latin-1."""
    del dice
    return text.encode().decode("latin-1")


def invisible(dice: Dice, text: str) -> str:
    """Zero-width characters and soft hyphens inside words, a byte order mark in front."""
    return "\ufeff" + "".join(
        character + (dice.pick("\u200b\u200d\u00ad") if dice.chance(0.02) else "") for character in text
    )


KINDS: dict[str, Callable[[Dice, str], str]] = {
    "width": width,
    "pinyin": pinyin,
    "poison": poison,
    "debris": debris,
    "columns": columns,
    "furniture": furniture,
    "indent": indent,
    "mojibake": mojibake,
    "invisible": invisible,
}
"""Kinds of dirt by name."""


def dirty(text: str, seed: object, *kinds: str) -> str:
    """The text with kinds of dirt, one after the other."""
    for kind in kinds:
        text = KINDS[kind](Dice("dirt", kind, seed), text)
    return text
