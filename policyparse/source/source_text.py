"""The text as it was given in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as the reader produced it; all public spans count in it.

    Attributes:
        text: The text, line ends as they were.
        format: Name of the format that it was read from: `plain`, `markdown`.
        encoding: Character encoding of the bytes, None where a str was given.
        meta: What the reader found beside the text (HTML meta tags, document properties), by name.
    """

    text: str
    format: str = "plain"
    encoding: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """`sha256:` and the hash of the text in UTF-8."""
        return "sha256:" + sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
