"""What documents say, whether they stand alone or are attached to another."""

from datetime import date
from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import Extent, Model, Span
from policyparse.model.diagnostics import Diagnostic, DiagnosticDraft
from policyparse.model.official import (
    Appointment,
    AppointmentDraft,
    Member,
    MemberDraft,
    Point,
    PointDraft,
    Relation,
    RelationDraft,
)
from policyparse.model.page import Section, SectionDraft, Table, TableDraft
from policyparse.model.plan import Indicator, IndicatorDraft, IndustryPlan, IndustryPlanDraft
from policyparse.model.provisions import (
    Amendment,
    AmendmentDraft,
    Annex,
    AnnexDraft,
    Article,
    ArticleDraft,
    Citation,
    CitationDraft,
    Division,
    DivisionDraft,
    LegislativeEvent,
    LegislativeEventDraft,
    Norm,
    NormDraft,
    Signature,
    SignatureDraft,
)
from policyparse.model.speech import Spoken, SpokenDraft


class Content(Model):
    """What every document says (公共内容)."""

    kind: str = Field(description="Document type (文种).")
    title: str | None = Field(default=None, description="Title as printed (标题).")
    subtitle: str | None = Field(default=None, description="Subtitle without its dash (副标题).")
    sections: list[Section] = Field(default_factory=list, description="Headings of the body in order (小标题).")
    tables: list[Table] = Field(default_factory=list, description="Tables of the body and of annexes (表格).")
    indicators: list[Indicator] = Field(default_factory=list, description="Numbers with a meaning (指标).")
    plan: IndustryPlan | None = Field(default=None, description="Industry plan, null where there is none (产业规划).")
    citations: list[Citation] = Field(
        default_factory=list,
        description="Documents and provisions that the text names (引用文件); "
        "those of an article or a point stand there.",
    )
    subjects: list[str] = Field(default_factory=list, description="Subjects as printed (主题分类、主题词、体裁).")
    diagnostics: list[Diagnostic] = Field(default_factory=list, description="What is wrong or uncertain (诊断).")
    evidence: dict[str, Span] = Field(
        default_factory=dict, description="Places of scalar fields, by JSON Pointer (依据): `/title`."
    )


class ContentDraft(TypedDict):
    """Draft of `Content`."""

    kind: str
    title: NotRequired[str | None]
    subtitle: NotRequired[str | None]
    sections: NotRequired[list[SectionDraft]]
    tables: NotRequired[list[TableDraft]]
    indicators: NotRequired[list[IndicatorDraft]]
    plan: NotRequired[IndustryPlanDraft | None]
    citations: NotRequired[list[CitationDraft]]
    subjects: NotRequired[list[str]]
    diagnostics: NotRequired[list[DiagnosticDraft]]
    evidence: NotRequired[dict[str, Extent]]


class DecisionContent(Content):
    """What a decision or statute says (法律文件内容)."""

    kind: Literal["decision"] = Field(default="decision", description="Document type (文种).")
    instrument: Literal[
        "decision", "resolution", "law", "regulation", "rules", "interpretation", "announcement", "other"
    ] = Field(description="决定, 决议, 法律, 条例, 规定或办法, 解释, 公告 (法律文件类别).")
    issuer: str | None = Field(default=None, description="Issuing body (制定机关).")
    issuers: list[str] = Field(default_factory=list, description="Joint issuers in order (联合制定机关).")
    level: (
        Literal[
            "constitution",
            "law",
            "administrative_regulation",
            "supervisory_regulation",
            "local_regulation",
            "autonomous_regulation",
            "sez_regulation",
            "department_rule",
            "local_rule",
            "judicial_interpretation",
            "military_regulation",
            "normative_document",
        ]
        | None
    ) = Field(
        default=None,
        description="Rank by issuer and instrument (效力位阶): 宪法, 法律, 行政法规, 监察法规, 地方性法规, "
        "自治条例和单行条例, 经济特区法规, 部门规章, 地方政府规章, 司法解释, 军事法规, 规范性文件; "
        "null where the text does not decide it. Source: 立法法 (2023).",
    )
    status: str | None = Field(default=None, description="Validity as printed (时效性): 现行有效, 已修改, 已废止.")
    addressees: list[str] = Field(default_factory=list, description="To whom it is sent (主送机关).")
    copied_to: list[str] = Field(default_factory=list, description="Who gets a copy (抄送机关).")
    draft: bool = Field(default=False, description="Whether it is a draft for comments (征求意见稿).")
    comments_until: date | None = Field(default=None, description="Last day for comments (意见反馈截止日期).")
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
    attachments: list["Attachment"] = Field(default_factory=list, description="Attached documents (附件文件).")
    annexes: list[Annex] = Field(default_factory=list, description="Annexes (附件).")
    signatures: list[Signature] = Field(default_factory=list, description="Signatures (落款).")


class DecisionContentDraft(ContentDraft):
    """Draft of `DecisionContent`."""

    instrument: str
    issuer: NotRequired[str | None]
    issuers: NotRequired[list[str]]
    level: NotRequired[str | None]
    status: NotRequired[str | None]
    addressees: NotRequired[list[str]]
    copied_to: NotRequired[list[str]]
    draft: NotRequired[bool]
    comments_until: NotRequired[date | None]
    notice_label: NotRequired[str | None]
    notice_number: NotRequired[int | None]
    document_number: NotRequired[str | None]
    adopted_on: NotRequired[date | None]
    adopted_by: NotRequired[str | None]
    promulgated_on: NotRequired[date | None]
    effective_on: NotRequired[date | None]
    effective_rule: NotRequired[str | None]
    repealed: NotRequired[list[CitationDraft]]
    history: NotRequired[list[LegislativeEventDraft]]
    preamble: NotRequired[str | None]
    divisions: NotRequired[list[DivisionDraft]]
    articles: NotRequired[list[ArticleDraft]]
    amendments: NotRequired[list[AmendmentDraft]]
    closing: NotRequired[str | None]
    attachments: NotRequired[list["AttachmentDraft"]]
    annexes: NotRequired[list[AnnexDraft]]
    signatures: NotRequired[list[SignatureDraft]]


class OfficialContent(Spoken, Content):
    """What an official document says (公文内容); 党政机关公文处理工作条例, GB/T 9704-2012."""

    kind: Literal["official_document"] = Field(default="official_document", description="Document type (文种).")
    genre: Literal[
        "notice",
        "opinion",
        "circular",
        "reply",
        "letter",
        "report",
        "request",
        "bill",
        "communique",
        "announcement",
        "proclamation",
        "order",
        "minutes",
        "plan",
        "measures",
        "guide",
        "list",
        "appointments",
        "other",
    ] = Field(
        description="Genre (公文种类): 通知, 意见, 通报, 批复, 函, 报告, 请示, 议案, 公报, 公告, 通告, 命令, 纪要, "
        "方案或规划, 措施, 指南, 名单或清单, 任免, other."
    )
    issuers: list[str] = Field(default_factory=list, description="Issuing bodies in order (发文机关).")
    document_number: str | None = Field(default=None, description="津政发〔2022〕3号 (发文字号).")
    registration_number: str | None = Field(default=None, description="Number of registration (备案号、登记号).")
    index_number: str | None = Field(default=None, description="Index number (索引号).")
    addressees: list[str] = Field(default_factory=list, description="To whom it is sent (主送机关).")
    copied_to: list[str] = Field(default_factory=list, description="Who gets a copy (抄送机关).")
    issued_on: date | None = Field(default=None, description="Day of signature (成文日期).")
    effective_on: date | None = Field(default=None, description="Day from which it holds (施行日期).")
    effective_rule: Literal["on_promulgation", "on_date", "other"] | None = Field(
        default=None, description="自印发之日起, 自某日起 or another rule (施行规则)."
    )
    expires_on: date | None = Field(default=None, description="Last day on which it holds (失效日期).")
    validity: str | None = Field(default=None, description="How long it holds, as printed (有效期): 有效期5年.")
    draft: bool = Field(default=False, description="Whether it is a draft for comments (征求意见稿).")
    comments_until: date | None = Field(default=None, description="Last day for comments (意见反馈截止日期).")
    relation: Relation | None = Field(default=None, description="What it does with another document (与他文关系).")
    adopted_on: date | None = Field(default=None, description="Day of adoption (通过日期).")
    adopted_by: str | None = Field(default=None, description="Meeting that adopted it (通过会议).")
    opening: str | None = Field(default=None, description="Text before the first point (开头).")
    closing: str | None = Field(default=None, description="Text after the last point, about the whole (结尾).")
    points: list[Point] = Field(default_factory=list, description="Points (条目).")
    norms: list[Norm] = Field(default_factory=list, description="Norms of opening and closing (规范).")
    repealed: list[Citation] = Field(default_factory=list, description="What it repeals (废止文件).")
    appointments: list[Appointment] = Field(default_factory=list, description="Appointments and removals (任免).")
    members: list[Member] = Field(default_factory=list, description="Members of a group (组成人员).")
    attachments: list["Attachment"] = Field(default_factory=list, description="Attached documents (附件文件).")
    annexes: list[Annex] = Field(default_factory=list, description="Annexes (附件).")
    signatures: list[Signature] = Field(default_factory=list, description="Signatures (落款).")


class OfficialContentDraft(SpokenDraft, ContentDraft):
    """Draft of `OfficialContent`."""

    genre: str
    issuers: NotRequired[list[str]]
    document_number: NotRequired[str | None]
    registration_number: NotRequired[str | None]
    index_number: NotRequired[str | None]
    addressees: NotRequired[list[str]]
    copied_to: NotRequired[list[str]]
    issued_on: NotRequired[date | None]
    effective_on: NotRequired[date | None]
    effective_rule: NotRequired[str | None]
    expires_on: NotRequired[date | None]
    validity: NotRequired[str | None]
    draft: NotRequired[bool]
    comments_until: NotRequired[date | None]
    relation: NotRequired[RelationDraft | None]
    adopted_on: NotRequired[date | None]
    adopted_by: NotRequired[str | None]
    opening: NotRequired[str | None]
    closing: NotRequired[str | None]
    points: NotRequired[list[PointDraft]]
    norms: NotRequired[list[NormDraft]]
    repealed: NotRequired[list[CitationDraft]]
    appointments: NotRequired[list[AppointmentDraft]]
    members: NotRequired[list[MemberDraft]]
    attachments: NotRequired[list["AttachmentDraft"]]
    annexes: NotRequired[list[AnnexDraft]]
    signatures: NotRequired[list[SignatureDraft]]


class AttachedDecision(DecisionContent):
    """A decision or statute attached to another document (附件中的法律文件); its pointers start at the root."""


class AttachedDecisionDraft(DecisionContentDraft):
    """Draft of `AttachedDecision`."""


class AttachedOfficialDocument(OfficialContent):
    """An official document attached to another (附件中的公文); its pointers start at the root."""


class AttachedOfficialDocumentDraft(OfficialContentDraft):
    """Draft of `AttachedOfficialDocument`."""


class Attachment(Model):
    """A document attached to another (附件): the measure that a letter issues, the amended statute."""

    label: str | None = Field(default=None, description="Label as printed: 附件1 (序号).")
    title: str | None = Field(default=None, description="Title without its outer 《》 (标题).")
    document: Annotated[AttachedDecision | AttachedOfficialDocument, Field(discriminator="kind")] | None = Field(
        default=None, description="The document, where it is one (附件文件); its spans count in the same source."
    )
    text: str | None = Field(default=None, description="Text, null where `document` is given (内容).")
    url: str | None = Field(default=None, description="Address of its file, where the page links one (网址).")
    span: Span = Field(description="Its place (原文位置).")


class AttachmentDraft(TypedDict):
    """Draft of `Attachment`."""

    label: NotRequired[str | None]
    title: NotRequired[str | None]
    document: NotRequired[AttachedDecisionDraft | AttachedOfficialDocumentDraft | None]
    text: NotRequired[str | None]
    url: NotRequired[str | None]
    span: Extent
