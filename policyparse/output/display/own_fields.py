"""What a document type of others found: its fields as they are, called by their descriptions."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from rich.text import Text
from rich.tree import Tree

from policyparse.model.base import Span
from policyparse.model.content import Content
from policyparse.model.own_fields import is_ours, own_fields, term
from policyparse.output.display.words import FEW, joined, quoted, word
from policyparse.output.printable import printable


def kind_in_words(model: type[Content], kind: str, lang: str) -> str:
    """What a kind is called; one of others by the Chinese term of its model's docstring."""
    return word(kind, lang) if is_ours(model) else term(kind, model.__doc__, lang)


def own_branches(content: Content, *, full: bool, lang: str) -> Iterator[Tree]:
    """A branch for each field of others that has a value.

    Args:
        content: The document.
        full: Everything, instead of the first of each list.
        lang: Language of the words around, `en` or `zh`.
    """
    for name, field in own_fields(type(content)).items():
        value = getattr(content, name)
        called = Text(printable(term(name, field.description, lang)), "bold magenta")
        if isinstance(value, list) and value:
            branch = Tree(called + Text(f" {len(value)}", "dim"))
            shown = value if full or len(value) <= FEW + 1 else value[:FEW]
            for entry in shown:
                branch.add(quoted(_told(entry), full=full))
            if len(value) > len(shown):
                branch.add(Text(f"… {len(value) - len(shown)} {word('more', lang)}", "dim"))
            yield branch
        elif value is not None and value != []:
            yield Tree(joined(called, quoted(_told(value), full=full)))


def _told(value: Any) -> str:
    """A value on one line: of an entry its texts and numbers, without its places."""
    if isinstance(value, list):
        return "、".join(map(_told, value))
    if isinstance(value, BaseModel):
        told = (_told(inner) for _, inner in value if not isinstance(inner, Span) and inner not in (None, []))
        return " ".join(part for part in told if part)
    return str(value)
