"""Organizations: names by their endings."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from policyparse.knowledge.words import any_of


@cache
def _lexicon() -> dict[str, list[str]]:
    table = tomllib.loads((files("policyparse.language") / "organizations.toml").read_text(encoding="utf-8"))
    return {group: sorted(words, key=len, reverse=True) for group, words in table.items()}


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_lexicon()['endings'])}$")


def is_organization(text: str) -> bool:
    """Whether `text` as a whole ends as the name of an organization does."""
    return 2 <= len(text) <= 60 and bool(_ending().search(text))


_BEFORE = re.compile(
    r"(?:会议|活动|大会|仪式)由|(?:采访|会见|听取|介绍|邀请|通报|任命|专访|连线|对话)了?|来看对?|以及|的|了(?!解)"
)
_AT_START = re.compile(
    r"(?:并|受|经|据|与|同|由|和|及|当日|当天|近日|日前|今天|昨天|随后|会上|上午|下午|来自|作为|应约|应邀|会见|在(?=全国|中国|省|市)|邀请|请|\d{1,2}月|\d{1,2}日|\s)+"
)


def organization_in(text: str) -> str | None:
    """The organization at the end of `text`, without words before it that are no part of its name.

    Args:
        text: Width-folded text that ends where the organization ends.

    Returns:
        The name, or None where nothing is left.
    """
    start = 0
    for match in _BEFORE.finditer(text):
        start = match.end()
    leading = _AT_START.match(text, start)
    return text[leading.end() if leading else start :].strip() or None
