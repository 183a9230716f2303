"""The targets of many documents as one table (目标一览)."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel


def targets(documents: Iterable[BaseModel | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """List the targets of documents, one row each, in the order of the documents and of their text.

    The rows are plain dicts of str, int, float and None, all with the same keys, which
    `pandas.DataFrame(rows)` and `polars.DataFrame(rows)` take as they are, and DuckDB by way of either.

    Args:
        documents: Documents, or what `model_dump()` of them gave, in either mode.

    Returns:
        Rows with `document` (its digest), `title`, `region`, `region_code` (GB/T 2260), `issuer`, `metric`, `value`,
        `upper`, `unit`, `comparator`, `change`, `period` (label), `period_start`, `period_end`, `speaker`, `text`,
        `start` and `end` (offsets in the original text).
    """
    rows = []
    for document in documents:
        dump = document if isinstance(document, Mapping) else document.model_dump()
        plan = dump.get("plan") or {}
        region = plan.get("region") or {}
        for indicator in dump.get("indicators") or ():
            if indicator["kind"] != "target":
                continue
            period = indicator.get("period") or {}
            rows.append(
                {
                    "document": dump.get("digest"),
                    "title": dump.get("title"),
                    "region": region.get("name"),
                    "region_code": region.get("code"),
                    "issuer": plan.get("issuer"),
                    "metric": indicator["metric"],
                    "value": float(indicator["value"]),
                    "upper": None if indicator.get("upper") is None else float(indicator["upper"]),
                    "unit": indicator["unit"],
                    "comparator": indicator["comparator"],
                    "change": indicator["change"],
                    "period": period.get("label"),
                    "period_start": _iso(period.get("start")),
                    "period_end": _iso(period.get("end")),
                    "speaker": indicator.get("speaker"),
                    "text": indicator["text"],
                    "start": indicator["span"]["start"],
                    "end": indicator["span"]["end"],
                }
            )
    return rows


def _iso(day: Any) -> str | None:
    """A day as YYYY-MM-DD, whether the dump holds a date or already a string."""
    return None if day is None else str(day)
