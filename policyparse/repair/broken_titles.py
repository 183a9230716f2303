"""Titles that are set on several lines, also on several paragraphs.

Which lines are one title the rules of `title_seams.py` say.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from policyparse.language.bodies import is_body_line
from policyparse.language.labels import is_labelled
from policyparse.language.names import is_name
from policyparse.repair.broken_lines import PAGE_NUMBER, Line, end_of_printed, trimmed_lines
from policyparse.repair.title_seams import LOOKAHEAD, SENTENCE, STAGE, Seam, is_one_title, is_stop, key_of
from policyparse.source.blocks import SourceBlock
from policyparse.source.edits import Edit, RepairedText
from policyparse.source.hints import hints_for

_LENGTH = 60
"""Maximum length of a line of a title, in characters."""

_LINKED = 0.5
"""Share of links in a line, or in what holds it, from which on it is an entry of a menu."""

_TITLE_LENGTH = 160
"""Maximum length of a title that is put together, in characters."""

_REACH = 30_000
"""Titles are looked for in so many characters from the start, spaces not counted."""

_HEAD_LENGTH = 3_000
"""What stands above all prose is a head in so many characters from the start, spaces not counted."""


def _may_be_part(line: str) -> bool:
    """Whether a line can be a part of a title: short, no sentence, no number, no name."""
    if len(line) > _LENGTH or line[-1] in "。；：！…>" or line[0] in "—|>*#" or "|" in line or " > " in line:
        return False
    return not (SENTENCE.search(line) or "——" in line)


def find_broken_titles(
    folded: str,
    setting: "_Setting | None" = None,
    known: Collection[str] = (),
) -> Iterator[Edit]:
    """Find the line ends inside titles, to be deleted.

    Args:
        folded: The text, width-folded.
        setting: How the file sets lines, None for plain text.
        known: What the file calls its title.
    """
    keys = tuple(filter(None, map(key_of, known)))
    read = folded[: end_of_printed(folded, _REACH)]
    lines = [line for line in trimmed_lines(read) if not _is_page_number(line, setting)]
    in_head, head = True, end_of_printed(folded, _HEAD_LENGTH)
    for i in range(len(lines) - 1):
        first, second = lines[i], lines[i + 1]
        in_head = in_head and first.start < head
        if in_head and first.text[-1] in "。；" and (len(first.text) > 16 or is_labelled(first.text)):
            in_head = False
        if not _may_be_part(first.text[-_LENGTH:]) or not _may_be_part(second.text) or len(first.text) > _TITLE_LENGTH:
            continue
        if is_stop(second.text) and not STAGE.match(second.text):
            continue
        if is_stop(first.text) or is_name(first.text.replace(" ", "")):
            continue
        following = tuple(line.text for line in lines[i + 2 : i + 2 + LOOKAHEAD])
        adjoins = folded.count("\n", first.end, second.start) == 1
        if setting is not None and (setting.is_linked(first) or setting.is_linked(second)):
            continue
        alike = setting is not None and setting.are_alike(first, second)
        if is_one_title(Seam(first.text, second.text, following, adjoins, in_head, alike, keys)):
            gap = " " if is_body_line(first.text) and not second.text.startswith("关于") else ""
            yield Edit(first.end, second.start, gap, "broken_titles", 0.9)
            lines[i + 1] = Line(first.start, second.end, first.text + gap + second.text)


def _is_page_number(line: Line, setting: "_Setting | None") -> bool:
    """Whether a line is the number of a page: with strokes or words, or by what the file says."""
    if not PAGE_NUMBER.match(line.text):
        return False
    return not line.text.isdigit() or (setting is not None and setting.is_furniture(line))


class _Setting:
    """How the file of a text sets its lines."""

    def __init__(self, repaired: RepairedText) -> None:
        self._repaired = repaired
        self._blocks = repaired.source.blocks
        self._starts = [block.start for block in self._blocks]

    def _block_at(self, offset: int) -> SourceBlock:
        start, _ = self._repaired.source_extent(offset, offset + 1)
        return self._blocks[max(0, bisect_right(self._starts, start) - 1)]

    def is_furniture(self, line: Line) -> bool:
        """Whether the file says that a line is no text of the document."""
        return self._block_at(line.start).furniture

    def is_linked(self, line: Line) -> bool:
        """Whether a line is an entry of a menu."""
        block = self._block_at(line.start)
        return block.link_density >= _LINKED or block.container_link_density >= _LINKED

    def are_alike(self, first: Line, second: Line) -> bool:
        """Whether two lines are set alike, as titles are set: in the middle, or as a heading."""
        one, other = self._block_at(first.end - 1), self._block_at(second.start)
        if other.after_break and (one.align == "center" or one.level is not None):
            return one.bold == other.bold and one.tag == other.tag
        alike = (one.tag, one.align, one.bold, one.size, one.level) == (
            *(other.tag, other.align, other.bold, other.size, other.level),
        )
        return alike and one.align == "center" and (one.bold or one.size is not None or one.level is not None)


def join_titles(repaired: RepairedText) -> None:
    """Join the titles of a text that are set on several lines.

    Args:
        repaired: The text; its source knows how lines are set and what the file calls its title.
    """
    source = repaired.source
    known = [value for _, value in hints_for(source.hints, "title")]
    setting = _Setting(repaired) if source.blocks else None
    repaired.apply(find_broken_titles(repaired.folded, setting, known))
