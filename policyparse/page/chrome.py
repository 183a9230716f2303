"""The chrome of a page, told by what its file says: menus, tool bars, lists of links (网页框架).

What a line says is not asked here, only where it stands: the share of links in it and in what holds it, what its
ancestors are, and whether the file itself says that it is no text of the document.
"""

from collections.abc import Sequence

from policyparse.knowledge.rule import Rule, first_rule
from policyparse.page.blocks import Block, Role
from policyparse.source.blocks import SourceBlock

_LINKED = 0.5
"""Share of its characters in links from which on a line is an entry of a menu, where what holds it is one too."""

_MENU = 0.6
"""Share of its characters in links from which on what holds several lines is a menu."""

_LABEL_LENGTH = 30
"""Maximum length of the heading of a menu, in characters."""

_PROSE_LENGTH = 24
"""Minimum length of a sentence, in characters."""

_CHROME_ROLES = frozenset({"nav", "footer", "aside", "button"})


def _signals(block: Block) -> SourceBlock:
    assert block.signals is not None
    return block.signals


def _is_sentence(block: Block) -> bool:
    return len(block.folded) >= _PROSE_LENGTH and block.folded[-1] in "。；！？”"


def _is_linked(block: Block) -> bool:
    signals = _signals(block)
    return signals.link_density >= _LINKED and signals.container_link_density >= _LINKED


def _labels_menu(block: Block) -> bool:
    signals = _signals(block)
    return signals.container_link_density >= _MENU and len(block.folded) <= _LABEL_LENGTH and signals.level != 1


CHROME: tuple[Rule[Block, Role], ...] = (
    Rule(
        "file_furniture",
        Role.FURNITURE,
        "The file itself says so: a page's number, a running head.",
        lambda block: _signals(block).furniture,
    ),
    Rule(
        "chrome_ancestor",
        Role.FURNITURE,
        "A menu, a footer or an aside holds no text of the document, but a sentence that strays there may be one.",
        lambda block: _signals(block).roles & _CHROME_ROLES and not _is_sentence(block),
    ),
    Rule(
        "link_list",
        Role.FURNITURE,
        "A line of links among links is an entry of a menu or a teaser.",
        _is_linked,
    ),
    Rule(
        "menu_label",
        Role.FURNITURE,
        "A short line among links is the heading of a menu.",
        lambda block: _labels_menu(block) and not _is_sentence(block),
    ),
)
"""What is chrome, by the signals of the file."""


def mark_chrome(blocks: Sequence[Block]) -> None:
    """Give the role of furniture to the lines that are chrome by the signals of their file.

    Args:
        blocks: The lines of a page; those of plain text have no signals and stay.
    """
    for block in blocks:
        if block.signals is not None:
            rule = first_rule(CHROME, block)
            if rule is not None:
                block.role, block.level, block.rule = rule.verdict, 0, rule.name


_NAMES = frozenset(rule.name for rule in CHROME)


def is_chrome(block: Block) -> bool:
    """Whether the signals of its file made a line furniture."""
    return block.role is Role.FURNITURE and block.rule in _NAMES
