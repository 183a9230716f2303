"""The local page itself: a place for files, and the list of what was made of them."""

from policyparse.output.messages import Language
from policyparse.output.review.document_view import data_of
from policyparse.output.review.page import policy
from policyparse.output.review.words import packaged, words_of

_OF_THE_SCRIPT = (
    "open_busy",
    "open_too_large",
    "open_lost",
    "open_review",
    "found",
    "findings",
    "documents",
    "kinds",
    "untitled",
)


def desk_page(language: Language) -> str:
    """The page on which files are laid; it talks to the server that brought it, and to no other.

    Args:
        language: Language of the page.
    """
    words = words_of(language)
    style, script = packaged("review.css") + packaged("desk.css"), packaged("desk.js")
    allowed = policy([script], [style], "connect-src 'self'")
    told = {name: words[name] for name in _OF_THE_SCRIPT}
    return (
        f'<!doctype html>\n<html lang="{words["lang"]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<title>policyparse</title>\n<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
        f'<header class="top"><h1 class="name"><bdi>policyparse</bdi><bdi class="meta">{words["open_local"]}</bdi></h1>'
        f'</header>\n<main class="desk"><label class="drop"><input type="file" multiple>'
        f"<strong>{words['open_drop']}</strong><span>{words['open_formats']}</span></label>\n"
        f'<div class="together" hidden><span class="count" aria-live="polite"></span>'
        f'<a class="tool" target="_blank" rel="noopener" href="documents/all.html">{words["open_all"]}</a>'
        '<a class="tool" href="documents/all.json">JSON Lines</a><a class="tool" href="documents/all.xlsx">Excel</a>'
        '</div>\n<ul class="laid" aria-live="polite"></ul></main>\n'
        f'<script type="application/json" class="words">{data_of(told)}</script>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )
