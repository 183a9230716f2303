"""The exceptions: what stops a parse. Whatever is wrong *in* a document is a diagnostic instead."""

from collections.abc import Mapping


class PolicyParseError(Exception):
    """Root of all errors that policyparse raises on purpose.

    Attributes:
        message: What is wrong and what to do.
        path: The file that it is about, None where there is no file.
    """

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        """The message, after the file that it is about."""
        return f"{self.path}: {self.message}" if self.path else self.message


class UnreadableInput(PolicyParseError):  # noqa: N818 - the contract names it so
    """The input is no text: empty, binary, too large, missing, or of a format without its reader."""


class UnknownKind(PolicyParseError):  # noqa: N818 - the contract names it so
    """No document type fits, or the kind asked for does not exist.

    Attributes:
        scores: How well each kind fits, 0 to 1, by kind.
    """

    def __init__(self, message: str, scores: Mapping[str, float] | None = None, *, path: str | None = None) -> None:
        super().__init__(message, path=path)
        self.scores = dict(scores or {})


class MissingExtra(PolicyParseError):  # noqa: N818 - named like the others
    """An optional library is not installed; the message names the extra to install."""


class UnusableExtension(PolicyParseError):  # noqa: N818 - named like the others
    """A document type or a reader of others cannot be imported, is something else, or does not fit its contract."""


class StoreError(PolicyParseError):
    """A store cannot be opened, or a statement is wrong."""
