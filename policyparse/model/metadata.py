"""What a caller knows of a document beside its text."""

from datetime import date, datetime

from pydantic import Field

from policyparse.model.base import Model


class Metadata(Model):
    """What a crawler or a catalogue knows of a document (元数据); it goes before what the text prints."""

    title: str | None = Field(default=None, description="Title (标题).")
    published_at: datetime | date | None = Field(default=None, description="Time of publication (发布时间).")
    publisher: str | None = Field(default=None, description="Outlet named as the source (来源).")
    site: str | None = Field(default=None, description="Site that shows the page (网站).")
    authors: list[str] = Field(default_factory=list, description="Reporters and authors (记者、作者).")
    url: str | None = Field(default=None, description="Address of the page (网址).")
    document_number: str | None = Field(default=None, description="Document number (发文字号).")
    issuer: str | None = Field(default=None, description="Issuing body (发文机关).")
