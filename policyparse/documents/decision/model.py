"""The public models of a decision, statute, regulation or interpretation."""

from datetime import date
from typing import Literal

from pydantic import Field

from policyparse.core.model import Model, Span
from policyparse.documents.model import Document


class Citation(Model):
    """A reference to a provision, of this document or another (引用)."""

    title: str | None = Field(default=None, description="Cited document, null where it is this one (文件名称).")
    division: str | None = Field(default=None, description="Label of the part, chapter or section (编章节): 第二章.")
    article: str | None = Field(default=None, description="Label of the article (条): 第八条.")
    paragraph: int | None = Field(default=None, ge=1, description="Number of the paragraph in its article (款).")
    item: str | None = Field(default=None, description="Label of the item (项): 第（一）项.")
    through: str | None = Field(default=None, description="Label of the last provision of a range (至): 第五条.")
    target: Literal["internal", "external"] = Field(description="This document or another (本文件、其他文件).")
    pointer: str | None = Field(
        default=None, description="JSON Pointer of the provision in this document, where it stands there (所指条文)."
    )
    text: str = Field(description="The reference as printed (原文).")
    span: Span = Field(description="Its place (原文位置).")


class LegislativeEvent(Model):
    """A step in the life of a statute, from the note under its title (题注)."""

    action: Literal["adopted", "approved", "promulgated", "amended", "revised", "repealed", "effective"] = Field(
        description="What happened (动作): 通过, 批准, 公布, 修正, 修订, 废止, 施行."
    )
    on: date | None = Field(default=None, description="When (日期).")
    body: str | None = Field(default=None, description="Who did it (机关).")
    meeting: str | None = Field(default=None, description="In which meeting (会议).")
    ordinal: int | None = Field(default=None, description="第N次修正: N (次数).")
    text: str = Field(description="The words that say so (原文).")
    span: Span = Field(description="Their place (原文位置).")


class Division(Model):
    """A part, subpart, chapter or section (编、分编、章、节)."""

    kind: Literal["part", "subpart", "chapter", "section"] = Field(description="Which of the four (层级).")
    label: str = Field(description="Label as printed, without spaces: 第一章 (序号).")
    number: int = Field(ge=0, description="The label's number (编号).")
    title: str = Field(description="Heading (标题).")
    span: Span = Field(description="Place of label and heading (原文位置).")


class Item(Model):
    """An item of a paragraph (项), or a subitem of an item (目)."""

    label: str = Field(description="Label as printed: （一）, 1. (序号).")
    number: int = Field(ge=0, description="The label's number (编号).")
    text: str = Field(description="Text without the label and the subitems (内容).")
    items: list["Item"] = Field(default_factory=list, description="Subitems (目).")
    span: Span = Field(description="From the label to the end of the last subitem (原文位置).")


class Paragraph(Model):
    """A paragraph of an article (款)."""

    text: str = Field(description="Text without the items (内容).")
    items: list[Item] = Field(default_factory=list, description="Items (项).")
    span: Span = Field(description="From the first character to the end of the last item (原文位置).")


class Norm(Model):
    """A duty, prohibition, permission or encouragement (规范)."""

    modality: Literal["obligation", "prohibition", "permission", "encouragement"] = Field(
        description="义务, 禁止, 许可 or 鼓励 (规范类型)."
    )
    marker: str = Field(description="The word that makes it one (标志词): 应当, 不得, 可以, 鼓励.")
    bearer: str | None = Field(default=None, description="Whom it binds (义务主体), null where unnamed.")
    action: str = Field(description="What is to be done or left (行为).")
    span: Span = Field(description="From the marker to the end of the action (原文位置).")


class Article(Model):
    """An article (条)."""

    number: int = Field(ge=0, description="The label's number (编号).")
    suffix: int | None = Field(default=None, ge=1, description="第十二条之一: 1 (之几).")
    label: str = Field(description="Label as printed, without spaces: 第十二条, 一 (序号).")
    heading: str | None = Field(default=None, description="Heading in brackets (条标).")
    division: int | None = Field(default=None, ge=0, description="Index of its division in `divisions` (所属编章节).")
    paragraphs: list[Paragraph] = Field(default_factory=list, description="Paragraphs (款).")
    norms: list[Norm] = Field(default_factory=list, description="Norms (规范).")
    citations: list[Citation] = Field(default_factory=list, description="References (引用).")
    span: Span = Field(description="From the label to the end of the last paragraph (原文位置).")


class Annex(Model):
    """An annex (附件)."""

    label: str = Field(description="Label as printed: 附件1 (序号).")
    title: str | None = Field(default=None, description="Heading (标题).")
    text: str = Field(description="Text (内容).")
    span: Span = Field(description="Its place (原文位置).")


class Signature(Model):
    """Who signed and when (落款)."""

    body: str = Field(description="Issuing body (署名机关).")
    on: date | None = Field(default=None, description="Date (成文日期).")
    span: Span = Field(description="Its place (原文位置).")


class Amendment(Model):
    """One operation of a decision that amends another document (修改事项)."""

    operation: Literal["replace", "insert", "delete", "substitute", "renumber"] = Field(
        description="修改为, 增加, 删去, 将“…”修改为“…”, 改为第…条 or 条文顺序作相应调整 (操作)."
    )
    target: Citation = Field(
        description="What is amended, numbered as in the amended document; for `insert` the place that the new "
        "provision takes, numbered as after the amendment (修改对象)."
    )
    unit: Literal["part", "subpart", "chapter", "section", "article", "paragraph", "item"] | None = Field(
        default=None,
        description="What is inserted (增加的单位): 章, 节, 条, 款, 项; null for words at the end of the target "
        "(末尾增加) and for other operations.",
    )
    text: str | None = Field(default=None, description="New text of the provision: `replace`, `insert` (条文内容).")
    old: str | None = Field(default=None, description="Words that go: `substitute`, `delete` (原文字).")
    new: str | None = Field(
        default=None, description="Words that come, or the new label: `substitute`, `renumber` (新文字)."
    )
    span: Span = Field(description="The words that order it, and the new text (原文位置).")


class Decision(Document):
    """A decision, statute, regulation, set of rules or interpretation (决定、法律、条例、规定、办法、解释)."""

    kind: Literal["decision"] = Field(default="decision", description="Document type (文种).")
    instrument: Literal[
        "decision", "resolution", "law", "regulation", "rules", "interpretation", "announcement", "other"
    ] = Field(description="决定, 决议, 法律, 条例, 规定或办法, 解释, 公告 (法律文件类别).")
    issuer: str | None = Field(default=None, description="Issuing body (制定机关).")
    notice_label: str | None = Field(
        default=None, description="Number of the announcement or order as printed (公告号)."
    )
    notice_number: int | None = Field(default=None, description="The same as a number (公告编号).")
    document_number: str | None = Field(default=None, description="津政发〔2022〕3号 (发文字号, GB/T 9704-2012).")
    adopted_on: date | None = Field(default=None, description="Day of adoption (通过日期).")
    adopted_by: str | None = Field(default=None, description="Meeting that adopted it (通过会议).")
    promulgated_on: date | None = Field(default=None, description="Day of promulgation (公布日期).")
    effective_on: date | None = Field(default=None, description="Day of entry into force (施行日期).")
    effective_rule: Literal["on_promulgation", "on_date", "other"] | None = Field(
        default=None, description="自公布之日起, 自某日起 or another rule (施行规则)."
    )
    repealed: list[Citation] = Field(default_factory=list, description="What it repeals (同时废止).")
    history: list[LegislativeEvent] = Field(default_factory=list, description="Events of its note (题注).")
    preamble: str | None = Field(default=None, description="Text before the first provision (序言).")
    divisions: list[Division] = Field(default_factory=list, description="Parts, chapters, sections in order (编章节).")
    articles: list[Article] = Field(default_factory=list, description="Articles (条).")
    amendments: list[Amendment] = Field(
        default_factory=list, description="What it changes in another document (修改事项)."
    )
    closing: str | None = Field(default=None, description="Text after the last numbered point, about the whole (结尾).")
    annexes: list[Annex] = Field(default_factory=list, description="Annexes (附件).")
    signatures: list[Signature] = Field(default_factory=list, description="Signatures (落款).")
