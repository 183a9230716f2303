"""Who said what: stretches of speech and their speakers, inside quotation marks and outside them.

speech    ::= quotation? clause content | label content
content   ::= quotation | to the end of the paragraph, or to where another speaker or plain narration starts
paragraph ::= content, where it goes on (要……；要……), renders a document, or stands in a box or an interview
"""

from dataclasses import replace
from itertools import pairwise

from policyparse.language.quotations import SENTENCE_ENDS, Speech
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block, Page, Role
from policyparse.speech.continuation import (
    ANNOUNCES,
    CITED_DOCUMENT,
    TOGETHER,
    closed_quotation,
    is_cited_by_unnamed,
    left_open,
    quotation_alone,
    unattributed,
)
from policyparse.speech.full_speech import find_full_speech
from policyparse.speech.named import Subject
from policyparse.speech.narration import Voice, find_narration, goes_on, is_in_first_person, narrates, speaks_on
from policyparse.speech.passages import Passage, find_passages
from policyparse.speech.people import People, Speakers
from policyparse.speech.references import (
    INTRODUCTION,
    LIST_ITEM,
    Context,
    Introducers,
    find_introducer,
    find_respondent_above,
    read_introduced_list,
    resolve,
)
from policyparse.speech.reporting import ReportingClause, find_reporting_clauses
from policyparse.speech.speaker_labels import (
    LABEL_ONLY,
    OPENING_BRACKETS,
    find_hosts,
    find_label,
    is_answer,
    is_interviewer,
    read_collective_label,
    read_label,
)
from policyparse.speech.utterances import Utterance

_UNLIMITED = 10_000
_LONGEST_QUESTION = 3
"""Maximum length of a question, in paragraphs."""


def parse_speech(page: Page, diagnostics: Diagnostics) -> tuple[list[Utterance], Speakers]:
    """Attribute the speech of a page.

    Args:
        page: The page; its body is read.
        diagnostics: Takes quotations without a speaker.

    Returns:
        The stretches of speech in order, and who speaks.
    """
    return _Attribution(page, diagnostics).run()


class _Attribution:
    """One walk over the body, with the speaker who is speaking."""

    def __init__(self, page: Page, diagnostics: Diagnostics) -> None:
        self.page = page
        self.body = page.body
        self.diagnostics = diagnostics
        self.people = People(page)
        self.speakers = Speakers(self.people)
        self.utterances: list[Utterance] = []
        self.section: str | None = None
        self.active: Utterance | None = None
        self.last: Subject | None = None
        self.respondent: Subject | None = None
        self.interview = False
        self.known: frozenset[str] = frozenset()
        self.awaiting: Utterance | None = None
        self.governed: set[int] = set()
        self.open_quotation = False
        self.listing = self.set_out = False
        self.introduced: Subject | None = None
        self.rendering: Utterance | None = None

    def run(self) -> tuple[list[Utterance], Speakers]:
        blocks = self.body
        full = find_full_speech(self.page, self.people.names)
        if full:
            utterance = self._open(full[0], None, full[1])
            for block in full[2]:
                utterance.add(*block.extent, quoted=False)
            return self.utterances, self.speakers
        paragraphs = [block.folded for block in blocks if block.role is Role.PARAGRAPH]
        whos = [label["who"].strip() for label in map(find_label, paragraphs) if label]
        self.interview = any(map(is_interviewer, whos)) or any(map(is_answer, whos))
        self.known = self.people.names | find_hosts(whos, self.people.names)
        i = 0
        while i < len(blocks):
            block = blocks[i]
            if block.role is Role.HEADING:
                self.section = block.text
                self.active = self.active if self._renders_document(blocks, i) else None
            elif block.role is Role.PARAGRAPH:
                boxed = self._question(blocks, i) or self._box(blocks, i)
                if boxed:
                    i = boxed
                    continue
                for passage in find_passages(block, self.people.names):
                    self._passage(passage)
            i += 1
        said = (replace(u, speaker=name) for u in self.utterances if u.pieces for name in (u.speaker, *u.joint))
        return list(said), self.speakers

    def _renders_document(self, blocks: list[Block], i: int) -> bool:
        """Whether headings stand under a document that announces them: 《意见》明确，要完成这些任务：."""
        if self.active is None or not self.active.speaker.startswith("《"):
            return False
        announced = i > 0 and blocks[i - 1].role is Role.PARAGRAPH and ANNOUNCES.search(blocks[i - 1].folded)
        self.rendering = self.active if announced else self.rendering
        return self.rendering is self.active

    # boxes and interviews: a label with a colon

    def _label(self, block: Block) -> Subject | None:
        match = LABEL_ONLY.match(block.folded)
        if not match:
            return None
        subject = read_label(block.folded, match.end("who"), self.known | self.people.names)
        return self._meant(subject, block.folded, block.start) if subject else None

    def _meant(self, subject: Subject, text: str, offset: int) -> Subject | None:
        """Whom a label means: an office alone, or a surname with an office, is who holds it."""
        return resolve(subject, Context(text, Speech([]), offset, self.people, self.last, None))

    def _question(self, blocks: list[Block], i: int) -> int:
        """The interviewer's label on a line of its own, and his question; returns where it ends, 0 for none."""
        match = LABEL_ONLY.match(blocks[i].folded)
        if match is None or not is_interviewer(match["who"].strip()):
            return 0
        self.respondent = self.respondent or self._introduced(blocks[i].start)
        self.active, end = None, i + 1
        for block in blocks[end : end + _LONGEST_QUESTION]:
            if block.role is not Role.PARAGRAPH or find_label(block.folded) or LABEL_ONLY.match(block.folded):
                return end
            end += 1
        return i + 2

    def _box(self, blocks: list[Block], i: int) -> int:
        """A label on a line of its own, perhaps a topic, and paragraphs; returns where it ends, 0 for no box."""
        subject = self._label(blocks[i])
        if subject is None:
            return 0
        end = i + 1
        utterance = self._open(subject, None, blocks[i].start)
        if end < len(blocks) and blocks[end].role is Role.TOPIC:
            utterance.topic = blocks[end].text
            end += 1
        limit = self._box_length(blocks, i)
        for block in blocks[end : end + limit]:
            if block.role is not Role.PARAGRAPH or LABEL_ONLY.match(block.folded):
                break
            utterance.add(*block.extent, quoted=False)
            end += 1
        self.active = None
        return end

    def _box_length(self, blocks: list[Block], i: int) -> int:
        """The last box of a row has no end of its own: it is as long as the longest before it."""
        for block in blocks[i + 1 :]:
            if block.role is Role.HEADING:
                break
            if LABEL_ONLY.match(block.folded):
                return _UNLIMITED
        row = [u for u in self.utterances if u.section == self.section and u.verb is None]
        return max((len(u.pieces) for u in row[:-1]), default=_UNLIMITED)

    # paragraphs

    def _passage(self, passage: Passage) -> None:
        awaiting, self.awaiting = self.awaiting, None
        if awaiting and self._follows(passage, awaiting):
            return
        if self._goes_on_quoted(passage) or self._labelled(passage):
            return
        opened: list[tuple[ReportingClause, Subject]] = []
        introducers, here = Introducers(passage.text), None
        for clause in find_reporting_clauses(passage.text, passage.spoken, self.people.names):
            spoke = opened[-1] if opened else None
            introducer = introducers.before(spoke[0].content if spoke else 0, clause.start, self.people.names)
            last = introducer or (spoke[1] if spoke else self.last)
            context = Context(passage.text, passage.spoken, passage.start, self.people, last, here)
            subject = resolve(clause.subject, context)
            if subject and not opened and _is_authority(subject) and is_cited_by_unnamed(clause, passage):
                place = passage.extent(clause.sentence, clause.content)
                self.diagnostics.add("PP501", "speech has no speaker that the text names", place)
                continue
            if subject and not self._is_nested(clause, subject, opened, passage):
                opened.append((clause, subject))
                here = subject if subject.kind == "person" else here
                self.governed.add(passage.start + clause.content)
        if all(clause.mentions for clause, _ in opened):
            self._continue(passage)
            self.last = find_introducer(passage.text, self.people.names) or self.last
            self.introduced = read_introduced_list(passage.text, self.people.names)
            return
        self.active, self.introduced = None, None
        limits = [self._region_start(b, passage, a.content) for (a, _), (b, _) in pairwise(opened)]
        for (clause, subject), limit in zip(opened, [*limits, len(passage.text)], strict=True):
            if not clause.mentions:
                self._speak(passage, clause, subject, limit)
        self.set_out, self.listing, self.open_quotation = left_open(passage)

    def _goes_on_quoted(self, passage: Passage) -> bool:
        """A paragraph that opens with a mark again and goes on with a quotation that none has closed."""
        was_open, self.open_quotation = self.open_quotation, False
        quotation = passage.spoken.at(0)
        if not was_open or self.active is None or quotation is None or quotation.end < len(passage.text.rstrip()):
            return False
        self.active.add(*passage.extent(*quotation.inner), quoted=True)
        self.open_quotation = not quotation.closed
        return True

    def _follows(self, passage: Passage, utterance: Utterance) -> bool:
        """A quotation that is a paragraph, under a clause that ends in a colon."""
        quotation = passage.spoken.at(0)
        if quotation is None or quotation.end < len(passage.text.rstrip()):
            return False
        utterance.add(*passage.extent(*quotation.inner), quoted=True)
        return True

    def _labelled(self, passage: Passage) -> bool:
        """A name and a colon at the start of a paragraph; the interviewer's questions are nobody's statement.

        Behind 答 speaks who was introduced before the first question.
        """
        label = find_label(passage.text)
        if label is None:
            return False
        who = label["who"].strip()
        if is_interviewer(who):
            self.respondent = self.respondent or self._introduced(passage.start)
            self.active = None
            return True
        if is_answer(who):
            self.respondent = self.respondent or self._introduced(passage.start)
        if is_answer(who) and self.respondent:
            subject: Subject | None = replace(self.respondent, extent=label.span("who"))
        else:
            subject = read_label(passage.text, label.end("who"), self.known | self.people.names)
            if subject is None or subject.kind not in ("person", "title"):
                subject = read_collective_label(passage.text, label.end("who"))
            subject = self._meant(subject, passage.text, passage.start) if subject else None
        if subject is None or (passage.text[0] in OPENING_BRACKETS and subject.kind != "person"):
            return False
        self.active = self._open(subject, None, passage.start)
        end = len(passage.text)
        if passage.run_on:
            end = self._narration(passage.text, label.end(), end, subject.name)
        quotation = passage.spoken.at(label.end())
        if quotation and quotation.end == end:
            self.active.add(*passage.extent(*quotation.inner), quoted=True)
        else:
            self.active.add(*passage.extent(label.end(), end), quoted=False)
        return True

    def _introduced(self, offset: int) -> Subject | None:
        """Who is interviewed: the person named last before the first question, else who 就……答记者问."""
        person = self.people.before(offset, INTRODUCTION)
        if person:
            return Subject(person.name, "person", (), 0, (0, 0))
        respondent = find_respondent_above(self.body, offset, self.page.title)
        named = self.people.only_in(self.page.title)
        return respondent or (Subject(named.name, "person", (), 0, (0, 0)) if named else None)

    def _is_nested(
        self,
        clause: ReportingClause,
        subject: Subject,
        opened: list[tuple[ReportingClause, Subject]],
        passage: Passage,
    ) -> bool:
        """Speech reported inside someone else's speech stays inside."""
        if not opened:
            return False
        speaker = opened[-1][1].name
        if clause.mentions:
            return not (clause.at_sentence_start and _is_authority(opened[-1][1]))
        if subject.name == speaker:
            return False
        if _is_authority(subject) or (subject.kind == "collective" and CITED_DOCUMENT.search(subject.name)):
            return True
        if clause.at_sentence_start or passage.text[clause.start - 1] == "。":
            return False
        if closed_quotation(clause, passage, self.governed):
            return False
        unnamed = subject.kind in ("organization", "collective")
        together = TOGETHER.search(passage.text, clause.start, clause.content)
        return unnamed and not together and subject.name not in ("大家", "会议")

    def _region_start(self, clause: ReportingClause, passage: Passage, spoken: int) -> int:
        """Where the speech from `spoken` ends: at the quotation that a clause closes, at its sentence, or at it."""
        before = closed_quotation(clause, passage, self.governed)
        if before:
            return before.start
        return min(clause.sentence if clause.sentence > spoken else clause.start, clause.start)

    def _speak(self, passage: Passage, clause: ReportingClause, subject: Subject, limit: int) -> None:
        """The quotation that the clause closes and the content that it opens, up to `limit`."""
        same = self.active if self.active and self.active.speaker == subject.name else None
        utterance = same or self._open(subject, clause.verb, passage.start)
        before = closed_quotation(clause, passage, self.governed)
        if before and passage.extent(*before.inner) not in utterance.pieces[-2:]:
            utterance.add(*passage.extent(*before.inner), quoted=True)
            utterance.before = utterance.before or int(same is None)
        if not clause.closes:
            limit = min(limit, clause.until or limit)
            start, end, quoted = self._content(passage, clause, subject, limit)
            utterance.add(*passage.extent(start, end), quoted=quoted)
            self.awaiting = utterance if start >= len(passage.text) else None
        utterance.verbs.add(clause.verb)
        utterance.represents = utterance.represents or clause.represents
        utterance.joint = tuple(self.speakers.add(other, passage.start) for other in subject.joint)
        self.active = utterance
        self.last = subject

    def _content(
        self, passage: Passage, clause: ReportingClause, subject: Subject, limit: int
    ) -> tuple[int, int, bool]:
        """The quotation that opens behind the clause, else what is said without marks up to narration or `limit`."""
        text, start = passage.text, clause.content
        if clause.whole:
            return start + 1, clause.whole, True
        opening = passage.spoken.at(start)
        end = self._narration(text, start, limit, subject.name, cited=self._is_cited(passage, clause, subject))
        alone = opening and text[opening.end : end] in ("", "。")
        if opening and (alone or text[start - 1] == "：" or text[opening.end - 2] in SENTENCE_ENDS):
            return opening.inner[0], min(opening.inner[1], limit), True
        return start + len(text[start:end]) - len(text[start:end].lstrip()), end, False

    def _narration(self, text: str, start: int, limit: int, speaker: str, *, cited: bool = False) -> int:
        person = self.people.by_name.get(speaker)
        offices = tuple(person.held) if person else None
        return find_narration(text, start, limit, Voice(speaker, offices, cited), self.people.opens)

    def _is_cited(self, passage: Passage, clause: ReportingClause, subject: Subject) -> bool:
        """Whether words are cited: those of an authority on a page that is not about him, or of long ago (曾说)."""
        title = self.page.title
        if "曾" in passage.text[clause.start : clause.content]:
            return True
        return _is_authority(subject) and (title is None or subject.name not in title.folded)

    def _continue(self, passage: Passage) -> None:
        """A paragraph without a reporting clause goes on with the speech before it, or ends it."""
        active, text = self.active, passage.text
        if active is None and self.introduced and LIST_ITEM.match(text):
            active = self.active = self._open(self.introduced, None, passage.start)
            active.verb = "介绍"
        alone = quotation_alone(passage)
        if active is not None and active.quoted and active.quoted[-1] and alone:
            active.add(*alone, quoted=True)
            return
        listing = self.listing and not narrates(text)
        self.listing = listing and (self.set_out or text.rstrip().endswith("；"))
        if active is not None and (
            listing
            or active.speaker.startswith("《")
            or (active.verb is None and self._goes_on(text))
            or goes_on(text)
            or speaks_on(text)
        ):
            active.add(*passage.extent(0, len(passage.text)), quoted=False)
            return
        self.active = None
        for place in unattributed(passage):
            self.diagnostics.add("PP501", "a quotation has no speaker that the text names", place)

    def _goes_on(self, text: str) -> bool:
        """Whether a paragraph goes on with what a label opened: in an interview, and in the first person."""
        if LABEL_ONLY.match(text) or narrates(text):
            return False
        return self.interview or is_in_first_person(text)

    def _open(self, subject: Subject, verb: str | None, offset: int) -> Utterance:
        name = self.speakers.add(subject, offset)
        utterance = Utterance(name, subject.kind, verb, section=self.section)
        self.utterances.append(utterance)
        return utterance


def _is_authority(subject: Subject) -> bool:
    """Whose words are cited inside the speech of others, and in commentary."""
    return any(office.title == "总书记" for office in subject.offices)
