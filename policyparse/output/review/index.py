"""The index of a corpus: what was found in each document, to search and to sort."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from policyparse.output.review.document_view import View
from policyparse.output.review.text import escaped

_COLUMNS = (
    ("title", ""),
    ("kind", ""),
    ("date", ""),
    ("issuer", ""),
    ("size", "n"),
    ("found", "n"),
    ("error", "n"),
    ("warning", "n"),
    ("info", "n"),
)


def render_index(
    views: Sequence[View], addresses: Sequence[str], failures: Sequence[tuple[str, str]], words: dict[str, Any]
) -> str:
    """The index as markup.

    Args:
        views: The documents.
        addresses: Address of the page of each.
        failures: Name and reason of what could not be read.
        words: Words of the page.
    """
    head = "".join(
        f'<th scope="col" data-key="{name}"{f" class={style}" if style else ""}><button>{words[name]}</button></th>'
        for name, style in _COLUMNS
    )
    rows = "".join(
        _row(i, shown, address, words) for i, (shown, address) in enumerate(zip(views, addresses, strict=True), start=1)
    )
    return (
        f'<main class="index">{_sums(views, words)}{_kinds(views, words)}'
        f'<table class="list"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f"{_failures(failures, words)}</main>"
    )


def _sums(views: Sequence[View], words: dict[str, Any]) -> str:
    severities = sum((Counter(shown.severities) for shown in views), Counter[str]())
    sums = [("", words["documents"], len(views)), ("", words["found"], sum(shown.values for shown in views))]
    sums += [(severity, words[severity], severities[severity]) for severity in ("error", "warning", "info")]
    listed = "".join(
        f'<div class="{style if count else ""}"><dt>{label}</dt><dd>{count:,}</dd></div>'
        for style, label, count in sums
    )
    return f'<dl class="sums">{listed}</dl>'


def _kinds(views: Sequence[View], words: dict[str, Any]) -> str:
    kinds = Counter(shown.kind for shown in views)
    if len(kinds) < 2:
        return ""
    chips = "".join(
        f'<button class="chip" data-kind="{escaped(kind)}" aria-pressed="true">'
        f"{escaped(words['kinds'].get(kind, kind))}<b>{count}</b></button>"
        for kind, count in kinds.most_common()
    )
    return f'<div class="chips" role="group" aria-label="{words["kind"]}">{chips}</div>'


def _row(number: int, shown: View, address: str, words: dict[str, Any]) -> str:
    title = shown.title or words["untitled"]
    found = "，".join(f"{words['groups'][group]} {count}" for group, count in shown.groups.items())
    day = shown.day.isoformat() if shown.day else ""
    counts = "".join(
        f'<td class="n {severity if count else "none"}" data-label="{words[severity]}">{count}</td>'
        for severity in ("error", "warning", "info")
        for count in (shown.severities.get(severity, 0),)
    )
    return (
        f'<tr data-number="{number}" data-kind="{escaped(shown.kind)}">'
        f'<td data-sort="{escaped(title)}"><a class="t" href="{escaped(address)}"><bdi>{escaped(title)}</bdi></a>'
        f'<span class="of"><bdi>{escaped(shown.name)}</bdi></span></td>'
        f'<td class="kind">{escaped(words["kinds"].get(shown.kind, shown.kind))}</td><td class="day">{day}</td>'
        f'<td class="body">{escaped(shown.issuer or "")}</td>'
        f'<td class="n" data-label="{words["size"]}" data-sort="{shown.length}">{shown.length:,}</td>'
        f'<td class="n" data-label="{words["found"]}" data-sort="{shown.values}" title="{escaped(found)}">'
        f"{shown.values:,}</td>{counts}</tr>"
    )


def _failures(failures: Sequence[tuple[str, str]], words: dict[str, Any]) -> str:
    if not failures:
        return ""
    listed = "".join(
        f"<li><bdi>{escaped(name)}</bdi><br><span>{escaped(reason)}</span></li>" for name, reason in failures
    )
    return f'<details class="failures"><summary>{words["failed"]} {len(failures)}</summary><ul>{listed}</ul></details>'
