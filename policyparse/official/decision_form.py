"""The form of decisions and statutes: by what a page is known as law.

    sign ::= articles | instrument at the end of the title | note | promulgation | entry into force

A title that names another genre of official document counts against it, unless the text itself has articles.
"""

from policyparse.language.labels import match_label
from policyparse.language.notes import is_note
from policyparse.official.form import INTERPRETS, form_of
from policyparse.page.layout import Page, Role
from policyparse.statute import patterns

ENOUGH = 400
"""Number of lines in which articles are counted."""

OTHER_GENRE = 0.4
"""What is left of the score of a page whose title names another genre of official document."""

_ARTICLES, _ITEMS = 3, 2  # so many count, more do not count more


def score(page: Page) -> float:
    """How much a page looks like a decision, 0 to 1.

    Numbered articles count most; then the name of an instrument at the end of the title, the note under it,
    the sentences that promulgate and put into force. A dateline or a reporter counts against a page without articles,
    but not where the report gives the text itself (全文如下).
    """
    articles, items = _count(page)
    title = page.title
    given = any(patterns.FULL_TEXT.search(block.folded) for block in page.blocks[:30] if "全文" in block.folded)
    named = "" if title is None else title.folded.rstrip("》") if given else title.folded
    instrument = bool(patterns.INSTRUMENT.search(named)) and not INTERPRETS.search(named)
    value = articles * 0.2
    value += 0.3 if instrument else 0.0
    value += 0.15 if instrument and items == _ITEMS else 0.0
    value += 0.45 if instrument and given else 0.0
    noted = any(is_note(b.folded) or patterns.PROMULGATION.search(b.folded) for b in page.blocks[:30])
    if title is not None and patterns.DECIDES.match(title.folded):
        value += 0.45 if noted else 0.25
    value += 0.2 if noted else 0.0
    text = page.folded[:20_000] + page.folded[-2_000:]
    value += 0.2 if patterns.IN_FORCE.search(text) else 0.0
    value -= 0.5 if articles < _ARTICLES and not given and patterns.REPORTED.search(text) else 0.0
    form = page.once(form_of)
    if form.genre and not form.promulgates and form.articles < _ARTICLES:
        value *= OTHER_GENRE
    return max(0.0, min(1.0, value))


def _count(page: Page) -> tuple[int, int]:
    """Articles, and points of the form 一、 with text on their line; no more than count."""
    articles = items = 0
    for block in page.blocks[:ENOUGH]:
        first = block.folded[:1]
        if first == "第":
            if articles < _ARTICLES and block.role is not Role.FURNITURE:
                label = match_label(block.folded)
                articles += label is not None and label.kind == "article"
        elif items < _ITEMS and first in "一二三四五六七八九十百" and block.role is not Role.FURNITURE:
            label = match_label(block.folded)
            items += label is not None and len(block.folded) > label.body
    return articles, items
