"""Pinyin glosses in brackets after the character that they gloss: 工業(yè)."""

import re
from collections.abc import Iterator

from policyparse.text.edits import Edit

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
_GLOSS = re.compile(rf"(?<=[\u4e00-\u9fff])[(（](?=[a-zü]{{0,5}}[{_TONED}])[a-zü{_TONED}]{{1,6}}[)）]")


def find_pinyin_glosses(text: str) -> Iterator[Edit]:
    """Find glosses that carry a tone mark, to be deleted; (CPU) and (mg) carry none."""
    for match in _GLOSS.finditer(text):
        yield Edit(match.start(), match.end(), "", "pinyin_glosses")
