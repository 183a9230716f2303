"""Pages that stand alone: one document, a corpus in one file, or an index of pages.

Nothing is asked of any server: style and scripts stand in the page, and its policy allows only those, by their
hashes. Texts of documents come as escaped text and as JSON that cannot end its element.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.messages import Language
from policyparse.output.review.document_view import View, data_of, source_of, view
from policyparse.output.review.index import render_index
from policyparse.output.review.text import escaped
from policyparse.output.review.words import packaged, words_of
from policyparse.source.source_text import SourceText

LARGEST = 64 * 1024 * 1024
"""Size of the largest page that holds several documents, in bytes; browsers are slow with larger ones."""

_OF_THE_SCRIPT = (
    "lang",
    "review",
    "documents_title",
    "search_hint",
    "search_index",
    "theme",
    "theme_auto",
    "theme_light",
    "theme_dark",
    "close",
    "no_match",
    "no_place",
    "more",
    "copy",
    "copied",
    "holds",
    "inside",
    "before",
    "after",
    "deleted",
    "inserted",
    "of",
    "hits",
    "no_hits",
    "finding_fields",
)
"""Words that the script puts into the page."""

_KEYS = (
    ("j k", "key_next"),
    ("n p", "key_finding"),
    ("1 – 9", "key_group"),
    ("0", "key_all"),
    ("/", "key_search"),
    ("r", "key_repaired"),
    ("t", "key_theme"),
    ("u", "key_back"),
    ("Esc", "key_close"),
    ("?", "key_help"),
)


def review(document: Document, source: str | SourceText | None = None, *, lang: Language = "zh", name: str = "") -> str:
    """A page on which everything that was found in a document is lit where it stands.

    Args:
        document: The document.
        source: The text that it was parsed from, or what `read` returned; not needed where the document holds its
            text (`parse(…, with_text=True)`).
        lang: Language of the page, `zh` or `en`.
        name: What the page calls the document beside its title, such as its file.

    Returns:
        HTML that stands alone and asks nothing of any server.

    Raises:
        PolicyParseError: There is no text, or it is not the one that the document was parsed from.
    """
    return page_of(view(document, source_of(document, source), name=name, language=lang), lang)


def page_of(shown: View, language: Language, *, back: str | None = None) -> str:
    """The page of one document.

    Args:
        shown: The document.
        language: Language of the page.
        back: Address of the page that lists all documents; None where there is none.
    """
    words = words_of(language)
    title = shown.title or words["untitled"]
    heading = f'<bdi>{escaped(title)}</bdi><bdi class="meta">{escaped(meta_of(shown, words))}</bdi>'
    body = f'<div class="doc">{shown.body}</div>'
    return _shell(f"{title} · {words['review']}", heading, body, words, back=back)


def corpus_page(views: Sequence[View], failures: Sequence[tuple[str, str]], language: Language) -> str:
    """One page that holds an index and all documents.

    Args:
        views: The documents.
        failures: Name and reason of what could not be read.
        language: Language of the page.

    Raises:
        PolicyParseError: The page is larger than browsers like; a folder is the remedy.
    """
    words = words_of(language)
    templates = "".join(_template(shown, words) for shown in views)
    body = (
        render_index(views, [f"#{i}" for i in range(1, len(views) + 1)], failures, words)
        + f'<div class="doc" hidden></div>{templates}'
    )
    page = _shell(words["documents_title"], _heading(views, words), body, words, index=True, back="#")
    if len(page.encode()) > LARGEST:
        size = f"{LARGEST // 1024 // 1024} MiB"
        raise PolicyParseError(f"one page for {len(views)} documents is larger than {size}; give a folder instead")
    return page


def index_page(
    views: Sequence[View], addresses: Sequence[str], failures: Sequence[tuple[str, str]], language: Language
) -> str:
    """A page that lists documents with links to their pages.

    Args:
        views: The documents; their bodies are not needed.
        addresses: Address of each page, relative to this one, as it stands in a link.
        failures: Name and reason of what could not be read.
        language: Language of the page.
    """
    words = words_of(language)
    body = render_index(views, addresses, failures, words) + '<div class="doc" hidden></div>'
    return _shell(words["documents_title"], _heading(views, words), body, words, index=True)


def meta_of(shown: View, words: dict[str, Any]) -> str:
    """What a page says of a document under its title."""
    parts = (words["kinds"].get(shown.kind, shown.kind), shown.issuer, shown.day and shown.day.isoformat(), shown.name)
    return " · ".join(part for part in parts if part)


def _heading(views: Sequence[View], words: dict[str, Any]) -> str:
    return f'<bdi>{words["documents_title"]}</bdi><bdi class="meta">{len(views)} {words["documents"]}</bdi>'


def _template(shown: View, words: dict[str, Any]) -> str:
    title, meta = shown.title or words["untitled"], meta_of(shown, words)
    return (
        f'<template class="document" data-title="{escaped(title)}" data-meta="{escaped(meta)}">{shown.body}</template>'
    )


def policy(scripts: Iterable[str], styles: Iterable[str], *rest: str) -> str:
    """A content security policy that allows nothing but scripts and styles as they are, by their hashes."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
            *rest,
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _shell(
    title: str, heading: str, body: str, words: dict[str, Any], *, index: bool = False, back: str | None = None
) -> str:
    style, script = packaged("review.css"), packaged("review.js")
    told = {name: words[name] for name in _OF_THE_SCRIPT}
    keys = "".join(f"<dt>{_kbd(keys)}</dt><dd>{words[name]}</dd>" for keys, name in _KEYS)
    link = ""
    if back is not None:
        link = f'<a class="back" href="{escaped(back)}"{" hidden" if index else ""}>‹ {words["back"]}</a>'
    hint = words["search_index" if index else "search_hint"]
    return (
        f'<!doctype html>\n<html lang="{words["lang"]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy([script], [style])}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="generator" content="policyparse">\n'
        f'<title>{escaped(title)}</title>\n<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
        f'<header class="top">{link}<h1 class="name">{heading}</h1>'
        f'<search class="find"><input type="search" placeholder="{hint}" aria-label="{words["search"]}"'
        ' autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd>'
        '<output aria-live="polite"></output></search>'
        f'<button class="tool repaired" aria-pressed="false" title="{words["repaired_hint"]}"'
        f"{' hidden' if index else ''}>{words['repaired']}</button>"
        f'<button class="tool theme" aria-label="{words["theme"]}">◐</button>'
        f'<button class="tool help" title="{words["help"]} (?)" aria-label="{words["help"]}">?</button></header>\n'
        f"{body}\n"
        f'<dialog class="keys" aria-label="{words["help"]}"><h2>{words["help"]}</h2><dl>{keys}</dl>'
        f'<button class="tool">{words["close"]}</button></dialog>\n'
        f'<script type="application/json" class="words">{data_of(told)}</script>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )


def _kbd(keys: str) -> str:
    return " ".join(key if key == "–" else f"<kbd>{key}</kbd>" for key in keys.split())
