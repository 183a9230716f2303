"""One document as the body of a page: filters, outline, text, panel, and the data of its script."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.messages import Language
from policyparse.output.review.kinds import DIAGNOSTICS, GROUPS, REPAIRS, STRUCTURE
from policyparse.output.review.marks import Entry, find_entries, marks_of
from policyparse.output.review.outline import render_outline
from policyparse.output.review.text import BlockWords, escaped, plain, render_text
from policyparse.output.review.values import Field, fields_of
from policyparse.output.review.words import words_of
from policyparse.source.source_text import SourceText

LONGEST_SHOWN = 160
"""Maximum length of a field in the overview, in characters."""

_BY_WHAT = ("digest", "source_digest", "produced_by")
"""Fields that say of what and by what a document was made."""

_DATES = ("promulgated_on", "issued_on", "adopted_on", "held_on", "event_on")
_BODIES = ("issuer", "organizer")
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class View:
    """A document as the body of a page, and what an index says of it.

    Attributes:
        name: The file, or what the caller calls the document.
        title: Its title, None where it has none.
        kind: Its kind.
        issuer: The body that issued, called or published it, None where unknown.
        day: Its day, None where unknown.
        length: Number of its characters.
        groups: How many values each group has.
        severities: How many findings each severity has.
        body: The markup.
    """

    name: str
    title: str | None
    kind: str
    issuer: str | None
    day: date | None
    length: int
    groups: dict[str, int]
    severities: dict[str, int]
    body: str

    @property
    def values(self) -> int:
        """How many values were found."""
        return sum(self.groups.values()) - self.groups.get(REPAIRS, 0)


def source_of(document: Document, source: str | SourceText | None) -> SourceText:
    """The text in which the spans of a document count.

    Args:
        document: The document.
        source: The text, or what `read` returned; None where the document holds it.

    Raises:
        PolicyParseError: There is no text, or it is another one.
    """
    if source is None:
        source = document.text
    if source is None:
        raise PolicyParseError("the document holds no text; parse it with its text (with_text=True), or give the text")
    text = source if isinstance(source, SourceText) else SourceText(source)
    if text.digest != document.digest:
        raise PolicyParseError("this is not the text that the document was parsed from; its digest is another")
    return text


def view(document: Document, source: SourceText, *, name: str, language: Language) -> View:
    """Render a document.

    Args:
        document: The document.
        source: The text in which its spans count.
        name: What it is called: its file.
        language: Language of the page.
    """
    words = words_of(language)
    entries = find_entries(document, source, language)
    groups = Counter(entry.group for entry in entries)
    severities = Counter(entry.severity for entry in entries if entry.severity)
    structure = {
        i: (words["value_kinds"].get(entry.kind, entry.kind), entry.pointer)
        for i, entry in enumerate(entries)
        if entry.group == STRUCTURE
    }
    text = render_text(source.text, document, marks_of(entries), BlockWords(words["roles"], structure))
    outline = render_outline(document, entries)
    panel = "".join(_panels(document, entries, words, language))
    script = "zh-Hant" if document.language == "zh-Hant" else "zh-Hans"
    body = (
        f"{_filters(groups, severities, entries, words)}"
        '<div class="work">'
        + (f'<nav class="outline" aria-label="{words["outline"]}">{outline}</nav>' if outline else "")
        + f'<main class="text" lang="{script}" aria-label="{words["text"]}" tabindex="-1">{text}</main>'
        f'<aside class="panel" aria-label="{words["panel"]}">{panel}</aside></div>'
        f'<template class="data">{data_of(_data(entries, source.text, words, language))}</template>'
    )
    return View(
        name=name,
        title=document.title,
        kind=document.kind,
        issuer=_first(document, _BODIES) or next(iter(getattr(document, "issuers", ())), document.source.publisher),
        day=_day(document),
        length=len(source.text),
        groups={group: groups[group] for group in GROUPS if groups[group]},
        severities={severity: severities[severity] for severity in SEVERITIES if severities[severity]},
        body=body,
    )


def data_of(content: Any) -> str:
    """JSON as it may stand in an element: nothing in it can end the element, begin another, or be a reference."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _first(document: Document, names: Iterable[str]) -> Any:
    return next((value for name in names if (value := getattr(document, name, None))), None)


def _day(document: Document) -> date | None:
    found = _first(document, _DATES) or document.source.published_at
    found = getattr(found, "start", found)
    return found.date() if isinstance(found, datetime) else found


def _filters(groups: Counter[str], severities: Counter[str], entries: Sequence[Entry], words: dict[str, Any]) -> str:
    """The bar of buttons and lists by which values are shown and hidden."""
    present = [group for group in GROUPS if groups[group]]
    chips = "".join(
        f'<button class="chip g{list(GROUPS).index(group) + 1}" data-group="{group}" aria-pressed="true"'
        f' aria-keyshortcuts="{key}"><kbd>{key}</kbd>{words["groups"][group]}<b>{groups[group]}</b></button>'
        for key, group in enumerate(present, start=1)
    )
    levels = "".join(
        f'<button class="chip {severity}" data-severity="{severity}" aria-pressed="true">'
        f"{words[severity]}<b>{severities[severity]}</b></button>"
        for severity in SEVERITIES
        if severities[severity]
    )
    kinds = Counter(entry.kind for entry in entries if entry.kind != DIAGNOSTICS)
    speakers = Counter(entry.speaker for entry in entries if entry.speaker)
    kind_options = [(kind, words["value_kinds"].get(kind, kind), count) for kind, count in kinds.items()]
    speaker_options = [(speaker, speaker, count) for speaker, count in speakers.most_common()]
    return (
        f'<section class="filters" aria-label="{words["filters"]}"><div class="chips">{chips}</div>'
        + (f'<div class="chips" role="group" aria-label="{words["severity_filter"]}">{levels}</div>' if levels else "")
        + '<div class="choices">'
        + _choice("kind", words["kind_filter"], words["all_kinds"], kind_options)
        + (_choice("speaker", words["speaker_filter"], words["all_speakers"], speaker_options) if speakers else "")
        + "</div></section>"
    )


def _choice(name: str, label: str, everything: str, options: Sequence[tuple[str, str, int]]) -> str:
    listed = "".join(
        f'<option value="{escaped(value)}">{escaped(shown)} {count}</option>' for value, shown, count in options
    )
    return f'<select data-choice="{name}" aria-label="{label}"><option value="">{everything}</option>{listed}</select>'


def _panels(document: Document, entries: Sequence[Entry], words: dict[str, Any], language: Language) -> Iterator[str]:
    """The tabs of the panel and what stands behind each."""
    findings = [(i, entry) for i, entry in enumerate(entries) if entry.kind == DIAGNOSTICS]
    repairs = [(i, entry) for i, entry in enumerate(entries) if entry.kind == REPAIRS]
    tabs = {
        "overview": (words["overview"], _overview(document, entries, words, language)),
        "detail": (words["detail"], f'<p class="quiet">{words["nothing_selected"]}</p>'),
        "values": (words["values"], ""),
        "findings": (
            f"{words['findings']}{_badge(len(findings))}",
            _listed((_finding(i, e, words) for i, e in findings), words["no_findings"]),
        ),
        "repairs": (
            f"{words['repairs_tab']}{_badge(len(repairs))}",
            _listed((_repair(i, e, words) for i, e in repairs), words["no_repairs"]),
        ),
    }
    yield '<div class="tabs" role="tablist">'
    for name, (label, _) in tabs.items():
        chosen = name == "overview"
        yield (
            f'<button role="tab" data-tab="{name}" aria-selected="{str(chosen).lower()}"'
            f' tabindex="{0 if chosen else -1}">{label}</button>'
        )
    yield "</div>"
    for name, (label, content) in tabs.items():
        hidden = "" if name == "overview" else " hidden"
        title = label.partition("<")[0]
        live = ' aria-live="polite"' if name == "detail" else ""
        yield (
            f'<section role="tabpanel" data-panel="{name}" aria-label="{title}"{live}{hidden}>'
            f'<h2 class="printed">{title}</h2>{content}</section>'
        )


def _badge(count: int) -> str:
    return f"<b>{count}</b>" if count else ""


def _listed(entries: Iterable[str], nothing: str) -> str:
    listed = "".join(entries)
    return f'<ul class="cards">{listed}</ul>' if listed else f'<p class="quiet">{nothing}</p>'


def _finding(index: int, entry: Entry, words: dict[str, Any]) -> str:
    said = {field.name: field.values[0] for field in entry.fields}
    return (
        f'<li><button class="card" data-go="{index}">'
        f'<span class="sev {said["severity"]}">{words[said["severity"]]}</span>'
        f" <code>{said['code']}</code><strong>{escaped(said['title'])}</strong>"
        f'<span class="message">{escaped(said["message"])}</span></button></li>'
    )


def _repair(index: int, entry: Entry, words: dict[str, Any]) -> str:
    said = {field.name: field.values[0] for field in entry.fields}
    after = f"<ins>{escaped(said['after'])}</ins>" if said["after"] else f"<em>{words['deleted']}</em>"
    return (
        f'<li><button class="card" data-go="{index}"><strong>{escaped(said["rule"])}</strong>'
        f' <span class="count">{said["count"]} {words["times"]}</span>'
        f'<span class="change"><del>{escaped(_short(said["before"], 60))}</del><span aria-hidden="true"> → </span>'
        f"{after}</span></button></li>"
    )


def _overview(document: Document, entries: Sequence[Entry], words: dict[str, Any], language: Language) -> str:
    """The fields of the document itself, each with the way to its place."""
    placed = {entry.pointer for entry in entries if entry.places}
    rows: list[str] = []
    made: list[str] = []
    for field in fields_of(document):
        pointer = "/" + field.name.replace(".", "/")
        row = _row(field, pointer, pointer in placed, document.origins.get(pointer), words, language)
        (made if field.name in _BY_WHAT else rows).append(row)
    by = f"<summary>{words['made_by']}</summary><dl>{''.join(made)}</dl>"
    return f'<dl>{"".join(rows)}</dl><details class="made">{by}</details>'


def _row(
    field: Field, pointer: str, placed: bool, origin: str | None, words: dict[str, Any], language: Language
) -> str:
    lines = "<br>".join(
        escaped(_short(said, LONGEST_SHOWN)) + (f" <code>{escaped(raw)}</code>" if raw else "")
        for said, raw in glossed(field, words)
    )
    if placed:
        shown = f'<a href="#{escaped(pointer)}">{lines}</a>'
    else:
        told = words["said"].get(origin, origin) if origin else None
        shown = lines + (f' <small class="origin">{escaped(told)}</small>' if told else "")
    return f"<dt>{escaped(_label(field, words, language))}</dt><dd>{shown}</dd>"


def glossed(field: Field, words: dict[str, Any]) -> list[tuple[str, str | None]]:
    """What a field says: words, and beside words of the page what the contract enumerates."""
    names: dict[str, str] = words["said"] if field.enumerated else {}
    return [(names[value], value) if value in names else (value, None) for value in field.values]


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _data(entries: Sequence[Entry], text: str, words: dict[str, Any], language: Language) -> dict[str, Any]:
    """What the script of a page knows of the entries; all texts as a browser may show them."""
    kinds: dict[str, int] = {}
    names: dict[tuple[str, str], int] = {}
    listed = []
    for entry in entries:
        quote = _pressed("".join(text[start:end] for start, end in entry.places))
        fields = [
            [
                names.setdefault((_label(field, words, language), field.name), len(names)),
                [[said, raw] if raw else plain(said) for said, raw in glossed(field, words)],
            ]
            for field in entry.fields
            if field.name != "text" or _pressed(field.values[0]) not in quote
        ]
        speaker = entry.speaker and plain(entry.speaker)
        place = list(entry.places[0]) if entry.places else None
        kind = kinds.setdefault(entry.kind, len(kinds))
        listed.append([entry.pointer, kind, entry.group, fields, speaker, entry.severity, place])
    return {
        "kinds": [[kind, words["value_kinds"].get(kind, kind)] for kind in kinds],
        "names": list(names),
        "entries": listed,
    }


def _label(field: Field, words: dict[str, Any], language: Language) -> str:
    """How a field is called: its Chinese term, or its name in the contract."""
    if language != "zh":
        return field.name.replace("_", " ").replace(".", " · ")
    return plain(words["terms"].get(field.term, field.term) if field.enumerated else field.term)


def _pressed(text: str) -> str:
    return "".join(text.split())
