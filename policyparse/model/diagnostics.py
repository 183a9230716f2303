"""Diagnostics: what is wrong or uncertain in a document, said with a code and a place."""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import Extent, Model, Span
from policyparse.model.codes import Severity, catalogue


class Diagnostic(Model):
    """A finding about the document (诊断)."""

    code: str = Field(pattern=r"^PP\d{3}$", description="Code of the finding (诊断代码); `policyparse explain CODE`.")
    severity: Severity = Field(description="How much it matters (严重程度): error, warning or info.")
    message: str = Field(description="What was found, in one sentence (说明).")
    span: Span | None = Field(default=None, description="Where, where there is a place (原文位置).")


class DiagnosticDraft(TypedDict):
    """Draft of `Diagnostic`."""

    code: str
    severity: str
    message: str
    span: NotRequired[Extent | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic before its place is known in the original text.

    Attributes:
        code: Its code in the catalogue.
        message: What was found, in one sentence.
        extent: Where, or None.
        in_source: Whether `extent` already counts in the original text.
    """

    code: str
    message: str
    extent: Extent | None
    in_source: bool

    @property
    def severity(self) -> Severity:
        """Severity by the catalogue."""
        return catalogue()[self.code].severity


class Diagnostics:
    """Collects the findings about one document, in the order in which they are made."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, code: str, message: str, extent: Extent | None = None, *, in_source: bool = False) -> None:
        """Report a finding.

        Args:
            code: A code of the catalogue.
            message: What was found, in one sentence.
            extent: Its place in the repaired text, or None.
            in_source: The place counts in the original text instead.

        Raises:
            KeyError: The catalogue has no such code.
        """
        catalogue()[code]
        finding = Finding(code, message, extent, in_source)
        if finding not in self.findings[-20:]:
            self.findings.append(finding)

    def withdraw(self, code: str) -> None:
        """Take back the findings of a code, where another part of the document answers them.

        Args:
            code: A code of the catalogue.
        """
        self.findings = [finding for finding in self.findings if finding.code != code]
