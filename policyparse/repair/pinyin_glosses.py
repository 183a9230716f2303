"""Pinyin glosses in brackets after the characters that they gloss: 工業(yè), 工业(gōng yè), 的(de)."""

import re
import unicodedata
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import word_set
from policyparse.repair.traditional_characters import simplification
from policyparse.repair.word_contexts import characters
from policyparse.source.edits import Edit

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_LETTERS = f"a-zü{_TONED}"
_GLOSS = pattern(
    rf"[(（](?<=[{HAN}][(（])(?P<gloss>[{_LETTERS}](?:[ '’·]?[{_LETTERS}]){{0,40}})[)）]"
    rf"(?:[(（][{_LETTERS}]{{1,6}}[)）]){{0,3}}",
    matches=[
        *(("工業(yè)發", {"gloss": "yè"}), ("工業（gōng yè）", {"gloss": "gōng yè"})),
        *(("西安(xī’ān)", {"gloss": "xī’ān"}), ("饿(è)", {"gloss": "è"})),
        *(("的(de)(de)(de)(de)(de)", "(de)(de)(de)(de)"), ("的(de)()", "(de)"), ("的(de)(aaaaaaa)", "(de)")),
        ("一(yī èr sān sì wǔ liù)", {"gloss": "yī èr sān sì wǔ liù"}),
    ],
    rejects=["GDP(gross)", "公司(CPU)", "的()", "(de)", "，(de)", f"的({'a' * 42})", "的(yī  èr)"],
)
"""A gloss in brackets behind the character that it glosses, printed up to four times."""

_HAS_LETTER = compiled(f"[{_LETTERS}]")
_HAS_TONE = compiled(f"[{_TONED}]")
_SYLLABLE = pattern(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:(?&final))|ng?|m",
    final="iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ue|ui|un|ve|üe|a|o|e|i|u|v|ü",
    method="fullmatch",
    matches=[
        *("zhong", "chi", "shi", "ai", "ng", "n", "m", "de", "iang", "iong", "uang", "ang", "eng", "ing", "iao"),
        *("ian", "uai", "uan", "van", "ei", "ao", "ou", "an", "en", "er", "ia", "ie", "iu", "in", "ua", "uo", "ue"),
        *("ui", "un", "ve", "üe", "a", "o", "u", "v", "ü"),
    ],
    rejects=["zzhong", "ngg", "cpu", "bcd", ""],
)
"""A syllable without its tone (汉语拼音方案, 1958; GB/T 16159)."""

_WITHOUT_TONE = {ord(c): unicodedata.normalize("NFD", c)[0] for c in _TONED if c not in "ǖǘǚǜ"} | {
    ord(c): "ü" for c in "ǖǘǚǜ"
}
_FEW_TONED = 3
"""Number of glosses with a tone mark that show that brackets without one hold glosses too."""

_TELLING = 5
"""So many different syllables without tone marks show that brackets hold glosses and not units or variables."""


def find_pinyin_glosses(text: str) -> Iterator[Edit]:
    """Find glosses, to be deleted.

    A gloss with a tone mark is one by itself. Without tone marks (de), (yue) is one where the text has others
    with a tone mark, or where many different syllables stand in brackets; (CPU), (mg), (a) are none. Where there
    are but few, those of rare characters stay.
    """
    if not _HAS_LETTER.search(text):
        return
    if not _HAS_TONE.search(text) and text.count("(") + text.count("（") < _TELLING:
        return
    toned, toneless = _glosses(text)
    if len(toned) < _TELLING:
        toned = [gloss for gloss in toned if _is_usual(text[gloss.start() - 1])]
    toneless = _told_glosses(toneless, len(toned))
    starts = {gloss.start(): gloss["gloss"] for gloss in (*toned, *toneless)}
    for glosses, confidence in ((toned, 1.0), (toneless, 0.95)):
        for gloss in glosses:
            start, end = gloss.span()
            if starts.get(end + 1) == gloss["gloss"] and _is_doubled(text, start, end):
                yield Edit(start, end + 1, "", "doubled_glosses", 0.9)
            else:
                yield Edit(start, end, "", "pinyin_glosses", confidence)


def _glosses(text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """What may be a gloss: with a tone mark, and without."""
    toned, toneless = [], []
    for match in _GLOSS.finditer(text):
        if _HAS_TONE.search(match["gloss"]):
            if _is_toned_pinyin(match["gloss"]):
                toned.append(match)
        elif _SYLLABLE.fullmatch(match["gloss"]):
            toneless.append(match)
    return toned, toneless


def _told_glosses(toneless: list[re.Match[str]], toned: int) -> list[re.Match[str]]:
    """Those without a tone mark that are glosses, by how many have one and how many different syllables there are."""
    if toned >= _FEW_TONED:
        return toneless
    telling = [match for match in toneless if len(match["gloss"]) > 1]
    return telling if len({match["gloss"] for match in telling}) >= _TELLING else []


_PAIR_LENGTH = 40
"""How far the other half of a word like 兢兢业业 reaches with its glosses, in characters."""

_DOUBLED_BEFORE = pattern(
    rf"(?P<first>[{HAN}])(?:[(（][{_LETTERS}]{{1,6}}[)）])?(?P=first)(?:[(（][{_LETTERS}]{{1,6}}[)）])?$",
    matches=["兢(jīng)兢(jīng)", "兢兢", "家(jiā)家"],
    rejects=["產(chǎn)", "兢(jīng)業(yè)", "兢兢(toolong)", "家()家", "兢(jīng)兢()", "家(aaaaaaa)家"],
)
"""The first half of a word of two doubled characters: 兢兢业业."""


def is_reduplicated(word: str) -> bool:
    """Whether a doubled character is a word of everyday use: 渐渐, 人人."""
    return word in word_set("reduplications.doubled")


def _is_doubled(text: str, start: int, end: int) -> bool:
    """Whether the character behind a gloss is the one before it once more, and the two are no word: 務(wù)務(wù)."""
    character = text[start - 1]
    if text[end : end + 1] != character:
        return False
    plain = simplification().get(ord(character), character)
    return not is_reduplicated(plain * 2) and not _DOUBLED_BEFORE.search(text, max(0, start - _PAIR_LENGTH), start - 1)


def _is_usual(character: str) -> bool:
    """Whether a reader knows the character; the gloss of a rare one (亳, 涪) is the author's own."""
    return simplification().get(ord(character), character) in characters()


def _is_toned_pinyin(gloss: str) -> bool:
    """Whether every part is a syllable; one of several may be neutral, an unspaced foreign word (café) is none."""
    parts = re.split("[ '’·]", gloss)
    if len(parts) == 1:
        return bool(_SYLLABLE.fullmatch(gloss.translate(_WITHOUT_TONE))) or _all_toned(gloss)
    return all(_SYLLABLE.fullmatch(part.translate(_WITHOUT_TONE)) for part in parts)


def _all_toned(gloss: str) -> bool:
    """Whether an unspaced gloss is made of syllables that each have a tone mark."""
    plain = gloss.translate(_WITHOUT_TONE)
    done = 0
    while done < len(plain):
        syllable = _SYLLABLE.match(plain, done)
        if syllable is None or not syllable[0] or not _HAS_TONE.search(gloss, syllable.start(), syllable.end()):
            return False
        done = syllable.end()
    return True
