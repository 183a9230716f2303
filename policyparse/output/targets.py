"""The targets of many documents as one table (目标一览)."""

from collections.abc import Iterable

from policyparse.model.arguments import expect_all
from policyparse.model.document import Document
from policyparse.output.tables import Row, document_rows

_OF_DOCUMENT = ("title", "plan_region_name", "plan_region_code", "plan_issuer")


def targets(documents: Iterable[Document]) -> list[Row]:
    """List the targets of documents, one row each, in the order of the documents and of their text.

    Args:
        documents: Documents; those that were parsed with their text have quotes.

    Returns:
        The rows of `rows(documents)["indicators"]` whose kind is `target`, each with the `title`, `plan_region_name`,
        `plan_region_code` (GB/T 2260) and `plan_issuer` of its document.

    Raises:
        TypeError: What is given is no iterable of documents.
    """
    found = []
    for document in expect_all(documents, Document, "documents"):
        about: Row = {}
        for table, row in document_rows(document):
            if table == "documents":
                about = {column: row[column] for column in _OF_DOCUMENT}
            elif table == "indicators" and row["kind"] == "target":
                found.append(row | about)
    return found
