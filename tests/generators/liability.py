"""Sentences of legal liability (法律责任) with their sanctions."""

from generators.common import Dice, Json, Part, chinese
from generators.provisions import FACTS, TRADE, Scene, Sentence, citation


def money(dice: Dice) -> tuple[str, int, int]:
    """五百元以上五千元以下, 1000元以上1万元以下."""
    low, high = dice.pick(
        (
            (50, 200),
            (100, 500),
            (200, 1000),
            (500, 5000),
            (1000, 10000),
            (2000, 20000),
            (5000, 30000),
            (10000, 100000),
            (50000, 200000),
        )
    )
    if dice.chance(0.3):
        shown = [f"{n // 10000}万元" if n >= 10000 else f"{n}元" for n in (low, high)]
    else:
        shown = [chinese(n) + "元" for n in (low, high)]
    return f"{shown[0]}以上{shown[1]}以下", low, high


def sanction(
    authority: str | None, conduct: str, measures: list[str | Part], amounts: list[Json], discretionary: bool = False
) -> Json:
    """The truth of a sanction."""
    return {
        "authority": authority,
        "conduct": Part(conduct),
        "measures": measures,
        "amounts": amounts,
        **({"discretionary": True} if discretionary else {}),
    }


def punishes(dice: Dice, scene: Scene, form: str) -> Sentence | None:
    """A sentence of legal liability in one form; None where there is no article to refer to.

    Args:
        dice: the seed.
        scene: the statute and the articles before.
        form: a member of `SANCTIONS`.
    """
    authority, fact = f"市{dice.pick(TRADE)}主管部门", dice.pick(FACTS)
    text, low, high = money(dice)
    amount = {"value": low, "upper": high, "unit": "元"}
    fixed = dice.pick((50, 200, 500, 1000, 2000))
    if not scene.places:
        return None
    place = dice.pick(scene.places)
    ground = f"违反{scene.own}{place.label}规定，"
    cited = [citation(place.label)]
    if form == "range":
        words = f"{ground}{fact}的，由{authority}责令改正，处{text}罚款。"
        return Sentence(words, citations=cited, sanctions=[sanction(authority, fact, ["责令改正", "罚款"], [amount])])
    if form == "fixed":
        words = f"{ground}{fact}的，由{authority}处{chinese(fixed)}元罚款。"
        one = sanction(authority, fact, ["罚款"], [{"value": fixed, "upper": None, "unit": "元"}])
        return Sentence(words, citations=cited, sanctions=[one])
    if form == "warning":
        words = f"{ground}{fact}的，由{authority}给予警告，并处{text}的罚款。"
        return Sentence(words, citations=cited, sanctions=[sanction(authority, fact, ["警告", "罚款"], [amount])])
    if form == "multiple":
        words = f"{ground}{fact}的，由{authority}没收违法所得，并处违法所得一倍以上三倍以下罚款。"
        one = sanction(authority, fact, ["没收违法所得", "罚款"], [{"value": 1, "upper": 3, "unit": "倍"}])
        return Sentence(words, citations=cited, sanctions=[one])
    if form == "late":
        words = f"{ground}{fact}的，由{authority}责令限期改正；逾期不改正的，处{text}罚款。"
        two = [sanction(authority, fact, ["责令限期改正"], []), sanction(authority, "逾期不改正", ["罚款"], [amount])]
        return Sentence(words, citations=cited, sanctions=two)
    if form == "grave":
        words = f"{ground}{fact}的，由{authority}责令改正，处{text}罚款；情节严重的，责令停产停业，并吊销许可证。"
        two = [
            sanction(authority, fact, ["责令改正", "罚款"], [amount]),
            sanction(authority, "情节严重", ["责令停产停业", "吊销许可证"], []),
        ]
        return Sentence(words, citations=cited, sanctions=two)
    if form == "discretion":
        words = f"{ground}{fact}的，由{authority}责令改正，可以并处{text}罚款。"
        one = sanction(authority, fact, ["责令改正", "罚款"], [amount], True)
        return Sentence(words, citations=cited, sanctions=[one], asks_norms=False)
    if form == "crime":
        words = f"{ground}{fact}的，由{authority}处{text}罚款；构成犯罪的，依法追究刑事责任。"
        two = [sanction(authority, fact, ["罚款"], [amount]), sanction(None, "构成犯罪", [Part("追究刑事责任")], [])]
        return Sentence(words, citations=cited, sanctions=two)
    raise AssertionError(form)


SANCTIONS = ("range", "fixed", "warning", "multiple", "late", "grave", "discretion", "crime")
"""Forms of legal liability."""
