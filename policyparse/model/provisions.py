"""Public models of law: divisions, articles and what stands in them."""

from datetime import date
from decimal import Decimal
from typing import Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import DecimalText, Extent, Model, Span


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


class CitationDraft(TypedDict):
    """Draft of `Citation`."""

    title: NotRequired[str | None]
    division: NotRequired[str | None]
    article: NotRequired[str | None]
    paragraph: NotRequired[int | None]
    item: NotRequired[str | None]
    through: NotRequired[str | None]
    target: str
    pointer: NotRequired[str | None]
    text: str
    span: Extent


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


class LegislativeEventDraft(TypedDict):
    """Draft of `LegislativeEvent`."""

    action: str
    on: NotRequired[date | None]
    body: NotRequired[str | None]
    meeting: NotRequired[str | None]
    ordinal: NotRequired[int | None]
    text: str
    span: Extent


class Division(Model):
    """A part, subpart, chapter or section (编、分编、章、节)."""

    kind: Literal["part", "subpart", "chapter", "section"] = Field(description="Which of the four (层级).")
    label: str = Field(description="Label as printed, without spaces: 第一章 (序号).")
    number: int = Field(ge=0, description="The label's number (编号).")
    title: str = Field(description="Heading (标题).")
    span: Span = Field(description="Place of label and heading (原文位置).")


class DivisionDraft(TypedDict):
    """Draft of `Division`."""

    kind: str
    label: str
    number: int
    title: str
    span: Extent


class Item(Model):
    """An item of a paragraph (项), or a subitem of an item (目)."""

    label: str = Field(description="Label as printed: （一）, 1. (序号).")
    number: int = Field(ge=0, description="The label's number (编号).")
    text: str = Field(description="Text without the label and the subitems (内容).")
    items: list["Item"] = Field(default_factory=list, description="Subitems (目).")
    span: Span = Field(description="From the label to the end of the last subitem (原文位置).")


class ItemDraft(TypedDict):
    """Draft of `Item`."""

    label: str
    number: int
    text: str
    items: NotRequired[list["ItemDraft"]]
    span: Extent


class Paragraph(Model):
    """A paragraph of an article (款)."""

    text: str = Field(description="Text without the items (内容).")
    items: list[Item] = Field(default_factory=list, description="Items (项).")
    span: Span = Field(description="From the first character to the end of the last item (原文位置).")


class ParagraphDraft(TypedDict):
    """Draft of `Paragraph`."""

    text: str
    items: NotRequired[list["ItemDraft"]]
    span: Extent


class Norm(Model):
    """A duty, prohibition, permission or encouragement (规范)."""

    modality: Literal["obligation", "prohibition", "permission", "encouragement"] = Field(
        description="义务, 禁止, 许可 or 鼓励 (规范类型)."
    )
    marker: str = Field(description="The word that makes it one (标志词): 应当, 不得, 可以, 鼓励, 要.")
    bearer: str | None = Field(default=None, description="Whom it binds, as printed (义务主体); null where unnamed.")
    bearers: list[str] = Field(default_factory=list, description="The same, one by one (各义务主体).")
    condition: str | None = Field(default=None, description="When it binds (适用条件): 有下列情形之一的, 未经许可.")
    action: str = Field(description="What is to be done or left, without its final mark (行为).")
    items: list[str] = Field(
        default_factory=list,
        description="JSON Pointers of the listed items, where action or condition is the lead of a list (所列各项).",
    )
    pointer: str | None = Field(
        default=None, description="JSON Pointer of the paragraph, item or point in which it stands (所在条款)."
    )
    span: Span = Field(description="From the marker to the end of the action (原文位置).")


class NormDraft(TypedDict):
    """Draft of `Norm`."""

    modality: str
    marker: str
    bearer: NotRequired[str | None]
    bearers: NotRequired[list[str]]
    condition: NotRequired[str | None]
    action: str
    items: NotRequired[list[str]]
    pointer: NotRequired[str | None]
    span: Extent


class Amount(Model):
    """An amount of a penalty (罚款数额)."""

    text: str = Field(description="The amount as printed (原文): 五百元以上五千元以下, 一倍以上三倍以下.")
    value: DecimalText = Field(description="The amount, or the lower end of a range (数额或下限).")
    upper: DecimalText | None = Field(default=None, description="Upper end of a range (上限).")
    unit: str = Field(description="Unit (单位): 元, 倍, %.")


class AmountDraft(TypedDict):
    """Draft of `Amount`."""

    text: str
    value: Decimal
    upper: NotRequired[Decimal | None]
    unit: str


class Sanction(Model):
    """What follows for whom breaks a norm (法律责任)."""

    authority: str | None = Field(default=None, description="Who imposes it, as printed (处罚机关).")
    conduct: str | None = Field(default=None, description="For what (违法行为).")
    measures: list[str] = Field(default_factory=list, description="Measures as printed (处罚种类): 警告, 罚款, 没收.")
    amounts: list[Amount] = Field(default_factory=list, description="Amounts (数额).")
    discretionary: bool = Field(default=False, description="Whether it may be imposed: 可以并处 (裁量).")
    pointer: str | None = Field(
        default=None, description="JSON Pointer of the paragraph or item in which it stands (所在条款)."
    )
    span: Span = Field(description="Its place (原文位置).")


class SanctionDraft(TypedDict):
    """Draft of `Sanction`."""

    authority: NotRequired[str | None]
    conduct: NotRequired[str | None]
    measures: NotRequired[list[str]]
    amounts: NotRequired[list[AmountDraft]]
    discretionary: NotRequired[bool]
    pointer: NotRequired[str | None]
    span: Extent


class Article(Model):
    """An article (条)."""

    number: int = Field(ge=0, description="The label's number (编号).")
    suffix: int | None = Field(default=None, ge=1, description="第十二条之一: 1 (之几).")
    label: str = Field(description="Label as printed, without spaces: 第十二条, 一 (序号).")
    heading: str | None = Field(default=None, description="Heading in brackets (条标).")
    division: int | None = Field(default=None, ge=0, description="Index of its division in `divisions` (所属编章节).")
    paragraphs: list[Paragraph] = Field(default_factory=list, description="Paragraphs (款).")
    norms: list[Norm] = Field(default_factory=list, description="Norms (规范).")
    sanctions: list[Sanction] = Field(default_factory=list, description="Sanctions (法律责任).")
    citations: list[Citation] = Field(default_factory=list, description="References (引用).")
    span: Span = Field(description="From the label to the end of the last paragraph (原文位置).")


class ArticleDraft(TypedDict):
    """Draft of `Article`."""

    number: int
    suffix: NotRequired[int | None]
    label: str
    heading: NotRequired[str | None]
    division: NotRequired[int | None]
    paragraphs: NotRequired[list[ParagraphDraft]]
    norms: NotRequired[list[NormDraft]]
    sanctions: NotRequired[list[SanctionDraft]]
    citations: NotRequired[list[CitationDraft]]
    span: Extent


class Annex(Model):
    """An annex (附件)."""

    label: str = Field(description="Label as printed: 附件1 (序号).")
    title: str | None = Field(default=None, description="Heading (标题).")
    text: str = Field(description="Text (内容).")
    span: Span = Field(description="Its place (原文位置).")


class AnnexDraft(TypedDict):
    """Draft of `Annex`."""

    label: str
    title: NotRequired[str | None]
    text: str
    span: Extent


class Signature(Model):
    """Who signed and when (落款)."""

    body: str = Field(description="Issuing body (署名机关).")
    on: date | None = Field(default=None, description="Date (成文日期).")
    span: Span = Field(description="Its place (原文位置).")


class SignatureDraft(TypedDict):
    """Draft of `Signature`."""

    body: str
    on: NotRequired[date | None]
    span: Extent


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


class AmendmentDraft(TypedDict):
    """Draft of `Amendment`."""

    operation: str
    target: CitationDraft
    unit: NotRequired[str | None]
    text: NotRequired[str | None]
    old: NotRequired[str | None]
    new: NotRequired[str | None]
    span: Extent
