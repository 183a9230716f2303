"""Reads a review page as a browser would, for what the tests count."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"meta", "link", "input", "br", "hr"})


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, name: str | None = None, **attributes: str) -> list["Element"]:
        """Elements below, in order, by name and by words of their attributes (`class_`)."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                wanted = {key.rstrip("_"): value for key, value in attributes.items()}
                if name in (None, child.name) and all(
                    value in child.attributes.get(key, "").split() for key, value in wanted.items()
                ):
                    found.append(child)
                found += child.all(name, **attributes)
        return found

    def one(self, name: str | None = None, **attributes: str) -> "Element":
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{len(found)} of {name} {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        """The text below, without what the page adds in the margin."""
        if self.attributes.get("class") in ("margin", "role"):
            return ""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> ends <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(page: str) -> Element:
    """The elements of a page; every element has to end where its parent expects it."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def data(page: Element) -> Any:
    return json.loads(page.one("template", class_="data").text)


def pressed(text: str) -> str:
    """A text without white space, in which blocks are compared."""
    return re.sub(r"\s", "", text)


def quotes(page: Element) -> dict[int, str]:
    """What each entry of a page lights, without white space, by its number."""
    found: dict[int, str] = {}
    for mark in page.one("main", class_="text").all("mark"):
        number = int(mark.attributes["data-i"])
        found[number] = found.get(number, "") + pressed(mark.text)
    return found
