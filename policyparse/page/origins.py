"""Where values come from that the text does not print: metadata of the caller, hints of the file (取值来源).

Precedence (SCHEMA, Position): metadata of the caller, printed text, hints of the file. Where two disagree a diagnostic
says so; what the text prints stays in its blocks.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any, cast

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import STROKES
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.fold import fold
from policyparse.language.days import match_timestamp
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.page import SourceDraft
from policyparse.page.blocks import Page
from policyparse.page.source import PLACEHOLDER
from policyparse.page.titles import key_of
from policyparse.source.hints import Field, hints_for

METADATA = "metadata"
"""Origin of what the caller gave."""

_KEY = compiled(rf"[\s“”‘’《》〈〉：，、·{STROKES}_—-]")


def settle_source(page: Page, source: SourceDraft, evidence: dict[str, Extent], diagnostics: Diagnostics) -> None:
    """Lay the caller's metadata over what the text prints, and that over the hints of the file.

    Args:
        page: The page; its `origins` take where values come from.
        source: Draft of a `Source`, with what the text prints.
        evidence: Loses the place of a value that the text does not give.
        diagnostics: Takes disagreements.
    """
    settle = _Settlement(page, evidence, diagnostics)
    fields = cast(Draft, source)
    for name in ("publisher", "published_at", "site", "url"):
        settle.take_hint(fields, name, f"/source/{name}")
    for name in ("publisher", "published_at", "site", "url", "authors"):
        settle.take_metadata(fields, name, f"/source/{name}")


def settle_particulars(page: Page, draft: Draft, fields: Collection[str], diagnostics: Diagnostics) -> None:
    """Lay the caller's metadata over title, number and issuer; take a title from a hint where none is printed.

    Args:
        page: The page.
        draft: The document; its places count in the repaired text.
        fields: Names of the fields of its kind.
        diagnostics: Takes disagreements.
    """
    settle = _Settlement(page, draft["evidence"], diagnostics)
    if draft.get("title") is None:
        settle.take_hint(draft, "title", "/title")
    settle.take_metadata(draft, "title", "/title")
    for name in ("document_number", "issuer"):
        if name in fields:
            settle.take_metadata(draft, name, f"/{name}")
    given = getattr(page.metadata, "issuer", None)
    if given and "issuers" in fields and given not in draft.get("issuers", ()):
        settle.replace(draft, "issuers", "/issuers", [given])
    draft["origins"] = dict(page.origins)


class _Settlement:
    """Lays values over each other, and reports where they disagree."""

    def __init__(self, page: Page, evidence: dict[str, Extent], diagnostics: Diagnostics) -> None:
        self.page = page
        self.evidence = evidence
        self.diagnostics = diagnostics

    def take_hint(self, draft: Draft, name: Field, pointer: str) -> None:
        """Take the first usable hint for a field that the text leaves open; report one that says otherwise."""
        for origin, value in hints_for(self.page.hints, name):
            found = _READERS[name](value)
            if found is None:
                continue
            printed = draft.get(name)
            if printed is None:
                draft[name] = found
                self.page.origins[pointer] = origin
            elif name in _COMPARED and not _agree(printed, found):
                self.diagnostics.add("PP207", f"{pointer}: the text says {printed}, {origin} says {found}")
            return

    def take_metadata(self, draft: Draft, name: str, pointer: str) -> None:
        """Take what the caller gave for a field."""
        given = getattr(self.page.metadata, name, None)
        if not given:
            return
        found = draft.get(name)
        if not found or not _agree(found, given):
            self.replace(draft, name, pointer, given)
        elif isinstance(given, datetime) and not isinstance(found, datetime):
            draft[name] = given
            self.page.origins[pointer] = METADATA

    def replace(self, draft: Draft, name: str, pointer: str, given: Any) -> None:
        """Put the caller's value in place of another, and say so."""
        found = draft.get(name)
        if found:
            self.diagnostics.add("PP207", f"{pointer}: the text says {_told(found)}, the metadata say {_told(given)}")
        draft[name] = given
        self.page.origins[pointer] = METADATA
        for place in [place for place in self.evidence if place == pointer or place.startswith(f"{pointer}/")]:
            del self.evidence[place]


def _told(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _agree(one: Any, other: Any) -> bool:
    """Whether two values are the same but for marks, or one tells the hour of the other's day."""
    if isinstance(one, list) or isinstance(other, list):
        return {*map(_key, one)} == {*map(_key, other)}
    if isinstance(one, date) and isinstance(other, date):
        days = [value.date() if isinstance(value, datetime) else value for value in (one, other)]
        return days[0] == days[1] and not (isinstance(one, datetime) and isinstance(other, datetime) and one != other)
    return _key(str(one)) == _key(str(other))


def _key(value: object) -> str:
    return _KEY.sub("", fold(str(value)))


def _read_text(value: str) -> str | None:
    return None if PLACEHOLDER.search(value) or not re.search(r"[^\W\d_]{2}", value) else value


def _read_time(value: str) -> date | datetime | None:
    stamp = match_timestamp(fold(value))
    return stamp[0] if stamp else None


_NO_TITLE = pattern(
    r"Microsoft|\.(?:docx?|pdf|wps)$|^(?:文档|无标题|未命名|新建|untitled|document|正文|首页)",
    flags=re.IGNORECASE,
    matches=[
        *("Microsoft Word - 通知", "通知.doc", "通知.docx", "通知.pdf", "通知.wps", "文档1", "无标题", "未命名"),
        *("新建文本", "untitled-1", "document", "正文", "首页"),
    ],
    rejects=["某市河道管理办法", "通知.pdf版", "某县政府首页", "关于文档管理的通知"],
)
"""What a program calls a file, or a page that has no title of its own."""

_SITE_BEHIND = pattern(
    r"\s{0,3}(?:[_|丨]|\s-\s|-(?=[^-]{2,20}网$)).{2,60}$",
    matches=[
        *(("某市河道管理办法_某市人民政府", "_某市人民政府"), ("某市河道管理办法 | 某某网", " | 某某网")),
        *(("某市河道管理办法 - 某市人民政府", " - 某市人民政府"), ("某市河道管理办法-某某网", "-某某网")),
        *(("某市河道管理办法丨政策", "丨政策"), ("某市河道管理办法    | 某某网", "   | 某某网")),
    ],
    rejects=[
        *("某市河道管理办法", "某市河道管理办法-试行", "某市河道管理办法-网", "某市河道管理办法_一"),
        *("2021-2025年规划", "某局工作人员可登录外网-内网"),
        *("某市河道管理办法-某市人民政府关于进一步加强河道管理的通知解读某某网", "某市河道管理办法-某某网站导航"),
        "某市河道管理办法_全市各级各部门要认真贯彻落实省委、省政府决策部署，扎实做好农村生活垃圾分类收集转运、城乡公共"
        "交通线路优化调整和中小学校食堂卫生整治等民生实事",
    ],
)
"""Columns and the site behind a title."""

_HAN = compiled("[\u4e00-\u9fff]")


def _read_title(value: str) -> str | None:
    """The title in the name of a page, without columns and site; None where a program named the file."""
    if _NO_TITLE.search(value) or PLACEHOLDER.search(value):
        return None
    title = _SITE_BEHIND.sub("", value).strip()
    return title if len(key_of(title)) >= 6 and _HAN.search(title) else None


_READERS: dict[str, Callable[[str], Any]] = {
    "title": _read_title,
    "publisher": _read_text,
    "published_at": _read_time,
    "site": _read_text,
    "url": lambda value: value if re.match(r"https?://|//|\.?/|www\.", value) else None,
}
_COMPARED = frozenset({"publisher"})
"""Fields of which a hint that says otherwise is worth a word; a page is moved and made again without its text."""
