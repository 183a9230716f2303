"""Makes statutes and decisions, with every construct and label of the contract, each by name and seed."""

from collections.abc import Callable
from dataclasses import replace

from generators.common import Dice, Made
from generators.liability import SANCTIONS, punishes
from generators.promulgation import (
    CLOSINGS,
    NOTES,
    annexed,
    closing,
    decided,
    drafted,
    interpreted,
    noted,
    ordered,
)
from generators.provisions import CITATIONS, DUTIES, NORMS, cites, duty, filled, listed, plain
from generators.ranks import RANKS
from generators.statute_body import (
    HEADINGS,
    ITEM_LABELS,
    SUBITEM_LABELS,
    TITLES,
    Article,
    Division,
    fill,
    finished,
    printed,
    purpose,
    simple,
)


def flat(dice: Dice, name: str) -> Made:
    """Articles without divisions."""
    statute, head, truth = simple(dice)
    fill(dice, statute, dice.randint(4, 12))
    return finished(dice, name, statute, head, truth)


def divided(kinds: tuple[str, ...], contents: bool) -> Callable[[Dice, str], Made]:
    """Maker of statutes with divisions, the outer ones first."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        statute.articles.clear()
        statute.scene.places.clear()
        numbers = dict.fromkeys(kinds, 0)

        def open_division(depth: int) -> None:
            for i in range(dice.randint(2, min(4, len(TITLES[kinds[depth]])))):
                kind = kinds[depth]
                # chapters are numbered through the whole statute, sections and subparts anew in each division above
                numbers[kind] = numbers[kind] + 1 if kind in ("part", "chapter") else i + 1
                statute.divisions.append(Division(kind, numbers[kind], TITLES[kind][min(i, len(TITLES[kind]) - 1)]))
                if depth + 1 < len(kinds) and (i or depth):
                    open_division(depth + 1)
                else:
                    if not statute.articles:
                        statute.add(purpose(dice, statute))
                    fill(dice, statute, dice.randint(1, 3))

        open_division(0)
        return finished(dice, name, statute, head, truth, contents)

    return make


def suffixed(dice: Dice, name: str) -> Made:
    """第N条之一, 之二."""
    statute, head, truth = simple(dice)
    fill(dice, statute, dice.randint(3, 6))
    host = dice.pick(statute.articles[1:])
    at = statute.articles.index(host)
    new = [Article(host.number, [duty(dice, statute.scene)], suffix=i + 1) for i in range(dice.randint(1, 3))]
    statute.articles[at + 1 : at + 1] = new
    return finished(dice, name, statute, head, truth)


def headed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes whose articles have headings."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        fill(dice, statute, dice.randint(3, 6))
        statute.heading_form = form
        made = finished(dice, name, statute, head, truth)
        del made
        for article, heading in zip(statute.articles, dice.sample(HEADINGS, len(statute.articles)), strict=True):
            article.heading = heading
        return Made(name, printed(statute, dice, head), truth | statute.truth(), "decision")

    return make


def itemized(item: str, subitem: str | None = None) -> Callable[[Dice, str], Made]:
    """Maker of statutes with lists."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        statute.item_label = ITEM_LABELS[item]
        fill(dice, statute, 2)
        lead = NORMS["list"](dice, statute.scene)
        if subitem:
            statute.subitem_label = SUBITEM_LABELS[subitem]
            host = dice.pick(lead.items[:-1])
            host.text = "建立下列制度："
            host.items = listed([filled(statute.scene, dice, words) for words in dice.sample(DUTIES[-3:], 2)])
            host.items[-1].text = host.items[-1].text.replace("。", "；")
        tail = [plain(dice, statute.scene)] if dice.chance() else []
        statute.add(lead, *tail)
        fill(dice, statute, 2)
        return finished(dice, name, statute, head, truth)

    return make


def normed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of norm."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(4):
            statute.add(NORMS[form](dice, statute.scene))
        return finished(dice, name, statute, head, truth)

    return make


def citing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of citation."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(5):
            statute.add(duty(dice, statute.scene), plain(dice, statute.scene))
        for _ in range(3):
            sentence = cites(dice, statute.scene, form)
            statute.add(duty(dice, statute.scene), sentence)
        return finished(dice, name, statute, head, truth)

    return make


def punishing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of legal liability."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(4):
            statute.add(duty(dice, statute.scene))
        for _ in range(3):
            statute.add(punishes(dice, statute.scene, form))
        return finished(dice, name, statute, head, truth)

    return make


def mixed(dice: Dice, name: str) -> Made:
    """Norms, citations and liability of every form in one statute with chapters."""
    statute, head, truth = simple(dice)
    statute.divisions = [
        Division("chapter", i + 1, title) for i, title in enumerate(("总则", "服务和管理", "法律责任", "附则"))
    ]
    statute.articles[0].division = 0
    for i, forms in enumerate((("definition", "duty"), tuple(NORMS), ())):
        for form in dice.sample(forms, min(len(forms), 6)):
            statute.add(NORMS[form](dice, statute.scene))
            statute.articles[-1].division = i
    for form in dice.sample(CITATIONS, 4):
        statute.add(duty(dice, statute.scene), cites(dice, statute.scene, form))
        statute.articles[-1].division = 1
    for form in dice.sample(SANCTIONS, 3):
        statute.add(punishes(dice, statute.scene, form))
        statute.articles[-1].division = 2
    return finished(dice, name, statute, head, truth)


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    "articles": flat,
    "everything": mixed,
    "chapters": divided(("chapter",), False),
    "chapters and sections": divided(("chapter", "section"), False),
    "parts": divided(("part", "chapter"), False),
    "parts and subparts": divided(("part", "subpart", "chapter", "section"), False),
    "contents": divided(("chapter", "section"), True),
    "suffixes": suffixed,
    "headings in lenticular brackets": headed("【{}】"),
    "headings in brackets on their line": headed("（{}）\n"),
    "headings in brackets": headed("（{}）"),
    **{form: itemized(form) for form in ITEM_LABELS},
    **{form: itemized("items", form) for form in SUBITEM_LABELS},
    **{f"norm: {form}": normed(form) for form in NORMS},
    **{f"citation: {form}": citing(form) for form in CITATIONS},
    **{f"sanction: {form}": punishing(form) for form in SANCTIONS},
    **{f"note: {form}": noted(form) for form in NOTES},
    **{
        f"letter: {form}": ordered(form)
        for form in ("order", "announcement", "state council order", "presidential order")
    },
    **{f"close: {form}": closing(form) for form in CLOSINGS},
    **{f"annex: {form}": annexed(form) for form in ("one annex", "two annexes", "table")},
    **{f"decision: {form}": decided(form) for form in ("points", "resolution")},
    "interpretation": interpreted,
    "draft": drafted,
    **RANKS,
}
"""Makers by the name of the construct that they show."""


ASKED = {
    "norm": ("norms", "bearers", "conditions", "pointers"),
    "citation": ("citations",),
    "sanction": ("sanctions", "citations", "norms"),
    "note": ("title", "particulars", "history"),
    "letter": ("title", "particulars", "effect"),
    "close": ("effect", "repealed"),
    "annex": ("annexes",),
    "level": ("level", "title"),
    "labels of a database": ("title", "particulars", "effect", "status"),
}
"""Facets of constructs that are about one thing, by the first word of their name."""

STRUCTURE = ("title", "particulars", "effect", "divisions", "articles", "draft")
"""Facets of all other constructs; the articles are always asked."""


def make(construct: str, seed: int) -> Made:
    """The statute of one construct and seed."""
    name = f"statutes/{construct}/{seed}"
    made = CONSTRUCTS[construct](Dice(name), name)
    asked = (
        tuple(made.truth) if construct == "everything" else (*ASKED.get(construct.split(":")[0], STRUCTURE), "articles")
    )
    return replace(made, truth={facet: made.truth[facet] for facet in made.truth if facet in asked})
