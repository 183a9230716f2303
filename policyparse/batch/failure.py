"""What could not be done with a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A document, file or folder with which nothing could be done.

    Attributes:
        name: The file or folder, or the document inside it: `a.zip!b.html`, `a.jsonl#12`.
        reason: Why, and what to do.
    """

    name: str
    reason: str

    def __str__(self) -> str:
        """One line that names the document."""
        return f"{self.name}: {self.reason}"
