"""Names of documents: titles and numbers as citations give them, whatever they leave out."""

import re
import unicodedata
from collections import defaultdict
from typing import Generic, TypeVar

from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern

T = TypeVar("T")

STATE = "中华人民共和国"
"""What a title may leave out."""

_LEFT_OUT = re.compile(r"[\s，。；：！？、（）()“”‘’\"'《》〈〉〔〕\[\]【】]")
_STAGE = pattern(
    r"（(?:试行|暂行|修订|修正|[12][0-9]{3}年(?:修订|修正|版)?|修订版|修正版)）$",
    matches=[
        *("某办法（试行）", "某办法（暂行）", "某条例（2019年修订）", "某法（修正）", "某细则（2019年版）"),
        *("某法（修订）", "某法（修订版）", "某法（修正版）", "某条例（2019年）", "某条例（2019年修正）"),
    ],
    rejects=["某办法（试行）的通知", "解释（二）", "某条例（草案）", "某细则（212年版）", "某细则（22025年版）"],
)
"""What a title says of its stage or edition, and a citation may leave out."""


def title_key(title: str) -> str:
    """What a title is known by: without width, white space, brackets and the name of the state."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", title)).removeprefix(STATE)


def bare_title_key(title: str) -> str:
    """The key of a title without its stage or edition: （试行）, （2019年修订）."""
    return title_key(_STAGE.sub("", fold(title)))


def word_key(text: str) -> str:
    """What words are compared by: without width, white space and marks."""
    return _LEFT_OUT.sub("", fold(text))


def subject_key(title: str) -> str:
    """The key of a title from 关于 on, without the body before it; empty where it has no 关于."""
    at = title.find("关于")
    return bare_title_key(title[at:]) if at >= 0 else ""


class Names(Generic[T]):
    """What has names, by them: by the whole title or number, without its stage, without the body before 关于."""

    def __init__(self) -> None:
        self._whole: defaultdict[str, list[T]] = defaultdict(list)
        self._bare: defaultdict[str, list[T]] = defaultdict(list)
        self._subject: defaultdict[str, list[tuple[bool, T]]] = defaultdict(list)

    def add(self, title: str | None, number: str | None, named: T) -> None:
        """Take something with its title and number."""
        if title:
            self._whole[title_key(title)].append(named)
            self._bare[bare_title_key(title)].append(named)
            if subject := subject_key(title):
                self._subject[subject].append((title.startswith("关于"), named))
        if number:
            self._whole[title_key(number)].append(named)

    def add_identifier(self, key: str, named: T) -> None:
        """Take something with an identifier."""
        self._whole[title_key(key)].append(named)

    def find(self, name: str) -> list[T]:
        """What has a name; a body may stand before 关于 in one of the two, not another in each."""
        found = self._whole.get(title_key(name)) or self._bare.get(bare_title_key(name))
        if found:
            return found
        is_subject = name.startswith("关于")
        return [named for starts, named in self._subject.get(subject_key(name), ()) if starts or is_subject]
