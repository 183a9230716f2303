"""`why` names the reader, the rules, the place and the repairs behind a value."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import policyparse
from conftest import DECISION, REPOSITORY
from policyparse import PolicyParseError, why
from policyparse.cli import app
from policyparse.knowledge import trace
from policyparse.knowledge.pattern import Pattern, patterns
from policyparse.output.pointers import keys_of, pointer_of, value_at
from policyparse.output.why.model import Why

PAGE = REPOSITORY / "docs" / "why.md"
REVIEW = """江南市2024年工作情况
来源：江南日报 2024-12-30
今年新建公园12个。
平均每10个人中就有3人经常锻炼。
到2027年，公园达到300个。
"""
LETTER = """江南市人民政府关于印发江南市停车管理办法的通知
江南政发〔2024〕3号
各区人民政府：
现将《江南市停车管理办法》印发给你们，请认真执行。
江南市人民政府
2024年3月1日
江南市停车管理办法
第一条 为了加强停车管理，制定本办法。
第二条 市交通运输局应当公布停车场的位置。
第三条 本办法自2024年5月1日起施行。
"""


def names(found: Why) -> list[str]:
    return [reason.name for reason in found.reasons]


def test_a_kind_of_indicator_names_its_rule() -> None:
    document = policyparse.parse(REVIEW)
    kinds = {i.metric: (n, i.kind) for n, i in enumerate(document.indicators)}
    number, kind = kinds["公园"]
    assert kind == "target"
    found = why(REVIEW, f"/indicators/{number}/kind")
    (rule, *_) = [reason for reason in found.reasons if reason.kind == "rule"]
    assert rule.name == "policyparse.figures.target_or_result.RULES['term ahead']"
    assert (rule.verdict, rule.matches, rule.rejects) == (
        "target",
        "到2027年，企业达到3000家。",
        "到2023年，企业达到3000家。",
    )
    assert "term ahead" in (REPOSITORY / rule.file).read_text(encoding="utf-8").splitlines()[rule.line]
    assert found.reader is not None
    assert found.reader.name == "read_indicators"
    assert (
        (REPOSITORY / found.reader.file)
        .read_text(encoding="utf-8")
        .splitlines()[found.reader.line - 1]
        .startswith("def read_indicators")
    )


def test_a_place_tells_why_a_number_is_no_indicator() -> None:
    found = why(REVIEW, "4:4")
    assert found.quote == "1"
    assert "policyparse.figures.which_numbers.NO_INDICATORS['illustration']" in names(found)


def test_a_date_names_its_pattern_with_examples_place_and_words() -> None:
    found = why(DECISION, "/effective_on")
    assert (found.value, found.line, found.quote) == ("2023-07-01", 6, "自2023年7月1日起施行")
    force = next(reason for reason in found.reasons if reason.name == "policyparse.statute.patterns.FORCE")
    assert force.text == "自2023年7月1日起施行"
    assert force.reason
    assert force.matches is not None
    assert re.search(r"自.*起施行", force.matches)
    assert force.rejects is not None
    made = next(made for made in patterns() if made.name == force.name)
    assert made.search(force.matches)
    assert not made.search(force.rejects)


def test_a_value_inside_an_entry_is_found_by_its_words() -> None:
    found = why(DECISION, "/articles/0/norms/0/bearer")
    assert found.quote == "市人民政府"
    assert found.reader is not None
    assert found.reader.name == "read_norms"


def test_who_speaks_is_found_in_front_of_what_he_says() -> None:
    text = "某市召开座谈会\n来源：某报 2024-03-01\n某市召开座谈会。市工信局局长张小明表示，将培育更多企业，支持创新。\n"
    document: Any = policyparse.parse(text)
    assert document.statements[0].speaker == "张小明"
    found = why(text, "/statements/0/speaker")
    assert found.quote == "张小明"
    assert found.reasons
    assert any(reason.text is not None and "表示" in reason.text for reason in why(text, "/statements/0/text").reasons)


def test_the_kind_names_the_form_and_the_scores() -> None:
    (form,) = why(DECISION, "/kind").reasons
    assert form.name == "policyparse.official.decision_form.score"
    assert re.search(r"decision 1\.00, official_document \d\.\d\d, meeting", form.reason)


def test_a_role_of_a_line_names_its_rule() -> None:
    document = policyparse.parse(REVIEW)
    number = next(n for n, block in enumerate(document.blocks) if block.role == "source_line")
    found = why(REVIEW, f"/blocks/{number}/role")
    assert found.reader is None
    assert found.reasons[0].name == "policyparse.page.roles.ROLES['source_line']"
    assert found.reasons[0].verdict == "source_line"


def test_a_value_of_an_attached_document_is_told_by_its_own_recipe() -> None:
    pointer = "/attachments/0/document/articles/1/norms/0/bearer"
    found = why(LETTER, pointer)
    assert found.value == "市交通运输局"
    assert found.quote == "市交通运输局"
    assert found.reader is not None
    assert (found.reader.name, found.reader.kind) == ("read_norms", "decision")


def test_repairs_that_touched_the_place_are_told() -> None:
    dirty = DECISION.replace("倾倒垃圾", "倾(qīng)倒(dào)垃(lā)圾(jī)").replace("加强对", "加(jiā)强(qiáng)对(duì)")
    document = policyparse.parse(dirty)
    assert document.repairs
    found = why(dirty, "/articles/1/paragraphs/0/text")
    assert "垃圾" in found.value
    assert found.quote is not None
    assert "(qīng)" in found.quote
    assert {rule for repair in found.repairs for rule in repair.rules} == {repair.rule for repair in document.repairs}
    assert why(dirty, "/title").repairs == []


def test_an_origin_stands_where_the_text_does_not_print_the_value() -> None:
    metadata = policyparse.Metadata(publisher="江南网")
    found = why(REVIEW, "/source/publisher", metadata=metadata)
    assert (found.value, found.origin) == ("江南网", "metadata")


def test_what_nothing_set_has_no_rules() -> None:
    found = why(DECISION, "/plan")
    assert (found.value, found.reasons, found.reader) == (None, [], None)


MISSING = {
    "misspelt": ("/effectiv_on", "there is no /effectiv_on; the nearest that exists is /effective_on"),
    "index": ("/articles/7/number", "the nearest that exists is /articles/2 (/articles has 3 entries)"),
    "empty_list": ("/indicators/0/kind", "the nearest that exists is /indicators, which is empty"),
    "below_value": ("/kind/name", "the nearest that exists is /kind, which holds no other value"),
    "name": ("/articles/0/xyz", "the nearest that exists is /articles/0, which has number, suffix, label,"),
    "root": ("/zzz", "the nearest that exists is the document, which has schema_version, kind,"),
    "no_pointer": ("articles", "'articles' is no JSON Pointer"),
    "no_place": ("99:1", "there is no place 99:1 in the text"),
    "no_column": ("1:200", "there is no place 1:200 in the text"),
}


@pytest.mark.parametrize(("pointer", "message"), MISSING.values(), ids=MISSING)
def test_a_pointer_that_leads_nowhere_names_the_nearest(pointer: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PolicyParseError, match=re.escape(message)):
        why(DECISION, pointer)
    path = tmp_path / "a.txt"
    path.write_text(DECISION, encoding="utf-8")
    result = CliRunner().invoke(app, ["why", str(path), pointer])
    assert result.exit_code == 2
    assert message in result.stderr


def test_pointers_have_escapes() -> None:
    assert keys_of("#/evidence/~1title/start") == ["evidence", "/title", "start"]
    assert pointer_of(["evidence", "/title"]) == "/evidence/~1title"
    assert value_at({"a/b": [{"~": 1}]}, keys_of("/a~1b/0/~0")) == 1
    assert why(DECISION, "/evidence/~1title/start").value == 0


def leaves(node: Any, keys: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if isinstance(node, dict):
        return [leaf for key, value in node.items() for leaf in leaves(value, (*keys, key))]
    if isinstance(node, list):
        return [leaf for i, value in enumerate(node) for leaf in leaves(value, (*keys, str(i)))]
    return [keys]


@pytest.mark.parametrize("text", [REVIEW, LETTER], ids=["news", "letter"])
def test_every_value_is_explained(text: str) -> None:
    document = json.loads(policyparse.parse(text).model_dump_json())
    every = [keys for keys in leaves(document) if "span" not in keys and keys[-1] not in ("start", "end")]
    assert len(every) >= 50
    for keys in every[::5]:
        found = why(text, pointer_of(keys))
        assert found.value == value_at(document, keys)
        assert Why.model_validate_json(found.model_dump_json()) == found


def test_nothing_is_watched_afterwards() -> None:
    before = policyparse.parse(REVIEW)
    why(REVIEW, "/title")
    with pytest.raises(PolicyParseError):
        why(REVIEW, "/titles")
    assert trace.active is None
    for made in patterns():
        if type(made) is Pattern:
            assert made.search == made.compiled.search
            assert made.finditer == made.compiled.finditer
    assert policyparse.parse(REVIEW) == before


@pytest.mark.usefixtures("judgment_package")
def test_values_of_others_are_told() -> None:
    text = (REPOSITORY / "docs" / "examples" / "judgment.txt").read_text(encoding="utf-8")
    found = why(text, "/parties/0/name", types=["judgment"])
    assert found.quote == "陈某"
    assert found.reader is not None
    assert (found.reader.name, found.reader.file) == ("read_parties", "policyparse_judgment/recipe.py")
    assert found.reasons[0].name == "policyparse_judgment.recipe.PARTY"


def test_a_result_is_explained_by_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(policyparse.parse(DECISION, with_text=True).model_dump_json(), encoding="utf-8")
    result = CliRunner().invoke(app, ["why", str(path), "/effective_on", "--json"])
    assert json.loads(result.stdout)["value"] == "2023-07-01"
    path.write_text(policyparse.parse(DECISION).model_dump_json(), encoding="utf-8")
    result = CliRunner().invoke(app, ["why", str(path), "/effective_on"])
    assert result.exit_code == 2
    assert "give the document itself" in result.stderr


def test_the_page_shows_what_the_commands_print(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each line shown is printed, in this order; numbers of lines of code are those of any day."""
    monkeypatch.chdir(tmp_path)
    Path("docs").symlink_to(REPOSITORY / "docs")
    Path("archive").symlink_to(REPOSITORY / "docs" / "template" / "policies")
    page = PAGE.read_text(encoding="utf-8")
    pairs = re.findall(r"^\$ policyparse (why [^\n]*)(?:\n\$[^\n]*)*\n```\n\n```text\n(.*?)^```$", page, re.M | re.S)
    assert len(pairs) == 3
    for command, shown in pairs:
        printed = CliRunner().invoke(app, shlex.split(command)).stdout
        lines = iter(re.sub(r"\.py:\d+", ".py", printed).splitlines())
        for line in re.sub(r"\.py:\d+", ".py", shown).splitlines():
            assert line == "…" or line in lines, f"{command}: {line}"
