"""Passages: the parts of a paragraph that are attributed one by one, without the byline that ends it."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.names import is_ambiguous, is_name
from policyparse.language.quotations import Speech, find_quotations
from policyparse.model.base import Extent
from policyparse.page.layout import Block
from policyparse.speech.reporting import find_reporting_clauses
from policyparse.speech.speaker_labels import find_later_labels

_CREDIT = pattern(
    r"\s?（(?P<who>[^（）]{1,60})）\s?$",
    matches=[("修渠。（记者 林海）", {"who": "记者 林海"}), "（一） ", (" （一）", " （一）")],
    rejects=[
        *("修渠（一期）。", "（）"),
        "（本办法自2024年5月1日起施行，有效期五年，此前发布的有关文件与本办法规定不一致的，以本办法为准，具体解释工作由"
        "市水利局会同有关部门承担）",
    ],
)
_CREDITED = pattern(
    r"记者|通讯员|编辑|来源|作者|供稿|报道|摄$|^完$",
    matches=[
        *("本报记者 林海", "通讯员何清", "编辑：何清", "来源：青禾日报", "作者林海", "供稿：县委", "何清报道"),
        *("何清 摄", "完"),
    ],
    rejects=["一期工程", "完工", "何清 摄影", "甲完"],
)
_NAMES = pattern(
    rf"[ 、，/]|(?<=[{HAN}])　", matches=["林海 何清", "林海、何清", "林海明　何清"], rejects=["林海", "　林海"]
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph under attribution, or a part of it.

    Attributes:
        start: Where it starts in the page.
        text: Its width-folded text.
        spoken: Its quotations that are speech.
        run_on: Whether it is part of a paragraph on which several labels stand.
    """

    start: int
    text: str
    spoken: Speech
    run_on: bool

    def extent(self, start: int, end: int) -> Extent:
        """A place of the passage as a place of the page."""
        return self.start + start, self.start + end


def find_passages(block: Block, known: frozenset[str]) -> Iterator[Passage]:
    """Cut a paragraph before each label inside it, and before a clause that ends what a label opened.

    Args:
        block: The paragraph.
        known: Names of persons that the document introduces with an office.
    """
    text = block.folded[: _credit_start(block.folded)]
    stretches = _stretches(text, known)
    for start, end in stretches:
        part = text[start:end]
        yield Passage(block.start + start, part, Speech(find_quotations(part)), len(stretches) > 1)


def _stretches(text: str, known: frozenset[str]) -> list[Extent]:
    labels = list(find_later_labels(text, known)) if "：" in text else []
    if not labels:
        return [(0, len(text))]
    cuts = [0]
    for start, end in itertools.pairwise([0, *labels, len(text)]):
        words = text[start:end]
        clauses = find_reporting_clauses(words, Speech(find_quotations(words)), known) if start else ()
        cuts += [start + c.start for c in clauses if c.at_sentence_start and c.start and c.subject.offices][:1]
        cuts.append(end)
    return list(itertools.pairwise(cuts))


def _credit_start(folded: str) -> int:
    """Where the byline starts that ends a paragraph: （记者 某某）, （某某）; the end where there is none."""
    credit = _CREDIT.search(folded)
    if credit is None:
        return len(folded)
    names = [name for name in _NAMES.split(credit["who"]) if name]
    bare = all(is_name(name) and not is_ambiguous(name) for name in names)
    closes = folded[credit.start() - 1 : credit.start()] in ("。", "”", "！", "？")
    return credit.start() if closes and (bare or _CREDITED.search(credit["who"])) else len(folded)
