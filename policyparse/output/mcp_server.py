"""A server of the Model Context Protocol over a corpus: what a language model may look up and have checked.

Every tool only reads. What is not in the corpus is said to be not in the corpus, never not to exist.
"""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from policyparse.api import parse
from policyparse.model.base import Model, Span
from policyparse.model.errors import PolicyParseError
from policyparse.model.version import VERSION
from policyparse.output.corpus import Corpus
from policyparse.output.provisions import Provision
from policyparse.output.table_files import require
from policyparse.output.verification import CheckedCitation, CheckedQuotation, in_words, verify

if TYPE_CHECKING:
    from mcp.server import MCPServer

INSTRUCTIONS = (
    "Chinese policy documents and laws. Look a provision up before you cite it (get_provision, search), and check "
    "what you wrote before you hand it over (check_citations, check_quotes). What is not in this corpus may exist."
)
MOST_FOUND = 50
"""Maximum number of provisions that a search gives."""

MOST_LABELS = 20
"""Maximum number of labels that an error names."""


class FoundProvision(Model):
    """A provision or other passage of a document (条文)."""

    id: str = Field(description="Identifier (标识).")
    title: str = Field(description="Title of its document (文件名称).")
    label: str = Field(description="Its label: 第二条第一款 (序号).")
    text: str = Field(description="Its text (内容).")
    document: str = Field(description="Digest of its document (文件摘要).")
    pointer: str = Field(description="JSON Pointer in it (字段).")
    span: Span = Field(description="Its place in the original text (原文位置).")


class Finding(Model):
    """What was found of a citation or quotation (核对结果)."""

    text: str = Field(description="The citation or quotation (原文).")
    status: str = Field(description="found, no_such_provision, not_in_corpus, no_document, equal, different, elsewhere")
    message: str = Field(description="The same in words (说明).")
    ids: list[str] = Field(description="Identifiers of the provisions found or compared (标识).")
    span: Span = Field(description="Its place in the text that was checked (原文位置).")


def make_server(corpus: Corpus, name: str = "policyparse") -> "MCPServer":
    """Make the server.

    Args:
        corpus: The corpus.
        name: Name of the server.

    Raises:
        MissingExtra: The SDK (extra `mcp`) is not installed.
    """
    require("mcp", "mcp")
    from mcp.server import MCPServer
    from mcp.types import ToolAnnotations

    server = MCPServer(name, version=VERSION, instructions=INSTRUCTIONS)
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    tools = _Tools(corpus)
    for tool in (tools.search, tools.get_provision, tools.check_citations, tools.check_quotes, tools.parse):
        server.tool(annotations=reads)(tool)
    return server


class _Tools:
    """The tools; their docstrings are what a model reads."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def search(
        self,
        query: Annotated[str, Field(description="Words of the provision, in Chinese.", min_length=2)],
        limit: Annotated[int, Field(description="Maximum number of provisions.", ge=1, le=MOST_FOUND)] = 10,
    ) -> list[FoundProvision]:
        """Find the provisions of the corpus that hold most of some words, the best first."""
        return [_found(provision) for provision in self._corpus.search(query, limit)]

    def get_provision(
        self,
        document: Annotated[
            str, Field(description="Title or number of the document, or an identifier (cn/…#art_2).", min_length=2)
        ],
        place: Annotated[
            str, Field(description="第二条, 第二条第一款第（三）项, 二（一); empty for an identifier of a provision.")
        ] = "",
    ) -> list[FoundProvision]:
        """Get the text of a provision, one for each version of the document that is in the corpus."""
        found = self._corpus.provisions(document, place)
        if not found:
            raise _tool_error(self._missing(document, place))
        return [_found(provision) for provision in found]

    def check_citations(
        self, text: Annotated[str, Field(description="A text that cites laws or documents.")]
    ) -> list[Finding]:
        """Check each citation of a text: whether the article, paragraph or item is in the corpus."""
        return [_finding(citation) for citation in verify(text, self._corpus.index_for(text)).citations]

    def check_quotes(
        self, text: Annotated[str, Field(description="A text with quotations in “…” or behind >.")]
    ) -> list[Finding]:
        """Check each quotation of a text: whether the source says so, and where it differs."""
        return [_finding(quotation) for quotation in verify(text, self._corpus.index_for(text)).quotations]

    def parse(
        self,
        text: Annotated[str, Field(description="The text of a Chinese policy document.")],
        fields: Annotated[
            list[str] | None, Field(description="Fields that are wanted, such as title, articles; else all but blocks.")
        ] = None,
    ) -> dict[str, Any]:
        """Parse a text that is not in the corpus: title, issuer, dates, provisions, norms, speech, figures."""
        try:
            found = parse(text).model_dump(mode="json")
        except PolicyParseError as error:
            raise _tool_error(error.message) from None
        unknown = [name for name in fields or () if name not in found]
        if unknown:
            raise _tool_error(f"a {found['kind']} has no {', '.join(unknown)}; it has {', '.join(found)}")
        wanted = fields or [name for name in found if name not in ("blocks", "evidence")]
        return {name: found[name] for name in dict.fromkeys(("kind", *wanted))}

    def _missing(self, document: str, place: str) -> str:
        """Why there is no such provision."""
        index = self._corpus.documents(document)
        if not index.documents(document.partition("#")[0]):
            return f"{document} is not in this corpus, which says nothing about whether there is one; try search"
        labels = index.labels(document.partition("#")[0])
        shown = "、".join(labels[:MOST_LABELS]) + ("……" if len(labels) > MOST_LABELS else "")
        return f"the corpus has {document}, but no {place or 'such provision'} in it; it has {shown or 'no provisions'}"


def _found(provision: Provision) -> FoundProvision:
    return FoundProvision(
        id=provision.id,
        title=provision.title,
        label=provision.label,
        text=provision.text,
        document=provision.document,
        pointer=provision.pointer,
        span=provision.span,
    )


def _finding(checked: CheckedCitation | CheckedQuotation) -> Finding:
    return Finding(
        text=checked.text, status=checked.status, message=in_words(checked), ids=checked.ids, span=checked.span
    )


def _tool_error(message: str) -> Exception:
    from mcp.server.mcpserver.exceptions import ToolError

    return ToolError(message)
