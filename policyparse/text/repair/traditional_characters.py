"""Traditional characters to simplified ones, one to one, so that no offset moves."""

import re
from functools import cache
from importlib.resources import files

_FREQUENT = re.compile("[這個們來國學會時說對發經過實現產業動機關務務長應當條區縣縣義為與於從當將還無進開間問題體總統計規劃導員眾]")
_HAN = re.compile("[\u4e00-\u9fff]")
_SAMPLE = 20_000


@cache
def simplification() -> dict[int, str]:
    """The table of traditional characters and their simplified forms."""
    lines = (files("policyparse.text.repair") / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines if not line.startswith("#")}


def is_traditional(text: str) -> bool:
    """Whether the text is written in traditional characters: at least three in a hundred are frequent ones of those."""
    sample = text[:_SAMPLE]
    frequent = len(_FREQUENT.findall(sample))
    return frequent >= 3 and frequent >= 0.03 * len(_HAN.findall(sample))
