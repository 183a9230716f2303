"""A speech in full (讲话、致辞全文): the whole body is what one person said.

speech ::= head with 讲话 | 致辞 | 演讲, a line that names who, an address (同志们：), paragraphs
"""

from policyparse.knowledge import pattern
from policyparse.language.names import match_name
from policyparse.page.layout import Block, Page, Role
from policyparse.speech.named import Subject
from policyparse.speech.speaker_labels import read_label

_HEAD = pattern(
    r"(?:[上中时式会坛]|活动)的?(?&speakers.speech_kinds)?(?&speakers.speeches)(?:（[^（）]{1,10}）|摘要|全文)?$",
    matches=[
        *("在全市教师节表彰大会上的讲话", "在开幕式上的致辞", "在论坛上的主旨演讲（摘要）", "在揭牌时的致辞"),
        *("在座谈中的致辞", ("在开幕式上致辞", "上致辞"), "在开幕式上的致词", "在开幕式上的发言"),
        *("在开幕活动的致辞", "在开幕式上的讲话稿", "在论坛上的主旨演讲摘要", "在论坛上的主旨演讲全文"),
        *("在全市工业大会的致辞", "在高峰论坛的闭幕演讲（摘要）", "在签约仪式的重要讲话"),
        *("在论坛上的视频演讲（摘要）", "在论坛上的总结演讲（摘要）", "在论坛上的开幕演讲（摘要）"),
        *(("在论坛上的大会演讲（摘要）", "上的大会演讲（摘要）"), "在论坛上的书面演讲（摘要）"),
    ],
    rejects=[
        *("学习领会在大会上的讲话精神", "市长出席大会并讲话", "讲话", "在论坛上的主旨演讲（）"),
        "在论坛上的主旨演讲（根据会议现场录音整理而成）",
    ],
)
"""The title of a speech."""
_ADDRESS = pattern(
    r"(?&speakers.addresses)[^。]{0,60}[：！，]",
    method="match",
    matches=["同志们：", "尊敬的各位来宾，女士们、先生们：", "各位代表："],
    rejects=[
        *("同志们好", "会上，同志们："),
        "各位领导干部要带头深入基层、深入群众、深入项目建设一线、把农村生活垃圾分类收集转运、中小学校食堂卫生整治和沿河防"
        "洪排涝设施建设等民生实事办好：",
    ],
)
"""Whom the speech addresses."""
_HEADS = 6
"""Title, speaker and date stand within so many blocks."""
_HEAD_LENGTH = 60
_ADDRESS_WITHIN = 4
"""The address stands within so many paragraphs."""


def find_full_speech(page: Page, known: frozenset[str]) -> tuple[Subject, int, list[Block]] | None:
    """Find whose speech a page gives in full.

    Args:
        page: The page.
        known: Names of persons that the document introduces with an office.

    Returns:
        The speaker, the offset of the block that names him, and the paragraphs; None where the page is no speech.
    """
    heads = [block for block in page.blocks[:_HEADS] if len(block.folded) <= _HEAD_LENGTH]
    titled = [block for block in heads if _HEAD.search(block.folded)]
    paragraphs = page.with_role(Role.PARAGRAPH)[:_ADDRESS_WITHIN]
    address = next((block for block in paragraphs if _ADDRESS.match(block.folded)), None)
    if not titled or address is None:
        return None
    for block in (titled[0], *(b for b in heads if b is not titled[0] and b.start < address.start)):
        subject = _speaker_of(block, known, titled=block is titled[0])
        if subject:
            said = [b for b in page.with_role(Role.PARAGRAPH) if b.start >= address.start]
            return subject, block.start, said
    return None


def _speaker_of(block: Block, known: frozenset[str], *, titled: bool) -> Subject | None:
    """Who a head names: 某某在……上的讲话, 市长　某某."""
    words = block.folded.replace("\u3000", " ").strip("（） ")
    if titled:
        end = match_name(words, 0)
        named = end is not None and words.startswith("在", end)
        return Subject(words[:end], "person", (), 0, (0, end)) if end and named else None
    subject = read_label(words, len(words), known) if block.role in (Role.BYLINE, Role.TITLE, Role.SUBTITLE) else None
    if subject is None and block.role is Role.BYLINE and match_name(words, 0) == len(words):
        subject = Subject(words, "person", (), 0, (0, len(words)))
    return subject if subject and subject.kind == "person" else None
