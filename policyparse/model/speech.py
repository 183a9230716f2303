"""Public models of speech: who speaks, and what was said."""

from typing import Literal, NotRequired, TypedDict

from pydantic import Field, model_validator

from policyparse.model.base import Extent, Model, Span


class Position(Model):
    """An office that a person holds (职务)."""

    organization: str | None = Field(default=None, description="Body in which it is held, as printed (单位).")
    organization_full: str | None = Field(
        default=None, description="Full name of the body, where the text itself gives it (单位全称)."
    )
    title: str = Field(description="The office (职务).")


class PositionDraft(TypedDict):
    """Draft of `Position`."""

    organization: NotRequired[str | None]
    organization_full: NotRequired[str | None]
    title: str


class Speaker(Model):
    """Who speaks (发言人): a person, an organization or a collective such as 会议 or 大家."""

    name: str = Field(description="Bare name, without title (姓名或名称); unique in a document.")
    kind: Literal["person", "organization", "collective"] = Field(description="What it is (类别).")
    positions: list[Position] = Field(default_factory=list, description="Every office that the text prints (职务).")
    spans: list[Span] = Field(default_factory=list, description="Where the text names it (原文位置).")


class SpeakerDraft(TypedDict):
    """Draft of `Speaker`."""

    name: str
    kind: str
    positions: NotRequired[list[PositionDraft]]
    spans: NotRequired[list[Extent]]


class Statement(Model):
    """One stretch of attributed speech (引语)."""

    speaker: str = Field(description="Name of a speaker of the document (发言人).")
    text: str = Field(description="What was said, without the reporting clause (内容).")
    verb: str | None = Field(default=None, description="Reporting verb (转述动词): 表示, 指出, 说.")
    mode: Literal["direct", "indirect", "mixed"] = Field(
        description="Inside quotation marks, outside them, or both (直接引语、间接引语、混合)."
    )
    section: str | None = Field(default=None, description="Heading under which it stands (所在小标题).")
    span: Span = Field(description="From the first to the last character (原文位置).")
    parts: list[Span] = Field(
        default_factory=list,
        description="Stretches that make up the text, without clauses and outer quotation marks (各段位置).",
    )


class StatementDraft(TypedDict):
    """Draft of `Statement`."""

    speaker: str
    text: str
    verb: NotRequired[str | None]
    mode: str
    section: NotRequired[str | None]
    span: Extent
    parts: NotRequired[list[Extent]]


class Spoken(Model):
    """A document that reports speech (含引语的文件)."""

    speakers: list[Speaker] = Field(default_factory=list, description="Who speaks (发言人).")
    statements: list[Statement] = Field(
        default_factory=list, description="Attributed speech that is neither proposal nor response (引语)."
    )

    def spoken(self) -> list[str]:
        """Names of the speakers of every stretch of speech."""
        return [statement.speaker for statement in self.statements]

    @model_validator(mode="after")
    def _speakers_are_known(self) -> "Spoken":
        names = [speaker.name for speaker in self.speakers]
        if len(names) != len(set(names)):
            raise ValueError("names of speakers must be unique")
        unknown = set(self.spoken()) - set(names)
        if unknown:
            raise ValueError(f"speech of unknown speakers: {sorted(unknown)}")
        return self


class SpokenDraft(TypedDict):
    """Draft of `Spoken`."""

    speakers: NotRequired[list[SpeakerDraft]]
    statements: NotRequired[list[StatementDraft]]
