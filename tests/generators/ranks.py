"""Makes statutes of every rank (效力位阶), and statutes under the labels of a law database."""

from collections.abc import Callable

from generators.common import Dice, Json, Made, Part, Region, chinese, date_words, person, region
from generators.promulgation import ordered
from generators.statute_body import (
    Statute,
    effect,
    fill,
    finished,
    later,
    new_statute,
    printed,
    purpose,
    session,
    simple,
)


def of_committee(dice: Dice, name: str) -> Made:
    """A regulation of a standing committee: a local regulation."""
    statute, head, truth = simple(dice, "条例")
    fill(dice, statute, 3)
    truth["level"] = {"level": "local_regulation"}
    return finished(dice, name, statute, head, truth)


def under_order(form: str, level: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes that a letter of promulgation ranks."""

    def make(dice: Dice, name: str) -> Made:
        made = ordered(form)(dice, name)
        return Made(
            name,
            made.text,
            {"title": made.truth["title"], "articles": made.truth["articles"], "level": {"level": level}},
            "decision",
        )

    return make


def whole(dice: Dice, name: str, statute: Statute, head: list[str], level: str, tail: list[str] | None = None) -> Made:
    """The made statute with its rank."""
    truth: dict[str, Json] = {"title": {"kind": "decision", "title": statute.title}, "level": {"level": level}}
    return Made(name, printed(statute, dice, head, tail or []), truth | statute.truth(), "decision")


def filled(dice: Dice, word: str, title: str, where: Region | None = None) -> Statute:
    """A statute with a title of its own and a few articles."""
    statute = new_statute(dice, word, where)
    statute.title = title.format(m=statute.scene.matter)
    statute.add(purpose(dice, statute))
    fill(dice, statute, 3)
    statute.add(effect(statute, later(dice, dice.day(2016, 2020))))
    return statute


def of_ministry(dice: Dice, name: str) -> Made:
    """A rule of a ministry under its order."""
    ministry = dice.pick(("交通运输部", "水利部", "农业农村部", "应急管理部", "民政部"))
    statute = filled(dice, dice.pick(("办法", "规定")), "{m}管理办法")
    statute.title = statute.scene.matter + "管理" + statute.instrument
    day = dice.day(2010, 2015)
    letter = f"《{statute.title}》已于{date_words(day)}经第{dice.randint(2, 30)}次部务会议通过，现予公布，自{date_words(later(dice, day))}起施行。"
    head = [
        f"中华人民共和国{ministry}令",
        f"{day.year}年第{dice.randint(1, 40)}号",
        letter,
        f"部长　{person(dice)}",
        date_words(later(dice, day, 1, 9)),
        statute.title,
    ]
    return whole(dice, name, statute, head, "department_rule")


def of_zone(dice: Dice, name: str) -> Made:
    """A regulation of a special economic zone."""
    city = dice.pick(("深圳", "厦门", "珠海", "汕头"))
    statute = filled(dice, "条例", city + "经济特区{m}条例", Region(city + "市", "市"))
    head = [statute.title, f"（{date_words(dice.day(2010, 2015))}{session(dice, statute.scene.where)}通过）"]
    return whole(dice, name, statute, head, "sez_regulation")


def of_autonomy(dice: Dice, name: str) -> Made:
    """A regulation of an autonomous county, adopted by its congress and approved by the province."""
    place = f"{region(dice, '县').stem}{dice.pick(('苗族', '土家族', '彝族', '畲族'))}自治县"
    where, above = Region(place, "县"), region(dice, "省")
    statute = filled(dice, "条例", place + dice.pick(("自治条例", "{m}管理条例")), where)
    day = dice.day(2010, 2015)
    congress = f"{place}第{chinese(dice.randint(5, 18))}届人民代表大会第{chinese(dice.randint(1, 6))}次会议"
    head = [
        statute.title,
        f"（{date_words(day)}{congress}通过　{date_words(later(dice, day))}{session(dice, above)}批准）",
    ]
    return whole(dice, name, statute, head, "autonomous_regulation")


def of_supervision(dice: Dice, name: str) -> Made:
    """A supervisory regulation."""
    statute = filled(dice, "规定", "监察机关{m}工作规定")
    day = dice.day(2019, 2023)
    letter = f"《{statute.title}》已经{date_words(day)}国家监察委员会全体会议决定，现予公布，自{date_words(later(dice, day))}起施行。"
    head = [
        "国家监察委员会公告",
        f"第{dice.randint(1, 9)}号",
        letter,
        "国家监察委员会",
        date_words(later(dice, day, 1, 9)),
        statute.title,
    ]
    return whole(dice, name, statute, head, "supervisory_regulation")


def of_county(dice: Dice, name: str) -> Made:
    """Measures of a county government, which makes no rules: a normative document."""
    where = region(dice, "县")
    statute = filled(dice, "办法", where.name + "{m}管理办法", where)
    day = dice.day(2012, 2020)
    number = f"{where.stem[0]}政规〔{day.year}〕{dice.randint(1, 20)}号"
    return whole(
        dice, name, statute, [statute.title, number], "normative_document", [where.government, date_words(day)]
    )


def labelled(dice: Dice, name: str) -> Made:
    """A statute under the labels of a law database: days, issuer and status."""
    statute, _, truth = simple(dice, "条例")
    fill(dice, statute, 4)
    promulgated = dice.day(2004, 2015)
    effective = later(dice, promulgated)
    issuer = statute.scene.where.committee
    status = dice.pick(("现行有效", "已修改", "尚未生效", "已废止"))
    head = [
        statute.title,
        f"颁布日期：{promulgated.isoformat()}",
        f"实施日期：{effective.isoformat()}",
        f"颁布单位：{issuer}",
        f"时效性：{status}",
    ]
    truth["particulars"] = {"issuer": issuer, "promulgated_on": promulgated.isoformat()}
    truth["effect"] = {"effective_on": effective.isoformat()}
    truth["status"] = {"status": Part(status)}
    return Made(name, printed(statute, dice, head), truth | statute.truth(), "decision")


RANKS: dict[str, Callable[[Dice, str], Made]] = {
    "level: law": under_order("presidential order", "law"),
    "level: administrative regulation": under_order("state council order", "administrative_regulation"),
    "level: local regulation": of_committee,
    "level: local rule": under_order("order", "local_rule"),
    "level: department rule": of_ministry,
    "level: regulation of a special zone": of_zone,
    "level: autonomous regulation": of_autonomy,
    "level: supervisory regulation": of_supervision,
    "level: normative document": of_county,
    "labels of a database": labelled,
}
"""Makers by the name of the construct that they show."""
